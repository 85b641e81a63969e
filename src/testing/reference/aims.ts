/** To which addresses a sender may send to reach an end of a question. */
import type { ClientVpnFact } from '../../core/network/facts';
import type { End, Query } from '../../core/network/trace';
import { addressFrom, isPublic, type Address } from './addresses';
import { clientAddresses } from './clientVpn';
import type { Meant } from './connection';
import { sure, type Inventory, type Net, type Nic } from './inventory';
import { hostOf, type Answer } from './names';
import { blocked, every, some, unknownOutcome, whichever, type Outcome } from './outcome';
import { hostIn, sideOf, withoutHosts, type Side } from './onPremises';
import { serviceNumber, stranger } from './strangers';

/** Where a connection may be sent, by address, and to whom. */
export interface Aim {
  readonly address: Address;
  readonly meant: Meant;
  readonly service: string | null;
}

/** Somebody who begins a connection, as far as it matters for where he sends it. */
export interface Sender {
  readonly by: string;
  /** The VPC that it is in, or has landed in; null outside. */
  readonly net: Net | null;
  readonly region: string;
  readonly hasSix: boolean;
  /** The Client VPN endpoint whose client it is. */
  readonly clientOf?: string;
  resolve(host: string): Answer;
  send(query: Query, aim: Aim): Outcome;
  /** Asks the resolver of its VPC by an address of it. */
  askResolver(net: Net, address: Address): Outcome;
}

/** Takes together what becomes of every way to send to an end. */
export function toward(inventory: Inventory, query: Query, sender: Sender): Outcome {
  const { to } = query;
  const follow = (aim: Aim): Outcome => sender.send(query, aim);
  const outside: Meant = { nics: null, service: null, outside: true };
  if ('internet' in to) {
    const given = to.address === undefined ? null : addressFrom(to.address);
    const families: Address[] =
      given === null ? [stranger[4], ...(sender.hasSix ? [stranger[6]] : [])] : [given];
    return some(
      families,
      (address) => follow({ address, meant: outside, service: null }),
      blocked('no address'),
    );
  }
  if ('dns' in to) return toName(inventory, to.dns, null, sender, follow);
  if ('service' in to) {
    const service = `com.amazonaws.${sender.region}.${to.service}`;
    return toName(inventory, hostOf(service), service, sender, follow);
  }
  if (!('resource' in to)) {
    const address = addressFrom(to.address);
    if (address === null) return blocked('no address');
    return follow({ address, meant: { ...outside, outside: isPublic(address) }, service: null });
  }
  return toNamed(inventory, to, sender, follow);
}

function toNamed(
  inventory: Inventory,
  to: Extract<End, { readonly resource: string }>,
  sender: Sender,
  follow: (aim: Aim) => Outcome,
): Outcome {
  const drawn = inventory.one('service', to.resource);
  if (drawn !== undefined) {
    const service = `com.amazonaws.${drawn.region}.${sure(drawn.service)}`;
    return toName(inventory, hostOf(service), service, sender, follow);
  }
  const side = sideOf(inventory, to.resource);
  if (side !== null) return toSide(side, to.address, follow);
  const endpoint = inventory.one('client-vpn', to.resource);
  if (endpoint !== undefined) return toClients(inventory, endpoint, sender, follow);
  return toResource(inventory, to.resource, sender, follow, null, asked(to.address));
}

/** One host of each block, which stands for the others there; with one IP version is enough. */
function toSide(side: Side, text: string | undefined, follow: (aim: Aim) => Outcome): Outcome {
  const given = text === undefined ? null : addressFrom(text);
  if (text !== undefined && given === null) return blocked('no address');
  const none = given === null ? withoutHosts(side) : null;
  if (none !== null) return none;
  const hosts = given === null ? side.blocks.map(hostIn) : [given];
  const families = ([4, 6] as const).map((family) => hosts.filter((host) => host.family === family));
  return some(
    families.filter(({ length }) => length > 0),
    (own) =>
      every(own, (address) => {
        const outside = isPublic(address);
        return follow({
          address,
          meant: { nics: null, service: null, outside, side: side.devices },
          service: null,
        });
      }),
    blocked('no address', side.by),
  );
}

/** CV1: clients begin connections; others find them by a transit gateway only, where they keep their addresses (CV3). */
function toClients(
  inventory: Inventory,
  fact: ClientVpnFact,
  { clientOf, hasSix }: Sender,
  follow: (aim: Aim) => Outcome,
): Outcome {
  if (clientOf !== fact.by && sure(fact.transitGateway) === null)
    return hasSix && sure(fact.addresses) !== 'ipv4'
      ? unknownOutcome('connections to clients over IPv6')
      : blocked('only clients begin connections', fact.by);
  if (sure(fact.addresses) === 'ipv6') return unknownOutcome('clients over IPv6');
  const meant: Meant = { nics: null, service: null, outside: false, clientsOf: fact.by };
  return whichever(clientAddresses(inventory, fact), (address) => follow({ address, meant, service: null }));
}

function toResource(
  inventory: Inventory,
  id: string,
  sender: Sender,
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
      wanted(target) ?? addressesFor(inventory, target, sender),
      (choice) =>
        whichever(choice, (address) =>
          follow({ address, meant: { ...meant, nics: [target] }, service: null }),
        ),
      blocked('no address in common', id, sender.by, ...inventory.facts.map(({ by }) => by)),
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
  { net, hasSix }: Sender,
): readonly (readonly Address[])[] {
  const six = target.six === null || !hasSix ? [] : [[target.six]];
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
  sender: Sender,
  follow: (aim: Aim) => Outcome,
): Outcome {
  const answer = sender.resolve(host);
  const meant: Meant = { nics: null, service, outside: service === null };
  switch (answer.is) {
    case 'nothing':
      return {
        ...blocked('the name has no answer', ...answer.blame),
        ...(answer.isOpen === true ? { isOpen: true } : {}),
      };
    case 'unknown':
      return unknownOutcome(answer.why ?? 'a DNS server of one’s own answers');
    case 'public': {
      const outcome = whichever(
        service === null ? [stranger[4]] : inventory.publicAddresses(serviceNumber),
        (address) => follow({ address, meant, service }),
      );
      return answer.isOpen === true ? { ...outcome, isOpen: true } : outcome;
    }
    case 'resource':
      return toResource(inventory, answer.resource, sender, follow, service, (target) =>
        addressesFor(inventory, target, sender).filter(([first]) => first?.family === answer.family),
      );
    case 'addresses':
      return every(answer.addresses, (address) =>
        follow({ address, meant: { nics: null, service, outside: isPublic(address) }, service: null }),
      );
  }
}
