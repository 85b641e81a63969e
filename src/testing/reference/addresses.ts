/** Addresses and CIDR blocks of the reference, which shares no code with the engine: plain whole numbers. */

export interface Address {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** A block of addresses; bits beyond its length are taken as zero, as AWS takes them. */
export interface Block {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly length: number;
}

const width = { 4: 32, 6: 128 } as const;

export function addressFrom(text: string): Address | null {
  if (text.includes(':')) {
    const bits = sixFrom(text);
    return bits === null ? null : { family: 6, bits };
  }
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255))
    return null;
  return { family: 4, bits: parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n) };
}

function sixFrom(text: string): bigint | null {
  const [before = '', after, ...rest] = text.split('::');
  if (rest.length > 0) return null;
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = groups(before);
  const right = after === undefined ? [] : groups(after);
  const missing = 8 - left.length - right.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return all.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n);
}

const read = new Map<string, Block | null>();

export function blockFrom(text: string): Block | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const block = parsed(text);
  read.set(text, block);
  return block;
}

function parsed(text: string): Block | null {
  const [left = '', right, ...rest] = text.split('/');
  const address = addressFrom(left);
  if (address === null || right === undefined || rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(right))
    return null;
  const length = Number(right);
  return length > width[address.family] ? null : blockAt(address, length);
}

export function blockAt({ family, bits }: Address, length: number): Block {
  const size = 1n << BigInt(width[family] - length);
  const first = (bits / size) * size;
  return { family, first, last: first + size - 1n, length };
}

export function covers(block: Block, { family, bits }: Address): boolean {
  return block.family === family && block.first <= bits && bits <= block.last;
}

export function overlap(one: Block, other: Block): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

export function isWithinBlock(inner: Block, outer: Block): boolean {
  return inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function sameBlock(one: Block, other: Block): boolean {
  return one.family === other.family && one.first === other.first && one.length === other.length;
}

export function sameAddress(one: Address, other: Address): boolean {
  return one.family === other.family && one.bits === other.bits;
}

const notPublic = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
  '::/3',
  '4000::/2',
  '8000::/1',
].map((text) => blockFrom(text));

/** Whether the internet carries it: RFC 1918 and RFC 6598 and what is kept for other ends it does not. */
export function isPublic(address: Address): boolean {
  return !notPublic.some((block) => block !== null && covers(block, address));
}

export function isRfc1918(address: Address): boolean {
  return rfc1918.some((block) => block !== null && covers(block, address));
}

const rfc1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => blockFrom(text));
