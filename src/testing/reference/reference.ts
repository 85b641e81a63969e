/**
 * A second, slow answer to the engine's questions: NETWORK.md and AWS's guides read directly, one concrete packet at a
 * time. It shares nothing with the engine but the facts and the questions, so that what both say is likely so.
 *
 * It knows no unknown values. Client VPN authorization (CV1, CV2) belongs between `send` and the routes of an association
 * once there are facts about it.
 */
import type { Fact } from '../../core/network/facts';
import type { End, Query } from '../../core/network/trace';
import { addressFrom, blockFrom, isPublic, type Address } from './addresses';
import { balancerFault } from './balancing';
import { begin, ended, type Client, type Meant } from './connection';
import { inventoryOf, portsIn, sure, type Inventory, type Net, type Nic } from './inventory';
import { endpointFaults, fromThePublic, hostOf, resolve } from './names';
import {
  blocked,
  every,
  reachable,
  some,
  thoroughly,
  unknownOutcome,
  whichever,
  type Outcome,
} from './outcome';
import { groupsAllow, type Packet } from './packet';
import { onTheInternet } from './internetSide';
import { send } from './roads';

export interface Reference {
  ask(query: Query): Outcome;
  /** Everything that may be blamed for a block; empty where nobody can be. */
  blamed(query: Query): readonly string[];
}

/** Somebody whom no block of a design names by itself. */
const stranger = { 4: known('93.184.216.34'), 6: known('2a00:1450::9') } as const;
const serviceNumber = 120n;

export function referenceOf(facts: readonly Fact[]): Reference {
  const inventory = inventoryOf(facts);
  const refused = inventory.refused as Map<string, string>;
  for (const [by, why] of endpointFaults(inventory)) {
    inventory.unmade.add(by);
    if (!refused.has(by)) refused.set(by, why);
  }
  for (const fact of inventory.all('load-balancer')) {
    const fault = balancerFault(inventory, fact);
    if (fault !== null && !refused.has(fact.by)) refused.set(fact.by, fault);
  }
  return {
    ask: (query) => answerTo(inventory, query),
    blamed: (query) => thoroughly(() => answerTo(inventory, query)).blame,
  };
}

function known(text: string): Address {
  const address = addressFrom(text);
  if (address === null) throw new Error(`expected an address, not ${text}`);
  return address;
}

type Header = Pick<Packet, 'protocol' | 'sourcePort' | 'targetPort'>;

/** The packets that a flow has: of every source port of its client, and of every protocol where that is asked. */
function* packetsOf(
  inventory: Inventory,
  query: Query,
  family: 4 | 6,
  clientPorts: readonly [number, number],
): Generator<Header> {
  const { protocol } = query;
  for (const each of ['tcp', 'udp'] as const) {
    if (protocol !== each && protocol !== 'any') continue;
    for (const targetPort of query.port === null ? portsIn(inventory, [1, 65535]) : [query.port])
      for (const sourcePort of query.sourcePort === null
        ? portsIn(inventory, clientPorts)
        : [query.sourcePort])
        yield { protocol: each, sourcePort, targetPort };
  }
  if (protocol !== 'icmp' && protocol !== 'any') return;
  // Of ICMP, type and code are in the place of the target's port and the source's.
  const ping = family === 4 ? 'icmp' : 'icmpv6';
  yield { protocol: ping, targetPort: family === 4 ? 8 : 128, sourcePort: 0 };
  if (protocol !== 'any') return;
  yield { protocol: ping, targetPort: 3, sourcePort: 1 };
  yield { protocol: 'other', targetPort: 0, sourcePort: 0 };
}

function answerTo(inventory: Inventory, query: Query): Outcome {
  const { from } = query;
  if ('internet' in from)
    return fromOutside(inventory, query, from.address === undefined ? null : addressFrom(from.address));
  if ('address' in from && !('resource' in from)) {
    const address = addressFrom(from.address);
    if (address === null) return blocked('no address');
    if (isPublic(address)) return fromOutside(inventory, query, address);
    const owner = inventory.nics.find((nic) =>
      [...nic.possible, ...nic.further].some(
        (each) => each.bits === address.bits && each.family === address.family,
      ),
    );
    return owner === undefined ? blocked('nobody has the address') : fromNic(inventory, query, owner);
  }
  if (!('resource' in from)) return blocked('no source');
  const office = inventory.one('on-premises', from.resource);
  if (office !== undefined) {
    const address = representative(office.blocks.map(sure));
    return address !== null && isPublic(address)
      ? fromOutside(inventory, query, address)
      : blocked('nothing leads from there', office.by);
  }
  if (inventory.one('hosted-by-aws', from.resource) !== undefined)
    return fromOutside(inventory, query, null, true);
  const nics = inventory.byOwner.get(from.resource) ?? [];
  const regional = inventory.one('nat-gateway', from.resource);
  if (nics.length === 0)
    return regional === undefined
      ? blocked('in no subnet', from.resource)
      : unknownOutcome('a regional NAT gateway as a source');
  return every(nics, (nic) => fromNic(inventory, query, nic));
}

function representative(blocks: readonly string[]): Address | null {
  for (const text of blocks) {
    const block = blockFrom(text);
    if (block !== null) return { family: block.family, bits: block.first + 9n };
  }
  return null;
}

/** Where a connection may be sent, by address, and to whom. */
interface Aim {
  readonly address: Address;
  readonly meant: Meant;
  readonly service: string | null;
}

function fromNic(inventory: Inventory, query: Query, nic: Nic): Outcome {
  const refusal = inventory.refused.get(nic.by);
  if (refusal !== undefined)
    return blocked(
      refusal,
      nic.by,
      nic.sub.net.by,
      ...(inventory.byOwner.get(nic.by) ?? []).map(({ sub }) => sub.by),
    );
  if (nic.role === 'endpoint') return blocked('an endpoint begins nothing', nic.by);
  const to = (aim: Aim): Outcome => connect(inventory, query, nic, aim);
  return toward(inventory, query.to, nic.sub.net, nic, to);
}

/** Takes together what becomes of every way to send to an end. */
function toward(
  inventory: Inventory,
  to: End,
  net: Net,
  nic: Nic | null,
  follow: (aim: Aim) => Outcome,
): Outcome {
  const outside: Meant = { nics: null, service: null, outside: true };
  if ('internet' in to) {
    const given = to.address === undefined ? null : addressFrom(to.address);
    const families: Address[] =
      given === null ? [stranger[4], ...(nic?.six == null ? [] : [stranger[6]])] : [given];
    return some(
      families,
      (address) => follow({ address, meant: outside, service: null }),
      blocked('no address'),
    );
  }
  if ('dns' in to) return toName(inventory, to.dns, null, net, nic, follow);
  if ('service' in to) {
    const service = `com.amazonaws.${net.region}.${to.service}`;
    return toName(inventory, hostOf(service), service, net, nic, follow);
  }
  if (!('resource' in to)) {
    const address = addressFrom(to.address);
    if (address === null) return blocked('no address');
    return follow({ address, meant: { ...outside, outside: isPublic(address) }, service: null });
  }
  const drawn = inventory.one('service', to.resource);
  if (drawn !== undefined) {
    const service = `com.amazonaws.${drawn.region}.${sure(drawn.service)}`;
    return toName(inventory, hostOf(service), service, net, nic, follow);
  }
  const office = inventory.one('on-premises', to.resource);
  if (office !== undefined) {
    const address = representative(office.blocks.map(sure));
    return address === null
      ? blocked('no address', office.by)
      : follow({ address, meant: outside, service: null });
  }
  return toResource(inventory, to.resource, net, nic, follow, null, asked(to.address));
}

function toResource(
  inventory: Inventory,
  id: string,
  net: Net,
  nic: Nic | null,
  follow: (aim: Aim) => Outcome,
  service: string | null,
  wanted: (target: Nic) => readonly (readonly Address[])[] | null,
): Outcome {
  const nics = inventory.byOwner.get(id) ?? [];
  if (nics.length === 0) return blocked('in no subnet', id);
  const refusal = inventory.refused.get(id);
  const meant: Meant = { nics, service, outside: false };
  const one = (target: Nic): Outcome => {
    if (refusal !== undefined)
      return blocked(refusal, id, target.sub.by, target.sub.net.by, ...inventory.facts.map(({ by }) => by));
    return some(
      wanted(target) ?? addressesFor(inventory, target, net, nic),
      (choice) =>
        whichever(choice, (address) =>
          follow({ address, meant: { ...meant, nics: [target] }, service: null }),
        ),
      blocked('no address in common', id, nic?.by ?? '', ...inventory.facts.map(({ by }) => by)),
    );
  };
  return nics[0]?.role === 'load-balancer' ? some(nics, one, blocked('no node', id)) : every(nics, one);
}

/** One of its addresses, where the question picks that. */
function asked(text: string | undefined): (target: Nic) => readonly (readonly Address[])[] | null {
  const address = addressFrom(text ?? '');
  return (target) =>
    text === undefined
      ? null
      : text === 'public'
        ? [target.publicFour]
        : address === null
          ? []
          : // An IPv6 address that AWS gives may be the one that is asked for.
            [address.family === 6 && target.six !== null ? [target.six] : [address]];
}

/** The addresses by which an interface may be asked, each as those that it may turn out to be. */
function addressesFor(
  inventory: Inventory,
  target: Nic,
  net: Net,
  nic: Nic | null,
): readonly (readonly Address[])[] {
  const six = target.six === null || nic?.six == null ? [] : [[target.six]];
  const isFacing =
    target.role === 'load-balancer' &&
    sure(inventory.one('load-balancer', target.by)?.scheme ?? 'internal') === 'internet-facing';
  const byPublic = target.publicFour.length === 0 ? [] : [target.publicFour];
  if (isFacing) return [...byPublic, ...six];
  return [target.possible, ...six, ...(target.sub.net === net ? [] : byPublic)];
}

function toName(
  inventory: Inventory,
  host: string,
  service: string | null,
  net: Net,
  nic: Nic | null,
  follow: (aim: Aim) => Outcome,
): Outcome {
  const answer = resolve(inventory, net, host, (endpoint, server) => canAsk(inventory, endpoint, server));
  const meant: Meant = { nics: null, service, outside: service === null };
  switch (answer.is) {
    case 'nothing':
      return blocked('the name has no answer', ...answer.blame);
    case 'unknown':
      return unknownOutcome('a DNS server of one’s own answers');
    case 'public':
      return whichever(
        service === null ? [stranger[4]] : inventory.publicAddresses(serviceNumber),
        (address) => follow({ address, meant, service }),
      );
    case 'resource':
      return toResource(inventory, answer.resource, net, nic, follow, service, (target) =>
        addressesFor(inventory, target, net, nic).filter(([first]) => first?.family === answer.family),
      );
    case 'addresses':
      return every(answer.addresses, (address) =>
        follow({ address, meant: { nics: null, service, outside: isPublic(address) }, service: null }),
      );
  }
}

/** DN3: whether a question over UDP gets from an outbound endpoint to a server, and the answer back. */
function canAsk(inventory: Inventory, endpoint: string, server: Address): 'there' | 'stopped' | 'unknown' {
  const nics = inventory.byOwner.get(endpoint) ?? [];
  const query: Query = {
    from: { resource: endpoint },
    to: { internet: true },
    protocol: 'udp',
    port: 53,
    sourcePort: null,
  };
  const outcome = every(nics, (nic) =>
    connect(inventory, query, nic, {
      address: server,
      meant: { nics: null, service: null, outside: true },
      service: null,
    }),
  );
  return outcome.verdict === 'reachable' ? 'there' : outcome.verdict === 'blocked' ? 'stopped' : 'unknown';
}

/** Every packet that the connection has, from an interface. */
function connect(inventory: Inventory, query: Query, nic: Nic, aim: Aim): Outcome {
  const { family } = aim.address;
  const given =
    'resource' in query.from && query.from.address !== undefined ? addressFrom(query.from.address) : null;
  const own = given !== null ? [given] : family === 4 ? nic.possible : nic.six === null ? [] : [nic.six];
  if (own.length === 0)
    return blocked(
      'no address of that family',
      nic.by,
      nic.sub.by,
      nic.sub.net.by,
      ...inventory.facts.map(({ by }) => by),
    );
  return whichever(own, (source) =>
    every(packetsOf(inventory, query, family, nic.fact.clientPorts), (header) => {
      const packet: Packet = {
        ...header,
        source,
        target: aim.address,
        sender: nic,
        known: { inbound: true },
        service: aim.service,
      };
      if (!groupsAllow(inventory, nic, 'out', packet))
        return blocked('security group out', nic.by, nic.sub.net.by, ...(nic.fact.securityGroups ?? []));
      const client: Client = { nic, address: source };
      return send(
        nic,
        packet,
        begin(inventory, { inventory, client, meant: aim.meant, balancers: [], finish: ended }),
      );
    }),
  );
}

/** A connection that somebody on the internet begins. */
function fromOutside(inventory: Inventory, query: Query, given: Address | null, onlyFour = false): Outcome {
  const { to } = query;
  if (
    'internet' in to ||
    'service' in to ||
    ('resource' in to && inventory.one('service', to.resource) !== undefined)
  )
    return reachable;
  if ('dns' in to) {
    const answer = fromThePublic(inventory, to.dns);
    return answer.is === 'nothing' ? blocked('the name has no answer', ...answer.blame) : reachable;
  }
  if (!('resource' in to)) return unknownOutcome('an address from outside');
  const office = inventory.one('on-premises', to.resource);
  if (office !== undefined) {
    const address = representative(office.blocks.map(sure));
    return address !== null && isPublic(address) ? reachable : blocked('a private network', office.by);
  }
  const nics = inventory.byOwner.get(to.resource) ?? [];
  if (nics.length === 0) return blocked('in no subnet', to.resource);
  const refusal = inventory.refused.get(to.resource);
  if (refusal !== undefined) return blocked(refusal, to.resource, ...inventory.facts.map(({ by }) => by));
  const one = (nic: Nic): Outcome => {
    const choices = [nic.publicFour, onlyFour || nic.six === null ? [] : [nic.six]].filter(
      ([first]) => first !== undefined && (given === null || given.family === first.family),
    );
    return some(
      choices,
      (addresses) => whichever(addresses, (address) => comeFrom(inventory, query, given, nic, address)),
      blocked('no public address', nic.by, nic.sub.net.by, ...inventory.facts.map(({ by }) => by)),
    );
  };
  return nics[0]?.role === 'load-balancer'
    ? some(nics, one, blocked('no node', to.resource))
    : every(nics, one);
}

function comeFrom(
  inventory: Inventory,
  query: Query,
  given: Address | null,
  nic: Nic,
  target: Address,
): Outcome {
  const source = given ?? stranger[target.family];
  return every(packetsOf(inventory, query, target.family, [1024, 65535]), (header) =>
    onTheInternet(
      { ...header, source, target, sender: null, known: { inbound: false }, service: null },
      begin(inventory, {
        inventory,
        client: { internet: source },
        meant: { nics: [nic], service: null, outside: false },
        balancers: [],
        finish: ended,
      }),
    ),
  );
}
