/** The change to a document that a step of planning means, as data: one step of undo each. */
import { blockText, type Block } from '../../lib/cidr';
import type { Catalog } from '../catalog/catalog';
import { call, type CommandCall } from '../commands';
import type { Document, ResourceId } from '../model/document';
import { numberOf } from './addressPlan';
import type { Mend } from './proposals';

/** Gives a subnet that block of a space: its text, or its number in an IPv6 block. */
export function giveBlock(
  catalog: Catalog,
  document: Document,
  id: ResourceId,
  space: Block,
  block: Block,
): readonly CommandCall[] {
  const resource = document.resources.get(id);
  const props = resource === undefined ? undefined : catalog.kind(resource.kind).addresses;
  if (props?.as !== 'part') return [];
  return [call('setProps', { id, props: partProps(props, space, block) })];
}

/** The props of a part that has that block. */
export function partProps(
  { block: blockProp, number }: { readonly block: string; readonly number: string },
  space: Block,
  block: Block,
): Readonly<Record<string, unknown>> {
  return block.family === 4 ? { [blockProp]: blockText(block) } : { [number]: numberOf(space, block) };
}

export function mended(
  catalog: Catalog,
  document: Document,
  network: ResourceId,
  id: ResourceId,
  mend: Mend,
): readonly CommandCall[] {
  if (mend.give === 'block')
    return giveBlock(catalog, document, id, mend.place.space.block, mend.place.block);
  const resource = document.resources.get(network);
  const props = resource === undefined ? undefined : catalog.kind(resource.kind).addresses;
  return props?.as === 'network' ? [call('setProps', { id: network, props: { [props.ipv6]: true } })] : [];
}
