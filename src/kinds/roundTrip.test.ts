/** What a kind writes to a template it reads back: the diagram comes back as it was in everything a template can hold. */
import { expect, test } from 'vitest';
import { catalog } from '../aws';
import type { Field } from '../core/catalog/field';
import { fromSketch } from '../core/catalog/fromSketch';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { importTemplates } from '../core/cfn/importTemplates';
import { templateText } from '../core/cfn/templateText';
import type { Document, Resource } from '../core/model/document';
import { valuesOf } from '../core/model/queries';
import { box, sketch, type Box } from '../core/model/sketch';

/** What comes back from the template of a diagram, by name; only kinds that templates have. */
function thereAndBack(...boxes: readonly Box[]): { readonly before: unknown; readonly after: unknown } {
  const before = fromSketch(catalog, sketch(...boxes));
  const { template } = exportTemplate(catalog, before);
  const { text } = templateText(template, 'yaml');
  const {
    document: after,
    findings,
    failure,
  } = importTemplates(catalog, [{ name: 'template.yaml', text }], {});
  expect(failure).toBeUndefined();
  expect(findings.map(({ message }) => message.en)).toEqual([]);
  return { before: told(before), after: told(after) };
}

/** Every resource of a template by its name: its kind, its surroundings, its props with names in place of ids. */
function told(document: Document): unknown {
  const inTemplates = [...document.resources.values()].filter(
    ({ kind }) => catalog.kind(kind).cfn !== undefined,
  );
  return Object.fromEntries(
    inTemplates.map((resource) => [resource.name, toldOf(resource, document)]).sort(byFirst),
  );
}

function toldOf(resource: Resource, document: Document): unknown {
  const props = Object.entries(valuesOf(resource)).map(([prop, value]) => {
    const field = catalog.fields(resource.kind).get(prop);
    return [prop, field === undefined ? value : named(value, field, document)];
  });
  return { kind: resource.kind, in: parentName(resource, document), ...Object.fromEntries(props) };
}

/** The nearest container that a template knows. */
function parentName(resource: Resource, document: Document): string | null {
  const parent = resource.parentId === null ? undefined : document.resources.get(resource.parentId);
  if (parent === undefined) return null;
  return catalog.kind(parent.kind).cfn === undefined ? parentName(parent, document) : parent.name;
}

function named(value: unknown, field: Field, document: Document): unknown {
  const name = (id: string): string => document.resources.get(id)?.name ?? `nothing (${id})`;
  switch (field.control) {
    case 'ref':
      return typeof value === 'string' ? name(value) : value;
    case 'refs':
      return Object.keys(value as object)
        .map(name)
        .sort();
    case 'peer':
      return typeof value === 'object' && value !== null && 'ref' in value
        ? name(value.ref as string)
        : value;
    case 'rows':
      // A row's key is not in the template.
      return Object.values(value as Record<string, Record<string, unknown>>)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, cell]) => {
              const inner = field.columns[column];
              return [column, inner === undefined ? cell : named(cell, inner, document)];
            }),
          ),
        )
        .map((row) => JSON.stringify(row))
        .sort();
    default:
      return value;
  }
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

const tcp = (port: number, peer: string | { readonly ref: string }) => ({
  protocol: 'tcp' as const,
  fromPort: port,
  toPort: port,
  peer,
});

test('a network with gateways, tables and ACLs comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {
        ipv6: true,
        dnsHostnames: false,
        dnsServers: '10.0.0.10, 10.0.1.10',
        secondaryCidrs: { more: { cidr: '10.1.0.0/16' } },
      },
      box('internet-gateway', 'Igw'),
      box('egress-only-internet-gateway', 'Eigw'),
      box('route-table', 'Public table', {
        routes: {
          a: { destination: '0.0.0.0/0', target: 'Igw' },
          b: { destination: '::/0', target: 'Igw' },
        },
      }),
      box('route-table', 'Private table', {
        routes: {
          a: { destination: '0.0.0.0/0', target: 'Nat' },
          b: { destination: '::/0', target: 'Eigw' },
          c: { destination: '192.168.0.0/16', target: 'Inner nat' },
          d: { destination: 'com.amazonaws.ap-northeast-1.dynamodb', target: 'Nat' },
        },
      }),
      box('network-acl', 'Acl', {
        inbound: {
          a: {
            number: 100,
            action: 'allow',
            protocol: 'tcp',
            fromPort: 443,
            toPort: 443,
            block: '0.0.0.0/0',
          },
          b: { number: 110, action: 'deny', protocol: 'icmpv6', fromPort: null, toPort: null, block: '::/0' },
          c: {
            number: 120,
            action: 'allow',
            protocol: 'udp',
            fromPort: null,
            toPort: null,
            block: '10.0.0.0/8',
          },
          d: { number: 130, action: 'allow', protocol: 'icmp', fromPort: 8, toPort: 0, block: '10.0.0.0/8' },
          e: { number: 140, action: 'allow', protocol: 'icmpv6', fromPort: 128, toPort: 0, block: '::/0' },
        },
      }),
      box(
        'subnet',
        'Public',
        {
          cidr: '10.0.0.0/24',
          zone: 'ap-northeast-1a',
          ipv6: 3,
          assignIpv6: true,
          mapPublicIp: true,
          routeTable: 'Public table',
          networkAcl: 'Acl',
        },
        box('nat-gateway', 'Nat'),
      ),
      box(
        'subnet',
        'Private',
        { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c', routeTable: 'Private table' },
        box('nat-gateway', 'Inner nat', { connectivity: 'private', elasticIp: false }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('the route table of an internet gateway comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
      box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
      box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      box(
        'subnet',
        'Dmz',
        { cidr: '10.0.0.0/24', routeTable: 'Out' },
        box('instance', 'Firewall', { publicIp: 'elastic', sourceDestinationCheck: false }),
      ),
      box('subnet', 'App', { cidr: '10.0.1.0/24' }),
    ),
  );

  expect(after).toEqual(before);
});

test('what blocks public access, and what is excluded from it, comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'region',
      'Tokyo',
      {},
      box('public-access-block', 'Bpa', { mode: 'block-ingress' }),
      box(
        'vpc',
        'Vpc',
        { publicAccess: 'allow-egress' },
        box('subnet', 'Open', { cidr: '10.0.0.0/24', publicAccess: 'allow-bidirectional' }),
        box('subnet', 'Closed', { cidr: '10.0.1.0/24' }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('regional NAT gateways come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('nat-gateway', 'Automatic'),
      box('nat-gateway', 'By hand', {
        zones: { a: { zone: 'ap-northeast-1a' }, c: { zone: 'ap-northeast-1c' } },
      }),
      box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: 'Automatic' } } }),
      box('subnet', 'A', { cidr: '10.0.0.0/24', routeTable: 'Private' }),
    ),
  );

  expect(after).toEqual(before);
});

test('security groups come back, those that name one another too', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'Default'),
      box('security-group', 'Nothing out', { outbound: {} }),
      box('security-group', 'IPv4 out', {
        outbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
      }),
      box('security-group', 'Self', {
        description: 'lets itself in',
        inbound: { a: tcp(80, { ref: 'Self' }) },
      }),
      box('security-group', 'Web', {
        inbound: { a: tcp(443, '0.0.0.0/0'), b: tcp(443, '::/0'), c: tcp(22, { ref: 'Db' }) },
        outbound: { a: tcp(5432, { ref: 'Db' }), b: tcp(443, 'com.amazonaws.ap-northeast-1.s3') },
      }),
      box('security-group', 'Db', {
        inbound: {
          a: tcp(5432, { ref: 'Web' }),
          b: { protocol: 'udp', fromPort: null, toPort: null, peer: '10.0.0.0/8' },
          c: { protocol: 'icmp', fromPort: null, toPort: null, peer: '10.0.0.0/8' },
          d: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: 'fd00::/8' },
          f: { protocol: 'icmpv6', fromPort: 128, toPort: null, peer: { ref: 'Web' } },
          g: { protocol: 'icmp', fromPort: 8, toPort: null, peer: { ref: 'Web' } },
          e: { protocol: 'tcp', fromPort: 1024, toPort: 65535, peer: '10.0.0.0/8' },
        },
      }),
      box('security-group', 'A', { outbound: { a: tcp(1, { ref: 'B' }) } }),
      box('security-group', 'B', { outbound: { a: tcp(1, { ref: 'A' }) } }),
    ),
  );

  expect(after).toEqual(before);
});

test('workloads come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
        box('instance', 'Plain'),
        box('instance', 'Managed', { profile: 'systems-manager', securityGroups: { Group: true } }),
        box('instance', 'Other', { profile: 'other', imageId: 'ami-0123456789abcdef0' }),
        box('instance', 'Public', { publicIp: 'yes', securityGroups: { Group: true }, ipv6: true }),
        box('instance', 'Hidden', { publicIp: 'no', privateIp: '10.0.0.20' }),
        box('instance', 'Elastic', { publicIp: 'elastic', instanceType: 't4g.micro' }),
        box('instance', 'Appliance', { sourceDestinationCheck: false, privateIp: '10.0.0.10', ipv6: true }),
        box('lambda-function', 'Fn', { subnets: { B: true }, securityGroups: { Group: true } }),
        box('lambda-function', 'Fn by default', { runtime: 'nodejs22.x' }),
        box('lambda-function', 'Java', { runtime: 'java21', handler: 'app.Main::run' }),
        box('ecs-service', 'Web', {
          subnets: { B: true },
          securityGroups: { Group: true },
          assignPublicIp: true,
          desiredCount: 3,
        }),
        box('ecs-service', 'Other web', { image: 'example.com/app:1', containerPort: 8080 }),
        box('rds-instance', 'Db', {
          subnets: { B: true },
          securityGroups: { Group: true },
          engine: 'mysql',
          port: 3307,
          multiAz: true,
        }),
      ),
      box('subnet', 'B', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
    ),
    box('region', 'ap-northeast-1', {}, box('lambda-function', 'Outside', { runtime: 'nodejs22.x' })),
  );

  expect(after).toEqual(before);
});

test('prefix lists come back, and what names them', () => {
  const { before, after } = thereAndBack(
    box(
      'region',
      'ap-northeast-1',
      {},
      box('prefix-list', 'Offices', {
        maxEntries: 20,
        entries: {
          a: { cidr: '203.0.113.0/24', description: 'Tokyo' },
          b: { cidr: '198.51.100.0/24', description: '' },
        },
      }),
      box('prefix-list', 'Six', {
        family: 'IPv6',
        listName: 'other-name',
        entries: { a: { cidr: '2001:db8::/32', description: '' } },
      }),
      box('prefix-list', 'Empty'),
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', {
          routes: {
            a: { destination: { ref: 'Offices' }, target: 'Igw' },
            b: { destination: { ref: 'Six' }, target: 'Igw' },
            c: { destination: '0.0.0.0/0', target: 'Igw' },
          },
        }),
        box('security-group', 'Group', {
          inbound: { a: tcp(443, { ref: 'Offices' }), b: tcp(443, { ref: 'Group' }) },
          outbound: {
            a: tcp(443, { ref: 'Six' }),
            b: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: { ref: 'Six' } },
          },
        }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('network interfaces come back, with what they are attached to', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box('route-table', 'Table', {
        routes: {
          a: { destination: '10.1.0.0/16', target: 'At launch' },
          b: { destination: '10.2.0.0/16', target: 'Firewall' },
        },
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('instance', 'Firewall', {
          separateInterface: true,
          publicIp: 'elastic',
          privateIp: '10.0.0.10',
          sourceDestinationCheck: false,
          securityGroups: { Group: true },
        }),
        box('instance', 'Web', { publicIp: 'no' }),
        box('instance', 'App'),
        box('network-interface', 'Spare'),
        box('network-interface', 'Afterwards', { attachedTo: 'Web', deviceIndex: 2, elasticIp: true }),
      ),
      box(
        'subnet',
        'B',
        { cidr: '10.0.1.0/24' },
        box('network-interface', 'At launch', {
          attachedTo: 'Firewall',
          atLaunch: true,
          securityGroups: { Group: true },
          privateIp: '10.0.1.10',
          furtherIps: { a: { address: '10.0.1.11' }, b: { address: '10.0.1.12' } },
          ipv6: true,
          sourceDestinationCheck: false,
        }),
        box('network-interface', 'Of the app', { attachedTo: 'App', atLaunch: true, deviceIndex: 3 }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('load balancers come back, with their listeners, rules, addresses and targets', () => {
  const { before, after } = thereAndBack(
    box('target-group', 'Function', {
      targetType: 'lambda',
      targets: { a: { target: { ref: 'Fn' }, port: null, zone: '' } },
    }),
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box('target-group', 'Web targets', {
        protocol: 'HTTP',
        port: 8080,
        targets: {
          a: { target: { ref: 'Web' }, port: null, zone: '' },
          b: { target: { ref: 'Web' }, port: 9000, zone: '' },
        },
        crossZone: 'off',
      }),
      box('target-group', 'Api targets', { targetType: 'ip', protocol: 'HTTP', port: 80, ipv6: true }),
      box('target-group', 'Addresses', {
        targetType: 'ip',
        targets: {
          a: { target: '10.0.0.20', port: null, zone: '' },
          b: { target: '192.168.0.9', port: 8080, zone: 'all' },
          c: { target: { ref: 'Web' }, port: null, zone: '' },
        },
        preserveClientIp: 'on',
        crossZone: 'on',
      }),
      box('target-group', 'Alb targets', {
        targetType: 'alb',
        targets: { a: { target: { ref: 'Alb' }, port: null, zone: '' } },
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
        box('instance', 'Web'),
        box('lambda-function', 'Fn'),
        box('ecs-service', 'Api', { targetGroups: { 'Api targets': true }, containerPort: 8080 }),
        box('application-load-balancer', 'Alb', {
          scheme: 'internet-facing',
          addressType: 'dualstack',
          subnets: { C: true },
          securityGroups: { Group: true },
          listeners: {
            a: { protocol: 'HTTP', port: 80, targetGroup: null, others: {} },
            b: { protocol: 'HTTP', port: 8080, targetGroup: 'Web targets', others: {} },
          },
          rules: {
            a: { listener: 8080, priority: 10, path: '/api/*, /v2/*', host: '', targetGroup: 'Api targets' },
            b: { listener: 8080, priority: 20, path: '', host: 'fn.example.com', targetGroup: 'Function' },
          },
        }),
        box('application-load-balancer', 'Plain alb', { subnets: { C: true } }),
        box('network-load-balancer', 'Nlb', {
          subnets: { C: true },
          crossZone: true,
          securityGroups: { Group: true },
          filtersPrivateLink: false,
          addresses: { a: { subnet: 'A', privateIp: '10.0.0.10', elasticIp: false } },
          listeners: {
            a: { protocol: 'TCP', port: 80, targetGroup: 'Addresses', others: {} },
            b: { protocol: 'TCP', port: 81, targetGroup: 'Alb targets', others: { Addresses: true } },
          },
        }),
        box('network-load-balancer', 'Front', {
          scheme: 'internet-facing',
          subnets: { C: true },
          dualStack: true,
          addresses: {
            a: { subnet: 'A', privateIp: '', elasticIp: true },
            c: { subnet: 'C', privateIp: '', elasticIp: true },
          },
        }),
      ),
      box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
    ),
  );

  expect(after).toEqual(before);
});

test('endpoints come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table'),
      box('security-group', 'Group'),
      box('gateway-endpoint', 'S3', { routeTables: { Table: true } }),
      box('gateway-endpoint', 'DynamoDB', {
        service: 'dynamodb',
        policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2),
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('interface-endpoint', 'Ssm', { subnets: { B: true }, securityGroups: { Group: true } }),
        box('interface-endpoint', 'Provider', {
          service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
          privateDns: false,
        }),
        box('interface-endpoint', 'S3 all', { service: 's3', privateDnsFor: 'all' }),
        box('interface-endpoint', 'S3 inbound', { service: 's3', privateDnsFor: 'inbound' }),
        box('interface-endpoint', 'Shop', { service: '', endpointService: 'Service', privateDns: false }),
      ),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('network-load-balancer', 'Nlb')),
    ),
    box('endpoint-service', 'Service', {
      loadBalancers: { Nlb: true },
      acceptanceRequired: false,
      principals: { 'principal-1': { principal: 'arn:aws:iam::111122223333:root' } },
    }),
  );

  expect(after).toEqual(before);
});

test('a Gateway Load Balancer comes back with its appliances, and its endpoint as a target of routes', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Endpoint' } } }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('instance', 'Firewall', { sourceDestinationCheck: false }),
        box('network-interface', 'Tap', { attachedTo: 'Firewall' }),
        box('gateway-load-balancer', 'Gwlb', {
          subnets: { B: true },
          crossZone: true,
          targets: { a: { target: { ref: 'Firewall' } } },
        }),
        box('gateway-load-balancer', 'By address', {
          targetType: 'ip',
          targets: { a: { target: { ref: 'Tap' } }, b: { target: '10.0.1.20' } },
        }),
      ),
      box(
        'subnet',
        'B',
        { cidr: '10.0.1.0/24' },
        box('gwlb-endpoint', 'Endpoint', {
          service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
          dualStack: true,
        }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('peering connections come back, with the routes to them', () => {
  const routes = (destination: string, target: string) => ({ a: { destination, target } });
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'A',
      { cidr: '10.0.0.0/16' },
      box('route-table', 'A table', { routes: routes('10.1.0.0/16', 'Own') }),
    ),
    box(
      'vpc',
      'B',
      { cidr: '10.1.0.0/16' },
      box('route-table', 'B table', { routes: routes('10.0.0.0/16', 'Own') }),
    ),
    box('vpc', 'C', { cidr: '10.2.0.0/16' }),
    box('peering-connection', 'Own', { requester: 'A', accepter: 'B' }),
    box('peering-connection', 'Other account', {
      requester: 'A',
      accepter: 'C',
      accepterAccount: '210987654321',
      accepterRegion: 'us-east-1',
      role: 'arn:aws:iam::210987654321:role/Accepts',
    }),
    box('peering-connection', 'Nobody accepts', {
      requester: 'B',
      accepter: 'C',
      accepterAccount: '210987654321',
      accepted: false,
    }),
  );

  expect(after).toEqual(before);
});

test('hosted zones, Resolver endpoints and their rules come back', () => {
  const record = (name: string, more: object) => ({
    name: `${name}corp.example.com`,
    type: 'A',
    target: null,
    value: '',
    alias: false,
    standby: false,
    ...more,
  });
  const { before, after } = thereAndBack(
    box(
      'region',
      'ap-northeast-1',
      {},
      box(
        'vpc',
        'Vpc',
        {},
        box('security-group', 'Dns'),
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
          box('instance', 'Web'),
          box('rds-instance', 'Db', { subnets: { B: true } }),
          box('interface-endpoint', 'Ssm', { privateDns: false }),
          box('resolver-inbound-endpoint', 'In', {
            ip: '10.0.0.10',
            addresses: { b: { subnet: 'B', ip: '10.0.1.10' }, c: { subnet: 'A', ip: '' } },
            securityGroups: { Dns: true },
          }),
          box('resolver-outbound-endpoint', 'Out', {
            addresses: { b: { subnet: 'B', ip: '' } },
            securityGroups: { Dns: true },
            addressType: 'dualstack',
          }),
        ),
        box('subnet', 'B', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
      ),
      box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
      box('hosted-zone', '社内', {
        domain: 'corp.example.com',
        vpcs: { Vpc: true, Other: true },
        records: {
          web: record('web.', { target: 'Web' }),
          db: record('db.', { type: 'CNAME', target: 'Db' }),
          ssm: record('ssm.', { target: 'Ssm', alias: true }),
          ssm2: record('ssm2.', { type: 'CNAME', target: 'Ssm' }),
          two: record('*.', { value: '10.0.0.5, 10.0.0.6' }),
          six: record('web.', { type: 'AAAA', value: '2001:db8::5' }),
          text: record('', { type: 'TXT', value: '"a, b", "c"' }),
          same: record('www.', { value: 'web.corp.example.com', alias: true }),
          one: record('app.', { value: '10.0.0.7' }),
          spare: record('app.', { value: '10.0.0.8', standby: true }),
          turn: record('turns.', { value: '10.0.0.7' }),
          turn2: record('turns.', { value: '10.0.0.8' }),
        },
      }),
      box('resolver-rule', 'Forward', {
        domain: 'office.example.com',
        endpoint: 'Out',
        targets: { a: { ip: '192.168.0.2', port: 53 }, b: { ip: '2001:db8::53', port: 5353 } },
        vpcs: { a: { vpc: 'Vpc' }, b: { vpc: 'Other' } },
      }),
      box('resolver-rule', 'System', {
        domain: 'aws.office.example.com',
        type: 'system',
        targets: {},
        vpcs: { a: { vpc: 'Vpc' } },
      }),
      box('resolver-rule', 'Everything', {
        domain: '.',
        endpoint: 'Out',
        targets: { a: { ip: '192.168.0.2', port: 53 } },
      }),
    ),
  );

  expect(after).toEqual(before);
});

test('transit gateways come back, with their attachments, peerings and route tables', () => {
  const vpc = (name: string, block: string, options: object) =>
    box(
      'vpc',
      name,
      { cidr: `${block}.0.0/16` },
      box('subnet', `${name} subnet`, { cidr: `${block}.0.0/24`, routeTable: `${name} table` }),
      box('transit-gateway-attachment', `${name} attachment`, {
        transitGateway: 'Hub',
        subnets: { [`${name} subnet`]: true },
        ...options,
      }),
      box('route-table', `${name} table`, { routes: { a: { destination: '10.0.0.0/8', target: 'Hub' } } }),
    );
  const { before, after } = thereAndBack(
    box('transit-gateway', 'Hub', {
      defaultAssociation: false,
      defaultPropagation: false,
      securityGroupReferencing: true,
      dnsSupport: false,
      asn: 64600,
    }),
    box('transit-gateway', 'Plain'),
    vpc('A', '10.0', {}),
    vpc('B', '10.1', {
      applianceMode: true,
      securityGroupReferencing: false,
      ipv6: true,
      dnsSupport: false,
    }),
    box('transit-gateway-peering', 'Peering', { transitGateway: 'Hub', peerTransitGateway: 'Plain' }),
    box('transit-gateway-peering', 'Abroad', {
      transitGateway: 'Plain',
      peerTransitGateway: 'Hub',
      peerAccount: '210987654321',
      peerRegion: 'us-east-1',
    }),
    box('transit-gateway-route-table', 'Empty', { transitGateway: 'Plain' }),
    box('transit-gateway-route-table', 'Table', {
      transitGateway: 'Hub',
      associations: { a: { attachment: 'A attachment' }, b: { attachment: 'B attachment' } },
      propagations: { a: { attachment: 'B attachment' } },
      routes: {
        a: { destination: '0.0.0.0/0', attachment: 'B attachment' },
        b: { destination: '10.9.0.0/16', attachment: 'Peering' },
        c: { destination: '172.16.0.0/12', attachment: null },
        d: { destination: '::/0', attachment: 'A attachment' },
      },
    }),
  );

  expect(after).toEqual(before);
});

test('names come back in any language', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      '本番 VPC',
      {},
      box('security-group', 'ウェブ'),
      box(
        'subnet',
        '公開サブネット',
        {},
        box('instance', 'ウェブサーバー', { securityGroups: { ウェブ: true } }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('subnets on the main table of a drawn VPC come back on a table of that name', () => {
  const { after } = thereAndBack(
    box('vpc', 'Vpc', {}, box('route-table', 'Main', { main: true }), box('subnet', 'A')),
  );

  expect(after).toMatchObject({ A: { routeTable: 'Main' }, Main: { main: false } });
});

test('VPN connections come back, with their gateways, routes and propagations', () => {
  const { before, after } = thereAndBack(
    box('transit-gateway', 'Hub'),
    box('customer-gateway', 'Office', { ip: '203.0.113.1', asn: 4_200_000_010, deviceName: 'router' }),
    box('customer-gateway', 'Branch', { ip: '198.51.100.7' }),
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'A', { routes: { ATo: { destination: '172.16.0.0/12', target: 'Gateway' } } }),
      box('route-table', 'B'),
      box('route-table', 'Edge'),
      box('virtual-private-gateway', 'Gateway', {
        asn: 64600,
        routeTable: 'Edge',
        propagation: { First: { routeTable: 'A' }, Second: { routeTable: 'B' } },
      }),
    ),
    box('virtual-private-gateway', 'Spare'),
    box('vpn-connection', 'Static', {
      gateway: 'Gateway',
      customerGateway: 'Office',
      routes: { One: { destination: '192.168.0.0/16' }, Two: { destination: '172.20.0.0/16' } },
      customerBlock: '192.168.0.0/16',
    }),
    box('vpn-connection', 'Six', {
      gateway: 'Hub',
      customerGateway: 'Branch',
      staticOnly: false,
      ipVersion: 'ipv6',
      awsBlock: '2001:db8::/32',
    }),
  );

  expect(after).toEqual(before);
});
