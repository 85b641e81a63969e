/** Chooses one end of a flow. */
import type { ResourceId } from '../../core/model/document';
import { flowEnds } from '../../editor/inspecting/candidates';
import { useEditor, useSay } from '../useEditor';
import { useDocumentPart } from '../useParts';

export interface EndSelectProps {
  readonly id?: string;
  readonly place?: string;
  readonly name?: string;
  /** Empty: nothing is chosen yet. */
  readonly value: ResourceId;
  readonly placeholder?: string;
  readonly choose: (id: ResourceId) => void;
}

export function EndSelect({ id, place, name, value, placeholder, choose }: EndSelectProps) {
  const { catalog } = useEditor();
  const say = useSay();
  const ends = useDocumentPart((document) =>
    flowEnds(catalog, document).map((end) => ({ id: end.id, name: end.name, kind: end.kind })),
  );
  const kinds = [...new Set(ends.map(({ kind }) => kind))];
  // An end that is no longer an icon (or never was) is still shown for what it is.
  const other = useDocumentPart((document) =>
    ends.some((end) => end.id === value) ? undefined : document.resources.get(value)?.name,
  );
  return (
    <select
      id={id}
      className="inspector-select"
      data-field={place}
      aria-label={name}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {value === '' ? <option value="">{placeholder ?? ''}</option> : null}
      {other === undefined ? null : <option value={value}>{other}</option>}
      {kinds.map((kind) => (
        <optgroup key={kind} label={say(catalog.kind(kind).label)}>
          {ends
            .filter((end) => end.kind === kind)
            .map((end) => (
              <option key={end.id} value={end.id}>
                {end.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
