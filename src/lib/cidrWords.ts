import type { CidrFault, Family } from './cidr';
import { parseBlock } from './cidr';
import type { Words } from './words';

/** What is wrong with a text that should be a CIDR block of a family, and what may have been meant; undefined when it is one. */
export function cidrFaultWords(text: string, family: Family): Words | undefined {
  const parsed = parseBlock(text);
  if (parsed.ok) {
    if (parsed.value.family === family) return undefined;
    return {
      en: `“${text}” is an IPv${parsed.value.family} block; an IPv${family} block is needed`,
      ja: `「${text}」は IPv${parsed.value.family} の CIDR ブロックです。IPv${family} の CIDR ブロックを指定してください`,
    };
  }
  const { fault, meant } = parsed;
  // AWS takes such a block, so it is one.
  if (fault === 'host-bits-set')
    return {
      en: `“${text}” has bits set behind the prefix; did you mean ${meant ?? ''}?`,
      ja: `「${text}」はプレフィックスより後ろのビットが立っています。${meant ?? ''} の誤りではありませんか`,
    };
  const { en, ja } = faults[fault];
  return {
    en: `“${text}” is not a CIDR block: ${en}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    ja: `「${text}」は CIDR ブロックではありません: ${ja}${meant === undefined ? '' : `。${meant} の誤りではありませんか`}`,
  };
}

const faults: Readonly<Record<Exclude<CidrFault, 'host-bits-set'>, Words>> = {
  'not-an-address': {
    en: 'it has no address before the slash',
    ja: 'スラッシュの前がアドレスではありません',
  },
  'leading-zero': {
    en: 'a number starts with 0, which some tools read as octal',
    ja: '0 で始まる数は、8 進数と解釈されることがあります',
  },
  'octet-too-large': { en: 'a number is greater than 255', ja: '255 を超える数があります' },
  'no-prefix': {
    en: 'the prefix length (such as /24) is missing',
    ja: 'プレフィックス長 (/24 など) がありません',
  },
  'prefix-too-long': {
    en: 'the prefix is longer than an address',
    ja: 'プレフィックス長がアドレスの長さを超えています',
  },
};
