/** How resources are drawn, by the shape their kind states and never by the kind. */
import { lazy, memo, Suspense } from 'react';
import { noteField, noteText } from '../../core/drawing/noteText';
import { hiddenIn } from '../../core/layout/collapsed';
import type { NodeData } from '../../editor/projection';
import { useEditor, useSay } from '../useEditor';
import { FoldButton } from './FoldButton';
import { HangingChip } from './HangingChip';
import { NodeFrame } from './NodeFrame';
import { NoteText } from './NoteText';
import { ResourceName } from './ResourceName';
import { iconAddress } from '../builtFile';

interface DrawnProps {
  readonly data: NodeData;
}

const ContainerNode = memo(function ContainerNode({ data }: DrawnProps) {
  const { resource, look, chips } = data;
  const kind = useEditor().catalog.kind(resource.kind);
  if (kind.shape.as !== 'container') return null;
  const { border } = kind.shape;
  const icon = look.icon ?? kind.icon;
  const style = { '--edge': look.colour ?? border.colour, borderStyle: border.style } as React.CSSProperties;
  return (
    <NodeFrame resource={resource} look={look} className={`box box-${border.header}`} style={style} resizable>
      <div className="box-title">
        {icon === null ? null : (
          <img
            className="box-icon"
            src={iconAddress(icon)}
            alt=""
            draggable={false}
            data-part="title"
            data-id={resource.id}
          />
        )}
        <span className="box-words" data-part="title" data-id={resource.id}>
          <ResourceName resource={resource} className="box-name" />
          {look.detail === undefined ? null : <span className="box-detail">{look.detail}</span>}
        </span>
        <FoldButton id={resource.id} />
        {chips.length === 0 ? null : (
          <span className="box-chips">
            {chips.map((hanging) => (
              <HangingChip key={hanging.id} hanging={hanging} as="chip" />
            ))}
          </span>
        )}
      </div>
    </NodeFrame>
  );
});

/** A collapsed container: its icon and name, how many things are in it, and what opens it. */
const CollapsedNode = memo(function CollapsedNode({ data }: DrawnProps) {
  const { resource, look } = data;
  const { catalog, store } = useEditor();
  const kind = catalog.kind(resource.kind);
  if (kind.shape.as !== 'container') return null;
  const icon = look.icon ?? kind.icon;
  const style = { '--edge': look.colour ?? kind.shape.border.colour } as React.CSSProperties;
  const inside = [...hiddenIn(catalog, store.document.resources).values()].filter((id) => id === resource.id);
  return (
    <NodeFrame resource={resource} look={look} className="folded" style={style}>
      <FoldButton id={resource.id} isCollapsed />
      {icon === null ? null : <img className="box-icon" src={iconAddress(icon)} alt="" draggable={false} />}
      <ResourceName resource={resource} className="box-name" />
      <span className="folded-count" aria-hidden="true">
        {inside.length}
      </span>
    </NodeFrame>
  );
});

const IconNode = memo(function IconNode({ data }: DrawnProps) {
  const { resource, look, shields } = data;
  const kind = useEditor().catalog.kind(resource.kind);
  const say = useSay();
  const icon = look.icon ?? kind.icon;
  const badge = look.badge ?? (kind.shape.as === 'icon' ? kind.shape.badge : undefined);
  return (
    <NodeFrame resource={resource} look={look} className="icon">
      <div className="icon-plate">
        {icon === null ? null : (
          <img className="icon-art" src={iconAddress(icon)} alt="" draggable={false} width={48} height={48} />
        )}
        {badge === undefined ? null : <span className="icon-badge">{say(badge)}</span>}
        {shields.length === 0 ? null : (
          <span className="icon-shields">
            {shields.map((hanging) => (
              <HangingChip key={hanging.id} hanging={hanging} as="shield" />
            ))}
          </span>
        )}
      </div>
      <ResourceName resource={resource} className="icon-name" breaks />
    </NodeFrame>
  );
});

const NoteNode = memo(function NoteNode({ data }: DrawnProps) {
  const { resource, look } = data;
  const { catalog } = useEditor();
  return (
    <NodeFrame resource={resource} look={look} className="note" resizable>
      <NoteText
        resource={resource}
        field={noteField(catalog, resource.kind)}
        text={noteText(catalog, resource)}
      />
    </NodeFrame>
  );
});

const Picture = lazy(async () => ({ default: (await import('../pictures/PictureNode')).PictureNode }));

/** Loaded with the first one that a diagram has. */
const PictureNode = memo(function PictureNode({ data }: DrawnProps) {
  return (
    <Suspense fallback={null}>
      <Picture data={data} />
    </Suspense>
  );
});

/** By the shape of the kind; React Flow chooses by a node's `type`. */
export const nodeTypes = {
  container: ContainerNode,
  collapsed: CollapsedNode,
  icon: IconNode,
  note: NoteNode,
  picture: PictureNode,
};
