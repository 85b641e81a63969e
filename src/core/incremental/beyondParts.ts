/** What parts of a tracked design are told of one another while they are compiled (`network/beyond.ts`). */
import { equal } from '../../lib/equal';
import type { ResourceId } from '../model/document';
import { findingMore, type Beyond } from '../network/beyond';
import { networkOf } from '../network/buildNetworks';
import type { WorldPart } from '../network/buildWorld';
import type { Fact, TransitGatewayFact } from '../network/facts';
import { isGuest } from '../network/ties';
import type { Attachment, TransitGateway } from '../network/transit/model';
import { prefixListOf } from '../network/prefixLists';
import type { Network, PrefixList } from '../network/world';
import { earlyCellsBy, type Cell, type Graph } from './cells';

export function beyondParts(
  graph: Graph,
  design: {
    name(id: ResourceId): string;
    factsBy(id: ResourceId): readonly Fact[];
    /** The networks to which Amazon gives an IPv6 block, sorted. */
    assigned(): readonly ResourceId[];
    /** The compiled part that a resource is in. */
    worldWith(id: ResourceId): WorldPart | undefined;
  },
): Omit<Beyond, 'guests'> {
  const { name, factsBy, assigned, worldWith } = design;
  // From their own facts alone: were they taken from their parts, two that name one another would wait for one another.
  const networks = earlyCellsBy(
    graph,
    (id: ResourceId): Network | undefined => {
      for (const fact of factsBy(id))
        if (fact.fact === 'network')
          return networkOf(fact, fact.ipv6 === 'assigned' ? assigned().indexOf(id) : -1, name(id));
      return undefined;
    },
    (a, b) => equal(a === undefined ? a : ownWords(a), b === undefined ? b : ownWords(b)),
  );
  const prefixLists = earlyCellsBy(
    graph,
    (id: ResourceId): PrefixList | undefined => {
      for (const fact of factsBy(id)) if (fact.fact === 'prefix-list') return prefixListOf(fact, name);
      return undefined;
    },
    equal,
  );
  const gateways = earlyCellsBy(
    graph,
    (id: ResourceId): TransitGateway | undefined => {
      for (const fact of factsBy(id)) if (fact.fact === 'transit-gateway') return withAttachments(fact);
      return undefined;
    },
    (a, b) => a?.fact === b?.fact,
  );
  const withAttachments = (fact: TransitGatewayFact): TransitGateway => {
    const gateway: TransitGateway = {
      id: fact.by,
      fact,
      tables: [],
      attachments: findingMore(new Map<ResourceId, Attachment>(), (id) => {
        for (const each of factsBy(id))
          if (each.fact === 'transit-gateway-attachment' && each.transitGateway === fact.by)
            return { id, fact: each, gateway, table: null };
        return undefined;
      }),
    };
    return gateway;
  };
  return {
    factsOf(id) {
      const facts = factsBy(id);
      return facts.length === 0 ? undefined : facts;
    },
    network: (id) => networks(id).get(),
    transitGateway: (id) => gateways(id).get(),
    prefixList: (id) => prefixLists(id).get(),
    group: (id) => worldWith(id)?.groups.get(id),
  };
}

/** The facts of a guest: as they are, and as other parts are told them. */
interface Visitor {
  readonly stated: readonly Fact[];
  readonly told: readonly Fact[];
}

/**
 * The facts of a resource as other parts are told them (`Beyond.guests`). The subnets of an attachment matter to packets on
 * their way, and to nothing that is compiled: they are read when they are asked for.
 */
export function visitorsBy(
  graph: Graph,
  factsBy: (id: ResourceId) => readonly Fact[],
): (id: ResourceId) => Cell<Visitor> {
  const statedBy = (id: ResourceId): readonly Fact[] => factsBy(id).filter(isGuest);
  const subnetsNow = (id: ResourceId, place: number): readonly ResourceId[] => {
    const fact = statedBy(id)[place];
    return fact?.fact === 'transit-gateway-attachment' && fact.to.is === 'network' ? fact.to.subnets : [];
  };
  return earlyCellsBy(
    graph,
    (id: ResourceId): Visitor => {
      const stated = statedBy(id);
      const told = stated.map((fact, place): Fact => {
        if (fact.fact !== 'transit-gateway-attachment' || fact.to.is !== 'network') return fact;
        const { subnets: _, ...to } = fact.to;
        return {
          ...fact,
          to: {
            ...to,
            get subnets() {
              return subnetsNow(id, place);
            },
          },
        };
      });
      return { stated, told };
    },
    (a, b) => equal(a.stated.map(withoutSubnets), b.stated.map(withoutSubnets)),
  );
}

function withoutSubnets(fact: Fact): unknown {
  if (fact.fact !== 'transit-gateway-attachment' || fact.to.is !== 'network') return fact;
  const { subnets: _, ...to } = fact.to;
  return { ...fact, to };
}

/** What a network says of itself, without what stands in it. */
function ownWords({
  subnets: _subnets,
  mainTable: _mainTable,
  defaultAcl: _defaultAcl,
  defaultGroup: _defaultGroup,
  attached: _attached,
  fixedOwners: _fixedOwners,
  ...own
}: Network): unknown {
  return own;
}
