/** A comparison for people: a table of all ways, then each one in full. */
import type { Alternative, WayCost } from '../../core/compare/alternative';
import {
  changeWords,
  compareWords,
  lineWords,
  monthText,
  typesOf,
  verdictWords,
} from '../../core/compare/compareWords';
import { hasOwnPrice, withYourPrices } from '../../core/cost/costLines';
import { rateText } from '../../core/cost/usdText';
import type { Verdict } from '../../core/network/trace';
import type { Language, Words } from '../../lib/words';
import { hopNames, type Told } from '../compareJson';
import { flowText } from '../question';
import type { Paint } from './colour';
import { aligned, plain } from './columns';

export function printCompare(told: Told, paint: Paint): string {
  const { language, comparison, flow, region } = told;
  const { gbPerMonth, now, alternatives } = comparison;
  const say = (words: Words): string => plain(words[language]);
  const traffic =
    gbPerMonth === null
      ? say({ en: 'traffic not said', ja: '転送量の指定なし' })
      : say({ en: `${gbPerMonth} GB a month`, ja: `月間 ${gbPerMonth} GB` });
  const isOwn = alternatives.some(({ cost }) => hasOwnPrice(cost?.lines ?? []));
  const terms = [plain(region), traffic, ...(isOwn ? [say(withYourPrices)] : [])];
  const head = `${paint.strong(plain(flowText(flow)))}  ${terms.join(', ')}`;
  const hops = hopNames(told, now.hops).map(plain).join(' → ');
  const today = `${say(compareWords.today)}: ${verdictText(now.verdict, language, paint)}  ${hops}`;
  const heads = columnHeads.map((words) => paint.quiet(say(words)));
  const table = aligned([heads, ...alternatives.map((each) => rowOf(each, language, paint))]);
  const details = alternatives.flatMap((each) => (each.passage === null ? [] : detailOf(told, each, paint)));
  const reasons = alternatives.flatMap(({ title, because }) =>
    because === null ? [] : [[say(title), say(because)]],
  );
  return `${[
    `${head}\n${today}`,
    table,
    ...details,
    ...(reasons.length === 0 ? [] : [`${paint.strong(say(compareWords.noWay))}\n${aligned(reasons, '  ')}`]),
    ...(alternatives.some(({ cost }) => cost?.lines.some(({ estimate }) => estimate) === true)
      ? [say(compareWords.estimates)]
      : []),
  ].join('\n\n')}\n`;
}

const columnHeads: readonly Words[] = [
  { en: '', ja: '' },
  compareWords.way,
  compareWords.verdict,
  compareWords.month,
  compareWords.eachGb,
  compareWords.publicIp,
  compareWords.private,
  compareWords.zoneFails,
];

function rowOf(
  { title, present, passage, verdict, traits, zoneLoss, cost }: Alternative,
  language: Language,
  paint: Paint,
): readonly string[] {
  const yes = compareWords.yes[language];
  const no = compareWords.no[language];
  const none = '-';
  const told = (value: boolean | null | undefined): string => (value == null ? '?' : value ? yes : no);
  if (passage === null)
    return ['', plain(title[language]), noWayText(verdict, language, paint), none, none, none, none, none];
  return [
    present ? '●' : '',
    plain(title[language]),
    verdictText(verdict, language, paint),
    monthText(cost) ?? '?',
    cost?.usdPerGb == null ? '?' : rateText(cost.usdPerGb),
    told(traits?.needsPublicAddress),
    told(traits === null ? null : !traits.leavesPrivateNetwork),
    zoneText(zoneLoss?.survives ?? null, language),
  ];
}

function zoneText(survives: boolean | null, language: Language): string {
  if (survives === null) return '?';
  return (survives ? compareWords.goesOn : compareWords.stops)[language];
}

function noWayText(verdict: Verdict, language: Language, paint: Paint): string {
  return verdict === 'unknown'
    ? verdictText(verdict, language, paint)
    : paint.bad(compareWords.noWayShort[language]);
}

function verdictText(verdict: Verdict, language: Language, paint: Paint): string {
  const paints = { reachable: paint.good, blocked: paint.bad, unknown: paint.doubtful };
  return paints[verdict](verdictWords[verdict][language]);
}

function detailOf(told: Told, each: Alternative, paint: Paint): string {
  const { language } = told;
  const { title, present, passage, traits, zoneLoss, cost, plan } = each;
  const say = (words: Words): string => plain(words[language]);
  const list = (all: readonly string[]): string => all.map(plain).join(', ');
  const rows: string[][] = [];
  const row = (name: Words, text: string): void =>
    void (text === '' ? undefined : rows.push([say(name), text]));
  row(
    { en: 'hops', ja: 'ホップ' },
    hopNames(told, passage?.hops ?? [])
      .map(plain)
      .join(' → '),
  );
  if (traits !== null) {
    row({ en: 'network', ja: 'ネットワーク' }, say(traits.network));
    row(compareWords.name, say(traits.dnsAnswer));
    row(
      compareWords.guardedBy,
      list(traits.guardedBy.map((guard) => guard.title[language])) || say(compareWords.nothing),
    );
  }
  if (zoneLoss !== null) row({ en: 'zone fails', ja: 'ゾーン障害' }, say(zoneLoss.says));
  if (cost !== null) row({ en: 'cost', ja: '料金' }, costText(told, cost));
  row(compareWords.plan, plan.commands.length === 0 ? '' : say(plan.title));
  row(compareWords.adds, list(typesOf(each.adds)));
  row(compareWords.changes, list([...new Set(each.changes.map(({ logicalId }) => logicalId))]));
  row(compareWords.removes, list([...new Set(each.removes.map(({ logicalId }) => logicalId))]));
  for (const words of each.breaks) row(compareWords.breaks, paint.bad(say(words)));
  for (const words of [...each.unknowns, ...(cost?.assumes ?? [])]) row(compareWords.assumed, say(words));
  for (const words of cost?.notKnown ?? []) row(compareWords.notKnown, say(words));
  const today = present ? `  ${paint.quiet(say(compareWords.asToday))}` : '';
  return `${paint.strong(say(title))}${today}\n${aligned(rows, '  ')}`;
}

function costText({ language, nameOf }: Told, { lines, changeUsd }: WayCost): string {
  const parts = lines.map((line) => plain(lineWords(line, nameOf(line.resource))[language]));
  const change = changeWords(changeUsd);
  return [...parts, ...(change === undefined ? [] : [change[language]])].join('; ');
}
