/** Choosing a picture in the inspector: an icon of the AWS set by searching it, an image by its file. */
import { lazy, Suspense, useRef, useState } from 'react';
import type { ArtField } from '../../core/catalog/field';
import type { ControlProps } from '../inspector/fields/control';
import { useEditor, useSay } from '../useEditor';
import './artControl.css';
import { words } from './words';

const IconChoice = lazy(async () => ({ default: (await import('./IconChoice')).IconChoice }));

export function ArtControl(props: ControlProps<ArtField<unknown>>) {
  return props.field.of === 'icon' ? <IconControl {...props} /> : <ImageControl {...props} />;
}

function IconControl({ id, value, place, name, disabled, commit }: ControlProps<ArtField<unknown>>) {
  const say = useSay();
  const [query, setQuery] = useState('');
  return (
    <div className="art-control">
      <input
        type="search"
        id={id}
        className="field"
        data-field={place}
        aria-label={name}
        placeholder={say(words.searchIcons)}
        value={query}
        disabled={disabled}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Suspense fallback={null}>
        <IconChoice query={query} chosen={typeof value === 'string' ? value : ''} onChoose={commit} />
      </Suspense>
    </div>
  );
}

function ImageControl({ id, place, disabled, owner, commit }: ControlProps<ArtField<unknown>>) {
  const editor = useEditor();
  const say = useSay();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className="art-control">
      <button
        type="button"
        id={id}
        className="button button-outlined inspector-small"
        data-field={place}
        disabled={disabled}
        onClick={() => file.current?.click()}
      >
        {say(words.choose)}
      </button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (chosen !== undefined)
            void import('./addImages').then(({ imageFor }) =>
              imageFor(editor, chosen, owner).then((data) => {
                if (data !== undefined) commit(data);
              }),
            );
        }}
      />
    </div>
  );
}
