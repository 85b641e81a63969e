import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  awsService,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { compileNetwork } from '../network';

const s3 = `com.amazonaws.${region}.s3`;

/** Two private subnets without a way out; the app sits in the first. */
const isolated = [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: 'ap-northeast-1c' }),
  routeTable('Table', 'Vpc'),
  instance('App', 'A', { securityGroups: ['AppGroup'] }),
  securityGroup('AppGroup', 'Vpc'),
  securityGroup('FromVpc', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
];
const without = (by: string) => isolated.filter((fact) => fact.by !== by);
const s3Endpoint = gatewayEndpoint('S3Endpoint', 'Vpc', 's3', ['Table']);

// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
describe('gateway endpoints', () => {
  test.each(['s3', 'dynamodb', 's3express'])('GE1 %s has them', (name) => {
    const facts = [...isolated, gatewayEndpoint('Endpoint', 'Vpc', name, ['Table'])];

    expect(traceOf(facts, 'App', { service: name })).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-service' },
      return: { disposition: 'delivered' },
      unknowns: [{ en: 'endpoint policy is not analysed' }],
    });
  });

  test('GE1 a service without them gets no route, and AWS would refuse to create one', () => {
    const facts = [...isolated, gatewayEndpoint('Endpoint', 'Vpc', 'sqs', ['Table'])];

    expect(traceOf(facts, 'App', { service: 'sqs' }).blockedBy).toMatchObject([
      { resource: 'Endpoint', field: 'service', at: 'A', code: 'cannot-be-created' },
      { resource: 'Table', code: 'no-route' },
    ]);
    expect(compileNetwork(facts).routesOf('Table').at(-1)?.state).toBe('blackhole');
  });

  test('GE1 an endpoint serves its own service only', () => {
    expect(traceOf([...isolated, s3Endpoint], 'App', { service: 'dynamodb' }).blockedBy[0]?.code).toBe(
      'no-route',
    );
  });

  test('GE2 the associated tables have a route that nobody wrote', () => {
    const network = compileNetwork([...isolated, s3Endpoint]);

    expect(network.routesOf('Table')).toContainEqual({
      rowKey: null,
      destination: `pl:${s3}`,
      target: 'S3Endpoint',
      state: 'active',
    });
  });

  test('GE2 one that is associated with another table is mentioned where the route is missing', () => {
    const facts = [...isolated, gatewayEndpoint('S3Endpoint', 'Vpc', 's3', [])];

    expect(traceOf(facts, 'App', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
      says: { en: expect.stringContaining('S3Endpoint leads there, but is not associated with this table') },
    });
  });

  test('GE2 of two for one service on a table the later one is refused there: the packet passes by the first', () => {
    const second = { ...gatewayEndpoint('Second', 'Vpc', 's3', ['Table', 'Own']), order: 'b' };
    const first = { ...gatewayEndpoint('Zero', 'Vpc', 's3', ['Table']), order: 'a' };
    const facts = [
      ...isolated,
      second,
      first,
      routeTable('Own', 'Vpc'),
      subnet('C', 'Vpc', '10.0.2.0/24', { routeTable: 'Own' }),
      instance('Other', 'C'),
    ];

    const trace = traceOf(facts, 'App', { service: 's3' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.find(({ what }) => what === 'route')).toMatchObject({
      because: { row: `pl:${s3} → Zero` },
      lost: expect.arrayContaining([
        {
          row: `pl:${s3} → Second`,
          because: expect.objectContaining({
            en: 'AWS adds one endpoint for a service to Table, which has Zero already',
          }),
        },
      ]),
    });
    expect(trace.unknowns.map(({ en }) => en)).toContain(
      `AWS adds only one of pl:${s3} → Zero and pl:${s3} → Second; the first is taken to be there`,
    );
    expect(compileNetwork(facts).routesOf('Table').at(-1)).toMatchObject({
      target: 'Second',
      state: 'active',
      beatenBy: `pl:${s3}`,
    });
    // Another table, which the first is not associated with, has the second one.
    expect(traceOf(facts, 'Other', { service: 's3' }).forward.steps.at(-1)?.at).toBe('Second');
  });

  test('GE2 one that cannot be created is in nobody’s way', () => {
    const far = { service: 'com.amazonaws.us-east-1.s3' };
    const facts = [
      ...isolated,
      { ...gatewayEndpoint('Far', 'Vpc', 's3', ['Table'], far), order: 'a' },
      { ...gatewayEndpoint('Sqs', 'Vpc', 'sqs', ['Table']), order: 'b' },
      { ...s3Endpoint, order: 'c' },
    ];

    const trace = traceOf(facts, 'App', { service: 's3' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns).toEqual([{ en: 'endpoint policy is not analysed', ja: expect.any(String) }]);
  });

  test('GE3 it wins over 0.0.0.0/0, and services of other Regions still take the default route', () => {
    const facts = [
      ...without('Table'),
      s3Endpoint,
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.9.0/24', { routeTable: 'PublicTable' }),
      routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      natGateway('Nat', 'Public'),
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      awsService('Elsewhere', 's3', 'us-west-2'),
    ];
    const hops = (to: Parameters<typeof flow>[1]) =>
      new Set(traceOf(facts, 'App', to).forward.steps.map(({ at }) => at));

    expect(hops({ service: 's3' })).toContain('S3Endpoint');
    expect(hops({ service: 's3' })).not.toContain('Nat');
    expect(hops('Elsewhere')).toContain('Nat');
  });

  // https://www.rfc-editor.org/rfc/rfc5737
  test('GE3 an address that is only for examples is no address of the service', () => {
    const facts = [...isolated, s3Endpoint];

    expect(traceOf(facts, 'App', { address: '203.0.113.9' }).blockedBy).toMatchObject([{ code: 'no-route' }]);
    expect(traceOf(facts, 'App', { address: '52.219.1.9' }).verdict).toBe('unknown');
  });

  test('GE4 it belongs to its own VPC: one of another VPC puts no route here', () => {
    const facts = [
      ...isolated,
      vpc('Vpc2', '10.1.0.0/16'),
      gatewayEndpoint('Foreign', 'Vpc2', 's3', ['Table']),
    ];

    expect(traceOf(facts, 'App', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
    });
  });

  test('GE5 the security group must let the service’s public addresses out, by its prefix list for example', () => {
    const withGroup = (...out: Parameters<typeof allow>[2][]) =>
      traceOf(
        [
          ...without('AppGroup'),
          s3Endpoint,
          securityGroup('AppGroup', 'Vpc', { out: out.map((peer) => allow('tcp', 443, peer)) }),
        ],
        'App',
        { service: 's3' },
      );

    expect(withGroup(s3).verdict).toBe('reachable');
    expect(withGroup(`com.amazonaws.${region}.dynamodb`).blockedBy[0]).toMatchObject({
      resource: 'AppGroup',
      code: 'denied-by-security-group',
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
    expect(withGroup('10.0.0.0/16').verdict).toBe('blocked');
    expect(withGroup('52.219.0.0/16')).toMatchObject({ verdict: 'unknown', blockedBy: [] });
    expect(withGroup('52.219.0.0/16', s3).verdict).toBe('reachable');
  });

  test('GE5 the network ACL must let it out, and the reply in; a denied public block is assumed to be another', () => {
    const guarded = (...rows: Parameters<typeof aclRow>[]) =>
      traceOf(
        [
          ...without('A'),
          subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl' }),
          networkAcl('Acl', 'Vpc', { out: rows.map((row) => aclRow(...row)) }),
          s3Endpoint,
        ],
        'App',
        { service: 's3' },
      );

    expect(guarded([100, 'allow', 'tcp', 443, '10.0.0.0/8']).blockedBy[0]).toMatchObject({ resource: 'Acl' });
    const assumed = guarded([90, 'deny', 'any', null, '198.51.100.0/24'], [100, 'allow']);
    expect(assumed.verdict).toBe('reachable');
    expect(assumed.unknowns.map(({ en }) => en)).toContainEqual(expect.stringContaining('198.51.100.0/24'));
  });

  test('GE6 without the VPC’s DNS the name is not resolved, and UDP is not carried', () => {
    const noDns = [...without('Vpc'), vpc('Vpc', '10.0.0.0/16', { dnsSupport: false }), s3Endpoint];

    expect(traceOf(noDns, 'App', { service: 's3' })).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
      blockedBy: [{ resource: 'Vpc', field: 'dnsSupport', code: 'unresolved-name', analyzerCode: null }],
    });
    expect(
      traceOf([...isolated, s3Endpoint], 'App', { service: 's3' }, { protocol: 'udp' }).blockedBy[0],
    ).toMatchObject({
      resource: 'S3Endpoint',
      code: 'gateway-rejects',
      analyzerCode: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
    });
  });

  test('an endpoint whose service is not known may be the one', () => {
    const facts = [...isolated, gatewayEndpoint('Endpoint', 'Vpc', '', ['Table'], { service: unknown })];

    expect(traceOf(facts, 'App', { service: 's3' }).verdict).toBe('unknown');
  });
});

const ssm = (more: Parameters<typeof interfaceEndpoint>[4] = {}, subnets = ['A']) =>
  interfaceEndpoint('Ssm', 'Vpc', 'ssm', subnets, { securityGroups: ['FromVpc'], ...more });

// https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
describe('interface endpoints', () => {
  test('IE1 one is reachable from every subnet of its VPC', () => {
    const facts = [...isolated, ...ssm({}, ['B'])];

    expect(traceOf(facts, 'App', { service: 'ssm' })).toMatchObject({
      verdict: 'reachable',
      resolution: { name: `ssm.${region}.amazonaws.com`, answers: ['10.0.1.0/24'], by: 'Ssm' },
      forward: { disposition: 'exits-to-service' },
    });
    expect(traceOf(facts, 'App', 'Ssm').forward.disposition).toBe('delivered');
  });

  test('IE1 the name answers with all zones in turn, so one closed zone makes the flow blocked', () => {
    const facts = [
      ...without('B'),
      subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', networkAcl: 'Closed' }),
      networkAcl('Closed', 'Vpc', { in: [] }),
      ...ssm({}, ['A', 'B']),
    ];

    const trace = traceOf(facts, 'App', { service: 'ssm' });

    expect(trace.blockedBy[0]).toMatchObject({ resource: 'Closed', code: 'denied-by-network-acl' });
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(expect.stringContaining('1 of 2 paths work'));
  });

  test('IE2 its security group must let the client in', () => {
    const facts = [
      ...isolated,
      securityGroup('Wrong', 'Vpc', {
        in: [allow('tcp', 80, '10.0.0.0/16'), allow('tcp', 443, '172.16.0.0/12')],
      }),
      ...ssm({ securityGroups: ['Wrong'] }),
    ];

    expect(traceOf(facts, 'App', { service: 'ssm' }).blockedBy[0]).toMatchObject({
      resource: 'Wrong',
      at: 'Ssm',
      field: 'inbound',
      code: 'denied-by-security-group',
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
  });

  test('IE2 it answers no ping and begins nothing', () => {
    const facts = [
      ...isolated,
      securityGroup('All', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
      ...ssm({ securityGroups: ['All'] }),
    ];

    expect(traceOf(facts, 'App', 'Ssm', { protocol: 'icmp', port: null }).blockedBy[0]).toMatchObject({
      resource: 'Ssm',
      code: 'gateway-rejects',
      analyzerCode: 'PROTOCOL_RESTRICTION',
    });
    expect(traceOf(facts, 'Ssm', 'App').blockedBy[0]).toMatchObject({
      resource: 'Ssm',
      analyzerCode: 'VPCE_INTRA_VPC_TRAFFIC',
    });
  });

  test('IE3 private DNS without DNS hostnames cannot be created: the VPC’s switch is to blame', () => {
    const facts = [...without('Vpc'), vpc('Vpc', '10.0.0.0/16', { dnsHostnames: false }), ...ssm()];

    expect(traceOf(facts, 'App', { service: 'ssm' }).blockedBy).toMatchObject([
      { resource: 'Vpc', field: 'dnsHostnames', code: 'cannot-be-created' },
      { resource: 'Ssm', field: 'privateDns', code: 'cannot-be-created' },
      { resource: 'Table', code: 'no-route' },
    ]);
    expect(traceOf(facts, 'App', 'Ssm').blockedBy[0]).toMatchObject({ code: 'cannot-be-created' });
  });

  test('IE3 another VPC’s endpoint does not answer here', () => {
    const facts = [
      ...isolated,
      vpc('Vpc2', '10.1.0.0/16'),
      subnet('C', 'Vpc2', '10.1.0.0/24'),
      ...interfaceEndpoint('Foreign', 'Vpc2', 'ssm', ['C']),
    ];

    expect(traceOf(facts, 'App', { service: 'ssm' })).toMatchObject({
      resolution: { by: null },
      blockedBy: [{ resource: 'Table', code: 'no-route' }],
    });
  });

  test('IE4 without private DNS the default name leads to public addresses', () => {
    const facts = [...isolated, ...ssm({ privateDns: false })];

    expect(traceOf(facts, 'App', { service: 'ssm' })).toMatchObject({
      resolution: { by: null, answers: [`ssm.${region}.amazonaws.com`] },
      blockedBy: [
        { resource: 'Table', code: 'no-route' },
        { resource: 'Ssm', field: 'privateDns' },
      ],
    });
    expect(traceOf(facts, 'App', 'Ssm').verdict).toBe('reachable');
  });

  test('IE5 private DNS of S3 needs a gateway endpoint, to which the name then leads', () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
    const s3Interface = interfaceEndpoint('S3Interface', 'Vpc', 's3', ['A'], { securityGroups: ['FromVpc'] });

    expect(traceOf([...isolated, ...s3Interface], 'App', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'S3Interface',
      code: 'cannot-be-created',
    });
    const both = traceOf([...isolated, ...s3Interface, s3Endpoint], 'App', { service: 's3' });
    expect(both).toMatchObject({ verdict: 'reachable', resolution: { by: null, answers: [`pl:${s3}`] } });
    const own = interfaceEndpoint('S3Interface', 'Vpc', 's3', ['A'], {
      securityGroups: ['FromVpc'],
      privateDnsOnlyForInboundResolver: false,
    });
    expect(traceOf([...isolated, ...own], 'App', { service: 's3' })).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'S3Interface' },
    });
  });

  test('IE5 an unknown DNS option of S3 leaves open whether the endpoint exists, and whether the name leads to it', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html
    const s3Interface = interfaceEndpoint('S3Interface', 'Vpc', 's3', ['A'], {
      securityGroups: ['FromVpc'],
      privateDnsOnlyForInboundResolver: unknown,
    });

    const alone = traceOf([...isolated, ...s3Interface], 'App', { service: 's3' });
    expect(alone).toMatchObject({ verdict: 'unknown' });
    expect(alone.unknowns).toContainEqual(unknown.unknown);
    expect(traceOf([...isolated, ...s3Interface], 'App', 'S3Interface').verdict).toBe('unknown');
    const both = [...isolated, ...s3Interface, s3Endpoint];
    expect(traceOf(both, 'App', { service: 's3' }).verdict).toBe('reachable');
    expect(traceOf(both, 'App', 'S3Interface').verdict).toBe('reachable');
  });

  test('an unknown private DNS setting decides only where the public way fails', () => {
    const facts = [...isolated, ...ssm({ privateDns: unknown })];

    expect(traceOf(facts, 'App', { service: 'ssm' }).verdict).toBe('unknown');
  });

  test('a reply from another subnet obeys the network ACLs of both', () => {
    const facts = [
      ...without('A'),
      subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl' }),
      networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp', 443)] }),
      ...ssm({}, ['B']),
    ];

    expect(traceOf(facts, 'App', { service: 'ssm' }).blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'ingress rule *',
      direction: 'return',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
describe('names', () => {
  test.each([
    [`ssm.${region}.amazonaws.com`, 'ssm'],
    [`123456789012.dkr.ecr.${region}.amazonaws.com`, 'ecr.dkr'],
    [`api.ecr.${region}.amazonaws.com`, 'ecr.api'],
    [`monitoring.${region}.amazonaws.com`, 'monitoring'],
  ])('DN1 dns:%s is the default name of %s', (host, name) => {
    const facts = [
      ...isolated,
      ...interfaceEndpoint('Endpoint', 'Vpc', name, ['A'], { securityGroups: ['FromVpc'] }),
    ];

    expect(traceOf(facts, 'App', { dns: host })).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Endpoint' },
    });
  });

  test('DN1 any other name is somebody on the internet', () => {
    expect(traceOf(isolated, 'App', { dns: 'example.com' })).toMatchObject({
      resolution: { name: 'example.com', answers: ['internet'] },
      blockedBy: [{ resource: 'Table', code: 'no-route' }],
    });
  });

  test('DN4 with DNS hostnames off everything but private DNS still works', () => {
    const facts = [...without('Vpc'), vpc('Vpc', '10.0.0.0/16', { dnsHostnames: false }), s3Endpoint];

    expect(traceOf(facts, 'App', { service: 's3' }).verdict).toBe('reachable');
  });
});
