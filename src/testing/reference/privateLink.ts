/** PL1 to PL3: from an interface endpoint to what an endpoint service of the design provides. */
import { answer, type Attempt } from './connection';
import { balancerFault, toTargets } from './balancing';
import { sure, type Inventory, type Nic } from './inventory';
import { blocked, type Outcome } from './outcome';
import { groupsAllow, type Packet } from './packet';
import type { Walk } from './roads';

export function providerFault(
  attempt: Attempt,
  nic: Nic,
  packet: Packet,
  walk: Walk,
  provider: string,
): Outcome {
  const { inventory } = attempt;
  const service = inventory.one('endpoint-service', provider);
  const endpoint = inventory.one('interface-endpoint', nic.by);
  if (service === undefined || endpoint === undefined) return blocked('gone', provider, nic.by);
  if (sure(service.acceptanceRequired) && !sure(endpoint.accepted ?? true))
    return blocked('not accepted', nic.by, provider);
  const account = sure(endpoint.account ?? '');
  if (
    account !== '' &&
    !service.principals.map(sure).some((principal) => principal === '*' || principal.includes(account))
  )
    return blocked('not among the allowed principals', provider, nic.by);
  const nodes = service.loadBalancers.flatMap((by) => inventory.byOwner.get(by) ?? []);
  if (uncovered(inventory, nic.by, nodes))
    return blocked(
      'a zone that the load balancer does not cover',
      nic.by,
      provider,
      ...service.loadBalancers,
    );
  const node = nodes.find(({ sub }) => sub.zone === nic.sub.zone);
  const fact = node === undefined ? undefined : inventory.one('load-balancer', node.by);
  if (node === undefined || fact === undefined) return blocked('no node in this zone', nic.by, provider);
  const fault = balancerFault(inventory, fact);
  if (fault !== null) return blocked(fault, node.by);
  if (inventory.refused.has(node.by)) return blocked('cannot be', node.by);
  // LB3: the groups of the load balancer see the client's own address, and know none of its groups.
  const seen: Packet = { ...packet, sender: null };
  if (sure(fact.filtersPrivateLink) && !groupsAllow(inventory, node, 'in', seen))
    return blocked(
      'security group of the load balancer',
      node.by,
      node.sub.net.by,
      ...(node.fact.securityGroups ?? []),
    );
  return toTargets(attempt, fact, node, packet, true, () => answer(attempt, nic, packet, walk));
}

/** PL2: every subnet of the endpoint must be in a zone of the load balancer. */
function uncovered(inventory: Inventory, endpoint: string, nodes: readonly Nic[]): boolean {
  return (inventory.byOwner.get(endpoint) ?? []).some(
    ({ sub }) => !nodes.some((node) => node.sub.zone === sub.zone),
  );
}
