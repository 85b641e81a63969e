/** The rows of a Client VPN endpoint. */
import type { Value } from '../../core/model/value';
import type { ResourceId } from '../../core/model/document';

export interface Association {
  readonly subnet: Value<ResourceId | null>;
}

export interface ClientRoute {
  readonly destination: Value<string>;
  /** Null: `local`, to the other clients. */
  readonly subnet: Value<ResourceId | null>;
}

export interface AuthorizationRule {
  readonly destination: Value<string>;
  /** Empty: all users. */
  readonly group: Value<string>;
}

export const authentications = ['certificate', 'directory-service', 'federated'] as const;
export type Authentication = (typeof authentications)[number];

export const trafficTypes = ['ipv4', 'ipv6', 'dual-stack'] as const;
export type TrafficType = (typeof trafficTypes)[number];

/** The DNS servers in a text, with commas or spaces between them. */
export function serversIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((server) => server !== '');
}
