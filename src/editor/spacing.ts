/** The space tool: everything beyond a line is pushed away from it, or pulled towards it. Loaded when it is first taken up. */
import { call, type CommandCall } from '../core/commands';
import type { Placement } from '../core/commands/placeResources';
import { lengthAlong, type Axis } from '../core/layout/align';
import { growth, type Placed } from '../core/layout/fit';
import { gridStep } from '../core/layout/freeSpot';
import { placesAfter } from '../core/layout/makeRoom';
import { lockedCovered } from '../core/layout/lockedCovered';
import { spacesAt, type SpaceLine, type Spaces } from '../core/layout/space';
import type { Document, Point, ResourceId } from '../core/model/document';
import { japanese } from '../lib/japanese';
import { clamp } from '../lib/rect';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { hitAt } from './hit';
import { isLocked, lockedWords, tellLocked } from './locking';
import { shortName } from './naming';
import { announce, notify, type Spacing } from './session';
import { bendsBeyond } from './spacingBends';
import { viewOf } from './view';

/** So much farther along one axis than along the other a drag must go before it is clear which is meant, in px of the screen. */
const clearly = 4;

const title: Words = { en: 'Make space', ja: '間隔の調整' };

/** A drag from one point to another with the tool in hand; undefined as long as it is not clear which way. `pulls`: what is on the far side comes along. */
export function spaceFrom(editor: Editor, start: Point, to: Point, pulls: boolean): Spacing | undefined {
  const [dx, dy] = [to.x - start.x, to.y - start.y];
  const { zoom } = editor.session.getState().viewport;
  if (Math.abs(Math.abs(dx) - Math.abs(dy)) * zoom < clearly) return undefined;
  const axis: Axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y';
  const goes = (axis === 'x' ? dx : dy) > 0 ? 1 : -1;
  const line: SpaceLine = {
    within: contentAt(editor, start),
    axis,
    way: pulls ? (goes === 1 ? -1 : 1) : goes,
    at: Math.round(start[axis]),
    pullsTo: 'line',
  };
  return spacedTo(editor, spacingOf(editor, line), to);
}

/** The content that is meant by a press there: that of the container of which the body is pressed, and of what is around anything else. */
function contentAt(editor: Editor, at: Point): ResourceId | null {
  const { catalog, session, store } = editor;
  const on = hitAt(catalog, viewOf(editor).standing(), [], at, session.getState().viewport.zoom);
  if (on.on === 'body') return on.id;
  return on.on === 'canvas' ? null : (store.document.resources.get(on.id)?.parentId ?? null);
}

function spacingOf({ catalog, store }: Editor, line: SpaceLine): Spacing {
  const { document } = store;
  const spaces = spacesAt(catalog, document, line);
  return { doing: 'spacing', line, spaces, by: 0, after: document, plan: { title, commands: [] } };
}

/** The gesture when the pointer has come there. */
export function spacedTo(editor: Editor, spacing: Spacing, to: Point): Spacing {
  const { axis, way, at } = spacing.line;
  return spacedBy(editor, spacing, (to[axis] - at) * way);
}

function spacedBy(editor: Editor, { line, spaces }: Spacing, wanted: number): Spacing {
  const { document } = editor.store;
  const by = stepsWithin(spaces, wanted);
  const warning = by < Math.round(wanted / gridStep) * gridStep ? stopWords(editor, spaces) : undefined;
  const still: Spacing = {
    doing: 'spacing',
    line,
    spaces,
    by: 0,
    after: document,
    plan: { title, commands: [] },
    ...(warning === undefined ? {} : { warning }),
  };
  if (by === 0) return still;
  const places = spaces.placesAfter(by);
  const around = roomAround(editor, line, places);
  if (around.refusal !== undefined) return { ...still, refusal: around.refusal };
  const moved = withPlaces(withPlaces(document, places), around.grown);
  const bends = bendsBeyond(document, moved, line, by);
  const commands: CommandCall[] = [call('placeResources', { places })];
  if (Object.keys(around.grown).length > 0) commands.push(call('placeResources', { places: around.grown }));
  const flows = new Map(document.flows);
  for (const [id, changed] of bends) {
    const flow = flows.get(id);
    if (flow !== undefined) flows.set(id, { ...flow, bends: changed });
    commands.push(call('setFlow', { id, values: { bends: changed } }));
  }
  return { ...still, by, after: { ...moved, flows }, plan: { title, commands } };
}

/** As far as it goes, in whole steps of the grid. */
function stepsWithin({ least, most }: Spaces, wanted: number): number {
  const by = Math.round(wanted / gridStep) * gridStep;
  const within = clamp(by, least, most);
  // Adding 0 makes no difference but to -0.
  return (within === by ? by : Math.trunc(within / gridStep) * gridStep) + 0;
}

type Places = Record<ResourceId, Partial<Placement>>;

/** What the containers around, and what is beside these, have to do for the one that has become larger. */
function roomAround(
  editor: Editor,
  { within }: SpaceLine,
  places: Places,
): { readonly grown: Places; readonly refusal?: Words } {
  const { catalog, store } = editor;
  const { document } = store;
  const container = within === null ? undefined : document.resources.get(within);
  const place = within === null ? undefined : places[within];
  if (container === undefined || place === undefined) return { grown: {} };
  const given = new Map<ResourceId, Placed>([[container.id, { ...container, ...place }]]);
  const grown = growth(catalog, document, given);
  const after = placesAfter(catalog, document, given, grown);
  const held =
    [...grown.keys()].find((id) => isLocked(document, id)) ?? lockedCovered(catalog, document, after);
  if (held !== undefined)
    return {
      grown: {},
      refusal: lockedWords(editor, [held], { en: 'has no room left', ja: 'に空きがありません' }),
    };
  return { grown: Object.fromEntries(grown) };
}

function withPlaces(document: Document, places: Places): Document {
  const resources = new Map(document.resources);
  for (const [id, place] of Object.entries(places)) {
    const resource = resources.get(id);
    if (resource !== undefined) resources.set(id, { ...resource, ...place });
  }
  return { ...document, resources };
}

function stopWords(editor: Editor, { stop }: Spaces): Words | undefined {
  return stop === undefined
    ? undefined
    : lockedWords(editor, [stop], { en: 'is in the way', ja: 'があるため、これ以上動かせません' });
}

/** One step; says what was done, or why nothing was. */
function commitSpace(editor: Editor, { spaces, line, by, plan, refusal, warning }: Spacing): void {
  const { session, store } = editor;
  const why = refusal ?? (by === 0 ? warning : undefined);
  if (why !== undefined) {
    notify(session, why);
    return;
  }
  if (by === 0) return;
  store.apply(plan);
  announce(session, doneWords(editor, spaces, line, by));
  tellLocked(editor, spaces.held);
}

const ways: Readonly<Record<string, Words>> = {
  'x 1': { en: 'right', ja: '右' },
  'x -1': { en: 'left', ja: '左' },
  'y 1': { en: 'down', ja: '下' },
  'y -1': { en: 'up', ja: '上' },
};

function doneWords(editor: Editor, { moved, crossed }: Spaces, { axis, way }: SpaceLine, by: number): Words {
  const [first] = moved.length > 0 ? moved : crossed;
  const count = moved.length > 0 ? moved.length : crossed.length;
  const what =
    count === 1 && first !== undefined
      ? shortName(editor, first)
      : { en: `${count} resources`, ja: `${count} 個のリソース` };
  const to = ways[`${axis} ${by > 0 ? way : -way}`] ?? { en: '', ja: '' };
  const far = Math.abs(by);
  return by > 0
    ? {
        en: `${what.en} pushed ${to.en} by ${far} px`,
        ja: japanese`${what.ja}を${to.ja}へ ${far} px 押し広げました`,
      }
    : {
        en: `${what.en} pulled ${to.en} by ${far} px`,
        ja: japanese`${what.ja}を${to.ja}へ ${far} px 詰めました`,
      };
}

/** What the tool waits for when it is taken up, for those who do not see the hint. */
export function sayHow(editor: Editor): void {
  const id = startOf(editor);
  const from = id === undefined ? undefined : shortName(editor, id);
  announce(editor.session, {
    en: `Make space: drag${from === undefined ? '' : `, or push what is beside ${from.en} with the arrow keys; Enter applies`}; Escape cancels`,
    ja: `間隔の調整: ドラッグ${from === undefined ? '' : `するか、矢印キーで${from.ja}から先を動かし、Enter で適用`}します。Esc で取り消し`,
  });
}

function startOf(editor: Editor): ResourceId | undefined {
  return [...editor.session.getState().selection].find((id) => viewOf(editor).standing().has(id));
}

/**
 * An arrow key with the tool in hand: from the selected resource on, so far to that side. The key of the other direction takes
 * that back, and goes on pulling; one across starts anew.
 */
export function spaceByKey(editor: Editor, dx: number, dy: number): void {
  const { session, store } = editor;
  const { gesture } = session.getState();
  const axis: Axis = dx === 0 ? 'y' : 'x';
  const far = dx + dy;
  const id = startOf(editor);
  const box = id === undefined ? undefined : viewOf(editor).standing().get(id);
  if (id === undefined || box === undefined) {
    announce(session, {
      en: 'Select a resource first: it and what is beyond it is pushed',
      ja: '先にリソースを選択してください。そこから先が動きます',
    });
    return;
  }
  let spacing = gesture?.doing === 'spacing' && gesture.line.axis === axis ? gesture : undefined;
  if (spacing === undefined) {
    const way = far > 0 ? 1 : -1;
    const at = Math.round(way > 0 ? box[axis] : box[axis] + box[lengthAlong[axis]]);
    const within = store.document.resources.get(id)?.parentId ?? null;
    spacing = spacingOf(editor, { within, axis, way, at, pullsTo: 'neighbour' });
  }
  const next = spacedBy(editor, spacing, spacing.by + far * spacing.line.way);
  session.setState({ gesture: next });
  const { refusal, warning, spaces, line, by } = next;
  const to = ways[`${axis} ${by > 0 ? line.way : -line.way}`] ?? { en: '', ja: '' };
  announce(
    session,
    refusal ??
      (by === spacing.by
        ? (warning ?? { en: 'It goes no further', ja: 'これ以上動かせません' })
        : by === 0
          ? { en: 'As it was', ja: '元の位置です' }
          : {
              en: `${Math.abs(by)} px ${to.en}, ${spaces.moved.length} moving`,
              ja: japanese`${to.ja}へ ${Math.abs(by)} px、${spaces.moved.length} 個が動きます`,
            }),
  );
}

/** The button is let go, or Enter is pressed: one step, and the tool is put back. */
export function endSpace(editor: Editor, at?: Point): void {
  const { session } = editor;
  const { gesture } = session.getState();
  // Without the gesture first, so that what is drawn next is the document.
  session.setState({ tool: { tool: 'select' }, gesture: null });
  if (gesture?.doing === 'spacing')
    commitSpace(editor, at === undefined ? gesture : spacedTo(editor, gesture, at));
}
