/**
 * What AWS charges: US dollars, on demand, without taxes and discounts. Every figure has its source, the day it was true by
 * that, and how far it can be relied on. A Region that has no figure for an item is not guessed at.
 */
import type { Words } from '../../lib/words';

/** AWS counts a month as 730 hours. */
export const hoursPerMonth = 730;

/**
 * `read`: in AWS's own text. `transcribed`: in somebody else's copy of AWS's price list. `believed`: nobody's text was at
 * hand. All but the first are shown as estimates.
 */
export type Evidence = 'read' | 'transcribed' | 'believed';

export interface PriceFigure {
  readonly usd: number;
  /** A day, or a month; null where the source has no date. */
  readonly asOf: string | null;
  readonly source: string;
  readonly evidence: Evidence;
  /** Up to how much a month, over the whole Region, this figure is for; absent: everything beyond the ones before. */
  readonly upTo?: number;
}

/** What is counted: hours that something runs, gigabytes that pass, millions of queries, single deeds. */
export const priceUnits = ['hour', 'gb', 'million', 'deed'] as const;
export type PriceUnit = (typeof priceUnits)[number];

export type PricedItem = {
  readonly label: Words;
} & {
  /** By Region; `*` is every Region. Figures of several tiers stand in their order. */
  readonly [U in PriceUnit]?: Readonly<Record<string, readonly [PriceFigure, ...PriceFigure[]]>>;
};

type Rest = Omit<PriceFigure, 'usd' | 'upTo'>;
type Tiers = readonly [PriceFigure, ...PriceFigure[]];

const offer: Rest = { asOf: '2026-09-17', source: 'AmazonVPC price list', evidence: 'transcribed' };
const notes: Rest = { asOf: null, source: 'a copy of the AWS price list', evidence: 'transcribed' };
const guess: Rest = { asOf: null, source: 'believed; no source at hand', evidence: 'believed' };

const at = (usd: number, rest: Rest, upTo?: number): PriceFigure =>
  upTo === undefined ? { usd, ...rest } : { usd, upTo, ...rest };
const flat = (usd: number, rest: Rest): Tiers => [at(usd, rest)];
const both = (usd: number, rest: Rest): Readonly<Record<string, Tiers>> => ({
  'us-east-1': flat(usd, rest),
  'ap-northeast-1': flat(usd, rest),
});
const virginiaAndTokyo = (
  virginia: number,
  tokyo: number,
  one: Rest,
  other: Rest = one,
): Readonly<Record<string, Tiers>> => ({
  'us-east-1': flat(virginia, one),
  'ap-northeast-1': flat(tokyo, other),
});

/** AWS's tiers are counted in binary: 1 TB is 1,024 GB. */
const terabyte = 1024;
const petabyte = 1024 * terabyte;

const natVirginia: Rest = { ...notes, asOf: '2026-08-12', source: 'AWS Price List API' };
const natTokyo: Rest = { ...notes, asOf: '2026-09-27', source: 'AWS Price List API' };
const transit: Rest = { ...notes, source: 'a copy of the AWS Transit Gateway prices' };

export const priceList = {
  'nat-gateway': {
    label: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
    hour: virginiaAndTokyo(0.045, 0.062, natVirginia, natTokyo),
    gb: virginiaAndTokyo(0.045, 0.062, natVirginia, natTokyo),
  },
  // By the hour in each Availability Zone that it serves; for Tokyo the source does not say that.
  'regional-nat-gateway': {
    label: { en: 'Regional NAT gateway', ja: 'リージョナル NAT ゲートウェイ' },
    hour: virginiaAndTokyo(0.045, 0.062, natVirginia, { ...natTokyo, evidence: 'believed' }),
    gb: virginiaAndTokyo(0.045, 0.062, natVirginia, natTokyo),
  },
  'interface-endpoint': {
    label: { en: 'Interface endpoint', ja: 'インターフェイスエンドポイント' },
    hour: virginiaAndTokyo(0.01, 0.014, offer),
    gb: {
      'us-east-1': [at(0.01, offer, petabyte), at(0.006, offer, 5 * petabyte), at(0.004, offer)],
      'ap-northeast-1': [
        at(0.01, offer, petabyte),
        at(0.006, { ...offer, evidence: 'believed' }, 5 * petabyte),
        at(0.004, { ...offer, evidence: 'believed' }),
      ],
    },
  },
  'gateway-endpoint': {
    label: { en: 'Gateway endpoint', ja: 'ゲートウェイエンドポイント' },
    hour: { '*': flat(0, { asOf: null, source: 'https://aws.amazon.com/vpc/pricing/', evidence: 'read' }) },
    gb: { '*': flat(0, { asOf: null, source: 'https://aws.amazon.com/vpc/pricing/', evidence: 'read' }) },
  },
  'gwlb-endpoint': {
    label: { en: 'Gateway Load Balancer endpoint', ja: 'Gateway Load Balancer エンドポイント' },
    hour: virginiaAndTokyo(0.01, 0.014, offer, guess),
    gb: virginiaAndTokyo(0.0035, 0.0035, offer, guess),
  },
  'resource-endpoint': {
    label: { en: 'Resource endpoint', ja: 'リソースエンドポイント' },
    hour: { 'us-east-1': flat(0.02, offer) },
    gb: { 'us-east-1': flat(0.01, offer) },
  },
  'public-ipv4': {
    label: { en: 'Public IPv4 address', ja: 'パブリック IPv4 アドレス' },
    hour: both(0.005, offer),
  },
  'transit-gateway-attachment': {
    label: { en: 'Transit gateway attachment', ja: 'Transit Gateway アタッチメント' },
    hour: virginiaAndTokyo(0.05, 0.07, transit, { ...transit, asOf: '2023' }),
    gb: virginiaAndTokyo(0.02, 0.02, transit, { ...transit, asOf: '2026-01' }),
  },
  'client-vpn-association': {
    label: { en: 'Client VPN association', ja: 'クライアント VPN の関連付け' },
    hour: virginiaAndTokyo(0.1, 0.15, guess, { ...notes, asOf: '2026-09-13' }),
  },
  'client-vpn-connection': {
    label: { en: 'Client VPN connection', ja: 'クライアント VPN の接続' },
    hour: virginiaAndTokyo(0.05, 0.05, notes, { ...notes, asOf: '2026-09-13' }),
  },
  'site-to-site-vpn': {
    label: { en: 'Site-to-Site VPN connection', ja: 'Site-to-Site VPN 接続' },
    hour: virginiaAndTokyo(0.05, 0.048, notes),
  },
  'resolver-endpoint': {
    label: { en: 'Resolver endpoint interface', ja: 'Resolver エンドポイントのインターフェイス' },
    hour: both(0.125, notes),
  },
  'resolver-query': {
    label: { en: 'Resolver queries', ja: 'Resolver のクエリ' },
    million: {
      'us-east-1': [at(0.4, notes, 1000), at(0.2, notes)],
      'ap-northeast-1': [at(0.4, notes, 1000), at(0.2, notes)],
    },
  },
  'network-load-balancer': {
    label: { en: 'Network Load Balancer', ja: 'Network Load Balancer' },
    hour: virginiaAndTokyo(0.0225, 0.0243, notes),
  },
  'network-load-balancer-capacity': {
    label: { en: 'NLB capacity units (NLCU)', ja: 'NLB のキャパシティユニット (NLCU)' },
    hour: both(0.006, notes),
  },
  'gateway-load-balancer': {
    label: { en: 'Gateway Load Balancer', ja: 'Gateway Load Balancer' },
    hour: { 'us-east-1': flat(0.0125, { ...notes, asOf: '2026-05' }) },
  },
  'gateway-load-balancer-capacity': {
    label: { en: 'GWLB capacity units (GLCU)', ja: 'GWLB のキャパシティユニット (GLCU)' },
    hour: { 'us-east-1': flat(0.004, { ...notes, asOf: '2026-05' }) },
  },
  'application-load-balancer': {
    label: { en: 'Application Load Balancer', ja: 'Application Load Balancer' },
    hour: virginiaAndTokyo(0.0225, 0.0243, notes),
  },
  'application-load-balancer-capacity': {
    label: { en: 'ALB capacity units (LCU)', ja: 'ALB のキャパシティユニット (LCU)' },
    hour: both(0.008, notes),
  },
  // What comes after the first 10 TB is not known. That the first 100 GB are free is said for one Region only.
  'internet-egress': {
    label: { en: 'Data transfer to the internet', ja: 'インターネットへのデータ転送' },
    gb: {
      'us-east-1': [at(0, guess, 100), at(0.09, guess, 10 * terabyte)],
      'ap-northeast-1': [at(0.114, notes, 10 * terabyte)],
    },
  },
  // Each way. Through PrivateLink, transit gateways and Client VPN it is free.
  'cross-zone': {
    label: { en: 'Data transfer between Availability Zones', ja: 'アベイラビリティーゾーン間のデータ転送' },
    gb: both(0.01, notes),
  },
  'reachability-analysis': {
    label: { en: 'Reachability Analyzer analysis', ja: 'Reachability Analyzer の分析' },
    deed: both(0.1, notes),
  },
} as const satisfies Readonly<Record<string, PricedItem>>;

export type PriceItem = keyof typeof priceList;
