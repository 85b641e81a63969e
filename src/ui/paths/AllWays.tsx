/** All ways drawn over the present design, each with its number; what a way would add stands there as an outline. */
import { useEffect, useMemo } from 'react';
import type { Catalog } from '../../core/catalog/catalog';
import { drawn } from '../../core/drawing/drawn';
import { roundedPath } from '../../core/layout/polyline';
import type { Document, ResourceId } from '../../core/model/document';
import { documentAfter } from '../../core/plans/plan';
import { showRect } from '../../editor/camera';
import { previewOf, type Ghost } from '../../editor/preview';
import { viewRect } from '../../editor/view';
import { around, holdsAll, type Point, type Rect } from '../../lib/rect';
import { useEditor, useSession } from '../useEditor';
import { Outlines } from './Changes';
import type { Answer, Way } from './compared';

/** Between two ways that go along the same line, in px of the screen. */
const apart = 5;
const corner = 8;
const plate = 9;

interface Line {
  readonly number: number;
  readonly pieces: readonly (readonly Point[])[];
  /** What tells this way from the others: the first thing on it, in canvas px; its end where there is nothing. */
  readonly at: Rect | undefined;
  readonly present: boolean;
}

export function AllWays({ answer }: { readonly answer: Answer }) {
  const editor = useEditor();
  const { catalog, session } = editor;
  const { x, y, zoom } = useSession((state) => state.viewport);
  const lines = useMemo(() => linesOf(catalog, answer), [catalog, answer]);
  const ghosts = useMemo(() => addedBy(catalog, answer), [catalog, answer]);

  useEffect(() => {
    const { flow, document } = answer.asked;
    if (document.flows.has(flow.id)) session.setState({ flowInFocus: flow.id });
  }, [session, answer]);
  useEffect(() => {
    const rect = around([
      ...lines.flatMap(({ pieces }) => pieces.flat().map((point) => ({ ...point, w: 0, h: 0 }))),
      ...ghosts.map((ghost) => ghost.rect),
    ]);
    // Once the panel has taken its room.
    const frame = requestAnimationFrame(() => {
      if (rect !== undefined && !holdsAll(viewRect(editor), rect)) showRect(editor, rect);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, lines, ghosts]);

  return (
    <>
      <Outlines ghosts={ghosts} named />
      <svg className="way-lines" aria-hidden="true">
        <g transform={`translate(${x} ${y})`}>
          {lines.map(({ number, pieces, at, present }, index) => {
            const aside = (index - (lines.length - 1) / 2) * apart;
            const onScreen = (point: Point): Point => ({
              x: point.x * zoom + aside,
              y: point.y * zoom + aside,
            });
            const plateAt = at === undefined ? undefined : { x: (at.x + at.w) * zoom, y: at.y * zoom };
            return (
              <g key={number} className="way-line" data-way={number} data-present={present}>
                {pieces.map((points) => (
                  <path
                    key={points.map((point) => `${point.x} ${point.y}`).join()}
                    d={roundedPath(points.map(onScreen), corner)}
                  />
                ))}
                {plateAt === undefined ? null : (
                  <g transform={`translate(${plateAt.x} ${plateAt.y})`}>
                    <circle r={plate} />
                    <text>{number}</text>
                  </g>
                )}
              </g>
            );
          })}
        </g>
      </svg>
    </>
  );
}

/** Routed as the canvas routes its arrows, in the design with the plan and nothing moved aside for it. */
function linesOf(catalog: Catalog, { asked, ways }: Answer): readonly Line[] {
  return ways.map(({ alternative: { passage, present }, plan }, index): Line => {
    const after = documentAfter({ catalog }, asked.document, plan);
    const flow = after.flows.get(asked.flow.id) ?? asked.flow;
    const alone = { ...after, flows: new Map([[flow.id, flow]]) };
    const traces = new Map(passage === null ? [] : [[flow.id, passage.trace]]);
    const { flows, boxes } = drawn(catalog, alone, traces);
    const telling = passage?.hops.find(({ is }) => is === 'on-the-way') ?? passage?.hops.at(-1);
    return {
      number: index + 1,
      pieces: flows[0]?.reached ?? [],
      at: boxes.get(telling?.resource ?? ''),
      present,
    };
  });
}

/** What any of the ways would add, or put into another container. */
function addedBy(catalog: Catalog, { asked, ways }: Answer): readonly Ghost[] {
  const onTheWay = (way: Way): ReadonlySet<string | null> =>
    new Set(way.alternative.passage?.hops.map(({ resource }) => resource));
  return ways.flatMap((way, index) => {
    const hops = onTheWay(way);
    return previewOf(catalog, asked.document, way.plan)
      .filter(({ id, is }) => hops.has(id) && (is === 'new' || isMoved(id, asked.document, way.after)))
      .map((ghost) => ({ ...ghost, id: `${index} ${ghost.id}` }));
  });
}

function isMoved(id: ResourceId, before: Document, after: Document): boolean {
  const [was, now] = [before.resources.get(id), after.resources.get(id)];
  return was !== undefined && now !== undefined && was.parentId !== now.parentId;
}
