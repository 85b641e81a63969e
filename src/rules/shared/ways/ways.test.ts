/** The law of plans: applied, each makes its flow pass both ways, and opens no more than it says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { fromSketch } from '../../../core/catalog/fromSketch';
import type { Document } from '../../../core/model/document';
import { arrow, box, sketch, type Sketch } from '../../../core/model/sketch';
import { queryOf } from '../../../core/network/network';
import type { Query } from '../../../core/network/trace';
import { plansThatMend } from '../../../core/plans/mend';
import { contextOf } from '../../../core/rules/validate';
import { arbitraryDesign } from '../../../testing/arbitraryDesign';
import { ways } from './index';
import { plansFor } from './plansFor';

describe('a private workload that wants S3', () => {
  test('is offered a gateway endpoint before a NAT gateway', () => {
    const titles = plansOf(behindNat({ routes: {} }), 'Worker', 'S3');

    expect(titles).toEqual([
      'Add a gateway endpoint for S3 to PrivateTable',
      'Add route 0.0.0.0/0 → Nat to PrivateTable',
    ]);
  });

  test('is offered the table of the endpoint that is there', () => {
    const titles = plansOf(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Other: true } }),
          box('subnet', 'Subnet', { routeTable: 'Own' }, box('instance', 'Worker')),
          box('route-table', 'Own'),
          box('route-table', 'Other'),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
      'Worker',
      'S3',
    );

    expect(titles).toEqual(['Add Endpoint to Own']);
  });

  test('is never offered to be opened to the internet', () => {
    const titles = plansOf(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
      'Worker',
      'S3',
    );

    expect(titles).toEqual(['Add a gateway endpoint for S3 to Table']);
  });
});

describe('a regional NAT gateway', () => {
  const design = (nat: ReturnType<typeof box>, ...gateways: ReturnType<typeof box>[]) =>
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        ...gateways,
        nat,
        box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
        box('subnet', 'C', { zone: 'ap-northeast-1c', routeTable: 'Table' }, box('instance', 'Worker')),
      ),
      box('internet', 'Internet'),
      arrow('Worker', 'Internet'),
    );

  test.each([
    [
      'in a zone that it does not list is let serve that zone',
      design(
        box('nat-gateway', 'Nat', { zones: { a: { zone: 'ap-northeast-1a' } } }),
        box('internet-gateway', 'Igw'),
      ),
      'Let Nat serve ap-northeast-1c too',
    ],
    [
      'in a VPC without one gets an internet gateway',
      design(box('nat-gateway', 'Nat')),
      'Add an internet gateway to Vpc',
    ],
    [
      'that is private is made public',
      design(box('nat-gateway', 'Nat', { connectivity: 'private' }), box('internet-gateway', 'Igw')),
      'Make Nat public',
    ],
  ])('%s', (_, given, title) => {
    expect(plansOf(given, 'Worker', 'Internet')[0]).toBe(title);
  });
});

describe('where public access is blocked', () => {
  const design = (mode: 'block-bidirectional' | 'block-ingress', flow: ReturnType<typeof arrow>) =>
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box('public-access-block', 'Bpa', { mode }),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'ByNat', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
          box('security-group', 'Web', {
            inbound: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } },
          }),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'Out' },
            box('nat-gateway', 'Nat'),
            box('instance', 'Server', { publicIp: 'yes', securityGroups: { Web: true } }),
          ),
          box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'ByNat' }, box('instance', 'Worker')),
        ),
      ),
      box('internet', 'Internet'),
      flow,
    );

  test('the subnet that is to be reached is excluded for both directions', () => {
    const titles = plansOf(design('block-ingress', arrow('Internet', 'Server')), 'Internet', 'Server');

    expect(titles).toEqual(['Exclude Public from Bpa for both directions']);
  });

  test('the subnet of the NAT gateway is excluded for egress', () => {
    const titles = plansOf(design('block-bidirectional', arrow('Worker', 'Internet')), 'Worker', 'Internet');

    expect(titles).toEqual(['Exclude Public from Bpa for egress']);
  });

  test('what sends by itself where only ingress is blocked is not helped by an exclusion for egress', () => {
    const titles = plansOf(design('block-ingress', arrow('Server', 'Internet')), 'Server', 'Internet');

    expect(titles).toEqual(['Exclude Public from Bpa for both directions']);
  });
});

test('a service without gateway endpoint gets an interface endpoint that only its client may use', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'Subnet', {}, box('instance', 'Worker', { securityGroups: { Workers: true } })),
        box('security-group', 'Workers'),
      ),
      box('aws-service', 'Queue', { service: 'sqs' }),
      arrow('Worker', 'Queue'),
    ),
  );

  const [plan] = plans(document);
  const after = contextOf(catalog, document).after(plan ?? { title: { en: '', ja: '' }, commands: [] });

  expect(plan?.title.en).toBe('Add an interface endpoint for SQS to Subnet');
  expect(after.all('interface-endpoint').map(({ parentId, props }) => [parentId, props.service])).toEqual([
    ['Subnet', 'sqs'],
  ]);
  expect(after.resource('EndpointSecurityGroup')?.props).toMatchObject({
    inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: 'Workers' } } },
  });
});

test('a closed database is opened for the port and the group that ask, and for nothing else', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box(
          'subnet',
          'Subnet',
          {},
          box('instance', 'Web', { securityGroups: { WebGroup: true } }),
          box('instance', 'Other'),
          box('instance', 'Db', { securityGroups: { DbGroup: true } }),
        ),
        box('security-group', 'WebGroup'),
        box('security-group', 'DbGroup'),
      ),
      arrow('Web', 'Db', { port: 5432 }),
    ),
  );

  const [plan] = plans(document);
  const after = contextOf(catalog, document).after(plan ?? { title: { en: '', ja: '' }, commands: [] });
  const verdict = (from: string, port: number): string =>
    after.network.trace(query({ from: { resource: from }, to: { resource: 'Db' }, port })).verdict;

  expect(plan?.title.en).toBe('Allow TCP 5432 from WebGroup in DbGroup');
  expect([verdict('Web', 5432), verdict('Web', 22), verdict('Other', 5432)]).toEqual([
    'reachable',
    'blocked',
    'blocked',
  ]);
});

test('addresses that AWS does not give are exchanged for free ones', () => {
  const design = (subnet: object, web: object) =>
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'First', { cidr: '10.0.0.0/24' }, box('instance', 'Client')),
        box('subnet', 'Second', { cidr: '10.0.1.0/24', ...subnet }, box('instance', 'Web', web)),
      ),
      arrow('Client', 'Web'),
    );

  expect(plansOf(design({ cidr: '10.0.0.128/25' }, {}), 'Client', 'Web')).toEqual([
    'Change the CIDR block of Second to 10.0.1.0/25',
  ]);
  expect(plansOf(design({ cidr: '10.0.1.0' }, {}), 'Client', 'Web')).toEqual([
    'Change the CIDR block of Second to 10.0.1.0/24',
  ]);
  expect(plansOf(design({}, { privateIp: '10.0.0.9' }), 'Client', 'Web')).toEqual([
    'Let AWS choose the address of Web',
  ]);
});

test('two obstacles behind one another are mended by one plan', () => {
  const titles = plansOf(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box(
          'subnet',
          'Subnet',
          { routeTable: 'Table' },
          box('instance', 'Worker', { securityGroups: { Group: true } }),
        ),
        box('route-table', 'Table'),
        box('security-group', 'Group', { outbound: {} }),
      ),
      box('aws-service', 'S3', { service: 's3' }),
      arrow('Worker', 'S3'),
    ),
    'Worker',
    'S3',
  );

  expect(titles).toEqual([
    'Allow TCP 443 to com.amazonaws.ap-northeast-1.s3 in Group, then add a gateway endpoint for S3 to Table',
  ]);
});

test('a network ACL that drops the replies gets a rule for them', () => {
  const allow = { action: 'allow', protocol: 'tcp', fromPort: 443, toPort: 443, block: '0.0.0.0/0' } as const;
  const titles = plansOf(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web')),
        box(
          'subnet',
          'B',
          { cidr: '10.0.1.0/24', networkAcl: 'Acl' },
          box('instance', 'App', { securityGroups: { Open: true } }),
        ),
        box('security-group', 'Open', {
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/24' } },
        }),
        box('network-acl', 'Acl', {
          inbound: { https: { number: 100, ...allow } },
          outbound: { https: { number: 100, ...allow } },
        }),
      ),
      arrow('Web', 'App'),
    ),
    'Web',
    'App',
  );

  expect(titles).toEqual(['Allow TCP 32768–65535 to 10.0.0.0/24 in Acl (outbound)']);
});

test('a plan that would break another arrow is not offered', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker'), box('instance', 'Vault')),
        box('route-table', 'Table'),
      ),
      box('aws-service', 'S3', { service: 's3' }),
      arrow('Worker', 'S3'),
      arrow('Vault', 'S3', { expect: 'blocked' }),
    ),
  );

  expect(plans(document)).toEqual([]);
});

test('a question that is not drawn gets the same plans as its arrow', () => {
  const drawn = behindNat({ routes: {} });
  const bare = fromSketch(catalog, {
    ...drawn,
    flows: [],
    boxes: drawn.boxes.filter(({ name }) => name !== 'S3'),
  });

  const asked = plansFor(
    catalog,
    bare,
    query({ from: { resource: 'Worker' }, to: { service: 's3' }, port: 443 }),
  );

  expect(asked.map(({ title }) => title.en)).toEqual(plansOf(drawn, 'Worker', 'S3'));
});

test('every plan makes its flow pass both ways, and never more than three are offered', () => {
  const tally = { blocked: 0, mended: 0 };

  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const document = fromSketch(catalog, design);
      const context = contextOf(catalog, document);
      for (const flow of context.flows) {
        if (context.traces.get(flow.id)?.verdict !== 'blocked') continue;
        tally.blocked += 1;
        const found = plansThatMend(context, flow, ways);
        if (found.length > 0) tally.mended += 1;
        expect(found.length).toBeLessThanOrEqual(3);
        for (const plan of found) {
          const after = context.after(plan);
          expect(after.network.trace(queryOf(after.document, catalog, flow)).verdict).toBe('reachable');
        }
      }
    }),
    { numRuns: 80 },
  );

  // Most of what these designs get wrong can be mended by what the plans know.
  expect(tally.mended / tally.blocked).toBeGreaterThan(0.7);
}, 30_000);

function behindNat(table: { readonly routes: Record<string, never> }): Sketch {
  return sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'PublicTable' }, box('nat-gateway', 'Nat')),
      box(
        'subnet',
        'Private',
        { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
        box('instance', 'Worker'),
      ),
      box('route-table', 'PublicTable', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      box('route-table', 'PrivateTable', table),
    ),
    box('aws-service', 'S3', { service: 's3' }),
    arrow('Worker', 'S3'),
  );
}

function plans(document: Document) {
  const context = contextOf(catalog, document);
  const flow = context.flows.find(({ expect: wanted }) => wanted === 'reachable');
  return flow === undefined ? [] : plansThatMend(context, flow, ways);
}

function plansOf(design: Sketch, from: string, to: string): readonly string[] {
  const context = contextOf(catalog, fromSketch(catalog, design));
  const flow = context.flows.find((each) => each.from === from && each.to === to);
  return flow === undefined ? [] : plansThatMend(context, flow, ways).map(({ title }) => title.en);
}

function query(given: Pick<Query, 'from' | 'to' | 'port'>): Query {
  return { protocol: 'tcp', sourcePort: null, ...given };
}
