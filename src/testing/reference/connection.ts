/** A connection: the packet there, what takes it, and the reply back to who began it. */
import type { VpnConnectionFact } from '../../core/network/facts';
import { isPublic, sameAddress, type Address } from './addresses';
import { balance } from './balancing';
import { sure, type Inventory, type Nic } from './inventory';
import { blocked, reachable, unknownOutcome, type Outcome } from './outcome';
import { aclDenies, groupsAllow, guarded, replyTo, type Packet } from './packet';
import { providerFault } from './privateLink';
import { onTheInternet } from './internetSide';
import { deliver, send, type Walk } from './roads';
import { comeBy } from './vpn';

/** Whom a connection is meant for. */
export interface Meant {
  /** The interfaces that may take it; null for whoever has the address. */
  readonly nics: readonly Nic[] | null;
  /** The full name of the service of AWS that it is for. */
  readonly service: string | null;
  /** Whether it is for somebody on the internet. */
  readonly outside: boolean;
  /** Whether it is for an endpoint and not only for something behind one. */
  readonly ends?: boolean;
  /** For somebody outside AWS: the customer gateways behind which it is. */
  readonly side?: ReadonlySet<string>;
  /** For a client of a Client VPN endpoint: the endpoint. */
  readonly clientsOf?: string;
}

/**
 * Who began it: an interface with the address it used, somebody on the internet, a host behind customer gateways, or a
 * client of a Client VPN endpoint that has come in by a transit gateway.
 */
export type Client =
  | { readonly nic: Nic; readonly address: Address }
  | { readonly internet: Address }
  | { readonly side: ReadonlySet<string>; readonly address: Address }
  | { readonly clientOf: string; readonly address: Address };

export interface Attempt {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly meant: Meant;
  /** Load balancers that it came through, to see circles. */
  readonly balancers: readonly string[];
  /** What is to be done once the reply is back. */
  readonly finish: () => Outcome;
}

export function begin(inventory: Inventory, attempt: Attempt): Walk {
  return {
    inventory,
    isReply: false,
    isForAnybody: attempt.meant.nics === null,
    isPlain: isForWhoeverHasIt(attempt.meant),
    steps: 0,
    marks: [],
    returnsTo: null,
    passed: [],
    gates: {},
    arrive: (nic, packet, walk) => receive(attempt, nic, packet, walk),
    leave: (packet, walk) => {
      const { meant } = attempt;
      const isService = packet.service !== null;
      if (isService ? meant.service === packet.service : meant.outside)
        return answerFromOutside(attempt, packet, walk);
      return blocked('somebody else on the internet');
    },
    serve: (packet, walk) =>
      attempt.meant.service === packet.service
        ? answerFromService(attempt, packet, walk)
        : blocked('another service'),
    ashore: (connection, packet, walk) => onPremises(attempt, connection, packet, walk),
    atClients: (endpoint) => {
      const { meant } = attempt;
      return meant.clientsOf === endpoint || isForWhoeverHasIt(meant)
        ? unknownOutcome('a client decides')
        : blocked('a client', endpoint, ...inventory.facts.map(({ by }) => by));
    },
  };
}

function isForWhoeverHasIt({ nics, side, clientsOf }: Meant): boolean {
  return nics === null && side === undefined && clientsOf === undefined;
}

/** Behind a customer gateway: the host that is meant, whoever has a private address, or somebody else. */
function onPremises(attempt: Attempt, connection: VpnConnectionFact, packet: Packet, there: Walk): Outcome {
  const { meant, inventory } = attempt;
  if (meant.side?.has(sure(connection.customerGateway) ?? '') !== true) {
    if (!isForWhoeverHasIt(meant))
      return blocked('somebody else on premises', connection.by, ...inventory.facts.map(({ by }) => by));
    if (packet.service !== null || isPublic(packet.target))
      return unknownOutcome('what the customer gateway sends on');
  }
  return comeBy(connection, replyTo(packet, null), replyWalk(attempt, there));
}

/** What an interface does with a packet that has come for its address. */
function receive(attempt: Attempt, nic: Nic, packet: Packet, walk: Walk): Outcome {
  const { inventory, meant } = attempt;
  const groups = nic.fact.securityGroups ?? [];
  if (inventory.refused.has(nic.by)) return blocked(inventory.refused.get(nic.by) ?? '', nic.by);
  if (nic.role === 'nat') return blocked('a NAT gateway takes nothing that it did not ask for', nic.by);
  if (meant.nics === null ? !isForWhoeverHasIt(meant) : !meant.nics.includes(nic))
    return blocked('another owner', nic.by, ...inventory.facts.map(({ by }) => by));
  if (inventory.one('client-vpn', nic.by) !== undefined) return blocked('it carries replies only', nic.by);
  if (!groupsAllow(inventory, nic, 'in', packet))
    return blocked('security group in', nic.by, nic.sub.net.by, ...groups);
  if (nic.role === 'load-balancer') return balance(attempt, nic, packet, walk);
  if (nic.role === 'endpoint') {
    const fact = inventory.one('interface-endpoint', nic.by);
    const provider = fact === undefined ? null : sure(fact.provider ?? null);
    if (packet.protocol === 'icmp' || packet.protocol === 'icmpv6' || packet.protocol === 'other')
      return blocked('an endpoint answers no such protocol', nic.by);
    if (provider !== null) return providerFault(attempt, nic, packet, walk, provider);
    // https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
    if (packet.protocol !== 'tcp') return blocked('an endpoint of a service takes TCP only', nic.by);
    if (fact !== undefined && !sure(fact.service).startsWith('com.amazonaws.'))
      return unknownOutcome('nobody says who provides it');
    if (meant.service !== null && fact !== undefined && sure(fact.service) !== meant.service)
      return blocked(
        'the endpoint of another service',
        nic.by,
        ...inventory.all('hosted-zone').map(({ by }) => by),
      );
  } else if (meant.service !== null)
    return blocked('not the service', nic.by, ...inventory.all('hosted-zone').map(({ by }) => by));
  return answer(attempt, nic, packet, walk);
}

/** Whoever has got a packet answers it: by its own routes and past the network ACLs again. */
export function answer(attempt: Attempt, nic: Nic, packet: Packet, there: Walk): Outcome {
  const reply = replyTo(packet, nic);
  const walk = replyWalk(attempt, there);
  if (there.returnsTo !== null && there.returnsTo !== nic.sub.net) {
    // NG6: what came by a NAT gateway over a peering returns to it without a route.
    const row = aclDenies(nic.sub.acl, 'out', reply);
    if (row !== null) return blocked(`network ACL of ${nic.sub.by} out, row ${row}`, guarded(nic.sub));
    return deliver(there.returnsTo, reply, walk, null, 'outside');
  }
  return send(nic, reply, walk);
}

function replyWalk(attempt: Attempt, there: Walk): Walk {
  return {
    ...there,
    isReply: true,
    steps: 0,
    passed: [],
    arrive: (nic, packet, walk) => backAt(attempt, there, nic, packet, walk),
    leave: (packet, walk) => {
      const { client } = attempt;
      const [mark, ...marks] = walk.marks;
      if (mark !== undefined && typeof mark.nat === 'string' && sameAddress(packet.target, mark.address))
        return behindRegionalNat(attempt, there, mark.nat, packet, { ...walk, marks });
      return 'internet' in client && sameAddress(packet.target, client.internet)
        ? home(attempt, there, walk)
        : blocked('the reply goes astray', ...attempt.inventory.facts.map(({ by }) => by));
    },
    serve: () => blocked('the reply goes astray', ...attempt.inventory.facts.map(({ by }) => by)),
    ashore: (connection, packet, walk) => {
      const { client } = attempt;
      const isHome =
        'side' in client &&
        client.side.has(sure(connection.customerGateway) ?? '') &&
        sameAddress(packet.target, client.address);
      return isHome
        ? home(attempt, there, walk)
        : blocked('the reply goes astray', ...attempt.inventory.facts.map(({ by }) => by));
    },
    atClients: (endpoint, packet, walk) => {
      const { client } = attempt;
      const isHome =
        'clientOf' in client && client.clientOf === endpoint && sameAddress(packet.target, client.address);
      return isHome
        ? home(attempt, there, walk)
        : blocked('the reply goes astray', ...attempt.inventory.facts.map(({ by }) => by));
    },
  };
}

/** A reply at an interface: at the NAT gateway that translated, or back at the client. */
function backAt(attempt: Attempt, there: Walk, nic: Nic, packet: Packet, walk: Walk): Outcome {
  const { client } = attempt;
  const [mark, ...marks] = walk.marks;
  if (mark !== undefined && mark.nat === nic) {
    const restored: Packet = {
      ...packet,
      target: mark.before.source,
      targetPort: isPing(packet) ? packet.targetPort : mark.before.sourcePort,
    };
    return send(nic, { ...restored, source: mark.before.target }, { ...walk, marks, steps: walk.steps + 1 });
  }
  if (mark === undefined && 'nic' in client && nic === client.nic) return home(attempt, there, walk);
  return blocked('the reply goes astray', nic.by, ...attempt.inventory.facts.map(({ by }) => by));
}

function behindRegionalNat(attempt: Attempt, there: Walk, id: string, packet: Packet, walk: Walk): Outcome {
  const mark = there.marks.find(({ nat }) => nat === id);
  const net = attempt.inventory.nets.get(attempt.inventory.one('nat-gateway', id)?.regional?.network ?? '');
  if (mark === undefined || net === undefined) return blocked('the reply goes astray', id);
  const restored: Packet = {
    ...packet,
    source: mark.before.target,
    target: mark.before.source,
    targetPort: isPing(packet) ? packet.targetPort : mark.before.sourcePort,
  };
  const outcome = deliver(net, restored, { ...walk, steps: walk.steps + 1 }, null, 'outside');
  const gateway = attempt.inventory.gateway(net);
  const edge = attempt.inventory.one('route-table', sure(gateway?.routeTable ?? null) ?? '');
  // AWS does not say which addresses of the VPC it has, nor whether the gateway's own table counts for it.
  const isOpen = edge !== undefined && Object.keys(edge.routes).length > 0 && outcome.verdict === 'reachable';
  return isOpen ? unknownOutcome('where the gateway sends what comes for a regional NAT gateway') : outcome;
}

function isPing({ protocol }: Packet): boolean {
  return protocol === 'icmp' || protocol === 'icmpv6';
}

/** GW3: what passed an appliance must come back past it, and then only the appliance knows. */
function home(attempt: Attempt, there: Walk, back: Walk): Outcome {
  const onTheWay = [...there.passed].reverse();
  const isSame =
    onTheWay.length === back.passed.length && onTheWay.every((id, index) => id === back.passed[index]);
  if (!isSame)
    return blocked(
      'the two directions meet different appliances',
      ...attempt.inventory.facts.map(({ by }) => by),
    );
  const outcome = attempt.finish();
  return onTheWay.length > 0 && outcome.verdict === 'reachable'
    ? unknownOutcome('an appliance decides')
    : outcome;
}

/** Somebody on the internet, or a service at its public addresses, answers. */
function answerFromOutside(attempt: Attempt, packet: Packet, there: Walk): Outcome {
  const reply = replyTo(packet, null);
  const walk = replyWalk(attempt, there);
  return onTheInternet(reply, walk);
}

/** GE5: a service answers through its endpoint, straight into the subnet. */
function answerFromService(attempt: Attempt, packet: Packet, there: Walk): Outcome {
  const reply = replyTo(packet, null);
  const walk = replyWalk(attempt, there);
  const owner = attempt.inventory.nics.find(
    (nic) =>
      !attempt.inventory.refused.has(nic.by) &&
      [...nic.possible, ...nic.further, ...(nic.six === null ? [] : [nic.six])].some((each) =>
        sameAddress(each, packet.source),
      ) &&
      (packet.sender === null || packet.sender === nic),
  );
  return owner === undefined
    ? blocked('nobody to answer')
    : deliver(owner.sub.net, reply, walk, null, 'outside');
}

export const ended = (): Outcome => reachable;
