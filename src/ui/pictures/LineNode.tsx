/** A plain arrow or line: its points, open arrowheads, and a label on the longest straight piece. */
import { valuesOf } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { Point } from '../../core/model/document';
import { opposite, pointsOf, type LineShape } from '../../core/drawing/plainLines';
import type { NodeData } from '../../editor/projection';
import { NodeFrame } from '../canvas/NodeFrame';
import { NoteText } from '../canvas/NoteText';
import { useEditor, useSession } from '../useEditor';
import { propWhere } from '../../core/catalog/propWhere';

export function LineNode({ data, shape }: { readonly data: NodeData; readonly shape: LineShape }) {
  const { resource, look, w, h } = data;
  const { catalog } = useEditor();
  const values = valuesOf(resource);
  const line = shape.line(values);
  const points = pointsOf(line, { w, h });
  const prop = propWhere(catalog, resource.kind, 'text');
  const text = known(values[prop]);
  const label = typeof text === 'string' ? text : '';
  const isEdited = useSession(({ editing }) => editing === resource.id);
  const at = middleOfLongest(points);
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const heads = [
    ...(line.heads.start ? [head(points[1], points[0])] : []),
    ...(line.heads.end ? [head(points.at(-2), points.at(-1))] : []),
  ];
  return (
    <NodeFrame
      resource={resource}
      look={look}
      className="plain-line"
      resizable={[line.from, opposite[line.from]]}
    >
      <svg className="plain-line-art" aria-hidden="true">
        <path className="plain-line-grip" d={path} />
        <path className={line.dashed ? 'plain-line-stroke is-dashed' : 'plain-line-stroke'} d={path} />
        {heads.map((each, index) => (
          <path key={index} className="plain-line-stroke" d={each} />
        ))}
      </svg>
      {label === '' && !isEdited ? null : (
        <span
          className={isEdited ? 'plain-line-label is-edited' : 'plain-line-label'}
          style={{ left: at.x, top: at.y }}
        >
          <NoteText resource={resource} field={prop} text={label} />
        </span>
      )}
    </NodeFrame>
  );
}

/** The wings of an open arrowhead, in px. */
const wing = 9;
const spread = 0.45;

function head(from: Point | undefined, to: Point | undefined): string {
  if (from === undefined || to === undefined) return '';
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = (turn: number): string =>
    `${to.x - wing * Math.cos(angle + turn)} ${to.y - wing * Math.sin(angle + turn)}`;
  return `M${end(spread)}L${to.x} ${to.y}L${end(-spread)}`;
}

function middleOfLongest(points: readonly Point[]): Point {
  let longest = -1;
  let middle: Point = { x: 0, y: 0 };
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length <= longest) continue;
    longest = length;
    middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  return middle;
}
