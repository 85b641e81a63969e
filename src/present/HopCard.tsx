/** The card of a hop: the rows, rules and records that decided there, and the packet's header as it goes on. */
import { useLayoutEffect, useRef, useState } from 'react';
import { rowWords } from '../core/network/rowWords';
import type { PacketHeader } from '../core/network/trace';
import type { Rect } from '../lib/rect';
import { stepTitles } from '../core/network/stepWords';
import { useEditor, useSay } from '../ui/useEditor';
import { cardPlace, type Around } from './cardPlace';
import { headerParts } from '../core/scenes/headerParts';
import type { Stop } from '../core/scenes/journey';
import { words } from './words';

export interface HopCardProps {
  readonly stop: Stop;
  /** On the screen, as is all else. */
  readonly hop: Rect;
  readonly around: Around;
  readonly screen: { readonly w: number; readonly h: number };
}

export function HopCard({ stop, hop, around, screen }: HopCardProps) {
  const editor = useEditor();
  const say = useSay();
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ w: number; h: number } | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (element !== null) setSize({ w: element.offsetWidth, h: element.offsetHeight });
  }, [stop]);
  const place = size === null ? null : cardPlace(hop, size, screen, around);
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
            <span className="hop-card-what">{say(stepTitles[step.what])}</span>
            {step.because.row !== null && <code>{say(rowWords(step.because.row))}</code>}
            <span className="hop-card-says">{say(step.because.says)}</span>
          </li>
        ))}
      </ul>
      <dl className="hop-card-header">
        {stop.before === stop.after ? (
          <Header label={say(words.packet)} header={stop.after} />
        ) : (
          <>
            <Header label={say(words.before)} header={stop.before} other={stop.after} />
            <Header label={say(words.after)} header={stop.after} other={stop.before} />
          </>
        )}
      </dl>
    </div>
  );
}

/** What is otherwise in the other header is marked, and not by colour alone. */
function Header(props: {
  readonly label: string;
  readonly header: PacketHeader;
  readonly other?: PacketHeader;
}) {
  const { label, header, other } = props;
  const say = useSay();
  const { source, destination, protocol } = headerParts(header);
  const others = other === undefined ? undefined : headerParts(other);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span data-changed={others !== undefined && others.source.en !== source.en}>{say(source)}</span>
        {' → '}
        <span data-changed={others !== undefined && others.destination.en !== destination.en}>
          {say(destination)}
        </span>{' '}
        <span className="hop-card-protocol">{say(protocol)}</span>
      </dd>
    </>
  );
}
