/** The journey of a packet as the player shows it: a line, and on it the stops with what was decided there. */
import type { Catalog } from '../../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../../model/document';
import { hasPorts, protocolWords } from '../../model/trafficText';
import { rowWords } from '../../network/rowWords';
import type { PacketHeader, Trace } from '../../network/trace';
import { printable, tenth } from '../../picture/lines';
import { headerParts } from '../../scenes/headerParts';
import { journeyOf, type Stop } from '../../scenes/journey';
import { stepTitles } from '../../network/stepWords';
import { trackOf } from '../../scenes/track';
import { centreOf, type Point, type Rect } from '../../../lib/rect';
import type { Words } from '../../../lib/words';

export interface PlayerPacket {
  /** What stands on it: its port, or its protocol. */
  readonly label: string;
  readonly points: readonly Point[];
  /** At least one. */
  readonly stops: readonly PlayerStop[];
}

export interface PlayerStop {
  /** Its distance from the start of the line, in px of the canvas. */
  readonly at: number;
  /** Of the resource; empty where it is at none. */
  readonly name: string;
  readonly isReply: boolean;
  /** Whether the packet ends here without having arrived. */
  readonly isStopped: boolean;
  readonly steps: readonly PlayerStep[];
  /** The header of the packet as it came; `after`, where it goes on as another. */
  readonly before: Words;
  readonly after: Words | null;
}

export interface PlayerStep {
  readonly what: Words;
  readonly row: Words | null;
  readonly says: Words;
}

interface PlaceOfPackets {
  readonly catalog: Catalog;
  readonly design: Document;
  readonly middleOf: (id: ResourceId) => Rect | undefined;
}

/** Undefined where there is nowhere for it to go. */
export function packetOf(
  { catalog, design, middleOf }: PlaceOfPackets,
  id: FlowId,
  trace: Trace,
  points: readonly Point[],
): PlayerPacket | undefined {
  const flow = design.flows.get(id);
  // A packet can be shown to stand at what is an icon: a box is crossed, not stood at.
  const stops = journeyOf(trace, (at) => {
    const resource = design.resources.get(at);
    return resource !== undefined && catalog.kind(resource.kind).shape.as === 'icon';
  });
  if (flow === undefined || stops.length === 0 || points.length < 2) return undefined;
  const track = trackOf(
    points,
    stops.map(({ at, direction }) => {
      const place = at === null ? undefined : middleOf(at);
      return { middle: place === undefined ? null : centreOf(place), direction };
    }),
  );
  const { protocol, port } = flow;
  return {
    label: port !== null && hasPorts(protocol) ? String(port) : protocolWords[protocol].en,
    points: points.map(({ x, y }) => ({ x: tenth(x), y: tenth(y) })),
    stops: stops.map((stop, index) => stopOf(stop, tenth(track.stops[index] ?? 0), design)),
  };
}

function stopOf(
  { at, direction, steps, before, after, stopped }: Stop,
  place: number,
  design: Document,
): PlayerStop {
  return {
    at: place,
    name: at === null ? '' : printable(design.resources.get(at)?.name ?? ''),
    isReply: direction === 'return',
    isStopped: stopped,
    steps: steps.map(({ what, because }) => ({
      what: stepTitles[what],
      row: because.row === null ? null : rowWords(because.row),
      says: because.says,
    })),
    before: headerText(before),
    after: before === after ? null : headerText(after),
  };
}

function headerText(header: PacketHeader): Words {
  const { source, destination, protocol } = headerParts(header);
  return {
    en: `${source.en} → ${destination.en} ${protocol.en}`,
    ja: `${source.ja} → ${destination.ja} ${protocol.ja}`,
  };
}
