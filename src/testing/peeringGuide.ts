/**
 * The worked examples of AWS's VPC peering guide, each as the guide draws it: who reaches whom, and where what is not
 * supported stops. The route tables are the guide's; VPC B and VPC C have the same addresses wherever the guide says so.
 */
import type { Fact } from '../core/network/facts';
import { allow, flow, instance, peering, routeTable, securityGroup, subnet, vpc } from './facts';
import { askBoth } from './reference/both';

export type Routes = Readonly<Record<string, string>>;

interface Part {
  readonly block: string;
  readonly routes: Routes;
  /** An instance for each name; with its private address where it matters. */
  readonly hosts: Readonly<Record<string, string | null>>;
  readonly ipv6?: string;
}

/** A VPC with a table of its own for each subnet, whose instances let everything in. */
export function site(
  name: string,
  blocks: readonly string[],
  parts: Readonly<Record<string, Part>>,
  ipv6: string | null = null,
): Fact[] {
  const everyone = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
  return [
    vpc(name, '', { blocks, ipv6 }),
    securityGroup(`${name} group`, name, { in: everyone, out: everyone }),
    ...Object.entries(parts).flatMap(([subnetName, part]) => [
      subnet(subnetName, name, part.block, { routeTable: `${subnetName} table`, ipv6: part.ipv6 ?? null }),
      routeTable(`${subnetName} table`, name, part.routes),
      ...Object.entries(part.hosts).map(([host, privateIpv4]) =>
        instance(host, subnetName, {
          privateIpv4,
          ipv6: part.ipv6 !== undefined,
          securityGroups: [`${name} group`],
        }),
      ),
    ]),
  ];
}

export const connection = (ab: string): Fact =>
  peering(`pcx-${ab}`, `VPC ${ab.charAt(0).toUpperCase()}`, `VPC ${ab.charAt(1).toUpperCase()}`);

export function ask(facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1]) {
  return askBoth(facts, flow(from, to));
}

export const verdict = (facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1]): string =>
  ask(facts, from, to).verdict;
