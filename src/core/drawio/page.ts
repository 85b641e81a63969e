/** One page of a draw.io file: a diagram, with the words of a scene above it where it is one. */
import type { Catalog } from '../catalog/catalog';
import { drawn, type Drawn } from '../drawing/drawn';
import type { Arrow } from '../drawing/arrows';
import { verdictSigns } from '../picture/verdictLooks';
import { lengthOf, distanceAlong, pointAlong } from '../layout/polyline';
import type { Document, FlowId, Point } from '../model/document';
import { trafficText } from '../model/trafficText';
import type { Trace } from '../network/trace';
import { around } from '../../lib/rect';
import type { Language } from '../../lib/words';
import { wrapped } from '../../lib/wrapped';
import { edgeCell, endsOf, type Shape } from './edges';
import { crossStyle, edgeStyle, headingStyle, referenceStyle } from './styles';
import { vertex, verticesOf, type Vertices } from './vertices';
import { element, type XmlElement } from './xml';

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly document: Document;
  readonly traces: ReadonlyMap<FlowId, Trace>;
  /** The words of a scene, and the flows that it is about; all of them where it names none. */
  readonly scene?: { readonly title: string; readonly text: string; readonly flows: ReadonlySet<FlowId> };
}

export function pageElement(catalog: Catalog, page: Page, language: Language): XmlElement {
  const picture = drawn(catalog, page.document, page.traces);
  const freeId = idsOfPage();
  const vertices = verticesOf(catalog, page.document, picture, language, freeId);
  const cells = [
    element('mxCell', { id: '0' }),
    element('mxCell', { id: '1', parent: '0' }),
    ...headingOf(page, picture, freeId),
    // Beneath the icons and chips, as on the canvas: containers have no fill that would hide a line.
    ...referencesOf(picture, vertices, freeId),
    ...picture.flows.flatMap((arrow) => arrowCells(arrow, page, vertices, language, freeId)),
    ...vertices.cells,
  ];
  return element('diagram', { id: page.id, name: page.name }, [
    element(
      'mxGraphModel',
      // Without a sheet of paper: a diagram is as large as it is.
      {
        grid: 1,
        gridSize: 8,
        guides: 1,
        tooltips: 1,
        connect: 1,
        arrows: 1,
        fold: 1,
        page: 0,
        pageScale: 1,
        math: 0,
        shadow: 0,
      },
      [element('root', {}, cells)],
    ),
  ]);
}

/** Ids may hold anything, and two that are made of several could come to the same. */
function idsOfPage(): (wanted: string) => string {
  const used = new Set(['0', '1']);
  return (wanted) => {
    let id = wanted;
    for (let number = 2; used.has(id); number++) id = `${wanted}-${number}`;
    used.add(id);
    return id;
  };
}

function referencesOf(
  { references }: Drawn,
  { shapes }: Vertices,
  freeId: (wanted: string) => string,
): XmlElement[] {
  return references.flatMap(({ id, points, from, to }) => {
    const [one, other] = [shapes.get(from), shapes.get(to)];
    if (one === undefined || other === undefined) return [];
    const style = referenceStyle(endsOf(points, one, other));
    return [edgeCell({ id: freeId(`ref-${id}`), style, points, from: one, to: other })];
  });
}

/** A line between two shapes, and whether the traffic gets over it. */
interface Part {
  readonly from: Shape;
  readonly to: Shape;
  readonly points: readonly Point[];
  readonly isReached: boolean;
}

function arrowCells(
  arrow: Arrow,
  { scene }: Page,
  vertices: Vertices,
  language: Language,
  freeId: (wanted: string) => string,
): XmlElement[] {
  const { flow, verdict } = arrow;
  const isFaint = scene !== undefined && scene.flows.size > 0 && !scene.flows.has(flow.id);
  const cross = crossOf(arrow, freeId);
  const parts = partsOf(arrow, vertices, cross);
  const labelled = nearest(parts, arrow.label);
  const words = flow.label === '' ? trafficText(flow)[language] : flow.label;
  const text = `${verdictSigns[verdict]} ${words.replace(/\s+/g, ' ').trim()}`;
  const edges = parts.map(({ from, to, points, isReached }, index) =>
    edgeCell({
      id: freeId(`f-${flow.id}-${index + 1}`),
      style: edgeStyle(
        { verdict, isReached, isFirst: index === 0, isLast: index === parts.length - 1, isFaint },
        endsOf(points, from, to),
      ),
      points,
      from,
      to,
      label: index === labelled ? { text, at: arrow.label } : undefined,
    }),
  );
  return cross === undefined
    ? edges
    : [...edges, vertex(cross.id, crossStyle(isFaint), verdictSigns.blocked, cross.at)];
}

const crossSize = 16;

function crossOf({ cross, flow }: Arrow, freeId: (wanted: string) => string): Shape | undefined {
  if (cross === null) return undefined;
  const at = { x: cross.x - crossSize / 2, y: cross.y - crossSize / 2, w: crossSize, h: crossSize };
  return { id: freeId(`f-${flow.id}-cross`), at };
}

/** From hop to hop, so that the line goes along with each of them. The piece that has the cross is two lines. */
function partsOf(arrow: Arrow, { shapes }: Vertices, cross: Shape | undefined): Part[] {
  const { pieces, reached, beyond } = arrow;
  const stopped = cross === undefined ? pieces.length : reached.length - 1;
  return pieces.flatMap((piece, index): Part[] => {
    const [from, to] = [shapes.get(piece.from), shapes.get(piece.to)];
    if (from === undefined || to === undefined) return [];
    const { points } = piece;
    if (index !== stopped || cross === undefined) return [{ from, to, points, isReached: index < stopped }];
    return [
      { from, to: cross, points: reached[stopped] ?? points, isReached: true },
      { from: cross, to, points: beyond[0] ?? points, isReached: false },
    ];
  });
}

/** The part on or beside which a label stands. */
function nearest(parts: readonly Part[], { x, y }: Point): number {
  const far = parts.map(({ points }) => {
    const on = pointAlong(points, distanceAlong(points, { x, y }));
    return Math.hypot(on.x - x, on.y - y) + (lengthOf(points) === 0 ? 1 : 0);
  });
  return far.indexOf(Math.min(...far));
}

/** In px: how wide the words of a scene are at the least, the height of their lines, and the air below them. */
const headingWidth = 480;
const titleLine = 26;
const textLine = 18;
const headingAir = 24;

function headingOf(
  { scene }: Page,
  { boxes, flows }: Drawn,
  freeId: (wanted: string) => string,
): XmlElement[] {
  if (scene === undefined) return [];
  const all = around([
    ...boxes.values(),
    ...flows.flatMap(({ pieces }) =>
      pieces.flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))),
    ),
  ]) ?? { x: 0, y: 0, w: 0, h: 0 };
  const w = Math.max(headingWidth, all.w);
  const title = wrapped(scene.title.trim(), w, 20);
  const text = scene.text.trim() === '' ? [] : wrapped(scene.text.trim(), w, 13);
  const [high, low] = [title.length * titleLine, text.length * textLine];
  const y = all.y - headingAir - low - high;
  return [
    vertex(freeId('scene-title'), headingStyle('title'), title.join('\n'), { x: all.x, y, w, h: high }),
    ...(text.length === 0
      ? []
      : [
          vertex(freeId('scene-text'), headingStyle('text'), text.join('\n'), {
            x: all.x,
            y: y + high,
            w,
            h: low,
          }),
        ]),
  ];
}
