/**
 * Random designs of realistic shape: several VPCs with tiers in two zones, joined by peerings and transit gateways, with
 * load balancers, endpoints, zones of names and inspection, and with the slips that people make. Every kind takes part.
 */
import { box, type Box } from '../../core/model/sketch';
import type { PropsOf } from '../../core/model/kinds';
import { chanceFrom, type Chance } from './chance';
import { withoutDangling } from './dangling';

type GroupRows = PropsOf<'security-group'>['inbound'];
type GroupRow = GroupRows[string];
type AclRows = PropsOf<'network-acl'>['inbound'];
type AclRow = AclRows[string];
type Routes = PropsOf<'route-table'>['routes'];

export const region = 'ap-northeast-1';
const zoneA = `${region}a`;
const zoneC = `${region}c`;

export interface Plan {
  readonly boxes: readonly Box[];
  /** Ids that can be the start of a flow, and that can be its end. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly hosts: readonly string[];
}

/** What one VPC adds to the others' knowledge. */
interface Site {
  readonly letter: string;
  readonly block: string;
  readonly index: number;
}

interface Making {
  readonly chance: Chance;
  /** Whether a slip is made here. */
  slip(): boolean;
  readonly sites: readonly Site[];
  readonly peerings: { readonly id: string; readonly one: number; readonly other: number }[];
  readonly transit: boolean;
  readonly ipv6: boolean;
  readonly sources: string[];
  readonly targets: string[];
}

export function randomDesign(seed: number): Plan {
  const chance = chanceFrom(seed);
  const rate = chance.pick([14, 25, 60, 200]);
  const count = chance.pick([1, 2, 2, 3, 3, 4]);
  const overlapping = count > 1 && chance.oneIn(12);
  const sites = ['A', 'B', 'C', 'D'].slice(0, count).map((letter, index): Site => ({
    letter,
    index,
    block: `10.${overlapping && index === 1 ? 0 : index}.0.0/16`,
  }));
  const peerings: Making['peerings'] = [];
  for (let one = 0; one < count; one++)
    for (let other = one + 1; other < count; other++)
      if (chance.oneIn(2))
        peerings.push({ id: `Peering${sites[one]?.letter}${sites[other]?.letter}`, one, other });
  const making: Making = {
    chance,
    slip: () => chance.oneIn(rate),
    sites,
    peerings,
    transit: count > 1 && chance.oneIn(2),
    ipv6: chance.oneIn(3),
    sources: [],
    targets: [],
  };
  const vpcs = sites.map((site) => vpcBox(making, site));
  const outside = outsideBoxes(making);
  const inRegion = [...vpcs, ...regionBoxes(making)];
  const boxes = [box('region', 'Tokyo', { region }, ...inRegion), ...outside.boxes];
  return {
    boxes: withoutDangling(boxes),
    sources: making.sources,
    targets: making.targets,
    hosts: outside.hosts,
  };
}

const all = (peer: GroupRow['peer']): GroupRow => ({ protocol: 'any', fromPort: null, toPort: null, peer });
const port = (
  from: number,
  peer: GroupRow['peer'],
  to = from,
  protocol: GroupRow['protocol'] = 'tcp',
): GroupRow => ({
  protocol,
  fromPort: from,
  toPort: to,
  peer,
});

/** Rows of a route table, of which each destination has one at most. */
function routesOf(rows: readonly (Routes[string] | null)[]): Routes {
  const seen = new Set<string>();
  return keyed(
    rows.filter((row) => {
      const key = JSON.stringify(row?.destination ?? null);
      if (row === null || seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}

function keyed<Row>(rows: readonly (Row | null)[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(
    rows.flatMap((row, index) => (row === null ? [] : [[`r${index}`, row] as const])),
  );
}

function groups(making: Making, { letter, index, block }: Site): Box[] {
  const { chance } = making;
  const others = making.sites.filter((each) => each.index !== index);
  const other = chance.any(others);
  const six = (row: GroupRow): GroupRow | null => (making.ipv6 ? { ...row, peer: '::/0' } : null);
  const out = (): GroupRows =>
    making.slip()
      ? keyed([port(443, chance.pick(['0.0.0.0/0', block, `com.amazonaws.${region}.s3`]))])
      : chance.oneIn(8)
        ? keyed([
            port(443, '0.0.0.0/0'),
            port(53, '0.0.0.0/0', 53, 'udp'),
            port(8080, { ref: `AppGroup${letter}` }),
            port(1024, block, 65535),
          ])
        : keyed([all('0.0.0.0/0'), making.ipv6 ? all('::/0') : null]);
  const ping = chance.oneIn(3)
    ? { protocol: 'icmp' as const, fromPort: chance.pick([8, null, 0]), toPort: null, peer: '10.0.0.0/8' }
    : null;
  return [
    box('security-group', `WebGroup${letter}`, {
      description: 'web',
      inbound: keyed([
        port(443, making.slip() ? '203.0.113.0/24' : '0.0.0.0/0'),
        six(port(443, '')),
        chance.oneIn(2) ? port(80, '0.0.0.0/0') : null,
        ping,
        chance.oneIn(3) ? port(22, { ref: 'Offices' }) : null,
      ]),
      outbound: out(),
    }),
    box('security-group', `AppGroup${letter}`, {
      description: 'app',
      inbound: keyed([
        port(8080, making.slip() ? '10.99.0.0/16' : chance.oneIn(2) ? { ref: `WebGroup${letter}` } : block),
        chance.oneIn(2) ? port(443, chance.pick(['10.0.0.0/8', block, { ref: 'Neighbours' }])) : null,
        other !== undefined && chance.oneIn(2)
          ? port(
              8080,
              chance.pick<GroupRow['peer']>([
                { ref: `AppGroup${other.letter}` },
                other.block,
                { ref: `WebGroup${other.letter}` },
              ]),
            )
          : null,
        chance.oneIn(4) ? six(all('')) : null,
        ping,
      ]),
      outbound: out(),
    }),
    box('security-group', `DbGroup${letter}`, {
      description: 'db',
      inbound: keyed([
        port(5432, making.slip() ? { ref: `WebGroup${letter}` } : { ref: `AppGroup${letter}` }),
        other !== undefined && chance.oneIn(3)
          ? port(5432, chance.pick<GroupRow['peer']>([{ ref: `AppGroup${other.letter}` }, other.block]))
          : null,
        chance.oneIn(5)
          ? port(5432, `10.${index}.${chance.pick([10, 11])}.0/${chance.pick([24, 24, 24, 25, 28])}`)
          : null,
      ]),
      outbound: chance.oneIn(3) ? {} : out(),
    }),
    box('security-group', `EndsGroup${letter}`, {
      description: 'endpoints',
      inbound: keyed([
        port(
          443,
          making.slip()
            ? { ref: `DbGroup${letter}` }
            : chance.pick<GroupRow['peer']>([block, '10.0.0.0/8', { ref: `AppGroup${letter}` }]),
        ),
        chance.oneIn(2) ? all('10.0.0.0/8') : null,
      ]),
      outbound: out(),
    }),
  ];
}

function aclRows(making: Making, direction: 'in' | 'out', block: string): AclRows {
  const { chance } = making;
  const row = (
    number: number,
    action: 'allow' | 'deny',
    protocol: AclRow['protocol'],
    fromPort: number | null,
    toPort: number | null,
    cidr: string,
  ): AclRow => ({
    number,
    action,
    protocol,
    fromPort,
    toPort,
    block: cidr,
  });
  const low = making.slip() ? chance.pick([32768, 40000, 49152]) : chance.pick([1024, 1024, 32768]);
  const high = making.slip() ? 60999 : 65535;
  const rows = chance.oneIn(3)
    ? [row(100, 'allow', 'any', null, null, '0.0.0.0/0')]
    : [
        row(100, 'allow', 'tcp', 443, 443, '0.0.0.0/0'),
        making.slip()
          ? null
          : row(110, 'allow', 'tcp', low, high, chance.oneIn(4) ? '10.0.0.0/8' : '0.0.0.0/0'),
        chance.oneIn(2) ? row(120, 'allow', 'tcp', 5432, 8080, chance.pick([block, '10.0.0.0/8'])) : null,
        chance.oneIn(3) ? row(130, 'allow', 'udp', null, null, '0.0.0.0/0') : null,
        chance.oneIn(3) ? row(140, 'allow', 'icmp', null, null, '0.0.0.0/0') : null,
        chance.oneIn(3) ? row(150, 'allow', 'any', null, null, block) : null,
      ];
  return keyed([
    making.slip() ? row(90, 'deny', 'tcp', 443, 443, chance.pick(['0.0.0.0/0', block, '10.0.0.0/9'])) : null,
    chance.oneIn(12)
      ? row(
          direction === 'in' ? 80 : 81,
          'deny',
          chance.pick(['tcp', 'any']),
          chance.pick([50000, 22]),
          50010,
          '0.0.0.0/0',
        )
      : null,
    ...rows,
    making.ipv6 ? row(200, 'allow', 'any', null, null, '::/0') : null,
  ]);
}

function vpcBox(making: Making, site: Site): Box {
  const { chance, slip } = making;
  const { letter, index, block } = site;
  const id = (name: string): string => `${name}${letter}`;
  const second = block.split('.')[1] ?? '0';
  const hasGateway = !chance.oneIn(5);
  const hasNat = hasGateway && !chance.oneIn(4);
  const regional = hasNat && chance.oneIn(8);
  const inspects = hasGateway && chance.oneIn(6);
  const six = making.ipv6 && !slip();
  const peers = making.peerings.filter(({ one, other }) => one === index || other === index);
  const toOthers = (): (Routes[string] | null)[] =>
    making.sites
      .filter((other) => other.index !== index)
      .map((other) => {
        if (slip()) return null;
        const peering = peers.find(({ one, other: far }) => one === other.index || far === other.index);
        const target = peering?.id ?? (making.transit ? 'Transit' : null);
        if (target === null)
          return chance.oneIn(3) && peers[0] !== undefined
            ? { destination: other.block, target: peers[0].id }
            : null;
        const via = making.transit && chance.oneIn(4) ? 'Transit' : target;
        const destination = chance.oneIn(6)
          ? other.block.replace('0.0/16', `${chance.pick([10, 11, 20])}.0/24`)
          : other.block;
        return { destination, target: via };
      });
  const wide = making.transit && chance.oneIn(4) ? [{ destination: '10.0.0.0/8', target: 'Transit' }] : [];
  const natFor = (zone: 'a' | 'c'): string | null =>
    slip() ? null : regional ? id('Nat') : zone === 'c' && chance.oneIn(2) ? id('NatC') : id('Nat');
  const publicOut: (Routes[string] | null)[] =
    hasGateway && !slip()
      ? [
          { destination: '0.0.0.0/0', target: inspects && chance.oneIn(2) ? id('Inspect') : id('Igw') },
          six ? { destination: '::/0', target: id('Igw') } : null,
        ]
      : [];
  const privateOut = (zone: 'a' | 'c'): (Routes[string] | null)[] => [
    hasNat && !slip()
      ? { destination: chance.oneIn(10) ? { ref: 'World' } : '0.0.0.0/0', target: natFor(zone) }
      : making.transit && chance.oneIn(2)
        ? { destination: '0.0.0.0/0', target: 'Transit' }
        : slip() && hasGateway
          ? { destination: '0.0.0.0/0', target: id('Igw') }
          : null,
    six && !slip()
      ? { destination: '::/0', target: chance.oneIn(8) && hasGateway ? id('Igw') : id('Eigw') }
      : null,
  ];
  const twoNats = hasNat && !regional && chance.oneIn(2);
  const aclFor = (): string | null => (chance.oneIn(4) ? chance.pick([id('Acl'), id('Acl2')]) : null);
  const workloads: string[] = [];
  const closed = (kind: 'Web' | 'App' | 'Db' | 'Ends'): Readonly<Record<string, true>> => {
    if (slip()) return {};
    const chosen: Record<string, true> = { [id(`${kind}Group`)]: true };
    if (chance.oneIn(8)) chosen[id(`${chance.pick(['Web', 'App', 'Ends'])}Group`)] = true;
    return chosen;
  };
  const host = (name: string): string => {
    workloads.push(id(name));
    return id(name);
  };
  const fixed = (part: number): { privateIp?: string } =>
    chance.oneIn(3) ? { privateIp: `10.${second}.${part}.${20 + chance.below(20)}` } : {};
  const subnet = (name: string, part: number, zone: string, table: string | null, ...inside: Box[]): Box =>
    box(
      'subnet',
      id(name),
      {
        cidr:
          slip() && chance.oneIn(4)
            ? chance.pick(['10.77.0.0/24', `10.${second}.1.0/25`])
            : `10.${second}.${part}.0/24`,
        zone,
        routeTable: table,
        networkAcl: aclFor(),
        ipv6: six ? part : null,
        assignIpv6: six && !chance.oneIn(3),
        mapPublicIp: name.startsWith('Public') && !slip(),
        publicAccess: chance.oneIn(8) ? chance.pick(['allow-egress', 'allow-bidirectional']) : 'none',
      },
      ...inside,
    );
  const balancerTargets = {
    targets: {} as Record<string, { target: { ref: string } | string; port: number | null; zone: string }>,
  };
  const inside: Box[] = [
    ...(hasGateway
      ? [box('internet-gateway', id('Igw'), { routeTable: inspects && chance.oneIn(2) ? id('Edge') : null })]
      : []),
    ...(hasGateway && slip() && chance.oneIn(3) ? [box('internet-gateway', id('IgwTwo'))] : []),
    ...(six ? [box('egress-only-internet-gateway', id('Eigw'))] : []),
    ...(regional
      ? [box('nat-gateway', id('Nat'), chance.oneIn(2) ? { zones: { a: { zone: zoneA } } } : {})]
      : []),
    ...groups(making, site),
    box('network-acl', id('Acl'), {
      inbound: aclRows(making, 'in', block),
      outbound: aclRows(making, 'out', block),
    }),
    box('network-acl', id('Acl2'), {
      inbound: aclRows(making, 'in', block),
      outbound: aclRows(making, 'out', block),
      isDefault: chance.oneIn(6),
    }),
    box('route-table', id('PublicTable'), { routes: routesOf([...publicOut, ...toOthers()]) }),
    box('route-table', id('PrivateTable'), {
      routes: routesOf([...privateOut('a'), ...toOthers(), ...wide]),
    }),
    box('route-table', id('PrivateTableC'), {
      routes: routesOf([...privateOut('c'), ...toOthers()]),
      main: chance.oneIn(4),
    }),
    ...(inspects
      ? [
          box('route-table', id('Edge'), {
            routes: keyed([{ destination: `10.${second}.0.0/24`, target: id('Inspect') }]),
          }),
          box('route-table', id('InspectTable'), {
            routes: keyed([hasGateway ? { destination: '0.0.0.0/0', target: id('Igw') } : null]),
          }),
        ]
      : []),
    ...(chance.oneIn(2)
      ? [
          box('gateway-endpoint', id('S3Way'), {
            service: chance.pick(['s3', 's3', 'dynamodb']),
            routeTables: slip()
              ? {}
              : { [id('PrivateTable')]: true, ...(chance.oneIn(2) ? { [id('PrivateTableC')]: true } : {}) },
          }),
        ]
      : []),
    subnet(
      'Public',
      0,
      zoneA,
      id('PublicTable'),
      box('instance', host('WebHost'), {
        securityGroups: closed('Web'),
        publicIp: slip() ? 'no' : chance.pick(['yes', 'elastic', 'subnet']),
        ...fixed(0),
      }),
      ...(hasNat && !regional
        ? [box('nat-gateway', id('Nat'), { elasticIp: !slip() || !chance.oneIn(3) })]
        : []),
      ...(inspects && chance.oneIn(2)
        ? [
            box('instance', id('Appliance'), {
              securityGroups: closed('Web'),
              publicIp: 'elastic',
              sourceDestinationCheck: slip(),
            }),
          ]
        : []),
    ),
    subnet(
      'PublicC',
      1,
      zoneC,
      id('PublicTable'),
      ...(twoNats || chance.oneIn(4)
        ? [box('nat-gateway', id('NatC'), hasGateway ? {} : { connectivity: 'private', elasticIp: false })]
        : []),
      ...(chance.oneIn(2)
        ? [box('instance', host('Bastion'), { securityGroups: closed('Web'), publicIp: 'elastic' })]
        : []),
    ),
    subnet(
      'App',
      10,
      zoneA,
      id('PrivateTable'),
      box('instance', host('AppHost'), { securityGroups: closed('App'), ...fixed(10) }),
      box('lambda-function', host('Function'), {
        securityGroups: closed('App'),
        subnets: chance.oneIn(2) ? { [id('AppC')]: true } : {},
      }),
      ...(chance.oneIn(2)
        ? [
            box('ecs-service', host('Tasks'), {
              securityGroups: closed('App'),
              subnets: chance.oneIn(2) ? { [id('AppC')]: true } : {},
              containerPort: 8080,
              targetGroups: chance.oneIn(2) ? { [id('WebTargets')]: true } : {},
            }),
          ]
        : []),
      ...(chance.oneIn(3)
        ? [
            box('network-interface', host('Card'), {
              securityGroups: closed('App'),
              attachedTo: slip() ? null : id('AppHost'),
              elasticIp: chance.oneIn(4),
            }),
          ]
        : []),
    ),
    subnet(
      'AppC',
      11,
      zoneC,
      chance.oneIn(5) ? null : id('PrivateTableC'),
      box('instance', host('AppHostC'), { securityGroups: closed('App'), ...fixed(11) }),
    ),
    subnet(
      'Data',
      20,
      zoneA,
      chance.oneIn(3) ? id('PrivateTable') : null,
      box('rds-instance', host('Database'), {
        securityGroups: closed('Db'),
        subnets: { [id('DataC')]: true },
      }),
    ),
    subnet('DataC', 21, zoneC, chance.oneIn(3) ? id('PrivateTableC') : null),
    ...(inspects
      ? [
          subnet(
            'Firewall',
            30,
            zoneA,
            id('InspectTable'),
            box('gwlb-endpoint', id('Inspect'), {
              provider: chance.oneIn(2) ? 'Gate' : null,
              accepted: !slip(),
            }),
          ),
        ]
      : []),
  ];
  if (chance.oneIn(2)) {
    const facing = hasGateway && chance.oneIn(2);
    const kind = chance.pick(['network-load-balancer', 'application-load-balancer']);
    const web = kind === 'application-load-balancer';
    const targetType = chance.pick(['instance' as const, 'ip' as const]);
    Object.assign(balancerTargets.targets, {
      one: {
        target: targetType === 'instance' ? { ref: id('AppHost') } : `10.${second}.10.200`,
        port: null,
        zone: '',
      },
      ...(slip()
        ? {}
        : {
            two: {
              target: targetType === 'instance' ? { ref: id('AppHostC') } : `10.${second}.11.200`,
              port: null,
              zone: '',
            },
          }),
    });
    inside.push(
      box('target-group', id('WebTargets'), {
        targetType,
        protocol: web ? 'HTTP' : 'TCP',
        port: 8080,
        targets: balancerTargets.targets,
        preserveClientIp: web ? 'default' : chance.pick(['default', 'default', 'on', 'off']),
        crossZone: chance.pick(['load-balancer', 'load-balancer', 'on', 'off']),
      }),
    );
    if (targetType === 'ip')
      for (const [index10, zone] of [
        [10, 'AppTargets'],
        [11, 'AppTargetsC'],
      ] as const)
        inside.push(
          subnet(
            zone,
            index10 + 40,
            index10 === 10 ? zoneA : zoneC,
            id('PrivateTable'),
            box('instance', id(`${zone}Host`), {
              securityGroups: closed('App'),
              privateIp: `10.${second}.${index10 + 40}.200`,
            }),
          ),
        );
    for (const row of Object.values(balancerTargets.targets))
      if (typeof row.target === 'string') row.target = row.target.replace(`.${second}.1`, `.${second}.5`);
    const listener = {
      protocol: web ? 'HTTP' : 'TCP',
      port: slip() ? 8443 : 443,
      targetGroup: slip() ? null : id('WebTargets'),
      others: {},
    };
    const subnets = facing
      ? { [id('Public')]: true as const, [id('PublicC')]: true as const }
      : { [id('App')]: true as const, [id('AppC')]: true as const };
    const common = {
      scheme: facing ? ('internet-facing' as const) : ('internal' as const),
      listeners: { main: listener },
      subnets,
    };
    inside.push(
      kind === 'application-load-balancer'
        ? box('application-load-balancer', id('Balancer'), { ...common, securityGroups: closed('Web') })
        : box('network-load-balancer', id('Balancer'), {
            ...common,
            securityGroups: chance.oneIn(2) ? {} : closed('Web'),
            crossZone: chance.oneIn(2),
            filtersPrivateLink: !chance.oneIn(3),
          }),
    );
    making.targets.push(id('Balancer'), id('Balancer'));
  }
  for (const service of ['ssm', 'sqs', 's3'] as const)
    if (chance.oneIn(service === 's3' ? 8 : 3)) {
      inside.push(
        box('interface-endpoint', id(`Ask${service}`), {
          service,
          subnets: chance.oneIn(2) ? { [id('App')]: true } : { [id('App')]: true, [id('AppC')]: true },
          securityGroups: closed('Ends'),
          privateDns: !chance.oneIn(4),
          privateDnsFor: chance.pick(['default', 'default', 'all']),
        }),
      );
      making.targets.push(id(`Ask${service}`));
    }
  if (index > 0 && chance.oneIn(3)) {
    inside.push(
      box('interface-endpoint', id('Partner'), {
        endpointService: 'Shared',
        accepted: !slip(),
        subnets: { [id('App')]: true, ...(chance.oneIn(2) ? { [id('AppC')]: true } : {}) },
        securityGroups: closed('Ends'),
        privateDns: false,
        account: chance.oneIn(6) ? '111122223333' : '',
      }),
    );
    making.targets.push(id('Partner'), id('Partner'));
  }
  if (making.transit)
    inside.push(
      subnet('Door', 90, zoneA, chance.oneIn(2) ? id('PrivateTable') : null),
      ...(chance.oneIn(3) ? [] : [subnet('DoorC', 91, zoneC, chance.oneIn(2) ? id('PrivateTableC') : null)]),
      box('transit-gateway-attachment', id('Attach'), {
        transitGateway: chance.oneIn(9) ? 'Transit2' : 'Transit',
        subnets: chance.oneIn(4)
          ? { [id('App')]: true, [id('AppC')]: true }
          : { [id('Door')]: true, ...(chance.oneIn(2) && !slip() ? { [id('DoorC')]: true } : {}) },
        securityGroupReferencing: !chance.oneIn(3),
        ipv6: making.ipv6 && chance.oneIn(2),
      }),
    );
  if (chance.oneIn(6))
    inside.push(
      box('resolver-inbound-endpoint', id('Inbound'), {
        addresses: keyed([
          { subnet: id('App'), ip: `10.${second}.10.53` },
          { subnet: id('AppC'), ip: `10.${second}.11.53` },
        ]),
        securityGroups: closed('Ends'),
      }),
      box('resolver-outbound-endpoint', id('Outbound'), {
        addresses: keyed([
          { subnet: id('App'), ip: '' },
          { subnet: id('AppC'), ip: '' },
        ]),
        securityGroups: closed('Ends'),
      }),
    );
  const second16 = `10.${Number(second) + 100}.0.0/16`;
  making.sources.push(...workloads);
  making.targets.push(...workloads);
  if (hasNat && !regional && chance.oneIn(3)) making.sources.push(id('Nat'));
  if (hasNat && chance.oneIn(3)) making.targets.push(id('Nat'));
  return box(
    'vpc',
    id('Vpc'),
    {
      cidr: block,
      secondaryCidrs: chance.oneIn(6) ? { more: { cidr: second16 } } : {},
      ipv6: six,
      dnsSupport: !slip() || !chance.oneIn(2),
      dnsHostnames: !slip(),
      publicAccess: chance.oneIn(10) ? chance.pick(['allow-egress', 'allow-bidirectional']) : 'none',
    },
    ...inside,
  );
}

function regionBoxes(making: Making): Box[] {
  const { chance, slip, sites } = making;
  const boxes: Box[] = [
    box('prefix-list', 'Offices', {
      family: 'IPv4',
      maxEntries: 5,
      entries: keyed([
        { cidr: '203.0.113.0/24', description: '' },
        { cidr: '10.0.0.0/16', description: '' },
      ]),
    }),
    box('prefix-list', 'Neighbours', {
      family: 'IPv4',
      maxEntries: slip() ? 1 : 4,
      entries: keyed([
        { cidr: '10.0.0.0/15', description: '' },
        { cidr: '10.2.0.0/16', description: '' },
      ]),
    }),
    box('prefix-list', 'World', {
      family: 'IPv4',
      maxEntries: 2,
      entries: keyed([
        { cidr: '0.0.0.0/1', description: '' },
        { cidr: '128.0.0.0/1', description: '' },
      ]),
    }),
    box('aws-service', 'S3', { service: 's3' }),
    box('aws-service', 'Manager', { service: 'ssm' }),
    box('aws-service', 'Queue', { service: 'sqs' }),
    box('aws-service', 'Table', { service: 'dynamodb' }),
    box('lambda-function', 'Outsider'),
  ];
  making.targets.push('S3', 'Manager', 'Queue', 'Table', 'S3');
  making.sources.push('Outsider');
  for (const { id, one, other } of making.peerings)
    boxes.push(
      box('peering-connection', id, {
        requester: `Vpc${sites[one]?.letter}`,
        accepter: `Vpc${sites[other]?.letter}`,
        accepted: !slip(),
      }),
    );
  if (making.transit) {
    const attachments = sites.map(({ letter }) => `Attach${letter}`);
    const chosen = (): Readonly<Record<string, { attachment: string }>> =>
      keyed(attachments.map((attachment) => (slip() ? null : { attachment })));
    const byDefault = chance.oneIn(2);
    boxes.push(
      box('transit-gateway', 'Transit', {
        defaultAssociation: byDefault,
        defaultPropagation: byDefault,
        securityGroupReferencing: chance.oneIn(2),
      }),
      box('transit-gateway', 'Transit2', { defaultAssociation: true, defaultPropagation: true }),
    );
    if (chance.oneIn(3))
      boxes.push(
        box('transit-gateway-peering', 'Bridge', {
          transitGateway: 'Transit',
          peerTransitGateway: 'Transit2',
          accepted: !slip(),
        }),
      );
    if (!byDefault || chance.oneIn(4))
      boxes.push(
        box('transit-gateway-route-table', 'TransitTable', {
          transitGateway: 'Transit',
          isDefault: byDefault,
          associations: byDefault ? {} : chosen(),
          propagations: byDefault ? {} : chosen(),
          routes: keyed([
            chance.oneIn(3)
              ? { destination: '0.0.0.0/0', attachment: chance.any(attachments) ?? null }
              : null,
            chance.oneIn(6)
              ? {
                  destination: chance.any(sites)?.block ?? '10.0.0.0/16',
                  attachment: chance.oneIn(2) ? null : (chance.any(attachments) ?? null),
                }
              : null,
          ]),
        }),
      );
  }
  if (chance.oneIn(9))
    boxes.push(
      box('public-access-block', 'Shield', {
        mode: chance.pick(['block-bidirectional', 'block-ingress', 'off']),
      }),
    );
  boxes.push(...sharedBoxes(making));
  return boxes;
}

/** A VPC of a provider: an endpoint service, and appliances behind a Gateway Load Balancer. */
function sharedBoxes({ chance, slip }: Making): Box[] {
  return [
    box('endpoint-service', 'Shared', {
      loadBalancers: { SharedBalancer: true },
      acceptanceRequired: chance.oneIn(2),
      principals: chance.oneIn(3) ? { a: { principal: 'arn:aws:iam::111122223333:root' } } : {},
    }),
    box(
      'vpc',
      'SharedVpc',
      { cidr: '10.50.0.0/16' },
      box('security-group', 'SharedGroup', {
        description: 'shared',
        inbound: keyed([
          port(8080, slip() ? '10.51.0.0/16' : chance.pick(['10.50.0.0/16', '0.0.0.0/0', '10.50.0.0/24'])),
          chance.oneIn(4) ? null : port(6081, '10.50.0.0/16', 6081, 'udp'),
        ]),
      }),
      box('security-group', 'FrontGroup', {
        description: 'front',
        inbound: keyed([port(443, slip() ? '10.50.0.0/16' : '10.0.0.0/8')]),
      }),
      box(
        'availability-zone',
        'ZoneA',
        { zone: zoneA },
        box(
          'subnet',
          'SharedA',
          { cidr: '10.50.0.0/24' },
          box('instance', 'Backend', { securityGroups: { SharedGroup: true } }),
          box('instance', 'Wall', { securityGroups: { SharedGroup: true }, sourceDestinationCheck: false }),
        ),
      ),
      box(
        'subnet',
        'SharedC',
        { cidr: '10.50.1.0/24', zone: zoneC },
        ...(chance.oneIn(2) ? [box('instance', 'BackendC', { securityGroups: { SharedGroup: true } })] : []),
      ),
      box('target-group', 'Backends', {
        targetType: 'instance',
        protocol: 'TCP',
        port: 8080,
        targets: keyed([{ target: { ref: 'Backend' }, port: null, zone: '' }]),
      }),
      box('network-load-balancer', 'SharedBalancer', {
        scheme: 'internal',
        subnets: { SharedA: true, ...(chance.oneIn(2) ? { SharedC: true } : {}) },
        securityGroups: chance.oneIn(2) ? { FrontGroup: true } : {},
        crossZone: chance.oneIn(2),
        filtersPrivateLink: !chance.oneIn(4),
        listeners: { main: { protocol: 'TCP', port: 443, targetGroup: 'Backends', others: {} } },
      }),
      box('gateway-load-balancer', 'Gate', {
        subnets: { SharedA: true },
        targets: keyed([{ target: { ref: 'Wall' } }]),
        crossZone: chance.oneIn(2),
      }),
    ),
  ];
}

function outsideBoxes(making: Making): { readonly boxes: readonly Box[]; readonly hosts: readonly string[] } {
  const { chance, sites } = making;
  const first = sites[0]?.letter ?? 'A';
  const last = sites.at(-1)?.letter ?? 'A';
  const hosts = [
    'db.corp.example.com',
    'app.corp.example.com',
    'www.example.org',
    'api.partner.example.net',
    'far.corp.example.com',
  ];
  const vpcs = Object.fromEntries(
    sites.filter(() => !making.slip()).map(({ letter }) => [`Vpc${letter}`, true as const]),
  );
  making.sources.push('Everybody', 'Everybody', 'Office');
  making.targets.push('Everybody', 'Everybody', 'Office');
  const boxes: Box[] = [
    box('internet', 'Everybody'),
    box('on-premises', 'Office', {
      cidrs: { a: { cidr: chance.oneIn(2) ? '203.0.113.0/24' : '192.168.0.0/16' } },
    }),
    box('hosted-zone', 'Zone', {
      domain: 'corp.example.com',
      vpcs,
      records: keyed([
        {
          name: 'db.corp.example.com',
          type: 'A',
          target: `AppHost${first}`,
          value: '',
          alias: false,
          standby: false,
        },
        {
          name: 'app.corp.example.com',
          type: 'CNAME',
          target: null,
          value: 'db.corp.example.com',
          alias: false,
          standby: false,
        },
        chance.oneIn(2)
          ? {
              name: 'far.corp.example.com',
              type: 'A',
              target: null,
              value: '10.0.10.25',
              alias: false,
              standby: chance.oneIn(3),
            }
          : null,
      ]),
    }),
    box('resolver-rule', 'Rule', {
      domain: chance.pick(['partner.example.net', 'corp.example.com', 'example.com']),
      type: chance.oneIn(5) ? 'system' : 'forward',
      endpoint: `Outbound${last}`,
      targets: keyed([
        { ip: chance.pick([`10.${first === 'A' ? 0 : 1}.10.53`, '10.0.10.53', '8.8.8.8']), port: 53 },
      ]),
      vpcs: keyed(sites.filter(() => chance.oneIn(4)).map(({ letter }) => ({ vpc: `Vpc${letter}` }))),
    }),
    box('text-note', 'Note', { text: 'A note.' }),
  ];
  return { boxes, hosts };
}
