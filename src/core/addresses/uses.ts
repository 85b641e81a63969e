/**
 * Who takes addresses in which subnet, by what the kinds state of network interfaces and gateways. What AWS says of how
 * many somebody needs is counted as taken: it must be free when that resource is made.
 */
import type { Words } from '../../lib/words';
import { addressOf, type Address } from '../../lib/cidr';
import type { ResourceId } from '../model/document';
import { isUnknown, known } from '../model/value';
import type { Fact, InterfaceFact } from '../network/facts';

export interface Use {
  readonly by: ResourceId;
  /** IPv4 addresses. */
  readonly count: number;
  /** Whether it may be more: somebody has not said how many. */
  readonly atLeast: boolean;
  /** Why it is more than the one of a network interface. */
  readonly why?: Words;
}

/** An address that somebody has chosen, and not AWS. */
export interface FixedAddress extends Address {
  readonly by: ResourceId;
}

export interface SubnetUses {
  readonly uses: readonly Use[];
  readonly fixed: readonly FixedAddress[];
}

/** `factsOf`: everything each resource states. */
export function usesBySubnet(factsOf: Iterable<readonly Fact[]>): ReadonlyMap<ResourceId, SubnetUses> {
  const found = new Map<ResourceId, { uses: Map<ResourceId, Use>; fixed: FixedAddress[] }>();
  const take = (subnet: ResourceId | null, use: Use, fixed: readonly FixedAddress[] = []): void => {
    if (subnet === null) return;
    let own = found.get(subnet);
    if (own === undefined) found.set(subnet, (own = { uses: new Map(), fixed: [] }));
    const before = own.uses.get(use.by);
    own.uses.set(use.by, before === undefined ? use : { ...use, count: before.count + use.count });
    own.fixed.push(...fixed);
  };
  for (const facts of factsOf) {
    const needs = needsOf(facts);
    for (const fact of facts)
      switch (fact.fact) {
        case 'interface': {
          if (fact.ipv4 === false) break;
          const fixed = fixedOf(fact);
          take(fact.subnet, { by: fact.by, ...(needs ?? ownCount(fact, fixed.length)) }, fixed);
          break;
        }
        case 'nat-gateway':
        case 'gwlb-endpoint':
          take(fact.subnet, { by: fact.by, ...one });
          break;
        case 'gateway-load-balancer':
          for (const subnet of fact.subnets) take(subnet, { by: fact.by, ...one });
          break;
        case 'transit-gateway-attachment':
          if (fact.to.is === 'network')
            for (const subnet of fact.to.subnets) take(subnet, { by: fact.by, ...one });
          break;
        default:
      }
  }
  return new Map([...found].map(([id, { uses, fixed }]) => [id, { uses: [...uses.values()], fixed }]));
}

const one = { count: 1, atLeast: false };

/** How many addresses somebody needs in each subnet for other reasons than the interfaces drawn. */
function needsOf(facts: readonly Fact[]): Omit<Use, 'by'> | undefined {
  for (const fact of facts) {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html
    if (fact.fact === 'load-balancer' && fact.type === 'application')
      return {
        count: 8,
        atLeast: false,
        why: {
          en: 'an Application Load Balancer needs eight free addresses in each subnet to scale out',
          ja: 'Application Load Balancer がスケールアウトするには、各サブネットに 8 個の空きアドレスが必要です',
        },
      };
    // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html
    if (fact.fact === 'client-vpn')
      return {
        count: 20,
        atLeast: false,
        why: {
          en: 'a Client VPN endpoint needs twenty free addresses in each associated subnet',
          ja: 'クライアント VPN エンドポイントには、関連付けた各サブネットに 20 個の空きアドレスが必要です',
        },
      };
  }
  return undefined;
}

function ownCount({ copies }: InterfaceFact, fixed: number): Omit<Use, 'by'> {
  if (copies === undefined) return { count: Math.max(1, fixed), atLeast: false };
  if (isUnknown(copies)) return { count: 1, atLeast: true, why: copies.unknown };
  return {
    count: Math.max(0, copies),
    atLeast: false,
    ...(copies > 1
      ? {
          why: {
            en: 'each of its tasks may be placed here, with an address of its own',
            ja: 'すべてのタスクがこのサブネットに配置されることがあり、それぞれがアドレスを使います',
          },
        }
      : {}),
  };
}

function fixedOf({ by, privateIpv4, otherPrivateIpv4 }: InterfaceFact): readonly FixedAddress[] {
  return [privateIpv4, ...Object.values(otherPrivateIpv4 ?? {})].flatMap((value) => {
    const address = addressOf(known(value) ?? '');
    return address === undefined ? [] : [{ ...address, by }];
  });
}
