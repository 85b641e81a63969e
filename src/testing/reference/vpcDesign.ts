/** One VPC of a random design: tiers in two zones, its ways out, and what stands in it. */
import { box, type Box } from '../../core/model/sketch';
import {
  aclRows,
  groups,
  keyed,
  routesOf,
  zoneA,
  zoneC,
  type Making,
  type Routes,
  type Site,
} from './designRows';

export function vpcBox(making: Making, site: Site): Box {
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
