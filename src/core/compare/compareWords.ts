/** What is said of alternatives, in the words that the command line, the table in the browser and the scenes share. */
import type { Words } from '../../lib/words';
import type { CostLine } from '../cost/costLines';
import { rateText, usdText } from '../cost/usdText';
import type { Verdict } from '../network/trace';
import type { Made, WayCost } from './alternative';

export const compareWords = {
  today: { en: 'Today', ja: '現在' },
  asToday: { en: 'as it is today', ja: '現在の経路' },
  noWay: { en: 'No way', ja: '使えない経路' },
  noWayShort: { en: 'no way', ja: '使えません' },
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
  nothing: { en: 'nothing', ja: 'なし' },
  notKnown: { en: 'not known', ja: '不明' },
  goesOn: { en: 'goes on', ja: '継続' },
  stops: { en: 'stops', ja: '停止' },
  estimates: {
    en: 'Prices are estimates from a dated table, in US dollars, on demand, without taxes; “cost” lists each with its source.',
    ja: '料金は日付のある料金表に基づく概算です (米ドル、オンデマンド、税抜)。各項目の出典は cost で確認できます。',
  },
  way: { en: 'Way', ja: '経路' },
  verdict: { en: 'Verdict', ja: '判定' },
  month: { en: 'A month', ja: '月額' },
  eachGb: { en: 'Each GB', ja: '1 GB' },
  publicIp: { en: 'Public IP', ja: 'パブリック IP' },
  private: { en: 'Private', ja: 'プライベート' },
  zoneFails: { en: 'Zone fails', ja: 'ゾーン障害' },
  guardedBy: { en: 'guarded by', ja: '保護' },
  name: { en: 'DNS answer', ja: '名前解決' },
  plan: { en: 'plan', ja: 'プラン' },
  adds: { en: 'adds', ja: '追加' },
  changes: { en: 'changes', ja: '変更' },
  removes: { en: 'removes', ja: '削除' },
  breaks: { en: 'breaks', ja: '影響' },
  assumed: { en: 'assumed', ja: '仮定' },
} as const satisfies Readonly<Record<string, Words>>;

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  reachable: { en: 'reachable', ja: '到達可能' },
  blocked: { en: 'blocked', ja: 'ブロック' },
  unknown: { en: 'cannot say', ja: '判定不能' },
};

/** What a way costs a month; what is not the whole is told as the least that it can be, and null is what nobody knows. */
export function monthText(cost: WayCost | null): string | null {
  if (cost?.monthlyUsd == null) return null;
  return `${cost.complete ? '' : '≥ '}${usdText(cost.monthlyUsd)}`;
}

/** One line of a bill as a sum: what pays, how much of it, at which price; `?` for what is not known. */
export function lineWords({ label, unit, quantity, unitUsd, monthlyUsd }: CostLine, payer: string): Words {
  const amount = monthlyUsd === null ? '?' : usdText(monthlyUsd);
  const count = quantity === null ? '?' : String(Math.round(quantity * 100) / 100);
  const rate = unitUsd === null ? '?' : rateText(unitUsd);
  const says = (language: 'en' | 'ja', per: string): string =>
    `${payer} ${label[language]} ${count} ${per} × ${rate} = ${amount}`;
  return { en: says('en', unit === 'hour' ? 'h' : 'GB'), ja: says('ja', unit === 'hour' ? '時間' : 'GB') };
}

/** By how much the bill of the whole design changes; undefined where that is not known, or by less than a cent. */
export function changeWords(changeUsd: number | null): Words | undefined {
  if (changeUsd === null || Math.abs(changeUsd) < 0.005) return undefined;
  const amount = `${changeUsd > 0 ? '+' : ''}${usdText(changeUsd)}`;
  return { en: `the bill changes by ${amount}`, ja: `請求額の変化 ${amount}` };
}

/** The CloudFormation types of what is made, each once, sorted. */
export function typesOf(made: readonly Made[]): readonly string[] {
  return [...new Set(made.map(({ type }) => type))].sort();
}
