/** Drawing traffic arrows: what can be an end of one, and what a new one starts as. */
import { call } from '../core/commands';
import type { FlowId, Point, ResourceId } from '../core/model/document';
import { japanese } from '../lib/japanese';
import { lastOrder, ordersAfter } from '../lib/order';
import { grown, holds } from '../lib/rect';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { shortName } from './naming';
import { announce, type Gesture } from './session';
import { viewOf } from './view';

/** Why no arrow can start here; undefined where one can. */
export function refusalToStart(editor: Editor, id: ResourceId): Words | undefined {
  const resource = editor.store.document.resources.get(id);
  if (resource === undefined) return undefined;
  const { label, isEnd } = editor.catalog.kind(resource.kind);
  if (isEnd === true) return undefined;
  return {
    en: `${label.en} sends and receives no traffic of its own: draw arrows between workloads, services and networks outside`,
    ja: japanese`${label.ja}は自身では通信しません。ワークロード、サービス、外部ネットワークの間に矢印を引いてください`,
  };
}

/** Why no arrow can go from one to the other; undefined where one can. */
export function refusalToConnect(editor: Editor, from: ResourceId, to: ResourceId): Words | undefined {
  if (from === to)
    return { en: 'An arrow needs two different ends', ja: '矢印の両端には異なるリソースが必要です' };
  return refusalToStart(editor, from) ?? refusalToEnd(editor, to);
}

/** The short sentence that stands beside the pointer. */
function refusalToEnd(editor: Editor, id: ResourceId): Words | undefined {
  const resource = editor.store.document.resources.get(id);
  if (resource === undefined) return undefined;
  const { label, isEnd } = editor.catalog.kind(resource.kind);
  if (isEnd === true) return undefined;
  return {
    en: `${label.en}: no end of traffic, only on its way`,
    ja: japanese`${label.ja}は通信の終点になりません (経路上の要素です)`,
  };
}

/** How near to where it starts an arrow may be let go without anything being meant by it, in px. */
const nearStart = 24;

/** An arrow was let go where nothing is: asks what is to be there. */
export function askForEnd(editor: Editor, from: ResourceId, at: Point): void {
  const start = viewOf(editor).standing().get(from);
  if (start === undefined || holds(grown(start, nearStart), at)) return;
  editor.session.setState({ newEnd: { from, at } });
}

/** The id of a new arrow, and its place behind all others. */
export function newArrow({ newId, store }: Editor): { readonly id: FlowId; readonly order: string } {
  const [order] = ordersAfter(lastOrder(store.document.flows.values()), 1) as [string]; // asked for one key
  return { id: newId('flow'), order };
}

/** Draws the arrow, selects it, and puts it in focus. */
export function connect(editor: Editor, from: ResourceId, to: ResourceId): void {
  const refusal = refusalToConnect(editor, from, to);
  if (refusal !== undefined) {
    announce(editor.session, refusal);
    return;
  }
  const { id, order } = newArrow(editor);
  editor.store.apply({
    title: { en: 'Draw arrow', ja: '矢印の追加' },
    commands: [call('addFlow', { id, from, to, order })],
  });
  editor.session.setState({ selection: new Set([id]), flowInFocus: id, offerFor: id });
  const [a, b] = [shortName(editor, from), shortName(editor, to)];
  announce(editor.session, {
    en: `Arrow drawn from ${a.en} to ${b.en}, TCP 443`,
    ja: japanese`${a.ja}から${b.ja}への矢印を追加しました (TCP 443)`,
  });
}

/** The gesture of drawing an arrow that has come to `pointer`; why it cannot end there is said once. */
export function connectingTo(
  editor: Editor,
  from: ResourceId,
  pointer: Point,
  over: ResourceId | null,
): Extract<Gesture, { readonly doing: 'connecting' }> {
  const { session } = editor;
  const refusal = over === null || over === from ? undefined : refusalToConnect(editor, from, over);
  const { gesture: before } = session.getState();
  const isNews = before?.doing !== 'connecting' || before.over !== over;
  if (isNews && refusal !== undefined) announce(session, refusal);
  return { doing: 'connecting', from, pointer, over, ...(refusal === undefined ? {} : { refusal }) };
}
