/** What the player shows: every scene with its moments, over pictures that are drawn once for all scenes that look alike. */
import type { Catalog } from '../../catalog/catalog';
import type { PriceTable } from '../../cost/prices';
import { createBoxes, type Boxes } from '../../drawing/boxes';
import { hiddenIn } from '../../layout/collapsed';
import type { LensView } from '../../lenses/lens';
import { lensView } from '../../lenses/lensView';
import { lensTitle } from '../../lenses/lensWords';
import type { Document, FlowId, ResourceId, Scene } from '../../model/document';
import { trafficText } from '../../model/trafficText';
import { flowVerdict, type FlowVerdict } from '../../network/flowVerdict';
import type { Trace } from '../../network/trace';
import { drawPicture } from '../../picture/drawPicture';
import { printable } from '../../picture/lines';
import type { Picture } from '../../picture/picture';
import { iconsIn } from '../../picture/svg/svg';
import { contextOf } from '../../rules/context';
import { heldBack } from '../../scenes/heldBack';
import { markdownBlocks, type Block } from '../../scenes/markdown';
import { momentsOf, type Moment } from '../../scenes/moments';
import { shownBy } from '../../scenes/shown';
import { nameWords } from '../../../lib/nameWords';
import type { Rect } from '../../../lib/rect';
import { languages, type Language, type Words } from '../../../lib/words';
import { scenesInOrder } from '../pages';
import { packetOf, type PlayerPacket } from './packet';

export interface PlayerContent {
  /** The name of the diagram. */
  readonly title: Words;
  /** In both languages, each of the whole diagram; moments name them by their index. */
  readonly drawings: readonly Readonly<Record<Language, Picture>>[];
  readonly packets: readonly PlayerPacket[];
  /** At least one. */
  readonly pages: readonly PlayerPage[];
}

export interface PlayerPage {
  readonly title: Words;
  readonly text: Readonly<Record<Language, readonly Block[]>>;
  /** What must be in view, in px of the canvas. */
  readonly view: Rect;
  /** Dots move along every arrow: a design without scenes. */
  readonly hasDots: boolean;
  /** Which lens it is seen through, with what that says of the whole; arrows that are not in focus are faint then. */
  readonly lens: Words | null;
  readonly question: PlayerQuestion | null;
  /** At least one. */
  readonly moments: readonly PlayerMoment[];
}

export interface PlayerMoment {
  readonly drawing: number;
  /** The flows at full strength; none: all are. */
  readonly flows: readonly FlowId[];
  readonly highlighted: readonly Rect[];
  /** The blocks of the text that are still to come, counted from 1. */
  readonly hiddenBlocks: readonly number[];
  readonly isAsking: boolean;
  /** Whose packet moves, as an index; null where none does. */
  readonly packet: number | null;
  /** Another number, another journey. */
  readonly journey: number;
}

export interface PlayerQuestion {
  /** Who talks to whom, and what about. */
  readonly flow: Words;
  readonly verdict: FlowVerdict;
  readonly why: Words | null;
}

/** `prices`: by which scenes that show costs say them. */
export function contentOf(catalog: Catalog, document: Document, prices: PriceTable): PlayerContent {
  const drawings: Readonly<Record<Language, Picture>>[] = [];
  const packets: PlayerPacket[] = [];
  const title = nameWords(printable(document.name).trim());
  const scenes = scenesInOrder(document);
  const designs = createDesigns(catalog, document, prices);
  const known = new Map<string, number>();
  const drawingOf = (
    { key, design, traces, lens }: Design,
    held: ReadonlySet<FlowId>,
    legend = false,
  ): number =>
    remembered(known, `${key} ${[...held].sort().join(' ')}`, () => {
      const seen = new Map([...traces].filter(([flow]) => !held.has(flow)));
      // Which arrows are in focus is told by the moments, those of a lens too.
      const inFocus = new Set(design.flows.keys());
      const draw = (language: Language): Picture =>
        drawPicture(catalog, design, seen, { language, legend, inFocus, lens });
      return drawings.push({ en: draw('en'), ja: draw('ja') }) - 1;
    });
  const knownPackets = new Map<string, number>();
  const packetIn = (of: Design, drawing: number, flow: FlowId | null): number | null => {
    const points = drawings[drawing]?.en.journeys.find((journey) => journey.flow === flow)?.pieces.flat();
    const trace = flow === null ? undefined : of.traces.get(flow);
    if (flow === null || points === undefined || trace === undefined) return null;
    return remembered(knownPackets, `${of.key} ${flow}`, () => {
      const packet = packetOf({ catalog, design: of.design, middleOf: of.placeOf }, flow, trace, points);
      return packet === undefined ? null : packets.push(packet) - 1;
    });
  };

  const pageOf = (scene: Scene): PlayerPage => {
    const of = designs(scene);
    const moments = momentsOf(of.design, scene);
    return {
      title: { en: printable(scene.title.en).trim(), ja: printable(scene.title.ja).trim() },
      text: { en: markdownBlocks(scene.text.en), ja: markdownBlocks(scene.text.ja) },
      view: scene.camera,
      hasDots: false,
      lens: of.lens === undefined ? null : lensTitle(of.lens),
      question: questionOf(of, moments[0].asking),
      moments: moments.map((moment) => {
        const drawing = drawingOf(of, heldBack(scenes, scene, moment));
        return {
          drawing,
          flows: focusOf(moment),
          highlighted: [...moment.highlighted].flatMap((id) => of.placeOf(id) ?? []),
          hiddenBlocks: [...moment.hiddenBlocks],
          isAsking: moment.asking !== null,
          packet: packetIn(of, drawing, moment.packet),
          journey: moment.journey,
        };
      }),
    };
  };
  const pages = scenes.map(pageOf);
  if (pages.length === 0) {
    const drawing = drawingOf(designs(null), new Set(), true);
    const view = drawings[drawing]?.en.view ?? { x: 0, y: 0, w: 1, h: 1 };
    pages.push({ ...wholePage, title, view, moments: [{ ...onlyMoment, drawing }] });
  }
  return { title, drawings, packets, pages };
}

/** The names of the icons that the player needs. */
export function iconsOf({ drawings }: PlayerContent): readonly string[] {
  return [...new Set(drawings.flatMap((each) => languages.flatMap((language) => iconsIn(each[language]))))];
}

const wholePage = { text: { en: [], ja: [] }, hasDots: true, lens: null, question: null } as const;

const onlyMoment = {
  flows: [],
  highlighted: [],
  hiddenBlocks: [],
  isAsking: false,
  packet: null,
  journey: 0,
} as const;

interface Design {
  /** The same for scenes that show the same design. */
  readonly key: string;
  readonly design: Document;
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly lens: LensView | undefined;
  /** Where something is seen: what stands in a collapsed container is where its chip is. */
  readonly placeOf: (id: ResourceId) => Rect | undefined;
}

/** The design with a scene's change, or as it is, through the lens of the scene; each compiled once. */
function createDesigns(
  catalog: Catalog,
  document: Document,
  prices: PriceTable,
): (scene: Scene | null) => Design {
  const known = new Map<string, Design>();
  return (scene) => {
    const key = JSON.stringify([scene?.plan?.commands ?? [], scene?.lens ?? null]);
    let found = known.get(key);
    if (found === undefined) {
      const design = scene === null ? document : shownBy({ catalog }, document, scene).document;
      const boxes: Boxes = createBoxes(catalog)(design);
      const hidden = hiddenIn(catalog, design.resources);
      const placeOf = (id: ResourceId): Rect | undefined => {
        const box = boxes.get(hidden.get(id) ?? id);
        return box === undefined ? undefined : { x: box.x, y: box.y, w: box.w, h: box.h };
      };
      const { traces } = contextOf(catalog, design);
      const lens = scene?.lens === undefined ? undefined : lensView(catalog, design, scene.lens, prices);
      found = { key, design, traces, lens, placeOf };
      known.set(key, found);
    }
    return found;
  };
}

function focusOf({ flows, packet, asking }: Moment): readonly FlowId[] {
  return [...new Set([...flows, ...(packet === null ? [] : [packet]), ...(asking === null ? [] : [asking])])];
}

function questionOf({ design, traces }: Design, asked: FlowId | null): PlayerQuestion | null {
  const flow = asked === null ? undefined : design.flows.get(asked);
  if (flow === undefined) return null;
  const trace = traces.get(flow.id);
  const verdict = flowVerdict(trace);
  const [from, to] = [flow.from, flow.to].map((id) => printable(design.resources.get(id)?.name ?? ''));
  const what = trafficText(flow);
  return {
    flow: { en: `${from} → ${to} (${what.en})`, ja: `${from} → ${to} (${what.ja})` },
    verdict,
    why: trace?.blockedBy[0]?.says ?? (verdict === 'cannot-say' ? (trace?.unknowns[0] ?? null) : null),
  };
}

function remembered<T extends number | null>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
