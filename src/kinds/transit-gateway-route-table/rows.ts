/** The rows of a transit gateway's route table. */
import type { Rows } from '../../core/catalog/field';
import type { ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import type { Value } from '../../core/model/value';

export interface TransitRoute {
  readonly destination: Value<string>;
  /** Null: a blackhole. */
  readonly attachment: Value<ResourceId | null>;
}

export interface Attached {
  readonly attachment: Value<ResourceId | null>;
}

/** What can be attached to a transit gateway. */
export const attachmentKinds = [
  'transit-gateway-attachment',
  'transit-gateway-peering',
  'vpn-connection',
] as const satisfies KindName[];

export function attachmentsIn(rows: Rows<Attached>): readonly Value<ResourceId | null>[] {
  return Object.values(rows).map(({ attachment }) => attachment);
}
