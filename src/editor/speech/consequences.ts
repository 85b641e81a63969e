/** What a change did to the network, in a few sentences: flows that arrive or are blocked now, routes that were lost or won. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Document, Flow, FlowId } from '../../core/model/document';
import type { Trace } from '../../core/network/trace';
import type { Finding } from '../../core/rules/rule';
import { japanese } from '../../lib/japanese';
import { compareOrder } from '../../lib/order';
import { verbatim, type Words } from '../../lib/words';
import { flowVerdict, type FlowVerdict } from '../../core/network/flowVerdict';
import { wayChanges, type Routed, type WayChange } from './waysOut';

/** A design with what was found of it. */
export interface Judged extends Routed {
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly findings: readonly Finding[];
}

/** So many are named; of the others the number is said. */
const mostNamed = 3;
/** Characters of one reason or message: who wants all of it finds it in the inspector. */
const longest = 160;

/** Nothing where all is as it was. Each part is a clause without a full stop. */
export function consequences(catalog: Catalog, before: Judged, after: Judged): readonly Words[] {
  return [
    ...waysSaid(wayChanges(catalog, before, after), after.document),
    ...flowsSaid(before, after),
    ...faultsSaid(before, after),
  ];
}

function waysSaid(changes: readonly WayChange[], document: Document): readonly Words[] {
  const of = (fits: (change: WayChange) => boolean): readonly Words[] =>
    changes.filter(fits).map(({ id }) => verbatim(document.resources.get(id)?.name ?? ''));
  const said = (who: readonly Words[], words: (names: Words, own: string) => Words): readonly Words[] =>
    who.length === 0 ? [] : [words(listed(who), who.length === 1 ? 'its' : 'their')];
  return [
    ...said(
      of(({ before, after }) => before === 'internet' && after !== 'internet' && after !== 'unknown'),
      (names, own) => ({
        en: `${names.en} lost ${own} route to the internet`,
        ja: japanese`${names.ja}はインターネットへのルートを失いました`,
      }),
    ),
    ...said(
      of(({ before, after }) => before !== 'internet' && after === 'internet'),
      (names, own) => ({
        en: `${names.en} got ${own === 'its' ? 'a route' : 'routes'} to the internet`,
        ja: japanese`${names.ja}はインターネットへのルートを得ました`,
      }),
    ),
    ...said(
      of(({ before, after }) => before === 'elsewhere' && after === 'none'),
      (names, own) => ({
        en: `${names.en} lost ${own} default route`,
        ja: japanese`${names.ja}はデフォルトルートを失いました`,
      }),
    ),
    ...said(
      of(({ before, after }) => before === 'none' && after === 'elsewhere'),
      (names) => ({
        en: `${names.en} got a default route, not to the internet`,
        ja: japanese`${names.ja}はインターネット以外へのデフォルトルートを得ました`,
      }),
    ),
    ...said(
      of(({ after }) => after === 'unknown'),
      (names, own) => ({
        en: `where ${own} default route leads cannot be said for ${names.en}`,
        ja: japanese`${names.ja}のデフォルトルートの行き先は判定できません`,
      }),
    ),
  ];
}

function flowsSaid(before: Judged, after: Judged): readonly Words[] {
  const changed = new Map<FlowVerdict, Flow[]>();
  const drawn: Flow[] = [];
  for (const flow of [...after.document.flows.values()].sort(compareOrder)) {
    const is = flowVerdict(after.traces.get(flow.id));
    if (!before.document.flows.has(flow.id)) drawn.push(flow);
    else if (is !== flowVerdict(before.traces.get(flow.id))) add(changed, is, flow);
  }
  const [only] = drawn;
  const newOnes = drawn.length === 1 && only !== undefined ? [newFlowSaid(only, after)] : [];
  // Of many new arrows (a paste, an undo) only what does not arrive is worth a word.
  if (drawn.length > 1)
    for (const flow of drawn) {
      const is = flowVerdict(after.traces.get(flow.id));
      if (is !== 'arrives') add(changed, is, flow);
    }
  const gone = [...before.document.flows.values()].filter(
    ({ id, from, to }) =>
      !after.document.flows.has(id) &&
      !(after.document.resources.has(from) && after.document.resources.has(to)),
  );
  return [
    ...newOnes,
    ...verdictsInOrder.flatMap((verdict) => {
      const flows = changed.get(verdict) ?? [];
      return flows.length === 0 ? [] : [changeSaid(verdict, flows, after.document)];
    }),
    ...(gone.length === 0
      ? []
      : [
          {
            en: gone.length === 1 ? '1 flow went with it' : `${gone.length} flows went with it`,
            ja: `フロー ${gone.length} 本も削除されました`,
          },
        ]),
  ];
}

const verdictsInOrder: readonly FlowVerdict[] = ['blocked', 'reply-blocked', 'cannot-say', 'arrives'];

function add(groups: Map<FlowVerdict, Flow[]>, verdict: FlowVerdict, flow: Flow): void {
  const group = groups.get(verdict);
  if (group === undefined) groups.set(verdict, [flow]);
  else group.push(flow);
}

function changeSaid(verdict: FlowVerdict, flows: readonly Flow[], document: Document): Words {
  const names = listed(flows.map((flow) => endsSaid(flow, document)));
  const count = flows.length;
  const one = count === 1;
  const counted = one ? '1 flow' : `${count} flows`;
  const ja = `フロー ${count} 本`;
  switch (verdict) {
    case 'blocked':
      return {
        en: `${counted} ${one ? 'is' : 'are'} now blocked: ${names.en}`,
        ja: japanese`${ja}がブロックされるようになりました: ${names.ja}`,
      };
    case 'reply-blocked':
      return {
        en: `the ${one ? 'reply' : 'replies'} of ${counted} ${one ? 'is' : 'are'} now blocked: ${names.en}`,
        ja: japanese`${ja}の応答がブロックされるようになりました: ${names.ja}`,
      };
    case 'cannot-say':
    case 'not-computed':
      return {
        en: `${counted} can no longer be judged: ${names.en}`,
        ja: japanese`${ja}が判定できなくなりました: ${names.ja}`,
      };
    case 'arrives':
      return {
        en: `${counted} now ${one ? 'arrives' : 'arrive'}: ${names.en}`,
        ja: japanese`${ja}が到達するようになりました: ${names.ja}`,
      };
  }
}

function newFlowSaid(flow: Flow, { document, traces }: Judged): Words {
  const trace = traces.get(flow.id);
  const ends = endsSaid(flow, document);
  const why = trace?.blockedBy[0]?.says ?? trace?.unknowns[0];
  const reason = why === undefined ? { en: '', ja: '' } : { en: `: ${cut(why.en)}`, ja: `: ${cut(why.ja)}` };
  switch (flowVerdict(trace)) {
    case 'arrives':
      return { en: `${ends.en} arrives`, ja: japanese`${ends.ja}の通信は到達します` };
    case 'blocked':
      return {
        en: `${ends.en} is blocked${reason.en}`,
        ja: japanese`${ends.ja}の通信はブロックされます${reason.ja}`,
      };
    case 'reply-blocked':
      return {
        en: `${ends.en} arrives, but its reply is blocked${reason.en}`,
        ja: japanese`${ends.ja}の通信は到達しますが、応答がブロックされます${reason.ja}`,
      };
    case 'cannot-say':
    case 'not-computed':
      return {
        en: `whether ${ends.en} arrives cannot be said${reason.en}`,
        ja: japanese`${ends.ja}の通信が到達するかどうかは判定できません${reason.ja}`,
      };
  }
}

/** New errors that are about resources: those about flows have been said already. */
function faultsSaid(before: Judged, after: Judged): readonly Words[] {
  if (before.findings === after.findings) return [];
  const known = new Set(before.findings.map(({ key }) => key));
  const fresh = after.findings.filter(
    ({ key, severity, on, causedBy }) =>
      severity === 'error' &&
      causedBy === undefined &&
      !known.has(key) &&
      after.document.resources.has(on[0]) &&
      // What somebody has just drawn is not finished yet: its own faults are not news.
      before.document.resources.has(on[0]),
  );
  const [first] = fresh;
  if (first === undefined) return [];
  const more = fresh.length - 1;
  return [
    {
      en: `new problem: ${cut(first.message.en)}${more === 0 ? '' : ` and ${more} more`}`,
      ja: `新しい問題: ${cut(first.message.ja)}${more === 0 ? '' : `、ほか ${more} 件`}`,
    },
  ];
}

/** Read aloud, an arrow is no word. */
function endsSaid({ from, to }: Flow, { resources }: Document): Words {
  const [a, b] = [resources.get(from)?.name ?? '', resources.get(to)?.name ?? ''];
  return { en: `${a} to ${b}`, ja: `${a} から ${b}` };
}

function listed(names: readonly Words[]): Words {
  const shown = names.slice(0, mostNamed);
  const more = names.length - shown.length;
  const en = shown.map((each) => each.en).join(', ');
  const ja = shown.map((each) => each.ja).join('、');
  return more === 0 ? { en, ja } : { en: `${en} and ${more} more`, ja: `${ja}、ほか ${more} 件` };
}

/** At a whole character, so that no half of one is read out. */
function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('').trimEnd()}…`;
}
