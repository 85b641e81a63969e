import { useEffect, useRef, type ReactNode } from 'react';
import type { ResourceId } from '../../core/model/document';
import { isComposing } from '../../lib/isComposing';
import { ResourceIcon } from '../ResourceName';
import { useDocument, useEditor, useSay } from '../useEditor';
import { words } from './words';

export interface NameCellProps {
  readonly id: ResourceId;
  readonly isEdited: boolean;
  /** `takesFocus`: it was ended by a key, so that the row has the focus again. */
  readonly onEnd: (takesFocus: boolean) => void;
  /** What stands beside the name while it is not edited. */
  readonly children?: ReactNode;
}

/** The icon and the name, which turns into a field while it is edited. */
export function NameCell({ id, isEdited, onEnd, children }: NameCellProps) {
  const { catalog, store } = useEditor();
  const say = useSay();
  const resource = useDocument((document) => document.resources.get(id));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isEdited) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [isEdited]);
  const isDone = useRef(false);
  useEffect(() => {
    isDone.current = false;
  }, [isEdited]);
  if (resource === undefined) return null;
  const end = (name: string | null, takesFocus: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const trimmed = name?.trim() ?? '';
    if (trimmed !== '' && trimmed !== resource.name) store.commit('renameResource', { id, name: trimmed });
    onEnd(takesFocus);
  };
  return (
    <>
      <ResourceIcon id={id} size={16} />
      {isEdited ? (
        <input
          ref={field}
          className="inspector-box outline-rename"
          defaultValue={resource.name}
          aria-label={say(words.name)}
          spellCheck={false}
          onBlur={(event) => end(event.currentTarget.value, false)}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => {
            event.stopPropagation();
            // The Enter that ends a composition chooses a word; it does not end the name.
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') end(event.currentTarget.value, true);
            else if (event.key === 'Escape') end(null, true);
            else return;
            event.preventDefault();
          }}
        />
      ) : (
        <>
          <span className="outline-name">
            {resource.name === '' ? say(catalog.kind(resource.kind).label) : resource.name}
          </span>
          {children}
        </>
      )}
    </>
  );
}
