/** Connections that an interface in a VPC begins. */
import type { Query } from '../../core/network/trace';
import { addressFrom, type Address } from './addresses';
import { toward, type Aim, type Sender } from './aims';
import { begin, ended, type Client } from './connection';
import { packetsOf } from './headers';
import { isUnknown } from '../../core/model/value';
import { sure, type Inventory, type Net, type Nic } from './inventory';
import { resolveAsked, type Asked } from './asking';
import { blocked, every, reachable, whichever, type Outcome } from './outcome';
import { groupsAllow, type Packet } from './packet';
import { send } from './roads';

export function fromNic(inventory: Inventory, query: Query, nic: Nic): Outcome {
  const refusal = inventory.refused.get(nic.by);
  if (refusal !== undefined)
    return blocked(
      refusal,
      nic.by,
      nic.sub.net.by,
      ...(inventory.byOwner.get(nic.by) ?? []).map(({ sub }) => sub.by),
    );
  if (nic.role === 'endpoint') return blocked('an endpoint begins nothing', nic.by);
  const { net } = nic.sub;
  const sender: Sender = {
    by: nic.by,
    net,
    region: net.region,
    hasSix: nic.six !== null,
    resolve: (host) => resolveAsked(inventory, sender, askedIn(net), host),
    send: (asked, aim) => connect(inventory, asked, nic, aim),
    // SG4, NA3: nothing filters what goes to it.
    askResolver: () => reachable,
  };
  return toward(inventory, query, sender);
}

/** Amazon's resolver, unless the DHCP options of the VPC name other servers. Options that are not known are taken to name it. */
function askedIn(net: Net): Asked {
  const servers = net.fact.dnsServers ?? [];
  return servers.every(isUnknown)
    ? { is: 'resolver', net }
    : {
        is: 'servers',
        servers: servers.filter((server) => !isUnknown(server)).map(sure),
        nics: [],
        by: net.by,
      };
}

/** DN3: whether a question over UDP gets from an outbound endpoint to a server, and the answer back. */
export function canAsk(
  inventory: Inventory,
  endpoint: string,
  server: Address,
): 'there' | 'stopped' | 'unknown' {
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
export function connect(inventory: Inventory, query: Query, nic: Nic, aim: Aim): Outcome {
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
