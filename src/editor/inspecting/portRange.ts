/** A range of ports as one text: `443`, `1024-65535`, nothing for all of them. */

export interface PortRange {
  readonly from: number | null;
  readonly to: number | null;
}

export function portRangeText(from: unknown, to: unknown): string {
  if (typeof from !== 'number' && typeof to !== 'number') return '';
  if (from === to || typeof to !== 'number') return String(from);
  return typeof from === 'number' ? `${from}-${to}` : `0-${to}`;
}

/** Undefined for text that is no range. A range that ends before it begins is one: a fault, but one that can be kept. */
export function readPortRange(text: string): PortRange | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/[–—−~〜ー]|\.\.+/g, '-');
  if (plain === '' || plain === '*' || /^(all|any|すべて)$/i.test(plain)) return { from: null, to: null };
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(plain);
  if (match === null) return undefined;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  return { from, to };
}
