import { wordList } from '../words';
import type { Words } from '../../lib/words';

export const words = wordList({
  title: { en: 'Plan addresses', ja: 'アドレス計画' },
  vpc: { en: 'VPC', ja: 'VPC' },
  subnets: { en: 'Subnets', ja: 'サブネット' },
  subnet: { en: 'Subnet', ja: 'サブネット' },
  block: { en: 'IPv4 CIDR block', ja: 'IPv4 CIDR ブロック' },
  number: { en: 'IPv6 number', ja: 'IPv6 番号' },
  size: { en: 'Addresses', ja: 'アドレス数' },
  reserved: { en: 'AWS', ja: 'AWS 予約' },
  taken: { en: 'Taken', ja: '使用' },
  left: { en: 'Left', ja: '残り' },
  change: { en: 'Change', ja: '変更' },
  none: { en: 'none', ja: 'なし' },
  noSubnets: {
    en: 'No subnets yet. Draw over a free block above, or add one here.',
    ja: 'サブネットはまだありません。上の空きブロックをドラッグするか、ここで追加してください。',
  },
  noSpace: {
    en: 'The CIDR blocks of this VPC are not known, so there is nothing to divide up.',
    ja: 'この VPC の CIDR ブロックが不明なため、計画できません。',
  },
  notComplete: {
    en: 'One of its CIDR blocks is not known: what lies outside the others may lie in that one.',
    ja: '不明な CIDR ブロックがあります。ほかのブロックの外にあるサブネットは、そのブロックにある可能性があります。',
  },
  free: { en: 'Free', ja: '空き' },
  window: { en: 'Part that is shown', ja: '表示範囲' },
  zoomIn: { en: 'Show less of it, larger', ja: '範囲を狭めて拡大' },
  zoomOut: { en: 'Show more of it', ja: '範囲を広げる' },
  before: { en: 'The addresses before', ja: '前の範囲' },
  behind: { en: 'The addresses behind', ja: '次の範囲' },
  larger: { en: 'Twice as large', ja: '2 倍にする' },
  smaller: { en: 'Half as large', ja: '半分にする' },
  nextFree: { en: 'Move to the next free place', ja: '次の空きに移動' },
  newSubnet: { en: 'New subnet of', ja: '新しいサブネットのサイズ' },
  add: { en: 'Add', ja: '追加' },
  noRoom: { en: 'no free block of this size', ja: 'このサイズの空きブロックはありません' },
  reservedFive: {
    en: 'Reserved by AWS in every subnet',
    ja: '各サブネットで AWS が予約するアドレス',
  },
  whoTakes: { en: 'Taken', ja: '使用するリソース' },
  nobody: { en: 'Nothing in it takes an address yet', ja: 'アドレスを使うリソースはまだありません' },
  show: { en: 'Show on the canvas', ja: 'キャンバスで表示' },
  problems: { en: 'Problems', ja: '問題' },
  outside: { en: 'Outside', ja: '範囲外' },
  done: { en: 'Done', ja: '完了' },
  undo: { en: 'Undo', ja: '元に戻す' },
  redo: { en: 'Redo', ja: 'やり直す' },
  keys: {
    en: 'Drag a block to move it, its edge to size it, over a free block to make a subnet. Keys: ← → the next free place, Home End the outermost, + − twice or half as large, Enter makes a subnet.',
    ja: 'ブロックをドラッグすると移動、端をドラッグするとサイズ変更、空きブロックの上をドラッグするとサブネットの作成。キー: ← → 次の空き、Home End 端の空き、+ − 2 倍・半分、Enter サブネットの作成。',
  },
  replaced: {
    en: 'A subnet that is already deployed cannot be resized: CloudFormation replaces it, with everything in it.',
    ja: 'デプロイ済みのサブネットのサイズは変更できません。CloudFormation は、中のリソースごとサブネットを置き換えます。',
  },
  notABlock: { en: 'is no block or cannot be taken', ja: '使えないブロックです' },
});

export const plainNumber = (value: number | bigint): string => value.toLocaleString('en-US');

/** "10.0.0.0/16: 65,536 addresses, 6 subnets". */
export function spaceText(block: string, addresses: string, subnets: number): Words {
  return {
    en: `${block}: ${addresses} addresses, ${subnets === 1 ? '1 subnet' : `${subnets} subnets`}`,
    ja: `${block}: アドレス ${addresses} 個、サブネット ${subnets} 個`,
  };
}

export function numbersText(subnets: number): Words {
  return {
    en: `IPv6: 256 blocks of /64, ${subnets} taken`,
    ja: `IPv6: /64 ブロック 256 個、${subnets} 個使用`,
  };
}

export function windowText(shown: string): Words {
  return { en: `Showing ${shown}`, ja: `${shown} を表示中` };
}

export function freeText(block: string): Words {
  return { en: `Free: ${block}`, ja: `空き: ${block}` };
}

export function partLabel(
  label: Words,
  name: string,
  block: string,
  left: number | null,
  clash: string | null,
): Words {
  return {
    en: [
      `${label.en} ${name}, ${block}`,
      ...(left === null ? [] : [`${plainNumber(left)} addresses left`]),
      ...(clash === null ? [] : [`overlaps ${clash}`]),
    ].join(', '),
    ja: [
      `${label.ja} ${name}、${block}`,
      ...(left === null ? [] : [`残りアドレス ${plainNumber(left)} 個`]),
      ...(clash === null ? [] : [`${clash} と重複`]),
    ].join('、'),
  };
}

export function ofSubnet({ en, ja }: Words, name: string): Words {
  return { en: `${en}: ${name}`, ja: `${name}: ${ja}` };
}

/** "Change to 10.0.4.0/24". */
export function mendText(block: string): Words {
  return { en: `Change to ${block}`, ja: `${block} に変更` };
}

export const addIpv6: Words = {
  en: 'Give the VPC an IPv6 block from Amazon',
  ja: 'VPC に Amazon 提供の IPv6 CIDR ブロックを追加',
};

/** The reserved addresses in their order. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const reservedMeanings: readonly Words[] = [
  { en: 'the network address', ja: 'ネットワークアドレス' },
  { en: 'the VPC router', ja: 'VPC ルーター' },
  {
    en: 'for DNS: the Amazon server is at the VPC’s own plus two',
    ja: 'DNS 用 (Amazon DNS サーバーは VPC のアドレス + 2)',
  },
  { en: 'kept for the future', ja: '将来の利用のための予約' },
  { en: 'broadcast, which a VPC does not have', ja: 'ブロードキャスト (VPC では使えません)' },
];
