/**
 * "Why does it not arrive?" as scenes: the wish, hop by hop to where it ends, the row that decided, the change that mends it, and
 * the packet that arrives.
 */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { hiddenIn } from '../layout/collapsed';
import type { LensName } from '../lenses/lens';
import type { Camera, Document, Flow, ResourceId } from '../model/document';
import { rowWords } from '../network/rowWords';
import type { LostRow, Step, StepKind, Trace } from '../network/trace';
import { documentAfter, type Plan } from '../plans/plan';
import { cameraOn } from '../scenes/cameraOn';
import { asCode, escapedMarkdown } from '../scenes/markdown';
import { changesOf } from './changesOf';
import { blocks, escapedWords, type SceneDraft } from './draft';
import { trafficWords } from './trafficWords';

export interface WhyNot {
  readonly flow: Flow;
  readonly trace: Trace;
  /** What makes it arrive, and the trace with that; null where nothing is known that does. */
  readonly mend: { readonly plan: Plan; readonly trace: Trace } | null;
}

/** Nothing for a flow that is not blocked. */
export function whyNotScenes(
  catalog: Catalog,
  document: Document,
  { flow, trace, mend }: WhyNot,
): readonly SceneDraft[] {
  const [block] = trace.blockedBy;
  if (trace.verdict !== 'blocked' || block === undefined) return [];
  const visits = visitsOf(document, trace);
  const view = (
    shown: Document,
    ids: Iterable<ResourceId | null>,
    least?: Parameters<typeof cameraOn>[2],
  ): Camera => {
    // What stands in a collapsed container is where its chip is.
    const hidden = hiddenIn(catalog, shown.resources);
    return cameraOn(
      shown,
      [...ids].flatMap((id) => (id === null ? [] : (hidden.get(id) ?? id))),
      least,
    );
  };
  const whole = view(document, [flow.from, flow.to, ...visits.map(({ at }) => at)]);
  const context = { document, flow, whole, view };
  return [
    wish(context),
    ...(visits.length > 1 ? [hopByHop(context, visits)] : []),
    decision(context, trace),
    ...(mend === null ? [] : mending(catalog, context, mend)),
  ];
}

interface Context {
  readonly document: Document;
  readonly flow: Flow;
  readonly whole: Camera;
  view(
    document: Document,
    ids: Iterable<ResourceId | null>,
    least?: { readonly w: number; readonly h: number },
  ): Camera;
}

/** The least that is seen of a design, in canvas px: about what is around one icon. */
const closest = { w: 560, h: 340 };

function wish({ document, flow, whole }: Context): SceneDraft {
  const [from, to] = [nameOf(document, flow.from), nameOf(document, flow.to)];
  const traffic = trafficWords(flow);
  return {
    title: { en: `What is wanted: ${plain(document, flow)}`, ja: `実現したい通信: ${plain(document, flow)}` },
    text: {
      en: `**${from}** wants to reach **${to}** (${traffic.en}). Does the packet arrive?`,
      ja: `**${from}** から **${to}** へ通信しようとしています (${traffic.ja})。パケットは届くでしょうか。`,
    },
    notes: {
      en: 'Let them answer before you go on. “Next” shows the verdict, and the packet sets out.',
      ja: '先に答えてもらいます。「次へ」で結果を示し、パケットを再生します。',
    },
    camera: whole,
    flows: { [flow.id]: true },
    asks: flow.id,
  };
}

/** So many places are told of one by one; those before them are summed up. */
const mostVisits = 5;

function hopByHop({ flow, whole }: Context, visits: readonly Visit[]): SceneDraft {
  const told = visits.slice(-mostVisits);
  const before = visits.length - told.length;
  const summed: readonly Words[] =
    before === 0
      ? []
      : [
          {
            en: `${before} ${before === 1 ? 'hop passes' : 'hops pass'} without anything to tell.`,
            ja: `最初の ${before} ホップは通過します。`,
          },
        ];
  const stops = told.map(({ name, decided, isReply }, index): Words => {
    const row = decided.because.row;
    const says = escapedWords(decided.because.says);
    const number = before + index + 1;
    return {
      en: `**${number}\\. ${name}**${isReply ? ' (reply)' : ''}: ${row === null ? '' : `${asCode(rowWords(row).en)} `}${says.en}`,
      ja: `**${number}\\. ${name}**${isReply ? ' (応答)' : ''}: ${row === null ? '' : `${asCode(rowWords(row).ja)} `}${says.ja}`,
    };
  });
  return {
    title: { en: 'Hop by hop, to where it ends', ja: '止まる場所までホップごとに' },
    text: blocks(...summed, ...stops),
    notes: {
      en: 'Each “next” is one hop: say what is looked up there before it is shown.',
      ja: '「次へ」で 1 ホップずつ進みます。表示する前に、そこで何が調べられるかを説明します。',
    },
    camera: whole,
    flows: { [flow.id]: true },
    builds: told.map(({ at }, index) => ({
      block: summed.length + index + 1,
      ...(at === null ? {} : { resources: { [at]: true as const } }),
      ...(index === told.length - 1 ? { packet: flow.id } : {}),
    })),
  };
}

const lensFor: Readonly<Partial<Record<StepKind, LensName>>> = {
  route: 'routes',
  'transit-gateway-route': 'routes',
  'security-group': 'security',
  'network-acl': 'security',
  endpoint: 'endpoints',
};

function decision({ document, flow, view }: Context, trace: Trace): SceneDraft {
  const [block] = trace.blockedBy;
  if (block === undefined) throw new Error('decision expects a blocked trace');
  const steps = [...(trace.return?.steps ?? []), ...trace.forward.steps];
  const step = steps.find(
    ({ verdict, because }) => verdict === 'drop' && because.resource === block.resource,
  );
  const place = block.resource === null ? null : nameOf(document, block.resource);
  const says = escapedWords(block.says);
  const lens = step === undefined ? undefined : lensFor[step.what];
  const where: Words =
    place === null
      ? { en: 'It ends here', ja: 'ここで止まります' }
      : { en: `**${place}** decides`, ja: `**${place}** が決めています` };
  const row: readonly Words[] =
    block.row === null
      ? []
      : [
          {
            en: `The row: ${asCode(rowWords(block.row).en)}`,
            ja: `該当する行: ${asCode(rowWords(block.row).ja)}`,
          },
        ];
  const lost = lostRows(step?.lost ?? []);
  const shown = [block.resource, block.at].filter(
    (id): id is ResourceId => id !== null && (document.resources.get(id)?.w ?? 0) > 0,
  );
  const reply = block.direction === 'return';
  return {
    title: reply
      ? { en: 'What stops the reply', ja: '応答を止めているもの' }
      : { en: 'What decided', ja: '判断の根拠' },
    text: blocks({ en: `${where.en}: ${says.en}`, ja: `${where.ja}: ${says.ja}` }, ...row, ...lost),
    camera: view(document, shown.length === 0 ? [flow.from] : shown, closest),
    flows: { [flow.id]: true },
    ...(lens === undefined ? {} : { lens }),
    ...(shown.length === 0
      ? {}
      : { builds: [{ resources: Object.fromEntries(shown.map((id) => [id, true as const])) }] }),
  };
}

/** So many rows that did not win are told. */
const mostLost = 4;

function lostRows(lost: readonly LostRow[]): readonly Words[] {
  if (lost.length === 0) return [];
  const line = (language: 'en' | 'ja') =>
    lost
      .slice(0, mostLost)
      .map(
        ({ row, because }) => `- ${asCode(rowWords(row)[language])}: ${escapedMarkdown(because[language])}`,
      )
      .join('\n');
  return [{ en: line('en'), ja: line('ja') }];
}

function mending(
  catalog: Catalog,
  { document, flow, view }: Context,
  { plan, trace }: NonNullable<WhyNot['mend']>,
): readonly SceneDraft[] {
  const after = documentAfter({ catalog }, document, plan);
  const { ids, words } = changesOf(catalog, document, after);
  const title = escapedWords(plan.title);
  const visits = visitsOf(after, trace).filter(({ isReply }) => !isReply);
  const drawn = ids.filter((id) => (after.resources.get(id)?.w ?? 0) > 0);
  const whole = view(after, [flow.from, flow.to, ...visits.map(({ at }) => at), ...drawn]);
  const way = visits.map(({ name }) => name).join(' → ');
  return [
    {
      title: { en: 'What mends it', ja: '修正' },
      text: blocks({ en: `${title.en}.`, ja: `${title.ja}。` }, ...words),
      notes: {
        en: 'The diagram itself is unchanged: the change is switched on for this scene.',
        ja: '図そのものは変わりません。このシーンでのみ変更を適用しています。',
      },
      camera: drawn.length === 0 ? whole : view(after, [...drawn, flow.from], closest),
      flows: {},
      plan,
      ...(ids.length === 0
        ? {}
        : { builds: [{ resources: Object.fromEntries(ids.map((id) => [id, true as const])) }] }),
    },
    {
      title: { en: 'And it arrives', ja: 'そして届きます' },
      text: {
        en: `With it the packet takes this way: ${way}. The reply comes back, too.`,
        ja: `変更後、パケットは次の経路を通ります: ${way}。応答も戻ります。`,
      },
      camera: whole,
      flows: { [flow.id]: true },
      plan,
    },
  ];
}

interface Visit {
  readonly at: ResourceId | null;
  /** Escaped for Markdown. */
  readonly name: string;
  readonly isReply: boolean;
  /** What decided there in the end. */
  readonly decided: Step;
}

/** The places of a trace in order, each with the last thing that was decided there. */
function visitsOf(document: Document, trace: Trace): readonly Visit[] {
  const visits: Visit[] = [];
  for (const [path, isReply] of [
    [trace.forward, false],
    [trace.return, true],
  ] as const)
    for (const step of path?.steps ?? []) {
      const last = visits.at(-1);
      const visit = {
        at: step.at,
        name: step.at === null ? escapedMarkdown(step.packet.destination) : nameOf(document, step.at),
        isReply,
        decided: step,
      };
      if (last?.at === step.at && last.isReply === isReply) visits.splice(-1, 1, visit);
      else visits.push(visit);
    }
  return visits;
}

function nameOf(document: Document, id: ResourceId): string {
  return escapedMarkdown(document.resources.get(id)?.name ?? '');
}

/** Titles are no Markdown. */
function plain({ resources }: Document, { from, to }: Flow): string {
  return `${resources.get(from)?.name ?? ''} → ${resources.get(to)?.name ?? ''}`;
}
