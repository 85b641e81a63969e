/** Two VPCs with a peering connection between them, with which the tests of peering begin. */
import type { Fact, PeeringFact, RouteRow } from '../core/network/facts';
import { allow, instance, peering, routeTable, securityGroup, subnet, vpc } from './facts';

export type Routes = Readonly<Record<string, RouteRow['target']>>;

/** A VPC with one subnet, its own table and one instance whose group lets everything in. */
export function site(letter: string, block: string, routes: Routes, more: readonly Fact[] = []): Fact[] {
  return [
    vpc(`Vpc${letter}`, block),
    subnet(`Subnet${letter}`, `Vpc${letter}`, block.replace('.0.0/16', '.0.0/24'), {
      routeTable: `Table${letter}`,
    }),
    routeTable(`Table${letter}`, `Vpc${letter}`, routes),
    securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('any', null, '0.0.0.0/0')] }),
    instance(`Host${letter}`, `Subnet${letter}`, { securityGroups: [`Group${letter}`] }),
    ...more,
  ];
}

export const toB = { '10.1.0.0/16': 'Peering' };
export const toA = { '10.0.0.0/16': 'Peering' };

export function two(routesA: Routes = toB, routesB: Routes = toA, more: Partial<PeeringFact> = {}): Fact[] {
  return [
    ...site('A', '10.0.0.0/16', routesA),
    ...site('B', '10.1.0.0/16', routesB),
    peering('Peering', 'VpcA', 'VpcB', more),
  ];
}
