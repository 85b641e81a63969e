/**
 * Random designs as people draw them: networks with zones, tiers, gateways, tables, groups, endpoints and workloads that
 * refer to one another, under names of every sort.
 */
import fc from 'fast-check';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Catalog } from '../core/catalog/catalog';
import type { Document, ResourceId } from '../core/model/document';
import { box, sketch, type Box } from '../core/model/sketch';
import type { PropsOf } from '../core/model/kinds';
import { zonesOf } from '../lib/regions';

type GroupRule = PropsOf<'security-group'>['inbound'][string];
type AclRule = PropsOf<'network-acl'>['inbound'][string];

/** A sound design that AWS could deploy. Names are as given in templates' `Name` tags. */
export function arbitraryDesign(catalog: Catalog): fc.Arbitrary<Document> {
  return fc
    .tuple(
      fc.array(vpcPlan, { minLength: 1, maxLength: 2 }),
      fc.constantFrom<Connection>('none', 'peering', 'transit', 'vpn'),
    )
    .chain(([plans, connection]) =>
      fc.array(designName, { minLength: 60, maxLength: 60 }).map((names) => {
        const joined = plans.length === 2 || connection === 'vpn' ? connection : 'none';
        const boxes = plans.map((plan, index) => vpcBox(plan, index, joined));
        return renamed(fromSketch(catalog, sketch(...boxes, ...between(joined, plans.length))), names);
      }),
    );
}

/** Names of EC2 resources may hold any character; most other services take letters, digits, spaces and some marks. */
const designName = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('web', 'Private Subnet 1', 'app-server', 'db_1', 'prod/vpc', 'a.b'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '公開サブネット',
      'ウェブ サーバー',
      'データベース１',
      'São Paulo',
      '1st',
      '007',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_.:/=+@-]{1,40}$/) },
);

const port = fc.integer({ min: 1, max: 65535 });
const publicBlock = fc.constantFrom('0.0.0.0/0', '203.0.113.0/24', '198.51.100.7/32');

const peer = fc.oneof(publicBlock, fc.constantFrom('10.0.0.0/8', '::/0', '2001:db8::/32'));

const groupRule: fc.Arbitrary<GroupRule> = fc.oneof(
  fc
    .record({
      protocol: fc.constantFrom('tcp' as const, 'udp' as const),
      ports: fc.tuple(port, port),
      peer,
    })
    .map(({ protocol, ports, peer: from }): GroupRule => ({
      protocol,
      fromPort: Math.min(...ports),
      toPort: Math.max(...ports),
      peer: from,
    })),
  peer.map((from): GroupRule => ({ protocol: 'any', fromPort: null, toPort: null, peer: from })),
);

const aclRule: fc.Arbitrary<Omit<AclRule, 'number'>> = fc.record({
  action: fc.constantFrom('allow' as const, 'deny' as const),
  protocol: fc.constantFrom('tcp' as const, 'any' as const),
  fromPort: fc.constant(null),
  toPort: fc.constant(null),
  block: publicBlock,
});

interface VpcPlan {
  readonly ipv6: boolean;
  readonly dnsHostnames: boolean;
  readonly internet: boolean;
  readonly egressOnly: boolean;
  readonly nat: boolean;
  readonly zones: number;
  readonly zoneBoxes: boolean;
  readonly rules: readonly GroupRule[];
  readonly groupLoop: boolean;
  readonly entries: readonly Omit<AclRule, 'number'>[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  readonly interfaceEndpoints: readonly string[];
  readonly workloads: readonly ('instance' | 'lambda-function' | 'ecs-service' | 'rds-instance')[];
  readonly publicIp: 'subnet' | 'yes' | 'no' | 'elastic';
  readonly managed: boolean;
}

const vpcPlan: fc.Arbitrary<VpcPlan> = fc.record({
  ipv6: fc.boolean(),
  dnsHostnames: fc.boolean(),
  internet: fc.boolean(),
  egressOnly: fc.boolean(),
  nat: fc.boolean(),
  zones: fc.integer({ min: 1, max: 3 }),
  zoneBoxes: fc.boolean(),
  rules: fc.array(groupRule, { maxLength: 3 }),
  groupLoop: fc.boolean(),
  entries: fc.array(aclRule, { maxLength: 3 }),
  gatewayEndpoints: fc.uniqueArray(fc.constantFrom('s3' as const, 'dynamodb' as const)),
  interfaceEndpoints: fc.uniqueArray(fc.constantFrom('ssm', 'sqs', 'ecr.api', 'logs'), { maxLength: 3 }),
  workloads: fc.array(
    fc.constantFrom(
      'instance' as const,
      'lambda-function' as const,
      'ecs-service' as const,
      'rds-instance' as const,
    ),
    { maxLength: 4 },
  ),
  publicIp: fc.constantFrom('subnet' as const, 'yes' as const, 'no' as const, 'elastic' as const),
  managed: fc.boolean(),
});

/** How two VPCs are joined. */
type Connection = 'none' | 'peering' | 'transit' | 'vpn';

/** What stands beside the VPCs and joins them with each other or with an office. */
function between(connection: Connection, vpcs: number): readonly Box[] {
  const both = { a: { attachment: 'Attachment 0' }, b: { attachment: 'Attachment 1' } };
  switch (connection) {
    case 'none':
      return [];
    case 'peering':
      return [box('peering-connection', 'Peering', { requester: 'Vpc 0', accepter: 'Vpc 1' })];
    case 'transit':
      return [
        box('transit-gateway', 'Transit', { defaultAssociation: false, defaultPropagation: false }),
        box('transit-gateway-route-table', 'Transit table', {
          transitGateway: 'Transit',
          associations: both,
          propagations: both,
          routes: { drop: { destination: '192.168.0.0/16', attachment: null } },
        }),
      ];
    case 'vpn':
      return [
        box('customer-gateway', 'Customer gateway', { ip: '198.51.100.7', asn: 65010 }),
        ...Array.from({ length: vpcs }, (_, index) =>
          box('vpn-connection', `Vpn ${index}`, {
            gateway: `Vpn gateway ${index}`,
            customerGateway: 'Customer gateway',
            staticOnly: index === 0,
            routes: index === 0 ? { a: { destination: '192.168.0.0/16' } } : {},
          }),
        ),
      ];
  }
}

function vpcBox(plan: VpcPlan, index: number, connection: Connection): Box {
  const name = (what: string): ResourceId => `${what} ${index}`;
  const inside: Box[] = [];
  const zones = zonesOf('ap-northeast-1').slice(0, plan.zones);
  const ipv6Out = plan.ipv6 && plan.egressOnly;
  if (plan.internet) inside.push(box('internet-gateway', name('Internet')));
  if (connection === 'vpn')
    inside.push(
      box('virtual-private-gateway', name('Vpn gateway'), {
        propagation: {
          a: { routeTable: name('Private table') },
          ...(plan.nat ? { b: { routeTable: name('Public table') } } : {}),
        },
      }),
    );
  if (plan.egressOnly) inside.push(box('egress-only-internet-gateway', name('Egress')));
  inside.push(
    box('route-table', name('Public table'), {
      routes: plan.internet ? { a: { destination: '0.0.0.0/0', target: name('Internet') } } : {},
    }),
    box('route-table', name('Private table'), {
      routes: {
        ...(plan.internet && plan.nat ? { a: { destination: '0.0.0.0/0', target: name('Nat') } } : {}),
        ...(ipv6Out ? { b: { destination: '::/0', target: name('Egress') } } : {}),
        ...(connection === 'none' ? {} : { c: routeOut(connection, index) }),
      },
    }),
    box('security-group', name('Group'), {
      description: 'a group',
      inbound: {
        ...Object.fromEntries(plan.rules.map((rule, at) => [`r${at}`, rule])),
        ...(plan.groupLoop
          ? { loop: { protocol: 'tcp' as const, fromPort: 1, toPort: 2, peer: { ref: name('Other group') } } }
          : {}),
      },
    }),
    box('security-group', name('Other group'), {
      description: 'another group',
      inbound: { from: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: name('Group') } } },
    }),
    box('network-acl', name('Acl'), {
      inbound: Object.fromEntries(
        plan.entries.map((entry, at) => [`e${at}`, { ...entry, number: 100 + at }]),
      ),
    }),
    ...plan.gatewayEndpoints.map((service) =>
      box('gateway-endpoint', name(`Gateway ${service}`), {
        service,
        routeTables: { [name('Private table')]: true },
      }),
    ),
  );
  if (connection === 'transit')
    inside.push(
      box('transit-gateway-attachment', name('Attachment'), {
        transitGateway: 'Transit',
        subnets: { [name('Private 0')]: true },
      }),
    );
  zones.forEach((zone, at) => {
    const subnets = [
      box(
        'subnet',
        name(`Public ${at}`),
        {
          cidr: `10.${index}.${at}.0/24`,
          zone,
          mapPublicIp: true,
          routeTable: name('Public table'),
          ipv6: plan.ipv6 ? at : null,
        },
        ...(at === 0 && plan.internet && plan.nat ? [box('nat-gateway', name('Nat'))] : []),
      ),
      box(
        'subnet',
        name(`Private ${at}`),
        {
          cidr: `10.${index}.${at + 100}.0/24`,
          zone,
          routeTable: name('Private table'),
          networkAcl: at === 0 ? name('Acl') : null,
        },
        ...(at === 0 ? workloads(plan, name, zones.length > 1 ? { [name('Private 1')]: true } : {}) : []),
      ),
    ];
    if (plan.zoneBoxes) inside.push(box('availability-zone', name(`Zone ${zone}`), { zone }, ...subnets));
    else inside.push(...subnets);
  });
  return box(
    'vpc',
    name('Vpc'),
    { cidr: `10.${index}.0.0/16`, ipv6: plan.ipv6, dnsHostnames: plan.dnsHostnames },
    ...inside,
  );
}

function routeOut(connection: Exclude<Connection, 'none'>, index: number) {
  if (connection === 'vpn') return { destination: '172.16.0.0/12', target: `Vpn gateway ${index}` };
  return {
    destination: `10.${1 - index}.0.0/16`,
    target: connection === 'peering' ? 'Peering' : 'Transit',
  };
}

function workloads(
  plan: VpcPlan,
  name: (what: string) => string,
  others: Readonly<Record<string, true>>,
): Box[] {
  const securityGroups = { [name('Group')]: true as const };
  return [
    ...plan.interfaceEndpoints.map((service) =>
      box('interface-endpoint', name(`Endpoint ${service}`), {
        service,
        securityGroups,
        subnets: others,
        privateDns: plan.dnsHostnames,
      }),
    ),
    ...plan.workloads.map((kind, at) => {
      const own = name(`${kind} ${at}`);
      switch (kind) {
        case 'instance':
          return box('instance', own, {
            securityGroups,
            // An address of the internet needs an internet gateway.
            publicIp: plan.internet ? plan.publicIp : 'subnet',
            profile: plan.managed ? 'systems-manager' : 'none',
          });
        case 'lambda-function':
          return box('lambda-function', own, { securityGroups, subnets: others });
        case 'ecs-service':
          return box('ecs-service', own, { securityGroups, subnets: others });
        case 'rds-instance':
          return box('rds-instance', own, { securityGroups, subnets: others });
      }
    }),
  ];
}

/** Names repeat and say nothing about ids, as in real designs. */
function renamed(document: Document, names: readonly string[]): Document {
  const resources = new Map(
    [...document.resources].map(([id, resource], index) => [
      id,
      { ...resource, name: names[index % names.length] ?? id },
    ]),
  );
  return { ...document, resources };
}
