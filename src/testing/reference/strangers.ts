/** Addresses that stand for many: of the internet, of services, of networks outside AWS. */
import { addressFrom, blockFrom, type Address } from './addresses';

/** Somebody whom no block of a design names by itself. */
export const stranger = { 4: known('93.184.216.34'), 6: known('2a00:1450::9') } as const;
export const serviceNumber = 120n;

export function representative(blocks: readonly string[]): Address | null {
  for (const text of blocks) {
    const block = blockFrom(text);
    if (block !== null) return { family: block.family, bits: block.first + 9n };
  }
  return null;
}

function known(text: string): Address {
  const address = addressFrom(text);
  if (address === null) throw new Error(`expected an address, not ${text}`);
  return address;
}
