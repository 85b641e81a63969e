import { gbText } from '../../core/cost/breakEvenChart';
import { atOwnPrices } from '../../core/cost/costLines';
import { rateText, usdText } from '../../core/cost/usdText';
import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const chartWords = wordList({
  title: { en: 'NAT gateway or endpoints?', ja: 'NAT ゲートウェイとエンドポイントの比較' },
  region: { en: 'Region', ja: 'リージョン' },
  zones: { en: 'Availability Zones', ja: 'アベイラビリティーゾーン' },
  endpoints: { en: 'Interface endpoints', ja: 'インターフェイスエンドポイント' },
  crossZone: { en: 'From another zone', ja: '別ゾーンからの割合' },
  upTo: { en: 'Up to (GB a month)', ja: '上限 (GB/月)' },
  asDrawn: { en: 'As in the design', ja: '設計に合わせる' },
  print: { en: 'Print', ja: '印刷' },
  saveSvg: { en: 'Save as SVG', ja: 'SVG で保存' },
  saveCsv: { en: 'Save as CSV', ja: 'CSV で保存' },
  prices: { en: 'Prices…', ja: '料金表…' },
  done: { en: 'Done', ja: '完了' },
  chart: { en: 'Monthly cost by traffic', ja: '転送量と月額料金' },
  gbAxis: { en: 'GB a month', ja: 'GB/月' },
  traffic: { en: 'Traffic', ja: '転送量' },
  cheapest: { en: 'cheapest', ja: '最安' },
  yours: { en: 'your traffic', ja: '現在の転送量' },
  crossing: { en: 'lines cross', ja: '交点' },
  table: { en: 'The figures of the chart, USD a month', ja: 'グラフの値 (USD/月)' },
  notKnown: { en: 'not known', ja: '不明' },
  assumptions: { en: 'What is counted', ja: '計算の前提' },
  free: {
    en: 'A gateway endpoint leads to S3 and DynamoDB only, and costs nothing, by the hour or by the GB. Through a NAT gateway the same traffic pays for each GB, though it never leaves the Region.',
    ja: 'ゲートウェイエンドポイントは S3 と DynamoDB 専用で、時間料金もデータ処理料金もかかりません。NAT ゲートウェイ経由では、リージョン外に出ない通信でも 1 GB ごとに料金がかかります。',
  },
  address: {
    en: 'Each NAT gateway is counted with one public IPv4 address. Interface endpoints are paid for in each zone, and are one per service: for Session Manager, ssm and ssmmessages.',
    ja: 'NAT ゲートウェイには 1 個につきパブリック IPv4 アドレス 1 個を含めています。インターフェイスエンドポイントはサービスごとに必要で、ゾーンごとに課金されます (セッションマネージャーでは ssm と ssmmessages)。',
  },
  likeWithLike: {
    en: 'Compare like with like: a single NAT gateway fails with its zone, as endpoints in one zone do. Data from another zone to it is paid both ways; to an endpoint it is free.',
    ja: '同じ条件で比べてください。NAT ゲートウェイ 1 個は、1 ゾーンのエンドポイントと同じく、そのゾーンの障害で使えなくなります。別のゾーンから NAT ゲートウェイへの転送は往復とも有料で、エンドポイントへは無料です。',
  },
  internet: {
    en: 'Data out to the internet is not counted: it costs the same however it gets there.',
    ja: 'インターネットへのデータ転送料金は、どの経路でも同じため含めていません。',
  },
});

/** Also others see the chart, in a file of its own. */
export function usdAxis(isOwn: boolean): Words {
  return isOwn
    ? { en: `USD a month, ${atOwnPrices.en}`, ja: `USD/月 (${atOwnPrices.ja})` }
    : { en: 'USD a month', ja: 'USD/月' };
}

export function numberRefused(least: number, most: number): Words {
  const end = most.toLocaleString('en');
  return { en: `A whole number from ${least} to ${end}`, ja: `${least}〜${end} の整数` };
}

/** The share of traffic that meets a NAT gateway in another zone where it is spread evenly. */
export function evenShare(zones: number): number {
  return Math.round(((zones - 1) / zones) * 100);
}

export function evenWords(zones: number): Words {
  const share = evenShare(zones);
  return { en: `Spread evenly: ${share} %`, ja: `均等な場合: ${share} %` };
}

export interface Given {
  readonly region: string;
  readonly zones: number;
  readonly endpoints: number;
  readonly crossZoneShare: number;
}

/** What the chart is of, in one line, for print and for those who do not see the inputs. */
export function givenWords({ region, zones, endpoints, crossZoneShare }: Given): Words {
  const share = Math.round(crossZoneShare * 100);
  const parts = [
    { en: region, ja: region },
    {
      en: zones === 1 ? '1 Availability Zone' : `${zones} Availability Zones`,
      ja: `アベイラビリティーゾーン ${zones} つ`,
    },
    {
      en: endpoints === 1 ? '1 interface endpoint' : `${endpoints} interface endpoints`,
      ja: `インターフェイスエンドポイント ${endpoints} 個`,
    },
    ...(zones === 1
      ? []
      : [
          {
            en: `${share} % of the traffic to a single NAT gateway comes from another zone`,
            ja: `NAT ゲートウェイ 1 個への転送のうち別ゾーンから ${share} %`,
          },
        ]),
  ];
  return { en: parts.map(({ en }) => en).join('; '), ja: parts.map(({ ja }) => ja).join('、') };
}

export function yourTraffic(gb: number): Words {
  return { en: `Your traffic: ${gbText(gb)}`, ja: `現在の転送量: ${gbText(gb)}` };
}

export function beyondChart(gb: number): Words {
  return {
    en: `The traffic of the design, ${gbText(gb)} a month, is beyond the chart.`,
    ja: `設計の転送量 (月間 ${gbText(gb)}) はグラフの範囲外です。`,
  };
}

export function crossingMark(gb: number, usd: number): Words {
  return { en: `${gbText(gb)}, ${usdText(usd)}`, ja: `${gbText(gb)}、${usdText(usd)}` };
}

/** `titles`: of the lines that cannot be drawn. */
export function noLines(region: string, titles: readonly Words[]): Words {
  return {
    en: `Not known for ${region}, so that there is no line: ${titles.map(({ en }) => `“${en}”`).join(', ')}. Give the prices you pay.`,
    ja: `${region} の料金がわからないため、次の線を描けません: ${titles.map(({ ja }) => `「${ja}」`).join('、')}。実際の料金を入力してください。`,
  };
}

/** "NAT gateway hours: $0.062 (AWS Price List API, 2026-09-27)". */
export function figureWords(item: Words, usd: number, source: Words, asOf: string | null): Words {
  const date = asOf === null ? '' : `, ${asOf}`;
  return {
    en: `${item.en}: ${rateText(usd)} (${source.en}${date})`,
    ja: `${item.ja}: ${rateText(usd)} (${source.ja}${date})`,
  };
}
