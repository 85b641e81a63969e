/** Of blocks that cannot be evaluated, the version of IP: the property that an author wrote them in says it. */
import type { Rows } from '../catalog/field';
import type { Provenance } from '../model/document';
import { isUnknown } from '../model/value';

const families: ReadonlyMap<unknown, 4 | 6> = new Map([
  ['CidrIp', 4],
  ['CidrBlock', 4],
  ['CidrIpv6', 6],
  ['Ipv6CidrBlock', 6],
]);

/** The rows of a table for a fact, each whose block is unknown with the version that it is of. */
export function withFamilies<C extends string, Row extends { readonly [K in C]: unknown }>(
  rows: Rows<Row>,
  column: C,
  field: string,
  provenance: Provenance | undefined,
): Rows<Row & { readonly family?: 4 | 6 }> {
  return Object.fromEntries(
    Object.entries(rows).map(([key, row]) => {
      const prop = `${field}.${key}.${column}`;
      // What is written there and means no block is a fault, and nobody knows what its author meant.
      const isOpen = isUnknown(row[column]) && provenance?.expressions?.[prop] !== undefined;
      const family = isOpen ? families.get(provenance.places?.[prop]?.at(-1)) : undefined;
      return [key, family === undefined ? row : { ...row, family }];
    }),
  );
}
