/** The size of a note or a picture in numbers, for those who do not drag its handles. */
import { useState } from 'react';
import type { PictureShape } from '../../core/catalog/kind';
import type { ResourceId } from '../../core/model/document';
import { isComposing } from '../../lib/isComposing';
import { commitResize } from '../../editor/resizing';
import { viewOf } from '../../editor/view';
import { useDocumentPart } from '../useParts';
import { useEditor, useSay } from '../useEditor';
import './artControl.css';
import { words } from './words';

export interface SizeFieldsProps {
  readonly id: ResourceId;
  readonly minSize: PictureShape['minSize'];
}

/** In px; larger ones are slips of the finger. */
const most = 20_000;

export function SizeFields({ id, minSize }: SizeFieldsProps) {
  const editor = useEditor();
  const say = useSay();
  const size = useDocumentPart((document) => {
    const resource = document.resources.get(id);
    return { w: resource?.w ?? 0, h: resource?.h ?? 0 };
  });
  const set = (side: 'w' | 'h', text: string): void => {
    const box = viewOf(editor).standing().get(id);
    const value = Math.round(Number(text));
    if (box === undefined || text.trim() === '' || !Number.isFinite(value)) return;
    const { x, y, w, h } = box;
    const next = { w, h, [side]: Math.min(most, Math.max(minSize[side], value)) };
    commitResize(editor, { doing: 'resizing', id, x, y, ...next });
  };
  return (
    <fieldset className="size-fields" aria-label={say(words.size)}>
      <SizeField
        key={`w${size.w}`}
        label={say(words.width)}
        value={size.w}
        onSet={(text) => set('w', text)}
      />
      <SizeField
        key={`h${size.h}`}
        label={say(words.height)}
        value={size.h}
        onSet={(text) => set('h', text)}
      />
    </fieldset>
  );
}

function SizeField(props: {
  readonly label: string;
  readonly value: number;
  readonly onSet: (text: string) => void;
}) {
  const [text, setText] = useState(String(Math.round(props.value)));
  return (
    <label>
      {props.label}
      <input
        className="field"
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value.normalize('NFKC'))}
        onBlur={() => props.onSet(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) props.onSet(text);
        }}
      />
      px
    </label>
  );
}
