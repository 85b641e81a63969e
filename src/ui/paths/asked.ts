/**
 * The flow whose ways are compared: a drawn one, or one between chosen ends, which need not be drawn. What is not drawn is
 * added to a copy of the design, and to the design itself with the plan that is applied.
 */
import type { AnyKind, AnyPreset } from '../../core/catalog/catalog';
import { call, type CommandCall } from '../../core/commands';
import type { Document, Flow, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { documentAfter } from '../../core/plans/plan';
import { newArrow } from '../../editor/connect';
import { placeOfEnd } from '../../editor/connectNew';
import type { Editor } from '../../editor/editor';
import { networkOf } from '../../editor/inspecting/candidates';
import { sizeOf } from '../../core/catalog/newResource';
import { addition } from '../../editor/place';
import type { ComparedEnd, Comparing } from '../../editor/session';
import { viewOf } from '../../editor/view';
import { around } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { entriesOf, type Entry } from '../palette/entries';
import { words } from './words';

export interface Asked {
  /** The diagram that was asked about. */
  readonly document: Document;
  /** What draws in it what of the question is not drawn; empty where all of it is. */
  readonly commands: readonly CommandCall[];
  /** The diagram with that. */
  readonly base: Document;
  readonly flow: Flow;
  readonly gb: number | null | undefined;
}

/** The design to compare in, or why there is nothing to compare. */
export function askedIn(editor: Editor, comparing: Comparing): Asked | { readonly because: Words } {
  const { catalog, store } = editor;
  const { document } = store;
  const drawn = comparing.flow === null ? undefined : document.flows.get(comparing.flow);
  if (drawn !== undefined) return { document, commands: [], base: document, flow: drawn, gb: comparing.gb };
  const { from, to, protocol, port } = comparing;
  if (from === null || to === null)
    return { because: comparing.flow === null ? words.chooseEnds : words.flowGone };
  if (isGone(document, from)) return { because: words.sourceGone };
  if (isGone(document, to)) return { because: words.destinationGone };
  if (isSame(from, to)) return { because: words.sameEnds };
  const like = flowLike(document, comparing);
  if (like !== undefined) return { document, commands: [], base: document, flow: like, gb: comparing.gb };
  const commands: CommandCall[] = [];
  const start = idOf(editor, from, null, commands);
  const end = start === undefined ? undefined : idOf(editor, to, start, commands);
  if (start === undefined || end === undefined) return { because: words.noPlace };
  const { id, order } = newArrow(editor);
  const gbPerMonth = comparing.gb ?? null;
  commands.push(call('addFlow', { id, from: start, to: end, protocol, port, gbPerMonth, order }));
  const base = documentAfter({ catalog }, document, { title: words.title, commands });
  const flow = base.flows.get(id);
  return flow === undefined ? { because: words.noPlace } : { document, commands, base, flow, gb: undefined };
}

/** The drawn flow that asks the same. */
function flowLike({ flows }: Document, { from, to, protocol, port }: Comparing): Flow | undefined {
  if (from === null || to === null || !('resource' in from) || !('resource' in to)) return undefined;
  return [...flows.values()].find(
    (flow) =>
      flow.from === from.resource &&
      flow.to === to.resource &&
      flow.protocol === protocol &&
      flow.port === port,
  );
}

function isGone({ resources }: Document, end: ComparedEnd): boolean {
  return 'resource' in end && !resources.has(end.resource);
}

function isSame(one: ComparedEnd, other: ComparedEnd): boolean {
  return endKey(one) === endKey(other);
}

/** What stands for an end in a list of choices. */
export function endKey(end: ComparedEnd | null): string {
  if (end === null) return '';
  return 'resource' in end ? `resource ${end.resource}` : `kind ${end.kind}/${end.preset ?? ''}`;
}

/** The resource that an end is; what is not drawn gets commands that draw it, beside `start` where there is one. */
function idOf(
  editor: Editor,
  end: ComparedEnd,
  start: ResourceId | null,
  commands: CommandCall[],
): ResourceId | undefined {
  if ('resource' in end) return end.resource;
  const kind = editor.catalog.kind(end.kind);
  const preset = kind.presets?.find(({ name }) => name === end.preset);
  const drawn =
    start === null || !editor.store.document.resources.has(start)
      ? undefined
      : placeOfEnd(editor, { from: start, at: { x: 0, y: 0 }, towards: 'right' }, kind);
  const place = drawn ?? { parentId: null, rect: besideAll(editor, kind), isFree: false };
  const added = addition(editor, kind.kind, place, place.rect, { preset, isFree: place.isFree });
  if (added === undefined) return undefined;
  commands.push(...added.commands);
  return added.resource.id;
}

/** Room between the diagram and what is put beside it, in px. */
const gap = 72;

function besideAll(editor: Editor, { kind }: AnyKind) {
  const all = around(viewOf(editor).standing().values()) ?? { x: 0, y: 0, w: 0, h: 0 };
  return { x: all.x + all.w + gap, y: all.y, ...sizeOf(editor.catalog, kind) };
}

/** What may be an end of a flow without being drawn yet: what may stand outside every network. What is drawn already is left out. */
export function undrawnEnds({ catalog, store }: Editor): readonly Entry[] {
  const drawn = [...store.document.resources.values()];
  return entriesOf(catalog).filter(
    ({ kind, preset }) =>
      kind.isEnd === true &&
      kind.parents.includes('canvas') &&
      // A kind with presets is one of them.
      (preset !== undefined || (kind.presets ?? []).length === 0) &&
      !drawn.some((each) => each.kind === kind.kind && isAs(valuesOf(each), preset)),
  );
}

function isAs(values: Readonly<Record<string, unknown>>, preset: AnyPreset | undefined): boolean {
  return Object.entries(preset?.props ?? {}).every(([name, value]) => values[name] === value);
}

/** What the selection asks about: a flow, two resources, or one to start at. */
export function askedBySelection(editor: Editor): Comparing {
  const { store, session, catalog } = editor;
  const { document } = store;
  const { selection, flowInFocus } = session.getState();
  const ids = [...selection];
  const flow = document.flows.get(
    ids.length === 1 ? (ids[0] ?? '') : ids.length === 0 ? (flowInFocus ?? '') : '',
  );
  if (flow !== undefined) return askedOf(flow);
  const ends = ids.filter((id) => {
    const resource = document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).isEnd === true;
  });
  const [first, second] = ends;
  if (first === undefined || ends.length > 2 || ends.length < ids.length) return nothingAsked;
  if (second === undefined) return { ...nothingAsked, from: { resource: first } };
  // What stands in no network answers: services, the internet.
  const isTurned =
    networkOf(catalog, document, first) === null && networkOf(catalog, document, second) !== null;
  const [from, to] = isTurned ? [second, first] : [first, second];
  const drawn = flowBetween(document, from, to) ?? flowBetween(document, to, from);
  return drawn === undefined
    ? { ...nothingAsked, from: { resource: from }, to: { resource: to } }
    : askedOf(drawn);
}

function flowBetween({ flows }: Document, from: ResourceId, to: ResourceId): Flow | undefined {
  return [...flows.values()].find((flow) => flow.from === from && flow.to === to);
}

export function askedOf({ id, from, to, protocol, port }: Flow): Comparing {
  return {
    ...nothingAsked,
    flow: id,
    from: { resource: from },
    to: { resource: to },
    protocol,
    port,
  };
}

/** HTTPS, which is what services are asked by. */
export const nothingAsked: Comparing = {
  flow: null,
  from: null,
  to: null,
  protocol: 'tcp',
  port: 443,
  gb: undefined,
  shown: 0,
  count: 0,
};

/** Whether two ask the same: which way is shown is no part of the question. */
export function isSameQuestion(one: Comparing, other: Comparing): boolean {
  return (
    one.flow === other.flow &&
    isSameEnd(one.from, other.from) &&
    isSameEnd(one.to, other.to) &&
    one.protocol === other.protocol &&
    one.port === other.port &&
    one.gb === other.gb
  );
}

function isSameEnd(one: ComparedEnd | null, other: ComparedEnd | null): boolean {
  return endKey(one) === endKey(other);
}
