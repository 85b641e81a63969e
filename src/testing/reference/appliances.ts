/** Through interfaces that are not the ones meant, and through the endpoints of Gateway Load Balancers. */
import { covers } from './addresses';
import { sure, type Inventory, type Net, type Nic, type Sub } from './inventory';
import { blocked, unknownOutcome, type Outcome } from './outcome';
import { aclDenies, groupsAllow, guarded, type Packet } from './packet';
import { enter, everybody, ownerOf, route, type Walk } from './roads';

/** RT10, GW4: to an interface that is not the one meant. */
export function throughInterface(
  nic: Nic,
  net: Net,
  table: string,
  leaving: Sub | null,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  if (inventory.refused.has(nic.by)) return blocked('cannot be', nic.by, table, nic.sub.by, nic.sub.net.by);
  if (nic.sub.net !== net) return blocked('not of this VPC', table, nic.by);
  if (nic.fact.attached !== undefined && !sure(nic.fact.attached))
    return blocked('attached to nothing', nic.by, table);
  if (leaving !== nic.sub) {
    const stopped = enter(nic.sub, packet);
    if (stopped !== null) return stopped;
  }
  if (ownerOf(inventory, net, packet.target) === nic) return walk.arrive(nic, packet, walk);
  if (sure(nic.fact.sourceDestinationCheck)) return blocked('the source/destination check', nic.by, table);
  if (!walk.isReply && !groupsAllow(inventory, nic, 'in', packet))
    return blocked('security group of an appliance', nic.by, ...(nic.fact.securityGroups ?? []));
  return unknownOutcome('an appliance decides');
}

/** GW1: into an endpoint of a Gateway Load Balancer and out of it again, the packet being what it was. */
export function throughInspection(
  id: string,
  net: Net,
  table: string,
  leaving: Sub | null,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('gwlb-endpoint', id);
  const sub = inventory.subs.get(fact?.subnet ?? '');
  if (fact === undefined || sub === undefined || sub.net !== net || inventory.refused.has(sub.by))
    return blocked('not of this VPC', table, id, sub?.by ?? '');
  if (leaving !== sub) {
    const stopped = enter(sub, packet);
    if (stopped !== null) return stopped;
  }
  if (packet.target.family === 6 && !sure(fact.dualStack)) return blocked('IPv4 only', id, table);
  const fault = inspectionFault(inventory, fact.by);
  if (fault !== null) return fault;
  const out = aclDenies(sub.acl, 'out', packet);
  if (out !== null && !covers(sub.block, packet.target))
    return blocked(`network ACL of ${sub.by} out, row ${out}`, guarded(sub));
  return route(
    sub,
    { ...packet, known: { inbound: false } },
    { ...walk, passed: [...walk.passed, id] },
    'subnet',
  );
}

/** What is missing between an endpoint of a Gateway Load Balancer and an appliance that takes its packets. */
export function inspectionFault(inventory: Inventory, id: string): Outcome | null {
  const fact = inventory.one('gwlb-endpoint', id);
  const provider = fact === undefined ? null : sure(fact.provider);
  if (fact === undefined || provider === null) return null;
  const service = inventory.one('endpoint-service', provider);
  if (service !== undefined && sure(service.acceptanceRequired) && !sure(fact.accepted))
    return blocked('not accepted', id);
  const zone = inventory.subs.get(fact.subnet ?? '')?.zone;
  const balancers = (service?.loadBalancers ?? [provider]).flatMap(
    (by) => inventory.one('gateway-load-balancer', by) ?? [],
  );
  const here = balancers.filter(({ subnets }) =>
    subnets.some((each) => inventory.subs.get(each)?.zone === zone),
  );
  if (here.length === 0) return blocked('no node in this zone', id, provider);
  const works = here.some((balancer) =>
    Object.values(balancer.targets).some(({ target }) => {
      const peer = sure(target);
      const nic = typeof peer === 'string' ? undefined : inventory.byOwner.get(peer.ref)?.[0];
      if (nic === undefined || inventory.refused.has(nic.by)) return false;
      if (!sure(balancer.crossZone) && nic.sub.zone !== zone) return false;
      const from = inventory.subs.get(
        balancer.subnets.find((each) => inventory.subs.get(each)?.zone === zone) ?? '',
      );
      if (from === undefined) return false;
      const geneve: Packet = {
        protocol: 'udp',
        source: { family: 4, bits: from.block.first + 9n },
        target: nic.possible[0] ?? { family: 4, bits: 0n },
        sourcePort: 40_000,
        targetPort: 6081,
        sender: null,
        known: { inbound: true },
        service: null,
      };
      if (!groupsAllow(inventory, nic, 'in', geneve)) return false;
      return (
        from === nic.sub ||
        (aclDenies(from.acl, 'out', geneve) === null && aclDenies(nic.sub.acl, 'in', geneve) === null)
      );
    }),
  );
  return works ? null : blocked('no appliance takes it', ...everybody(inventory));
}
