/** The packet of the arrow in focus: a disc that moves along the hops, and beside the hop a card of what was decided there. */
import { useLayoutEffect, useRef, useState } from 'react';
import { hiddenIn } from '../core/layout/collapsed';
import type { Flow } from '../core/model/document';
import { headerWords, rowWords } from '../core/network/rowWords';
import type { PacketHeader } from '../core/network/trace';
import { viewOf } from '../editor/view';
import { centreOf, type Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import { useEditor, useSay, useSession } from '../ui/useEditor';
import { stepWords } from '../ui/stepWords';
import { cardPlace } from './cardPlace';
import type { Stop } from './journey';
import type { Journey } from './useJourney';
import { pointAt, trackOf } from './track';
import { words } from './words';

interface PacketProps {
  readonly flow: Flow;
  readonly stops: readonly Stop[];
  readonly journey: Journey;
}

export function Packet({ flow, stops, journey }: PacketProps) {
  const editor = useEditor();
  const viewport = useSession((session) => session.viewport);
  const view = viewOf(editor);
  const boxes = view.standing();
  const hidden = hiddenIn(editor.catalog, editor.store.document.resources);
  // What stands in a collapsed container is where its chip is.
  const boxOf = (id: string | null) => (id === null ? undefined : boxes.get(hidden.get(id) ?? id));
  const points = view.lines().find(({ id }) => id === flow.id)?.points ?? [];
  const stop = stops[journey.stop];
  if (stop === undefined || points.length < 2) return null;

  const middles = stops.map(({ at, direction }) => {
    const box = boxOf(at);
    return { middle: box === undefined ? null : centreOf(box), direction };
  });
  const track = trackOf(points, middles);
  const here = track.stops[journey.stop] ?? 0;
  const next = track.stops[journey.stop + 1] ?? here;
  const disc = pointAt(points, here + (next - here) * journey.share);
  const onScreen = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({
    x: x * viewport.zoom + viewport.x,
    y: y * viewport.zoom + viewport.y,
  });
  const rectOnScreen = (box: Rect): Rect => ({
    ...onScreen(box),
    w: box.w * viewport.zoom,
    h: box.h * viewport.zoom,
  });
  const centre = onScreen(disc);
  const box = boxOf(stop.at);
  const hop =
    box === undefined || box.w > 200
      ? { x: centre.x - 14, y: centre.y - 14, w: 28, h: 28 }
      : rectOnScreen(box);
  const others = stops.flatMap(({ at }) => {
    const other = at === stop.at ? undefined : boxOf(at);
    return other === undefined || other.w > 200 ? [] : [rectOnScreen(other)];
  });

  return (
    <div className="packet" aria-hidden="true">
      <div
        className="packet-disc"
        data-stopped={stop.stopped && journey.share === 0}
        data-direction={stop.direction}
        style={{ transform: `translate(${centre.x}px, ${centre.y}px) translate(-50%, -50%)` }}
      >
        {flow.port ?? flow.protocol.toUpperCase()}
      </div>
      {journey.share === 0 && (
        <HopCard
          key={journey.stop}
          stop={stop}
          hop={hop}
          arrow={points.map(onScreen)}
          keepFree={others}
          screen={view.size}
        />
      )}
    </div>
  );
}

function HopCard(props: {
  readonly stop: Stop;
  readonly hop: Rect;
  readonly arrow: readonly { readonly x: number; readonly y: number }[];
  readonly keepFree: readonly Rect[];
  readonly screen: { readonly w: number; readonly h: number };
}) {
  const { stop, hop, arrow, keepFree, screen } = props;
  const editor = useEditor();
  const say = useSay();
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ w: number; h: number } | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (element !== null) setSize({ w: element.offsetWidth, h: element.offsetHeight });
  }, [stop]);
  const place = size === null ? null : cardPlace(hop, size, screen, arrow, keepFree);
  const name = stop.at === null ? '' : (editor.store.document.resources.get(stop.at)?.name ?? '');

  return (
    <div
      ref={card}
      className="hop-card"
      style={place === null ? { visibility: 'hidden' } : { left: place.x, top: place.y }}
    >
      <div className="hop-card-title">
        {name}
        {stop.direction === 'return' && <span className="hop-card-reply">{say(words.reply)}</span>}
      </div>
      <ul>
        {stop.steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the steps of one stop never change their places
          <li key={index} data-verdict={step.verdict}>
            <span className="hop-card-what">{say(stepWords[step.what])}</span>
            {step.because.row !== null && <code>{say(rowWords(step.because.row))}</code>}
            <span>{say(step.because.says)}</span>
          </li>
        ))}
      </ul>
      {stop.before !== stop.after && (
        <dl className="hop-card-header">
          <dt>{say(words.before)}</dt>
          <dd>{say(headerText(stop.before))}</dd>
          <dt>{say(words.after)}</dt>
          <dd>{say(headerText(stop.after))}</dd>
        </dl>
      )}
    </div>
  );
}

function headerText({ source, destination }: PacketHeader): Words {
  const [from, to] = [headerWords(source), headerWords(destination)];
  return { en: `${from.en} → ${to.en}`, ja: `${from.ja} → ${to.ja}` };
}
