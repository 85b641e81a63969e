/** The packet of the arrow in focus: a disc that moves along the hops, and beside the hop a card of what was decided there. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { hiddenIn } from '../core/layout/collapsed';
import type { Flow, Point } from '../core/model/document';
import { viewOf } from '../editor/view';
import { centreOf, type Rect } from '../lib/rect';
import { useArrows } from '../ui/canvas/useArrows';
import { useEditor, useSession } from '../ui/useEditor';
import { HopCard } from './HopCard';
import type { Stop } from '../core/scenes/journey';
import type { JourneyClock } from './journeyClock';
import { placeAt } from '../core/scenes/timeline';
import { pointAt, trackOf, type Track } from '../core/scenes/track';

interface PacketProps {
  readonly flow: Flow;
  readonly stops: readonly Stop[];
  readonly clock: JourneyClock;
}

/** What is wider is a box that the packet is in, and not a thing that it stands at; in canvas px. */
const widest = 200;

export function Packet({ flow, stops, clock }: PacketProps) {
  const editor = useEditor();
  const { flows } = useArrows('now');
  const document = editor.store.document;
  const boxes = viewOf(editor).standing();
  const { track, places } = useMemo(() => {
    const hidden = hiddenIn(editor.catalog, document.resources);
    // What stands in a collapsed container is where its chip is.
    const rects = stops.map(({ at }) => (at === null ? undefined : boxes.get(hidden.get(at) ?? at)));
    const points = flows.find(({ id }) => id === flow.id)?.pieces.flatMap((piece) => piece.points) ?? [];
    const middles = stops.map(({ direction }, index) => {
      const rect = rects[index];
      return { middle: rect === undefined ? null : centreOf(rect), direction };
    });
    return { track: trackOf(points, middles), places: rects };
  }, [editor, document, boxes, flows, flow.id, stops]);
  if (stops.length === 0 || track.points.length < 2) return null;
  return (
    <div className="packet" aria-hidden="true">
      <Disc track={track} stops={stops} clock={clock} says={`${flow.port ?? flow.protocol.toUpperCase()}`} />
      <Card track={track} stops={stops} clock={clock} places={places} />
    </div>
  );
}

interface OnTrack {
  readonly track: Track;
  readonly stops: readonly Stop[];
  readonly clock: JourneyClock;
}

/** Moves by itself, past React: nothing else of the page changes with each frame. */
function Disc({ track, stops, clock, says }: OnTrack & { readonly says: string }) {
  const { session } = useEditor();
  const disc = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (): void => {
      const element = disc.current;
      if (element === null) return;
      const { time } = clock.position.getState();
      const { stop, share } = placeAt(time, stops.length);
      const { viewport } = session.getState();
      const { x, y } = onScreen(discPoint(track, stop, share), viewport);
      element.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
      element.dataset['direction'] = stops[stop]?.direction ?? 'forward';
      element.dataset['stopped'] = String(stops[stop]?.stopped === true && share === 0);
    };
    move();
    const stopClock = clock.position.subscribe(move);
    const stopView = session.subscribe((state, before) => {
      if (state.viewport !== before.viewport) move();
    });
    return () => {
      stopClock();
      stopView();
    };
  }, [track, stops, clock, session]);
  return (
    <div ref={disc} className="packet-disc">
      {says}
    </div>
  );
}

function Card({ track, stops, clock, places }: OnTrack & { readonly places: readonly (Rect | undefined)[] }) {
  const view = viewOf(useEditor());
  const { size } = view;
  const viewport = useSession((session) => session.viewport);
  const resting = useStore(clock.position, ({ time }) => {
    const { stop, share } = placeAt(time, stops.length);
    return share === 0 ? stop : null;
  });
  const stop = resting === null ? undefined : stops[resting];
  if (resting === null || stop === undefined) return null;
  const rectOnScreen = (box: Rect): Rect => ({
    ...onScreen(box, viewport),
    w: box.w * viewport.zoom,
    h: box.h * viewport.zoom,
  });
  const centre = onScreen(discPoint(track, resting, 0), viewport);
  const disc = { x: centre.x - 26, y: centre.y - 14, w: 52, h: 28 };
  const box = places[resting];
  const boxes = view.standing().values();
  const isThing = box !== undefined && box.w <= widest;
  const seen = (rects: Iterable<Rect | undefined>): readonly Rect[] =>
    [...rects].flatMap((rect) => {
      if (rect === undefined || rect.w > widest || rect === box) return [];
      const { x, y, w, h } = rectOnScreen(rect);
      return x < size.w && y < size.h && x + w > 0 && y + h > 0 ? [{ x, y, w, h }] : [];
    });
  return (
    <HopCard
      key={resting}
      stop={stop}
      hop={isThing ? rectOnScreen(box) : disc}
      around={{
        arrow: track.points.map((point) => onScreen(point, viewport)),
        stops: [disc, ...seen(places)],
        others: seen(boxes),
      }}
      screen={size}
    />
  );
}

function discPoint(track: Track, stop: number, share: number): Point {
  const here = track.stops[stop] ?? 0;
  const next = track.stops[stop + 1] ?? here;
  return pointAt(track.points, here + (next - here) * share);
}

function onScreen({ x, y }: Point, view: { readonly x: number; readonly y: number; readonly zoom: number }) {
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
}
