import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  awsService,
  flow,
  gatewayEndpoint,
  instance,
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
import { isolated, s3, s3Endpoint, without } from '../../../testing/isolated';
import { traceOf } from '../../../testing/traceOf';
import { compileNetwork } from '../network';

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
