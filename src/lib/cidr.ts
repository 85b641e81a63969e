/**
 * IPv4 and IPv6 addresses and CIDR blocks. Addresses are bigints, so that both families are handled by the same code.
 * Text is read strictly (RFC 4632, RFC 4291): no leading zeros (`010.0.0.1` is octal to some tools and decimal to
 * others), no host bits set in a block.
 */
export type Family = 4 | 6;

export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** A CIDR block; `first` has no bit set below the prefix. */
export interface Block {
  readonly family: Family;
  readonly first: bigint;
  /** Prefix length, 0–32 or 0–128. */
  readonly prefix: number;
}

/** Why a text is no block or address: a closed list, so that each caller can say it in its own words. */
export type CidrFault =
  'not-an-address' | 'leading-zero' | 'octet-too-large' | 'no-prefix' | 'prefix-too-long' | 'host-bits-set';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `meant` is the nearest text that would have been right, where there is one. */
  | { readonly ok: false; readonly fault: CidrFault; readonly meant?: string };

/** Bits of an address of a family. */
export function bits(family: Family): number {
  return family === 4 ? 32 : 128;
}

export function parseAddress(text: string): Parsed<Address> {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

export function parseBlock(text: string): Parsed<Block> {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  const prefixText = slash < 0 ? '' : text.slice(slash + 1);
  if (!address.ok)
    return address.meant === undefined || slash < 0
      ? address
      : { ...address, meant: `${address.meant}/${prefixText}` };
  const { family, value } = address.value;
  if (slash < 0)
    // No host has the address 0: whoever writes it alone means all addresses.
    return { ok: false, fault: 'no-prefix', meant: `${text}/${value === 0n ? 0 : bits(family)}` };
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText)) return { ok: false, fault: 'no-prefix' };
  const prefix = Number(prefixText);
  if (prefix > bits(family)) return { ok: false, fault: 'prefix-too-long' };
  const first = firstOf(family, value, prefix);
  if (first !== value)
    return { ok: false, fault: 'host-bits-set', meant: blockText({ family, first, prefix }) };
  return { ok: true, value: { family, first, prefix } };
}

/** The block, or undefined for text that is none. */
export function blockOf(text: string): Block | undefined {
  const parsed = parseBlock(text);
  return parsed.ok ? parsed.value : undefined;
}

/** The address, or undefined for text that is none. */
export function addressOf(text: string): Address | undefined {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.value : undefined;
}

/** How many addresses a block has. */
export function sizeOfBlock(block: Block): bigint {
  return 1n << BigInt(bits(block.family) - block.prefix);
}

export function lastOf(block: Block): bigint {
  return block.first + sizeOfBlock(block) - 1n;
}

export function overlaps(a: Block, b: Block): boolean {
  return a.family === b.family && a.first <= lastOf(b) && b.first <= lastOf(a);
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Block, inner: Block): boolean {
  return (
    outer.family === inner.family &&
    outer.prefix <= inner.prefix &&
    firstOf(outer.family, inner.first, outer.prefix) === outer.first
  );
}

export function containsAddress(block: Block, address: Address): boolean {
  return block.family === address.family && block.first <= address.value && address.value <= lastOf(block);
}

/** The block of one address. */
export function hostBlock(address: Address): Block {
  return { family: address.family, first: address.value, prefix: bits(address.family) };
}

/**
 * The first block of `prefix` length inside `outer` that overlaps none of `taken`; undefined when none is free. The
 * search steps over whole taken blocks, so it is quick however large `outer` is.
 */
export function firstFreeBlock(outer: Block, prefix: number, taken: readonly Block[]): Block | undefined {
  if (prefix < outer.prefix || prefix > bits(outer.family)) return undefined;
  const size = 1n << BigInt(bits(outer.family) - prefix);
  const inTheWay = taken
    .filter((block) => overlaps(outer, block))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  let first = outer.first;
  for (;;) {
    const candidate: Block = { family: outer.family, first, prefix };
    if (lastOf(candidate) > lastOf(outer)) return undefined;
    const blocker = inTheWay.find((block) => overlaps(candidate, block));
    if (blocker === undefined) return candidate;
    const after = lastOf(blocker) + 1n;
    first = ((after + size - 1n) / size) * size;
  }
}

/** The text of a block, in its one canonical form. */
export function blockText(block: Block): string {
  return `${addressText({ family: block.family, value: block.first })}/${block.prefix}`;
}

/** The canonical text of an address: RFC 5952 for IPv6. */
export function addressText(address: Address): string {
  return address.family === 4 ? ipv4Text(address.value) : ipv6Text(address.value);
}

function firstOf(family: Family, value: bigint, prefix: number): bigint {
  const hostBits = BigInt(bits(family) - prefix);
  return (value >> hostBits) << hostBits;
}

function parseIpv4(text: string): Parsed<Address> {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,10}$/.test(octet)))
    return { ok: false, fault: 'not-an-address' };
  const plain = octets.map((octet) => octet.replace(/^0+(?=\d)/, ''));
  if (plain.some((octet) => Number(octet) > 255)) return { ok: false, fault: 'octet-too-large' };
  if (plain.some((octet, index) => octet !== octets[index]))
    return { ok: false, fault: 'leading-zero', meant: plain.join('.') };
  return {
    ok: true,
    value: { family: 4, value: plain.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n) },
  };
}

function parseIpv6(text: string): Parsed<Address> {
  const fault: Parsed<Address> = { ok: false, fault: 'not-an-address' };
  const halves = text.split('::');
  if (halves.length > 2) return fault;
  const [head, tail] = halves.map(groupsOf);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return fault;
  const groups = [...head, ...(tail ?? [])];
  const missing = 8 - groups.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return fault;
  const all = [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return { ok: true, value: { family: 6, value: all.reduce((sum, group) => (sum << 16n) | group, 0n) } };
}

/** The 16-bit groups of a part of an IPv6 address, an embedded IPv4 address at its end included. */
function groupsOf(part: string): bigint[] | undefined {
  if (part === '') return [];
  const groups: bigint[] = [];
  const pieces = part.split(':');
  for (const [index, piece] of pieces.entries()) {
    if (piece.includes('.') && index === pieces.length - 1) {
      const ipv4 = parseIpv4(piece);
      if (!ipv4.ok) return undefined;
      groups.push(ipv4.value.value >> 16n, ipv4.value.value & 0xffffn);
    } else if (/^[0-9a-f]{1,4}$/i.test(piece)) groups.push(BigInt(`0x${piece}`));
    else return undefined;
  }
  return groups;
}

function ipv4Text(value: bigint): string {
  // By a number: every step of every trace says addresses, and with big integers this took a twentieth of a matrix's time.
  const number = Number(value);
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

function ipv6Text(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  let [start, length] = [0, 0];
  for (let index = 0; index < 8; index++) {
    let run = 0;
    while (index + run < 8 && groups[index + run] === '0') run++;
    if (run > length) [start, length] = [index, run];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
