/** CIDR blocks as AWS takes them, for facts: what a person or a template wrote stays as it is in the props. */
import { blockTaken } from '../../lib/blockTaken';
import type { Value } from '../model/value';
import type { Peer, Rows } from './field';

/** The block, or whoever else is meant. */
export function asTaken<V extends Value<Peer>>(value: V): V | string {
  return typeof value === 'string' ? blockTaken(value) : value;
}

/** The rows with the blocks of one column so. */
export function rowsTaken<C extends string, Row extends { readonly [K in C]: Value<Peer> }>(
  rows: Rows<Row>,
  column: C,
): Rows<Row> {
  return Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, { ...row, [column]: asTaken(row[column]) }]),
  );
}
