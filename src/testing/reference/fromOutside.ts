/** Connections that somebody on the internet begins. */
import type { Query } from '../../core/network/trace';
import { addressFrom, isPublic, type Address } from './addresses';
import { toward, type Sender } from './aims';
import { resolveAsked } from './asking';
import { begin, ended } from './connection';
import { packetsOf } from './headers';
import { onTheInternet } from './internetSide';
import { sure, type Inventory, type Nic } from './inventory';
import { fromThePublic } from './names';
import { blocked, every, reachable, some, unknownOutcome, whichever, type Outcome } from './outcome';
import { askedOutside, hostIn, regionOf, sideOf, withoutHosts, type Side } from './onPremises';
import { stranger } from './strangers';

/** A host of a network on the internet: it asks its own servers for names. */
export function fromOnline(inventory: Inventory, query: Query, side: Side, host: Address): Outcome {
  const { to } = query;
  const isName = 'dns' in to || 'service' in to;
  const isService = 'resource' in to && inventory.one('service', to.resource) !== undefined;
  if (!isName && !isService) return fromOutside(inventory, query, host);
  const sender: Sender = {
    by: side.by,
    net: null,
    region: regionOf(inventory),
    hasSix: host.family === 6,
    resolve: (name) => resolveAsked(inventory, sender, askedOutside(inventory, side), name),
    send(asked, { address, meant }) {
      const [target] = meant.nics ?? [];
      if (!isPublic(address)) return blocked('nobody on the internet has it');
      return target === undefined ? reachable : comeFrom(inventory, asked, host, target, address);
    },
    askResolver: () => blocked('no resolver outside a VPC', side.by),
  };
  return toward(inventory, query, sender);
}

/** A connection that somebody on the internet begins. */
export function fromOutside(
  inventory: Inventory,
  query: Query,
  given: Address | null,
  onlyFour = false,
): Outcome {
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
  if (!('resource' in to)) {
    const address = addressFrom(to.address);
    return address !== null && isPublic(address) ? reachable : blocked('nobody on the internet has it');
  }
  const side = sideOf(inventory, to.resource);
  if (side !== null) {
    const asked = to.address === undefined ? null : addressFrom(to.address);
    const none = to.address === undefined ? withoutHosts(side) : null;
    if (none !== null) return none;
    const hosts = to.address === undefined ? side.blocks.map(hostIn) : asked === null ? [] : [asked];
    // Those that it has of one IP version are enough.
    const families = onlyFour ? ([4] as const) : ([4, 6] as const);
    const isOnline = families.some((family) => {
      const own = hosts.filter((host) => host.family === family);
      return own.length > 0 && own.every(isPublic);
    });
    return isOnline ? reachable : blocked('a private network', side.by);
  }
  const endpoint = inventory.one('client-vpn', to.resource);
  if (endpoint !== undefined)
    return sure(endpoint.addresses) !== 'ipv4' && !onlyFour && given?.family !== 4
      ? unknownOutcome('connections to clients over IPv6')
      : blocked('only clients begin connections', endpoint.by);
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

export function comeFrom(
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
