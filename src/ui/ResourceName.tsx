/** A resource by its icon and name, in lists and sentences; a click goes there. */
import type { ReactNode } from 'react';
import type { ResourceId } from '../core/model/document';
import { jumpTo } from '../editor/inspecting/jump';
import { KindIcon } from './palette/KindIcon';
import { useEditor, useSay } from './useEditor';
import { useAppearance } from './useParts';
import './resourceName.css';
import { iconAddress } from './builtFile';

export interface ResourceNameProps {
  readonly id: ResourceId;
  /** Where in the resource to go. */
  readonly field?: string;
  /** Shown behind the name. */
  readonly children?: ReactNode;
  readonly detailed?: boolean;
}

export function ResourceName({ id, field, children, detailed = false }: ResourceNameProps) {
  const editor = useEditor();
  const say = useSay();
  const appearance = useAppearance(id);
  if (appearance === undefined) return null;
  const { name, label, detail } = appearance;
  const hover = (hovered: string | null) => editor.session.setState({ hovered });
  return (
    <button
      type="button"
      className="resource-name"
      title={`${say(label)} ${name}`}
      onClick={() => {
        hover(null);
        jumpTo(editor, id, field);
      }}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(null)}
    >
      <ResourceIcon id={id} size={16} />
      <span className="resource-name-text">{name === '' ? say(label) : name}</span>
      {detailed && detail !== undefined ? <span className="resource-name-detail mono">{detail}</span> : null}
      {children}
    </button>
  );
}

export function ResourceIcon({ id, size }: { readonly id: ResourceId; readonly size: number }) {
  const { catalog } = useEditor();
  const appearance = useAppearance(id);
  if (appearance === undefined) return null;
  if (appearance.icon !== null)
    return (
      <img
        className="resource-icon"
        src={iconAddress(appearance.icon)}
        width={size}
        height={size}
        alt=""
        draggable={false}
      />
    );
  const kind = catalog.kind(appearance.kind);
  // What is drawn by hand is shown as the palette shows it.
  if (kind.shape.as === 'picture')
    return (
      <span className="resource-icon resource-icon-plain">
        <KindIcon kind={kind} icon={null} size={size + 4} />
      </span>
    );
  return <PlainIcon shape={kind.shape.as} size={size} />;
}

/** What AWS has no icon for by design: security groups and Availability Zones. */
function PlainIcon({ shape, size }: { readonly shape: string; readonly size: number }) {
  return (
    <svg
      className="resource-icon resource-icon-plain"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shape === 'badge' ? (
        <path d="M8 1.75 13.25 3.5v4.25c0 3.25-2.2 5.5-5.25 6.5-3.05-1-5.25-3.25-5.25-6.5V3.5z" />
      ) : shape === 'container' ? (
        <rect x="2" y="2.5" width="12" height="11" rx="1" strokeDasharray="2.5 2" />
      ) : (
        <path d="M3 2.5h10v11H3zM5.5 6h5M5.5 8.5h5M5.5 11h3" />
      )}
    </svg>
  );
}
