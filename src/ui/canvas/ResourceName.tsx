/** The name of a resource where it is drawn, and the field it turns into while it is edited. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { Resource } from '../../core/model/document';
import { isComposing } from '../../lib/isComposing';
import { labelHalves } from '../../lib/labelHalves';
import { nameParts } from '../../lib/nameParts';
import { readInOrder } from '../../lib/readInOrder';
import { textWidth } from '../../lib/textWidth';
import { useEditor, useSay, useSession } from '../useEditor';
import { canvasWords } from './words';

export interface ResourceNameProps {
  readonly resource: Resource;
  readonly className: string;
  /** Whether it may take two lines. */
  readonly breaks?: boolean;
}

export function ResourceName({ resource, className, breaks = false }: ResourceNameProps) {
  const isEdited = useSession((session) => session.editing === resource.id);
  const { catalog } = useEditor();
  const say = useSay();
  if (isEdited) return <NameField resource={resource} className={className} />;
  const name = resource.name === '' ? say(catalog.kind(resource.kind).label) : readInOrder(resource.name);
  if (!breaks) return <span className={className}>{name}</span>;
  // A plate behind each line, as wide as its words.
  return (
    <span className={className}>
      <span className="name-plate">{breakable(name)}</span>
    </span>
  );
}

/** Less than the room for a line, in px: what words take is estimated. */
const surelyFits = 100;

/** After the second word, as AWS's deck has labels broken, where both parts surely fit; else between any two words. */
function breakable(name: string): ReactNode[] {
  const halves = labelHalves(name);
  if (halves?.every((half) => textWidth(half, 12) <= surelyFits) === true)
    return [
      <span key={0} className="icon-name-part">
        {halves[0]}
      </span>,
      ' ',
      <span key={1} className="icon-name-part">
        {halves[1]}
      </span>,
    ];
  return nameParts(name).flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]));
}

function NameField({ resource, className }: { readonly resource: Resource; readonly className: string }) {
  const editor = useEditor();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const end = (name: string | null): void => {
    if (editor.session.getState().editing !== resource.id) return;
    editor.session.setState({ editing: null });
    const trimmed = name?.trim() ?? '';
    if (trimmed !== '' && trimmed !== resource.name)
      editor.store.commit('renameResource', { id: resource.id, name: trimmed });
  };
  return (
    <input
      ref={field}
      className={`${className} canvas-edit`}
      defaultValue={resource.name}
      aria-label={say(canvasWords.name)}
      spellCheck={false}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        // The Enter that ends a composition chooses a word; it does not end the name.
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') end(event.currentTarget.value);
        else if (event.key === 'Escape') end(null);
        else return;
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[data-node]')?.focus({ preventScroll: true });
      }}
    />
  );
}
