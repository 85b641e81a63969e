import type { LearntFrom, LearntRoutesFact, RouteRow, RouteTableFact } from '../../core/network/facts';
import { unknown } from './unknown';

/** Routes as `{ '0.0.0.0/0': 'Igw' }`; the destination is the row's key. */
export function routeTable(
  by: string,
  network: string,
  routes: Readonly<Record<string, RouteRow['target']>> = {},
  more: Partial<RouteTableFact> = {},
): RouteTableFact {
  return {
    fact: 'route-table',
    by,
    network,
    main: false,
    routes: Object.fromEntries(
      Object.entries(routes).map(([destination, target]) => [destination, { destination, target }]),
    ),
    ...more,
  };
}

/** Routes that are propagated into tables, as `{ '192.168.0.0/16': 'static-vpn' }`. */
export function learntRoutes(
  by: string,
  target: string,
  routeTables: readonly string[],
  routes: Readonly<Record<string, LearntFrom>>,
): LearntRoutesFact {
  return {
    fact: 'learnt-routes',
    by,
    target,
    routeTables,
    routes: Object.entries(routes).map(([destination, from]) => ({
      // What only BGP will say is written as a question mark.
      destination: destination === '?' ? unknown : destination,
      from,
    })),
  };
}
