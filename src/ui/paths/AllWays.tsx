/** All ways drawn over the present design, each with its number; what a way would add stands there as an outline. */
import { useEffect, useMemo } from 'react';
import type { Catalog } from '../../core/catalog/catalog';
import { call } from '../../core/commands';
import { drawn } from '../../core/drawing/drawn';
import { placesTogether, type Together } from '../../core/drawing/placesTogether';
import { roundedPath } from '../../core/layout/polyline';
import type { Document, ResourceId } from '../../core/model/document';
import { documentAfter } from '../../core/plans/plan';
import { showRect } from '../../editor/camera';
import type { Ghost } from '../../editor/preview';
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

/** By the tools and the minimap, in px of the screen. */
const covered = { left: 64, bottom: 128 };

export function AllWays({ answer }: { readonly answer: Answer }) {
  const editor = useEditor();
  const { catalog, session } = editor;
  const { x, y, zoom } = useSession((state) => state.viewport);
  const [lines, ghosts] = useMemo(() => {
    const together = waysTogether(catalog, answer);
    return [linesOf(catalog, answer, together), outlined(answer.asked.document, together)] as const;
  }, [catalog, answer]);

  useEffect(() => {
    const { flow, document } = answer.asked;
    if (document.flows.has(flow.id)) session.setState({ flowInFocus: flow.id });
  }, [session, answer]);
  useEffect(() => {
    const zoomNow = (): number => session.getState().viewport.zoom;
    const rect = around([
      ...lines.flatMap(({ pieces }) => pieces.flat().map((point) => ({ ...point, w: 0, h: 0 }))),
      ...ghosts.map((ghost) => ghost.rect),
    ]);
    // Once the panel has taken its room: the size of the canvas is told at the end of the frame in which it does.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (rect === undefined) return;
        const view = viewRect(editor);
        const seen = { left: covered.left / zoomNow(), bottom: covered.bottom / zoomNow() };
        const free = { ...view, x: view.x + seen.left, w: view.w - seen.left, h: view.h - seen.bottom };
        if (!holdsAll(free, rect)) showRect(editor, rect, 1, covered);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, session, lines, ghosts]);

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

/** A way with the places that all of them have together: the design to route in, and what is new there. */
interface WayTogether {
  readonly way: Way;
  readonly after: Document;
  readonly added: ReadonlyMap<ResourceId, Together>;
}

/** What any of the ways would add, or put into another container, all of it on the present design. */
function waysTogether(catalog: Catalog, { asked, ways }: Answer): readonly WayTogether[] {
  const designs = ways.map(({ plan, alternative }) => {
    const after = documentAfter({ catalog }, asked.document, plan);
    const hops = alternative.passage?.hops.map(({ resource }) => resource) ?? [];
    const ids = hops.filter((id): id is string => id !== null && isElsewhere(id, asked.document, after));
    return { after, ids: [...new Set(ids)] };
  });
  const places = placesTogether(catalog, asked.document, designs);
  return ways.map((way, index) => {
    const { after } = designs[index] ?? { after: way.after };
    const added = places[index] ?? new Map<ResourceId, Together>();
    const moved: Record<ResourceId, { readonly x: number; readonly y: number }> = {};
    for (const [id, { by }] of added) {
      const resource = after.resources.get(id);
      if (resource !== undefined) moved[id] = { x: resource.x + by.x, y: resource.y + by.y };
    }
    const { title, commands } = way.plan;
    const plan = { title, commands: [...commands, call('placeResources', { places: moved })] };
    return { way, added, after: documentAfter({ catalog }, asked.document, plan) };
  });
}

function isElsewhere(id: ResourceId, before: Document, after: Document): boolean {
  const [was, now] = [before.resources.get(id), after.resources.get(id)];
  return now !== undefined && was?.parentId !== now.parentId;
}

/** Routed as the canvas routes its arrows, in the design with the plan and nothing moved aside for it. */
function linesOf(catalog: Catalog, { asked }: Answer, ways: readonly WayTogether[]): readonly Line[] {
  return ways.map(({ way: { alternative }, after, added }, index): Line => {
    const { passage, present } = alternative;
    const flow = after.flows.get(asked.flow.id) ?? asked.flow;
    const alone = { ...after, flows: new Map([[flow.id, flow]]) };
    const traces = new Map(passage === null ? [] : [[flow.id, passage.trace]]);
    const { flows, boxes } = drawn(catalog, alone, traces);
    const telling = passage?.hops.find(({ is }) => is === 'on-the-way') ?? passage?.hops.at(-1);
    const id = telling?.resource ?? '';
    return {
      number: index + 1,
      pieces: flows[0]?.reached ?? [],
      at: added.get(id)?.rect ?? boxes.get(id),
      present,
    };
  });
}

/** What two ways add alike is outlined once. */
function outlined(before: Document, ways: readonly WayTogether[]): readonly Ghost[] {
  const ghosts = new Map<string, Ghost>();
  for (const { after, added } of ways)
    for (const [id, { rect }] of added) {
      const name = after.resources.get(id)?.name ?? '';
      const key = JSON.stringify([name, rect]);
      ghosts.set(key, { id: key, name, rect, is: before.resources.has(id) ? 'changed' : 'new' });
    }
  return [...ghosts.values()];
}
