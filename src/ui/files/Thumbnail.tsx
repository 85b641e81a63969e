/** A small picture of a diagram: its boxes, icons and arrows, without words. */
import { useId } from 'react';
import { surroundingsOf } from '../../core/catalog/surroundings';
import type { Camera, Document, Resource } from '../../core/model/document';
import { absolutePosition, ancestors } from '../../core/model/queries';
import { useEditor } from '../useEditor';
import { iconAddress } from '../builtFile';

export interface ThumbnailProps {
  readonly document: Document;
  /** The part of the canvas that is shown; absent: all that is drawn. */
  readonly camera?: Camera;
}

export function Thumbnail({ document, camera }: ThumbnailProps) {
  const { catalog } = useEditor();
  const arrow = useId();
  const boxes = [...document.resources.values()]
    .filter(({ w, h }) => w > 0 && h > 0)
    .map((resource) => ({
      resource,
      depth: ancestors(document, resource.id).length,
      ...absolutePosition(document, resource.id),
    }))
    .sort((one, other) => one.depth - other.depth);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(({ x }) => x)) - 24;
  const top = Math.min(...boxes.map(({ y }) => y)) - 24;
  const right = Math.max(...boxes.map(({ x, resource }) => x + resource.w)) + 24;
  const bottom = Math.max(...boxes.map(({ y, resource }) => y + resource.h)) + 24;
  const centres = new Map(
    boxes.map(({ resource, x, y }) => [
      resource.id,
      { x: x + resource.w / 2, y: y + Math.min(resource.h / 2, 24) },
    ]),
  );
  const lookOf = (resource: Resource) =>
    catalog.kind(resource.kind).look?.(resource, surroundingsOf(document, resource.id)) ?? {};
  return (
    <svg
      viewBox={
        camera === undefined
          ? `${left} ${top} ${right - left} ${bottom - top}`
          : `${camera.x} ${camera.y} ${camera.w} ${camera.h}`
      }
      aria-hidden="true"
      className="thumbnail"
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M0 0 8 4 0 8z" fill="var(--text-quiet)" />
        </marker>
      </defs>
      {boxes.map(({ resource, x, y }) => {
        const { shape, icon: kindIcon } = catalog.kind(resource.kind);
        const look = lookOf(resource);
        const icon = look.icon ?? kindIcon;
        if (shape.as === 'container')
          return (
            <rect
              key={resource.id}
              x={x}
              y={y}
              width={resource.w}
              height={resource.h}
              rx="2"
              fill="none"
              stroke={look.colour ?? shape.border.colour}
              strokeWidth="4"
              strokeDasharray={{ solid: undefined, dashed: '14 8', dotted: '4 8' }[shape.border.style]}
            />
          );
        if (shape.as !== 'icon' || icon === null) return null;
        const middle = x + resource.w / 2;
        return (
          <g key={resource.id}>
            <rect x={middle - 24} y={y} width="48" height="48" rx="4" fill="var(--icon-plate)" />
            <image href={iconAddress(icon)} x={middle - 24} y={y} width="48" height="48" />
          </g>
        );
      })}
      {[...document.flows.values()].map(({ id, from, to }) => {
        const start = centres.get(from);
        const end = centres.get(to);
        return start === undefined || end === undefined ? null : (
          <line
            key={id}
            x1={start.x}
            y1={start.y}
            x2={end.x}
            y2={end.y}
            stroke="var(--text-quiet)"
            strokeWidth="3"
            strokeOpacity="0.7"
            markerEnd={`url(#${CSS.escape(arrow)})`}
          />
        );
      })}
    </svg>
  );
}
