/**
 * CV1 to CV3: a client of a Client VPN endpoint. Its packets need an authorization rule and a route of the endpoint, and go
 * on with the address of an interface in an associated subnet, or as they are by a transit gateway.
 */
import type { ClientVpnFact } from '../../core/network/facts';
import type { Query } from '../../core/network/trace';
import { addressFrom, blockFrom, covers, isPublic, isWithinBlock, overlap, type Address } from './addresses';
import { toward, type Aim, type Sender } from './aims';
import { isResolverOf, resolveAsked, type Asked } from './asking';
import { begin, ended } from './connection';
import { connect } from './fromInterface';
import { comeFrom } from './fromOutside';
import { packetsOf } from './headers';
import { freeAddresses, sure, type Inventory, type Net, type Nic } from './inventory';
import { blocked, every, reachable, unknownOutcome, whichever, type Outcome } from './outcome';
import { decide } from './transit';

/** What AWS would not create of Client VPN endpoints, by endpoint. */
export function clientFaults(inventory: Inventory): ReadonlyMap<string, string> {
  return new Map(
    inventory.all('client-vpn').flatMap((fact) => {
      const fault = faultOf(inventory, fact);
      return fault === null ? [] : [[fact.by, fault] as const];
    }),
  );
}

/** https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html */
function faultOf(inventory: Inventory, fact: ClientVpnFact): string | null {
  const subs = Object.values(fact.associations).flatMap(
    ({ subnet }) => inventory.subs.get(sure(subnet) ?? '') ?? [],
  );
  const transit = sure(fact.transitGateway);
  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-tgw.html
  if (transit !== null && Object.values(fact.associations).some(({ subnet }) => sure(subnet) !== null))
    return 'subnets beside a transit gateway';
  const traffic = sure(fact.addresses);
  const clients = blockFrom(sure(fact.clientBlock));
  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html
  if (traffic !== 'ipv4' && subs.some(({ six }) => six === null)) return 'a subnet without IPv6';
  if (traffic !== 'ipv6') {
    if (clients === null || clients.family === 6 || clients.length < 12 || clients.length > 22)
      return 'no client block that AWS takes';
    const attached = inventory
      .all('transit-gateway-attachment')
      .filter((each) => transit !== null && sure(each.transitGateway) === transit)
      .flatMap(({ to }) => (to.is === 'network' ? (inventory.nets.get(to.network ?? '') ?? []) : []));
    const nets = [...subs.map(({ net }) => net), ...attached];
    if (nets.some(({ blocks }) => blocks.some((block) => overlap(block, clients))))
      return 'the client block overlaps a VPC';
    const taken = Object.values(fact.routes).some(({ destination, subnet }) => {
      const block = blockFrom(sure(destination));
      return sure(subnet) !== null && block !== null && block.length > 0 && overlap(block, clients);
    });
    if (taken) return 'the client block overlaps a route';
  }
  const [first] = subs;
  if (subs.some(({ net }) => net !== first?.net || (fact.network !== null && net.by !== fact.network)))
    return 'subnets of several VPCs';
  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html
  if (subs.some(({ block }) => block.length > 27)) return 'a subnet that is too small';
  const unlike = new Map(subs.map((sub) => [sub.by, sub.zone]));
  return new Set(unlike.values()).size < unlike.size ? 'two subnets in one zone' : null;
}

/** The addresses that a client may have, one for each part of the block that the design tells apart. */
export function clientAddresses(inventory: Inventory, fact: ClientVpnFact): readonly Address[] {
  const block = blockFrom(sure(fact.clientBlock));
  return block === null ? [] : freeAddresses(inventory, block);
}

/**
 * CV2: the rules with the longest prefix that covers an address decide, and one of them must be for everybody or for the
 * group. https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
 */
export function isAuthorized(fact: ClientVpnFact, group: string | null, address: Address): boolean {
  const covering = Object.values(fact.authorizations).flatMap((rule) => {
    const block = blockFrom(sure(rule.destination));
    return block !== null && covers(block, address)
      ? [{ length: block.length, group: sure(rule.group) }]
      : [];
  });
  const longest = Math.max(-1, ...covering.map(({ length }) => length));
  return covering.some((rule) => rule.length === longest && (rule.group === null || rule.group === group));
}

/**
 * Where the endpoint's own routes lead a client that has landed on a subnet; null where no route is for it.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html
 */
export function routeFor(fact: ClientVpnFact, landed: Nic | null, address: Address): 'on' | 'clients' | null {
  const clients = blockFrom(sure(fact.clientBlock));
  const rows: { readonly length: number; readonly to: 'on' | 'clients' }[] = [];
  // An association brings a route to its VPC.
  const own = landed === null ? [] : [...landed.sub.net.blocks, landed.sub.net.six];
  for (const block of own)
    if (block !== null && covers(block, address)) rows.push({ length: block.length, to: 'on' });
  for (const { destination, subnet } of Object.values(fact.routes)) {
    const block = blockFrom(sure(destination));
    if (block === null || !covers(block, address)) continue;
    const through = sure(subnet);
    const isLocal = clients !== null && isWithinBlock(block, clients);
    if (landed === null)
      rows.push({ length: block.length, to: through === null && isLocal ? 'clients' : 'on' });
    else if (through === landed.sub.by) rows.push({ length: block.length, to: 'on' });
    else if (through === null && isLocal) rows.push({ length: block.length, to: 'clients' });
  }
  const longest = Math.max(-1, ...rows.map(({ length }) => length));
  return rows.find(({ length }) => length === longest)?.to ?? null;
}

/** All clients must get through, on whichever subnet they have landed. */
export function fromClient(
  inventory: Inventory,
  query: Query,
  fact: ClientVpnFact,
  given: string | undefined,
): Outcome {
  const { by } = fact;
  const nics = inventory.byOwner.get(by) ?? [];
  const refusal = inventory.refused.get(by);
  if (refusal !== undefined) return blocked(refusal, by, ...nics.flatMap(({ sub }) => [sub.by, sub.net.by]));
  const block = blockFrom(sure(fact.clientBlock));
  const asked = given === undefined ? null : addressFrom(given);
  const isClients =
    asked !== null &&
    (asked.family === 6 ? sure(fact.addresses) !== 'ipv4' : block !== null && covers(block, asked));
  if (given !== undefined && !isClients) return blocked('no address of a client', by);
  const transit = sure(fact.transitGateway);
  if (transit !== null) {
    if (inventory.one('transit-gateway', transit) === undefined)
      return unknownOutcome('a transit gateway that is not in the design');
    return toward(inventory, query, senderByTransit(inventory, fact, transit, query, asked));
  }
  if (nics.length === 0) return blocked('no associated subnet', by);
  return every(nics, (nic) => toward(inventory, query, senderAt(inventory, fact, nic, query)));
}

function senderAt(inventory: Inventory, fact: ClientVpnFact, nic: Nic, { group }: Query): Sender {
  const through = (asked: Query, aim: Aim, send: () => Outcome): Outcome =>
    fromTunnel(inventory, fact, nic, group ?? null, asked, aim, send);
  const sender: Sender = {
    by: fact.by,
    net: nic.sub.net,
    region: nic.sub.net.region,
    hasSix: sure(fact.addresses) !== 'ipv4',
    clientOf: fact.by,
    resolve: (host) => resolveAsked(inventory, sender, askedBy(fact), host),
    send: (asked, aim) => through(asked, aim, () => fromLanding(inventory, asked, nic, aim)),
    askResolver: (_, address) =>
      through(dnsQuery, { address, meant: anybody, service: null }, () => reachable),
  };
  return sender;
}

const dnsQuery: Query = {
  from: { internet: true },
  to: { internet: true },
  protocol: 'udp',
  port: 53,
  sourcePort: null,
};
const anybody = { nics: null, service: null, outside: false } as const;

/** From the interface in the associated subnet; DN1: the resolver of the VPC answers it as anybody there. */
function fromLanding(inventory: Inventory, query: Query, nic: Nic, aim: Aim): Outcome {
  const isDns = (query.protocol === 'udp' || query.protocol === 'tcp') && query.port === 53;
  if (isDns && aim.meant.nics === null && isResolverOf(nic.sub.net, aim.address)) return reachable;
  return connect(inventory, query, nic, aim);
}

/** CV3: by a transit gateway clients keep their own addresses. */
function senderByTransit(
  inventory: Inventory,
  fact: ClientVpnFact,
  transit: string,
  { group }: Query,
  given: Address | null,
): Sender {
  const sources = given === null ? clientAddresses(inventory, fact) : [given];
  const sender: Sender = {
    by: fact.by,
    net: null,
    region: inventory.one('transit-gateway', transit)?.region ?? '',
    hasSix: sure(fact.addresses) !== 'ipv4',
    clientOf: fact.by,
    resolve: (host) => resolveAsked(inventory, sender, askedBy(fact), host),
    send: (asked, aim) =>
      fromTunnel(inventory, fact, null, group ?? null, asked, aim, () =>
        whichever(sources, (source) => intoTransit(inventory, fact, transit, asked, aim, source)),
      ),
    askResolver: () => blocked('no resolver outside a VPC', fact.by),
  };
  return sender;
}

function intoTransit(
  inventory: Inventory,
  fact: ClientVpnFact,
  transit: string,
  query: Query,
  { address: target, meant, service }: Aim,
  source: Address,
): Outcome {
  if (source.family !== target.family) return blocked('no address of that family', fact.by);
  return every(packetsOf(inventory, query, target.family, [32768, 65535]), (header) =>
    decide(
      transit,
      fact.by,
      null,
      { ...header, source, target, sender: null, known: { inbound: false }, service },
      begin(inventory, {
        inventory,
        client: { clientOf: fact.by, address: source },
        meant,
        balancers: [],
        finish: ended,
      }),
      null,
    ),
  );
}

/** Without DNS servers the client asks the one of its device, which is taken to be a public one. */
function askedBy({ by, dnsServers }: ClientVpnFact): Asked {
  return dnsServers.length === 0
    ? { is: 'public', hasOwn: false }
    : { is: 'servers', servers: dnsServers.map(sure), nics: [], by };
}

function fromTunnel(
  inventory: Inventory,
  fact: ClientVpnFact,
  landed: Nic | null,
  group: string | null,
  query: Query,
  aim: Aim,
  send: () => Outcome,
): Outcome {
  const { address, meant } = aim;
  // A client has the addresses that the endpoint gives.
  if (sure(fact.addresses) === (address.family === 4 ? 'ipv6' : 'ipv4'))
    return blocked('no address of that family', ...inventory.facts.map(({ by }) => by));
  if (sure(fact.splitTunnel) && isPublic(address) && !isTold(fact, landed?.sub.net ?? null, address))
    return besideTunnel(inventory, query, aim);
  if (!isAuthorized(fact, group, address)) return blocked('not authorized', fact.by);
  const way = routeFor(fact, landed, address);
  if (way === null) return blocked('no route of the endpoint', fact.by);
  if (way === 'clients') {
    const isForAnybody = meant.nics === null && meant.side === undefined && meant.service === null;
    return meant.clientsOf === fact.by || (meant.clientsOf === undefined && isForAnybody)
      ? reachable
      : blocked('a client', fact.by, ...inventory.facts.map(({ by }) => by));
  }
  return address.family === 6 && landed === null
    ? unknownOutcome('the IPv6 addresses of clients on a transit gateway')
    : send();
}

/** https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html: all routes are told to all clients. */
function isTold({ routes }: ClientVpnFact, net: Net | null, address: Address): boolean {
  return (
    [...(net?.blocks ?? []), net?.six ?? null].some((block) => block !== null && covers(block, address)) ||
    Object.values(routes).some(({ destination }) => {
      const block = blockFrom(sure(destination));
      return block !== null && covers(block, address);
    })
  );
}

/** By the client's own connection to the internet, of which AWS sees nothing. */
function besideTunnel(inventory: Inventory, query: Query, { address, meant }: Aim): Outcome {
  const [target] = meant.nics ?? [];
  return target === undefined ? reachable : comeFrom(inventory, query, null, target, address);
}
