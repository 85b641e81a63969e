/**
 * Addresses that stand for the internet: any public one, and one of each public block that a row of the design names,
 * since a route or a rule may be about that block alone.
 */
import { addressText, blockOf, lastOf } from '../../lib/cidr';
import type { Catalog } from '../catalog/catalog';
import type { Document } from '../model/document';
import { exactly, isPublic } from '../network/address';
import { factsOf } from '../network/network';

/** More entries of one list, or blocks of one design, than anybody writes by hand. */
const most = 200;

export interface PublicAddresses {
  readonly addresses: readonly string[];
  /** Whether the design names more blocks than are looked at. */
  readonly isCut: boolean;
}

export function publicAddresses(catalog: Catalog, document: Document): PublicAddresses {
  const found = new Set<string>();
  for (const fact of factsOf(catalog, document)) for (const text of textsIn(fact)) addAddresses(found, text);
  const addresses = [...found].sort();
  return { addresses: addresses.slice(0, most), isCut: addresses.length > most };
}

/** The first and the last address of a block: a smaller block inside it may hold one of them. */
function addAddresses(found: Set<string>, text: string): void {
  const block = blockOf(text);
  if (block === undefined || block.prefix === 0) return;
  for (const value of [block.first, lastOf(block)]) {
    const address = { family: block.family, value };
    if (isPublic(exactly(address))) found.add(addressText(address));
  }
}

/** Every text of a fact that is a CIDR block, however deep it stands. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('/')) yield value;
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* textsIn(each);
}
