/** What could fail in a design, or be taken away: each as data, and what its facts are then. */
import type { Words } from '../../../lib/words';
import type { Peer } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { Fact } from '../facts';
import { behaviourOf } from '../hops';

/** Plain data: it travels to a worker. */
export interface WhatIf {
  readonly id: string;
  readonly sort: WhatIfSort;
  /** What happens: "Nat is gone". */
  readonly title: Words;
  /** What is gone or changed; null for a zone, which is no resource. */
  readonly resource: ResourceId | null;
  /** Of a zone its name, of a route its destination. */
  readonly detail: string | null;
  readonly change: Change;
}

/** In the order in which they are offered. */
export const whatIfSorts = ['zone', 'gateway', 'private-dns', 'route'] as const;
export type WhatIfSort = (typeof whatIfSorts)[number];

type Change =
  /** An Availability Zone fails, with everything that is in it. */
  | { readonly is: 'zone'; readonly zone: string }
  | { readonly is: 'without'; readonly resource: ResourceId }
  | { readonly is: 'private-dns-off'; readonly resource: ResourceId }
  | { readonly is: 'route-gone'; readonly table: ResourceId; readonly row: string };

export function whatIfsOf(facts: readonly Fact[], name: (id: ResourceId) => string): readonly WhatIf[] {
  const found = new Map<string, WhatIf>();
  const add = (
    sort: WhatIfSort,
    resource: ResourceId | null,
    change: Change,
    title: Words,
    id = `${change.is} ${resource ?? ''}`,
    detail: string | null = null,
  ): void => {
    if (!found.has(id)) found.set(id, { id, sort, title, resource, detail, change });
  };
  for (const fact of facts) {
    const own = name(fact.by);
    if (fact.fact === 'subnet') {
      const { zone } = fact;
      if (!isUnknown(zone) && zone !== '')
        add(
          'zone',
          null,
          { is: 'zone', zone },
          { en: `Zone ${zone} fails`, ja: `アベイラビリティーゾーン ${zone} の障害` },
          `zone ${zone}`,
          zone,
        );
    } else if (fact.fact === 'route-table' || fact.fact === 'transit-gateway-route-table') {
      for (const [row, { destination }] of Object.entries(fact.routes)) {
        const text = destinationText(destination, name);
        add(
          'route',
          fact.by,
          { is: 'route-gone', table: fact.by, row },
          { en: `Route ${text} of ${own} is gone`, ja: `${own} のルート ${text} の削除` },
          `route ${fact.by} ${row}`,
          text,
        );
      }
    } else if (handlesPackets(fact))
      add(
        'gateway',
        fact.by,
        { is: 'without', resource: fact.by },
        { en: `${own} is gone`, ja: `${own} の停止または削除` },
      );
    if (fact.fact === 'interface-endpoint' && fact.privateDns !== false)
      add(
        'private-dns',
        fact.by,
        { is: 'private-dns-off', resource: fact.by },
        { en: `Private DNS of ${own} is off`, ja: `${own} のプライベート DNS の無効化` },
      );
  }
  return [...found.values()].sort(
    (a, b) => whatIfSorts.indexOf(a.sort) - whatIfSorts.indexOf(b.sort) || (a.title.en < b.title.en ? -1 : 1),
  );
}

/** Whether others' packets go through it: a gateway, an endpoint, a load balancer, an appliance. */
function handlesPackets(fact: Fact): boolean {
  if (fact.fact === 'interface') return fact.workload && fact.sourceDestinationCheck !== true;
  const { carry, receive, transit, asTarget, sharesGroups } = behaviourOf(fact);
  return [carry, receive, transit, asTarget, sharesGroups].some((each) => each !== undefined);
}

function destinationText(destination: Value<Peer>, name: (id: ResourceId) => string): string {
  if (isUnknown(destination)) return '?';
  return typeof destination === 'string' ? destination : name(destination.ref);
}

/** The facts as they would be. The given ones stay as they are. */
export function factsWhen(change: Change, facts: Iterable<Fact>): readonly Fact[] {
  const all = [...facts];
  switch (change.is) {
    case 'zone':
      return withoutLeads(all, withoutZone(change.zone, all));
    case 'without':
      return withoutLeads(
        all,
        all.filter(({ by }) => by !== change.resource),
      );
    case 'private-dns-off':
      return all.map((fact) =>
        fact.fact === 'interface-endpoint' && fact.by === change.resource
          ? { ...fact, privateDns: false }
          : fact,
      );
    case 'route-gone':
      return all.map((fact) => {
        if (fact.by !== change.table) return fact;
        if (fact.fact === 'route-table') return { ...fact, routes: without(fact.routes, change.row) };
        if (fact.fact === 'transit-gateway-route-table')
          return { ...fact, routes: without(fact.routes, change.row) };
        return fact;
      });
  }
}

function without<Row>(rows: Readonly<Record<string, Row>>, gone: string): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).filter(([key]) => key !== gone));
}

/**
 * Without what stands in the subnets of a zone. What stands in subnets of several zones stays in the others; whoever loses
 * all of its interfaces is gone with everything that it states. The subnets themselves, their tables and ACLs stay: they are
 * settings, and nothing is left in them to be reached.
 */
function withoutZone(zone: string, facts: readonly Fact[]): readonly Fact[] {
  const lost = new Set(
    facts.flatMap((fact) => (fact.fact === 'subnet' && fact.zone === zone ? [fact.by] : [])),
  );
  const isLost = (subnet: ResourceId | null): boolean => subnet !== null && lost.has(subnet);
  const standing = facts.flatMap((fact): Fact[] => {
    if ('subnet' in fact && isLost(fact.subnet)) return [];
    if ('subnets' in fact) return [{ ...fact, subnets: fact.subnets.filter((each) => !isLost(each)) }];
    if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'network')
      return [{ ...fact, to: { ...fact.to, subnets: fact.to.subnets.filter((each) => !isLost(each)) } }];
    if (fact.fact === 'nat-gateway' && fact.regional?.zones != null)
      return [
        {
          ...fact,
          regional: { ...fact.regional, zones: fact.regional.zones.filter((each) => each !== zone) },
        },
      ];
    return [fact];
  });
  const had = ownersOfInterfaces(facts);
  const have = ownersOfInterfaces(standing);
  return standing.filter(({ by }) => !had.has(by) || have.has(by));
}

/** Routes to what is gone are blackholes (RT10), and nothing stands behind an endpoint service any more that was it. */
function withoutLeads(before: readonly Fact[], after: readonly Fact[]): readonly Fact[] {
  const left = new Set(after.map(({ by }) => by));
  const gone = new Set(before.map(({ by }) => by).filter((id) => !left.has(id)));
  const isGone = (id: Value<ResourceId | null>): boolean => typeof id === 'string' && gone.has(id);
  return after.flatMap((fact): Fact[] => {
    switch (fact.fact) {
      case 'route-table':
        return [
          {
            ...fact,
            routes: mapped(fact.routes, (row) => (isGone(row.target) ? { ...row, target: null } : row)),
          },
        ];
      case 'transit-gateway-route-table':
        return [
          {
            ...fact,
            routes: mapped(fact.routes, (row) =>
              isGone(row.attachment) ? { ...row, attachment: null } : row,
            ),
          },
        ];
      case 'learnt-routes':
        return isGone(fact.target) ? [] : [fact];
      case 'endpoint-service':
        return [{ ...fact, loadBalancers: fact.loadBalancers.filter((id) => !gone.has(id)) }];
      default:
        return [fact];
    }
  });
}

function mapped<Row>(rows: Readonly<Record<string, Row>>, change: (row: Row) => Row): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, change(row)]));
}

/** Those that have a place in some subnet. */
function ownersOfInterfaces(facts: readonly Fact[]): ReadonlySet<ResourceId> {
  return new Set(
    facts.flatMap((fact) => {
      if (fact.fact === 'interface') return [fact.by];
      if ('subnet' in fact && fact.subnet !== null) return [fact.by];
      return 'subnets' in fact && fact.subnets.length > 0 ? [fact.by] : [];
    }),
  );
}
