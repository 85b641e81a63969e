/** A resource drawn on another: the chip of a route table, the shield of a security group. Clicking selects it. */
import { hangingWords, type Hanging } from '../../core/drawing/looks';
import { findingCounts } from '../../editor/findingCounts';
import { useLensMark } from '../lenses/useLensMark';
import { useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { readInOrder } from '../../lib/readInOrder';
import { iconAddress } from '../builtFile';

export function HangingChip({ hanging, as }: { readonly hanging: Hanging; readonly as: 'chip' | 'shield' }) {
  const { catalog } = useEditor();
  const say = useSay();
  const { id, resource, mark } = hanging;
  const isSelected = useSession(({ selection }) => selection.has(id));
  const found = useVerdicts(({ findings }) => findingCounts(findings).get(id));
  const lens = useLensMark(id);
  const kind = catalog.kind(resource.kind);
  const marked = mark === null ? '' : ` (${say(hangingWords[mark])})`;
  const name = `${say(kind.label)} ${resource.name}${marked}`;
  return (
    <button
      type="button"
      className={`${as} ${isSelected ? 'is-selected' : ''} ${mark === 'unused' ? 'is-unused' : ''} ${
        found === undefined ? '' : `has-${found.worst}`
      }`}
      aria-label={found === undefined ? name : `${name}, ${say(found.says)}`}
      title={name}
      tabIndex={-1}
      data-part="hanging"
      data-id={id}
      data-node={id}
      data-lens={lens === undefined ? undefined : 'matters'}
      data-tint={lens?.tint}
    >
      {kind.icon === null ? <ShieldSign /> : <img src={iconAddress(kind.icon)} alt="" draggable={false} />}
      {as === 'chip' ? (
        <span className="chip-name">
          {readInOrder(resource.name)}
          {mark === null ? null : <em>{say(hangingWords[mark])}</em>}
        </span>
      ) : null}
    </button>
  );
}

/** AWS's deck has no icon for a security group. */
function ShieldSign() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M7 1 12 3v3.6C12 9.9 9.9 12.1 7 13 4.1 12.1 2 9.9 2 6.6V3z"
        fill="var(--surface)"
        stroke="#DD344C"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}
