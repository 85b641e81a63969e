/** LB1 to LB4: what a load balancer's node does with a connection, and the one that it begins to a target. */
import type { LoadBalancerFact, TargetGroupFact } from '../../core/network/facts';
import { addressFrom, covers, sameAddress, type Address } from './addresses';
import { answer, begin, type Attempt } from './connection';
import { portsIn, sure, type Inventory, type Nic } from './inventory';
import { blocked, every, some, whichever, type Outcome } from './outcome';
import { aclDenies, groupsAllow, guarded, replyTo, type Packet } from './packet';
import { enter, send, type Walk } from './roads';

interface Target {
  readonly nic: Nic;
  readonly address: Address;
  readonly port: number;
  readonly group: TargetGroupFact;
}

/** A packet is at a node: a listener takes it, and one of the targets must answer. */
export function balance(attempt: Attempt, node: Nic, packet: Packet, walk: Walk): Outcome {
  const { inventory } = attempt;
  const fact = inventory.one('load-balancer', node.by);
  if (fact === undefined) return blocked('gone', node.by);
  const fault = balancerFault(inventory, fact);
  if (fault !== null) return blocked(fault, node.by, node.sub.by, node.sub.net.by);
  return toTargets(attempt, fact, node, packet, false, () => answer(attempt, node, packet, walk));
}

/** From a node to a target; `behindEndpoint` when a PrivateLink connection came to it. */
export function toTargets(
  attempt: Attempt,
  fact: LoadBalancerFact,
  node: Nic,
  packet: Packet,
  behindEndpoint: boolean,
  finish: () => Outcome,
): Outcome {
  const { inventory } = attempt;
  if (attempt.balancers.includes(fact.by)) return blocked('load balancers in a circle', ...attempt.balancers);
  const listeners = Object.values(fact.listeners).filter(
    ({ protocol, port }) => listens(sure(protocol), packet) && sure(port) === packet.targetPort,
  );
  if (listeners.length === 0) return blocked('no listener', fact.by);
  const groups = listeners.flatMap(({ targetGroup, others }) =>
    [sure(targetGroup), ...others.map(sure)].flatMap((id) => inventory.one('target-group', id ?? '') ?? []),
  );
  const usable = groups.filter((group) => groupFault(inventory, fact, group) === null);
  const invoked = usable.some(
    (group) => sure(group.type) === 'lambda' && Object.keys(group.targets).length > 0,
  );
  const targets = usable.flatMap((group) => targetsIn(inventory, fact, node, group));
  const blame = [
    fact.by,
    ...groups.flatMap((group) => [group.by, ...refsIn(group)]),
    ...listeners.flatMap(() => []),
  ];
  if (invoked) return finish();
  return some(
    targets,
    (target) => toTarget(attempt, fact, node, target, packet, behindEndpoint, finish),
    blocked('no target', ...blame),
  );
}

function refsIn(group: TargetGroupFact): readonly string[] {
  return Object.values(group.targets).flatMap(({ target }) => {
    const peer = sure(target);
    return typeof peer === 'string' ? [] : [peer.ref];
  });
}

function listens(protocol: string, packet: Packet): boolean {
  if (packet.protocol === 'tcp') return ['TCP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS'].includes(protocol);
  return packet.protocol === 'udp' && ['UDP', 'TCP_UDP'].includes(protocol);
}

export function balancerFault(inventory: Inventory, fact: LoadBalancerFact): string | null {
  const nodes = inventory.byOwner.get(fact.by) ?? [];
  const [first] = nodes;
  if (first === undefined) return 'in no subnet';
  if (new Set(nodes.map(({ sub }) => sub.zone)).size < nodes.length) return 'two subnets in one zone';
  if (fact.type === 'application' && nodes.length === 1 && !isLocal(first.sub.zone))
    return 'one Availability Zone only';
  if (sure(fact.scheme) === 'internet-facing' && inventory.gateway(first.sub.net) === undefined)
    return 'no internet gateway';
  return null;
}

/** A Local Zone has the name of its parent and of its place: us-west-2-lax-1a. */
function isLocal(zone: string): boolean {
  return /-\d-[a-z]+-\d[a-z]$/.test(zone);
}

/** What AWS does not let a listener forward to. */
function groupFault(inventory: Inventory, fact: LoadBalancerFact, group: TargetGroupFact): string | null {
  const type = sure(group.type);
  const web = ['HTTP', 'HTTPS'].includes(sure(group.protocol));
  if (type === 'lambda')
    return fact.type === 'application' ? null : 'a function behind a Network Load Balancer';
  if (fact.type === 'application')
    return web && type !== 'alb'
      ? group.network === fact.network
        ? null
        : 'of another VPC'
      : 'not for HTTP';
  if (web) return 'for HTTP';
  return group.network === fact.network && inventory.nets.has(group.network ?? '') ? null : 'of another VPC';
}

function targetsIn(
  inventory: Inventory,
  fact: LoadBalancerFact,
  node: Nic,
  group: TargetGroupFact,
): readonly Target[] {
  const type = sure(group.type);
  const zones = new Set((inventory.byOwner.get(fact.by) ?? []).map(({ sub }) => sub.zone));
  const crossZone = sure(group.crossZone) ?? sure(fact.crossZone);
  const found: Target[] = [];
  const port = sure(group.port) ?? 0;
  for (const row of Object.values(group.targets)) {
    const peer = sure(row.target);
    const at = sure(row.port) ?? port;
    if (typeof peer === 'string') {
      const address = addressFrom(peer);
      const net = inventory.nets.get(group.network ?? '');
      if (address === null || type !== 'ip' || net === undefined) continue;
      const owner = inventory.nics.find(
        (nic) =>
          !inventory.refused.has(nic.by) &&
          [...nic.possible, ...nic.further].some((each) => sameAddress(each, address)) &&
          (net.blocks.some((block) => covers(block, address)) ? nic.sub.net === net : true),
      );
      if (owner !== undefined) found.push({ nic: owner, address, port: at, group });
      continue;
    }
    for (const nic of inventory.byOwner.get(peer.ref) ?? []) {
      if (nic.sub.net.by !== group.network) continue;
      for (const address of nic.possible) found.push({ nic, address, port: at, group });
    }
  }
  for (const registration of inventory.all('registration')) {
    if (sure(registration.targetGroup) !== group.by) continue;
    for (const nic of inventory.byOwner.get(registration.by) ?? [])
      for (const address of nic.possible)
        found.push({ nic, address, port: sure(registration.port) ?? port, group });
  }
  return found.filter(({ nic }) => {
    if (!zones.has(nic.sub.zone) && nic.sub.net.by === fact.network) return false;
    return crossZone || nic.sub.zone === node.sub.zone;
  });
}

/** The default: instances and everything over UDP see the client, addresses see the load balancer. */
function keepsClient(group: TargetGroupFact): boolean {
  const set = sure(group.preservesClientIp);
  const protocol = sure(group.protocol);
  if (protocol === 'UDP' || protocol === 'TCP_UDP') return true;
  return set ?? sure(group.type) !== 'ip';
}

function toTarget(
  attempt: Attempt,
  fact: LoadBalancerFact,
  node: Nic,
  target: Target,
  packet: Packet,
  behindEndpoint: boolean,
  finish: () => Outcome,
): Outcome {
  const { inventory } = attempt;
  const { nic, port } = target;
  const isClient = 'nic' in attempt.client && attempt.client.nic === nic;
  // The client's own address is known by now, whichever free one AWS gave it.
  const address =
    isClient && 'nic' in attempt.client && nic.possible.includes(attempt.client.address)
      ? attempt.client.address
      : target.address;
  if (inventory.refused.has(nic.by)) return blocked('a target that cannot be', nic.by, nic.sub.by);
  const keeps = fact.type === 'network' && !behindEndpoint && keepsClient(target.group);
  const inner: Attempt = {
    inventory,
    client: { nic: node, address: packet.source },
    meant: { nics: [nic], service: null, outside: false },
    balancers: [...attempt.balancers, fact.by],
    finish,
  };
  if (keeps && isClient && sameAddress(packet.source, address))
    return blocked('it would be its own client', nic.by, target.group.by, fact.by);
  const sources = keeps ? [packet.source] : node.possible;
  const ports = keeps ? [packet.sourcePort] : portsIn(inventory, [1024, 65535]);
  return whichever(sources, (source) =>
    every(ports, (sourcePort) => {
      const sent: Packet = {
        ...packet,
        source,
        sourcePort,
        target: address,
        targetPort: port,
        sender: node,
        known: { inbound: true },
        service: null,
      };
      if (!groupsAllow(inventory, node, 'out', sent))
        return blocked(
          'security group of the load balancer out',
          node.by,
          node.sub.net.by,
          ...(node.fact.securityGroups ?? []),
        );
      const walk: Walk = {
        ...begin(inventory, inner),
        arrive: (at, got, there) =>
          at === nic
            ? atTarget(inner, keeps, node, nic, got, there)
            : blocked('another owner', at.by, target.group.by),
      };
      return send(node, sent, walk);
    }),
  );
}

/** At the target, whose reply goes back to the node whatever its own routes say of the client. */
function atTarget(inner: Attempt, keeps: boolean, node: Nic, nic: Nic, packet: Packet, there: Walk): Outcome {
  const { inventory } = inner;
  if (!groupsAllow(inventory, nic, 'in', packet))
    return blocked(
      'security group of the target in',
      nic.by,
      nic.sub.net.by,
      ...(nic.fact.securityGroups ?? []),
    );
  const back = (): Outcome => {
    if (!keeps)
      return answer({ ...inner, client: { nic: node, address: packet.source } }, nic, packet, there);
    const reply = replyTo(packet, nic);
    if (nic.sub !== node.sub) {
      const row = aclDenies(nic.sub.acl, 'out', reply);
      if (row !== null) return blocked(`network ACL of ${nic.sub.by} out, row ${row}`, guarded(nic.sub));
      const stopped = enter(node.sub, reply);
      if (stopped !== null) return stopped;
    }
    return inner.finish();
  };
  if (nic.role !== 'load-balancer') return back();
  // An Application Load Balancer behind a Network Load Balancer goes on to its own targets first.
  const fact = inventory.one('load-balancer', nic.by);
  if (fact === undefined) return blocked('gone', nic.by);
  const fault = balancerFault(inventory, fact);
  if (fault !== null) return blocked(fault, nic.by);
  return toTargets(
    { ...inner, client: { nic: node, address: packet.source } },
    fact,
    nic,
    packet,
    false,
    back,
  );
}
