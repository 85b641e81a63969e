/** A comparison for people: a table of all ways, then each one in full. */
import type { Alternative, WayCost } from '../../core/compare/alternative';
import { rateText, usdText } from '../../core/cost/usdText';
import type { Verdict } from '../../core/network/trace';
import type { Language, Words } from '../../lib/words';
import { hopNames, typesOf, type Told } from '../compareJson';
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
  const head = `${paint.strong(plain(flowText(flow)))}  ${plain(region)}, ${traffic}`;
  const hops = hopNames(told, now.hops).map(plain).join(' → ');
  const today = `${say({ en: 'Today', ja: '現在' })}: ${verdictText(now.verdict, language, paint)}  ${hops}`;
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
    ...(reasons.length === 0
      ? []
      : [`${paint.strong(say({ en: 'No way', ja: '使えない経路' }))}\n${aligned(reasons, '  ')}`]),
    ...(alternatives.some(({ cost }) => cost?.lines.some(({ estimate }) => estimate) === true)
      ? [say(estimates)]
      : []),
  ].join('\n\n')}\n`;
}

const estimates: Words = {
  en: 'Prices are estimates from a dated table, in US dollars, on demand, without taxes; “cost” lists each with its source.',
  ja: '料金は日付のある料金表に基づく概算です (米ドル、オンデマンド、税抜)。各項目の出典は cost で確認できます。',
};

const columnHeads: readonly Words[] = [
  { en: '', ja: '' },
  { en: 'Way', ja: '経路' },
  { en: 'Verdict', ja: '判定' },
  { en: 'A month', ja: '月額' },
  { en: 'Each GB', ja: '1 GB' },
  { en: 'Public IP', ja: 'パブリック IP' },
  { en: 'Private', ja: 'プライベート' },
  { en: 'Zone fails', ja: 'ゾーン障害' },
];

function rowOf(
  { title, present, passage, verdict, traits, zoneLoss, cost }: Alternative,
  language: Language,
  paint: Paint,
): readonly string[] {
  const yes = { en: 'yes', ja: 'はい' }[language];
  const no = { en: 'no', ja: 'いいえ' }[language];
  const none = '-';
  const told = (value: boolean | null | undefined): string => (value == null ? '?' : value ? yes : no);
  if (passage === null)
    return ['', plain(title[language]), noWayText(verdict, language, paint), none, none, none, none, none];
  return [
    present ? '●' : '',
    plain(title[language]),
    verdictText(verdict, language, paint),
    monthText(cost),
    cost?.usdPerGb == null ? '?' : rateText(cost.usdPerGb),
    told(traits?.needsPublicAddress),
    told(traits === null ? null : !traits.leavesPrivateNetwork),
    zoneText(zoneLoss?.survives ?? null, language),
  ];
}

function zoneText(survives: boolean | null, language: Language): string {
  if (survives === null) return '?';
  return (survives ? { en: 'goes on', ja: '継続' } : { en: 'stops', ja: '停止' })[language];
}

function noWayText(verdict: Verdict, language: Language, paint: Paint): string {
  return verdict === 'unknown'
    ? verdictText(verdict, language, paint)
    : paint.bad({ en: 'no way', ja: '使えません' }[language]);
}

function verdictText(verdict: Verdict, language: Language, paint: Paint): string {
  switch (verdict) {
    case 'reachable':
      return paint.good({ en: 'reachable', ja: '到達可能' }[language]);
    case 'blocked':
      return paint.bad({ en: 'blocked', ja: 'ブロック' }[language]);
    case 'unknown':
      return paint.doubtful({ en: 'cannot say', ja: '判定不能' }[language]);
  }
}

/** What is not the whole is told as the least that it can be. */
function monthText(cost: WayCost | null): string {
  if (cost?.monthlyUsd == null) return '?';
  return `${cost.complete ? '' : '≥ '}${usdText(cost.monthlyUsd)}`;
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
    row({ en: 'name', ja: '名前解決' }, say(traits.dnsAnswer));
    row(
      { en: 'guarded by', ja: '保護' },
      list(traits.guardedBy.map((guard) => guard.title[language])) || say({ en: 'nothing', ja: 'なし' }),
    );
  }
  if (zoneLoss !== null) row({ en: 'zone fails', ja: 'ゾーン障害' }, say(zoneLoss.says));
  if (cost !== null) row({ en: 'cost', ja: '料金' }, costText(told, cost));
  row({ en: 'plan', ja: 'プラン' }, plan.commands.length === 0 ? '' : say(plan.title));
  row({ en: 'adds', ja: '追加' }, list(typesOf(each.adds)));
  row({ en: 'changes', ja: '変更' }, list([...new Set(each.changes.map(({ logicalId }) => logicalId))]));
  row({ en: 'removes', ja: '削除' }, list([...new Set(each.removes.map(({ logicalId }) => logicalId))]));
  for (const words of each.breaks) row({ en: 'breaks', ja: '影響' }, paint.bad(say(words)));
  for (const words of [...each.unknowns, ...(cost?.assumes ?? [])])
    row({ en: 'assumed', ja: '仮定' }, say(words));
  for (const words of cost?.notKnown ?? []) row({ en: 'not known', ja: '不明' }, say(words));
  const today = present ? `  ${paint.quiet(say({ en: 'as it is today', ja: '現在の経路' }))}` : '';
  return `${paint.strong(say(title))}${today}\n${aligned(rows, '  ')}`;
}

function costText({ language, nameOf }: Told, { lines, changeUsd }: WayCost): string {
  const parts = lines.map(({ resource, label, unit, quantity, unitUsd, monthlyUsd }) => {
    const amount = monthlyUsd === null ? '?' : usdText(monthlyUsd);
    const count = quantity === null ? '?' : String(Math.round(quantity * 100) / 100);
    const rate = unitUsd === null ? '?' : rateText(unitUsd);
    const per = unit === 'hour' ? { en: 'h', ja: '時間' }[language] : 'GB';
    return `${plain(nameOf(resource))} ${plain(label[language])} ${count} ${per} × ${rate} = ${amount}`;
  });
  const change =
    changeUsd === null || Math.abs(changeUsd) < 0.005
      ? []
      : [
          {
            en: `the bill changes by ${changeUsd > 0 ? '+' : ''}${usdText(changeUsd)}`,
            ja: `請求額の変化 ${changeUsd > 0 ? '+' : ''}${usdText(changeUsd)}`,
          }[language],
        ];
  return [...parts, ...change].join('; ');
}
