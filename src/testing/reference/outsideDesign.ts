/**
 * What a random design has around AWS: customer gateways with networks behind them, VPN connections at virtual private
 * gateways and at the transit gateway, Client VPN endpoints, and DHCP options. It takes its chances from a stream of its
 * own, so that the other parts of the design of a seed stay as they are.
 */
import { box, type Box } from '../../core/model/sketch';
import { chanceFrom, type Chance } from './chance';
import { clientEndpoints, type Endpoint } from './clientDesign';
import { keyed, type Making, type Site } from './designRows';
import { transitTables, withRows } from './outsideRows';

export interface Around {
  readonly inRegion: readonly Box[];
  readonly onCanvas: readonly Box[];
  /** Ids that stand for somebody outside. */
  readonly ends: readonly End[];
}

/** Somebody outside, and the letter of the VPC that it is next to. */
export interface End {
  readonly id: string;
  readonly near: string;
  /** What it is behind: two behind one customer gateway have nothing to do with AWS. */
  readonly behind: readonly string[];
}

export interface Outside {
  readonly chance: Chance;
  slip(): boolean;
  readonly sites: readonly Site[];
  readonly transit: boolean;
  readonly ids: ReadonlySet<string>;
}

export interface Connection {
  readonly by: string;
  readonly gateway: string;
  readonly device: string;
  readonly isStatic: boolean;
  readonly block: string;
}

/** Puts what is around a design into it. `boxes`: those of its Region. */
export function around(seed: number, making: Making, boxes: readonly Box[]): Around {
  const chance = chanceFrom(seed * 8191 + 3);
  const rate = chance.pick([25, 60, 200]);
  const ids = new Set<string>();
  const collect = (each: Box): void => {
    ids.add(each.name);
    each.inside.forEach(collect);
  };
  boxes.forEach(collect);
  const { sites, transit } = making;
  const outside: Outside = { chance, slip: () => chance.oneIn(rate), sites, transit, ids };
  const vpn = chance.oneIn(4) ? null : vpnParts(outside);
  const clients = chance.oneIn(4) ? [] : clientEndpoints(outside);
  const connections = vpn?.connections ?? [];
  const attachments = [
    ...connections.filter(({ gateway }) => gateway === 'Transit').map(({ by }) => by),
    ...clients.filter(({ vpc }) => vpc === null).map(({ endpoint }) => endpoint.name),
  ];
  const changed = boxes.map((each) =>
    withRows(outside, each, connections, attachments, (vpc) => [
      ...(vpn?.gateways.filter((gateway) => gateway.vpc === vpc).map((gateway) => gateway.made) ?? []),
      ...clients.filter((client) => client.vpc === vpc).map(({ endpoint }) => endpoint),
    ]),
  );
  return {
    inRegion: [
      ...changed,
      ...(vpn?.inRegion ?? []),
      ...transitTables(outside, connections),
      ...clients.filter(({ vpc }) => vpc === null).map(({ endpoint }) => endpoint),
    ],
    onCanvas: vpn?.onCanvas ?? [],
    ends: [...(vpn?.ends ?? []), ...clients.flatMap(endsAt)],
  };
}

/** Clients ask more often than others. */
function endsAt({ vpc, endpoint }: Endpoint): readonly End[] {
  const end = { id: endpoint.name, near: vpc?.at(-1) ?? '', behind: [] };
  return [end, end];
}

interface VpnParts {
  readonly gateways: readonly { readonly vpc: string; readonly made: Box }[];
  readonly connections: readonly Connection[];
  readonly inRegion: readonly Box[];
  readonly onCanvas: readonly Box[];
  readonly ends: readonly End[];
}

/** A customer gateway or two, with a network behind each, and the connections that lead there. */
function vpnParts(outside: Outside): VpnParts {
  const { chance, slip, sites, transit } = outside;
  const near = chance.pick(['192.168.0.0/16', '192.168.0.0/16', '192.168.1.0/24', '198.51.100.0/24']);
  const far = chance.oneIn(2) ? chance.pick(['172.16.0.0/16', '172.16.0.0/24', '192.168.128.0/20']) : null;
  const gateways = sites.flatMap((site, index) =>
    chance.oneIn(index === 0 ? 4 : 2) ? [] : gatewaysOf(outside, site),
  );
  const targets = gateways.flatMap(({ made }) => (made.box === 'route-table' ? [] : [made.name]));
  if (transit) targets.push('Transit', 'Transit');
  const connection = (by: string, device: string, block: string): Connection[] => {
    const gateway = chance.any(targets);
    return gateway === undefined ? [] : [{ by, gateway, device, isStatic: chance.oneIn(2), block }];
  };
  const connections = [
    ...connection('Tunnel', 'Device', near),
    ...(chance.oneIn(3) ? connection('TunnelTwo', 'Device', near) : []),
    ...(far === null ? [] : connection('TunnelFar', 'Branch', far)),
  ];
  const devices = [
    deviceBox(outside, 'Device', near),
    ...(far === null ? [] : [deviceBox(outside, 'Branch', far)]),
  ];
  const networks = [
    ...(chance.oneIn(6) ? [] : [{ by: 'Site', block: near, behind: slip() ? [] : ['Device'] }]),
    ...(far === null || chance.oneIn(3)
      ? []
      : [{ by: 'Depot', block: far, behind: chance.oneIn(5) ? ['Branch', 'Device'] : ['Branch'] }]),
  ];
  const endAt = (id: string, behind: readonly string[]): End => {
    const own = connections.find(({ by, device }) => by === id || behind.includes(device));
    return {
      id,
      behind,
      near: (own?.gateway === 'Transit' ? sites[0]?.letter : own?.gateway.at(-1)) ?? '',
    };
  };
  const atNetworks = networks.map(({ by, behind }) => endAt(by, behind));
  return {
    gateways,
    connections,
    inRegion: connections.map((each) => connectionBox(outside, each)),
    onCanvas: [...devices, ...networks.map((each) => networkBox(outside, each))],
    ends: [
      ...devices.map(({ name }) => endAt(name, [name])),
      ...atNetworks,
      ...atNetworks,
      ...connections.map(({ by, device }) => endAt(by, [device])),
    ],
  };
}

function deviceBox({ chance, slip }: Outside, by: string, block: string): Box {
  return box('customer-gateway', by, {
    ip: slip() ? chance.pick(['10.9.9.9', '', 'nowhere']) : '192.0.2.1',
    prefixes: chance.oneIn(5)
      ? {}
      : keyed([
          { cidr: chance.oneIn(12) ? '0.0.0.0/0' : block },
          chance.oneIn(8) ? { cidr: '10.1.0.0/16' } : null,
          chance.oneIn(8) ? { cidr: 'fd00:1::/32' } : null,
        ]),
  });
}

function networkBox(
  { chance, sites }: Outside,
  { by, block, behind }: { readonly by: string; readonly block: string; readonly behind: readonly string[] },
): Box {
  const site = chance.any(sites)?.block ?? '10.0.0.0/16';
  return box('on-premises', by, {
    cidrs: keyed([
      { cidr: block },
      chance.oneIn(6) ? { cidr: block.replace(/0\/\d+$/, '128/28') } : null,
      chance.oneIn(8) ? { cidr: 'fd00:1::/48' } : null,
    ]),
    customerGateways: Object.fromEntries(behind.map((each) => [each, true as const])),
    dnsServers: chance.oneIn(4) ? { a: { ip: site.replace('0.0/16', '10.53') } } : {},
  });
}

function gatewaysOf({ chance, slip, ids }: Outside, site: Site): { vpc: string; made: Box }[] {
  const { letter } = site;
  const tables = ['PrivateTable', 'PrivateTableC', 'PublicTable'].filter(() => !chance.oneIn(3));
  const propagation = keyed([
    ...tables.map((name) => ({ routeTable: `${name}${letter}` })),
    slip() ? { routeTable: 'PrivateTableA' } : null,
  ]);
  const hasEdge = ids.has(`Inspect${letter}`) && chance.oneIn(2);
  const vpc = `Vpc${letter}`;
  const made = box('virtual-private-gateway', `Vgw${letter}`, {
    propagation,
    routeTable: hasEdge ? `VpnEdge${letter}` : null,
  });
  return [
    { vpc, made },
    ...(slip() ? [{ vpc, made: box('virtual-private-gateway', `VgwTwo${letter}`) }] : []),
    ...(hasEdge
      ? [
          {
            vpc,
            made: box('route-table', `VpnEdge${letter}`, {
              routes: keyed([
                {
                  destination: site.block.replace('0.0/16', `${chance.pick([10, 20])}.0/24`),
                  target: `Inspect${letter}`,
                },
              ]),
            }),
          },
        ]
      : []),
  ];
}

function connectionBox({ chance, slip }: Outside, { by, gateway, device, isStatic, block }: Connection): Box {
  return box('vpn-connection', by, {
    gateway: slip() && chance.oneIn(2) ? null : gateway,
    customerGateway: device,
    staticOnly: isStatic,
    routes: isStatic && !slip() ? keyed([{ destination: chance.oneIn(10) ? '0.0.0.0/0' : block }]) : {},
    ipVersion: slip() ? 'ipv6' : 'ipv4',
    customerBlock: slip() ? chance.pick([block, '192.168.0.0/17', '10.0.0.0/8']) : '',
    awsBlock: slip() ? chance.pick(['10.0.0.0/9', '10.1.0.0/16']) : '',
    outsideAddress: slip() ? 'private' : 'public',
  });
}
