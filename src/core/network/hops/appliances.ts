/**
 * From a Gateway Load Balancer endpoint to an appliance: is there one, in a zone that is served, and may it take the
 * packets, which come in a GENEVE tunnel over UDP 6081?
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html
 */
import { addressOf } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { Peer } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { EndpointServiceFact, GatewayLoadBalancerFact, GwlbEndpointFact } from '../facts';
import { addressesOf } from '../interfaces';
import { byAcl } from '../filters';
import { judgeByAcl } from '../networkAcl';
import { stopAtRefused } from '../refused';
import { judgeByGroups } from '../securityGroup';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import type { Interface, Subnet, World } from '../world';
import { ownerKey } from '../world';

/** Undefined: some appliance gets the packet, or may. */
export function applianceBehind(
  endpoint: GwlbEndpointFact,
  walk: Walk,
  packet: Packet,
  at: Interface,
): Outcome | undefined {
  const { world } = walk;
  const balancers = balancersOf(world, endpoint);
  const [first] = balancers;
  if (first === undefined || !areAllKnown(balancers)) return undefined;
  // Of several behind a service, an endpoint uses the one that has a node in its zone.
  const here = balancers.flatMap((balancer) => {
    const nodes = world.interfaces.get(balancer.by) ?? [];
    const node = nodes.find(({ subnet }) => isSameZone(subnet, at.subnet) !== false);
    return node === undefined ? [] : [{ balancer, node }];
  });
  const [used] = here;
  if (used === undefined) return notInZone(endpoint, walk, packet, at, world.name(first.by));
  // Which of them it is, AWS decides.
  return here.length > 1 ? undefined : behind(walk, packet, used.balancer, used.node);
}

function behind(
  walk: Walk,
  packet: Packet,
  balancer: GatewayLoadBalancerFact,
  node: Interface,
): Outcome | undefined {
  const { world } = walk;
  const name = world.name(balancer.by);
  const made = { at: balancer.by, what: 'load-balancer', direction: 'in', resource: balancer.by } as const;
  const refused = stopAtRefused(walk, balancer.by, made, packet);
  if (refused !== undefined) return refused;
  const rows = Object.values(balancer.targets);
  if (rows.length === 0)
    return walk.drop(
      {
        ...made,
        field: 'targets',
        code: 'no-target',
        analyzerCode: 'ELBV2_LISTENER_HAS_NO_TG',
        says: { en: `${name} has no appliance behind it`, ja: `${name} の先にアプライアンスがありません` },
      },
      packet,
    );
  const found = rows.map(({ target }) => applianceMeant(world, balancer, target));
  // One of which nothing is known may take it.
  if (found.includes('unknown')) return undefined;
  const appliances = found.filter((each): each is Interface => each !== 'unknown' && each !== 'none');
  const near =
    balancer.crossZone === false
      ? appliances.filter(({ subnet }) => isSameZone(subnet, node.subnet) !== false)
      : appliances;
  const [first] = near;
  if (first === undefined) return noneInZone(walk, packet, made, balancer, node, appliances.length > 0);
  const inTunnel = tunnelled(world, packet, node, first);
  if (inTunnel === undefined || near.some((each) => mayReach(walk, packet, node, each))) return undefined;
  // None of them may: the first shows why.
  const isApart = node.subnet !== null && node.subnet !== first.subnet;
  return (
    (isApart ? byAcl(walk, node.subnet, 'out', inTunnel) : undefined) ??
    walk.guard(first, inTunnel, node.subnet)
  );
}

/** The load balancers behind the service that an endpoint is for; undefined for one that the design does not have. */
function balancersOf(
  world: World,
  { provider }: GwlbEndpointFact,
): readonly (GatewayLoadBalancerFact | undefined)[] {
  if (provider === null || isUnknown(provider)) return [];
  const service = serviceOf(world, provider);
  return (service?.loadBalancers ?? [provider]).map((id) =>
    world.facts
      .get(id)
      ?.find((fact): fact is GatewayLoadBalancerFact => fact.fact === 'gateway-load-balancer'),
  );
}

function areAllKnown(
  balancers: readonly (GatewayLoadBalancerFact | undefined)[],
): balancers is readonly GatewayLoadBalancerFact[] {
  return !balancers.includes(undefined);
}

/** The endpoint service that a resource is; undefined for what is none. */
export function serviceOf(world: World, id: ResourceId): EndpointServiceFact | undefined {
  return world.facts.get(id)?.find((fact): fact is EndpointServiceFact => fact.fact === 'endpoint-service');
}

/** PL2: an endpoint can be made only in a zone in which its service is. */
function notInZone(
  endpoint: GwlbEndpointFact,
  walk: Walk,
  packet: Packet,
  at: Interface,
  balancer: string,
): Outcome | undefined {
  const name = walk.world.name(endpoint.by);
  const zone = at.subnet === null || isUnknown(at.subnet.zone) ? '' : at.subnet.zone;
  return walk.drop(
    {
      at: endpoint.by,
      what: 'endpoint',
      direction: 'in',
      resource: endpoint.by,
      code: 'not-in-zone',
      analyzerCode: 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ',
      says: {
        en: `${name} is in ${zone}, where ${balancer} has no node`,
        ja: `${name} は ${zone} にありますが、そこに ${balancer} のノードがありません`,
      },
    },
    packet,
  );
}

/** LB1: with cross-zone load balancing off, a node sends to appliances of its own zone only. */
function noneInZone(
  walk: Walk,
  packet: Packet,
  made: Omit<StepMade, 'says'>,
  balancer: GatewayLoadBalancerFact,
  { subnet }: Interface,
  hasOthers: boolean,
): Outcome | undefined {
  const name = walk.world.name(balancer.by);
  const zone = subnet === null || isUnknown(subnet.zone) ? '' : subnet.zone;
  const says: Words = hasOthers
    ? {
        en: `${name} has no appliance in ${zone}, and its cross-zone load balancing is off`,
        ja: `${zone} に ${name} のアプライアンスがなく、クロスゾーン負荷分散も無効です`,
      }
    : {
        en: `no appliance of ${name} is an instance or an address of the design`,
        ja: `${name} のアプライアンスが、設計内のインスタンスやアドレスではありません`,
      };
  return walk.drop(
    {
      ...made,
      field: hasOthers ? 'crossZone' : 'targets',
      code: 'no-target',
      analyzerCode: hasOthers ? 'ELB_NOT_CROSSZONE' : 'ELBV2_NO_TARGETS_IN_AZ',
      says,
    },
    packet,
  );
}

/** Undefined where a zone is not known. */
function isSameZone(a: Subnet | null, b: Subnet | null): boolean | undefined {
  if (a === null || b === null) return undefined;
  if (isUnknown(a.zone) || isUnknown(b.zone) || a.zone === '' || b.zone === '') return undefined;
  return a.zone === b.zone;
}

function applianceMeant(
  world: World,
  { network }: GatewayLoadBalancerFact,
  target: Value<Peer>,
): Interface | 'unknown' | 'none' {
  if (isUnknown(target)) return 'unknown';
  if (typeof target !== 'string') return world.interfaces.get(target.ref)?.[0] ?? 'none';
  const address = addressOf(target);
  if (address === undefined) return 'none';
  const owner =
    network === null ? undefined : world.networks.get(network)?.fixedOwners.get(ownerKey(address));
  // An address whose owner is not drawn may be an appliance's.
  return owner ?? 'unknown';
}

/** The packet as a node sends it to an appliance. */
function tunnelled(world: World, packet: Packet, node: Interface, to: Interface): Packet | undefined {
  const [source] = addressesOf(world, node, 4);
  const [destination] = addressesOf(world, to, 4);
  if (source === undefined || destination === undefined) return undefined;
  return {
    ...packet,
    source,
    destination,
    protocol: 'udp',
    sourcePorts: node.clientPorts,
    destinationPorts: [genevePort, genevePort],
    sender: node,
  };
}

const genevePort = 6081;

/** Whether the filters between a node and an appliance let the tunnel through, or may. */
function mayReach({ world }: Walk, packet: Packet, node: Interface, to: Interface): boolean {
  if (world.refusals.has(to.id)) return false;
  const sent = tunnelled(world, packet, node, to);
  if (sent === undefined) return true;
  if (node.subnet !== to.subnet)
    for (const [subnet, direction] of [
      [node.subnet, 'out'],
      [to.subnet, 'in'],
    ] as const) {
      const acl = subnet?.acl ?? null;
      if (!isUnknown(acl) && judgeByAcl(acl, direction, sent).verdict === 'drop') return false;
    }
  return judgeByGroups(to, 'in', sent, { at: node, doubt: null }, false).verdict !== 'drop';
}
