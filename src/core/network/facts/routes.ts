/** Route tables, and what is propagated into them. */
import type { Peer, Rows } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

export interface RouteTableFact extends FactBase {
  readonly fact: 'route-table';
  readonly network: ResourceId | null;
  readonly main: boolean;
  /** The local routes and those of gateway endpoints are the engine's own; they are not listed. */
  readonly routes: Rows<RouteRow>;
}

export interface RouteRow {
  readonly destination: Value<Peer>;
  /** Null: the target is gone, a blackhole. */
  readonly target: Value<ResourceId | null>;
}

/**
 * Routes that nobody wrote: they are propagated into route tables by something that has learnt them, a virtual private
 * gateway say. They lead to `target`.
 */
export interface LearntRoutesFact extends FactBase {
  readonly fact: 'learnt-routes';
  readonly routeTables: readonly ResourceId[];
  readonly target: ResourceId;
  readonly routes: readonly LearntRoute[];
}

export interface LearntRoute {
  /** A CIDR block; unknown for what only BGP will say. */
  readonly destination: Value<string>;
  readonly from: LearntFrom;
}

/** Whom a propagated route was learnt from, the one that is preferred for the same destination first (RT3). */
export const learntFrom = ['direct-connect', 'static-vpn', 'bgp-vpn'] as const;
export type LearntFrom = (typeof learntFrom)[number];
