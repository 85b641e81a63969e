/** The text of a note, and the field it turns into while it is edited. */
import { useEffect, useRef } from 'react';
import type { Resource } from '../../core/model/document';
import { isComposing } from '../../lib/isComposing';
import { useEditor, useSay, useSession } from '../useEditor';
import { canvasWords } from './words';

interface NoteTextProps {
  readonly resource: Resource;
  /** The prop that holds it; undefined: the name is the text. */
  readonly field: string | undefined;
  readonly text: string;
}

export function NoteText({ resource, field, text }: NoteTextProps) {
  const say = useSay();
  const { catalog } = useEditor();
  const isEdited = useSession((session) => session.editing === resource.id);
  if (isEdited) return <NoteField resource={resource} field={field} text={text} />;
  return (
    <span className={text === '' ? 'note-text is-empty' : 'note-text'}>
      {text === '' ? say(catalog.kind(resource.kind).label) : text}
    </span>
  );
}

function NoteField({ resource, field, text }: NoteTextProps) {
  const editor = useEditor();
  const say = useSay();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
  }, []);
  const end = (value: string | null): void => {
    if (editor.session.getState().editing !== resource.id) return;
    editor.session.setState({ editing: null });
    if (value === null || value === text) return;
    if (field === undefined) editor.store.commit('renameResource', { id: resource.id, name: value });
    else editor.store.commit('setProps', { id: resource.id, props: { [field]: value } });
  };
  return (
    <textarea
      ref={area}
      className="note-text canvas-edit"
      defaultValue={text}
      aria-label={say(canvasWords.text)}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isDone) end(event.currentTarget.value);
        else if (event.key === 'Escape') end(event.currentTarget.value);
        else return;
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[data-node]')?.focus({ preventScroll: true });
      }}
    />
  );
}
