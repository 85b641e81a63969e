/** Endpoints over IPv4, IPv6 and both, and those for services of other Regions. */
import { describe, expect, test } from 'vitest';
import {
  allow,
  egressOnlyGateway,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { AddressType, DnsRecords, Fact, InterfaceFact } from '../facts';
import { compileNetwork } from '../network';
import type { Value } from '../../model/value';

function asked(facts: readonly Fact[], dns: string, from = 'App') {
  return compileNetwork(facts).trace(flow(from, { dns }));
}

/** A subnet of both families without a way out, with an app that has an address of each. */
const dualStack = [
  vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: 0 }),
  routeTable('Table', 'Vpc'),
  securityGroup('Open', 'Vpc', {
    in: [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')],
    out: [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')],
  }),
  instance('App', 'A', { ipv6: true, securityGroups: ['Open'] }),
];
// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
// https://docs.aws.amazon.com/AmazonS3/latest/API/dual-stack-endpoints.html
describe('GE8 a gateway endpoint leads to the addresses of its type', () => {
  const endpoint = (addresses?: Value<AddressType>) =>
    gatewayEndpoint('S3', 'Vpc', 's3', ['Table'], addresses === undefined ? {} : { addresses });
  const plain = `s3.${region}.amazonaws.com`;
  const both = `bucket.s3.dualstack.${region}.amazonaws.com`;

  test.each<[Value<AddressType> | undefined, string, string]>([
    [undefined, plain, 'reachable'],
    ['ipv4', both, 'reachable'],
    ['dualstack', plain, 'reachable'],
    ['dualstack', both, 'reachable'],
    ['ipv6', plain, 'blocked'],
    ['ipv6', both, 'reachable'],
    [unknown, plain, 'reachable'],
  ])('%o: %s is %s', (addresses, host, verdict) => {
    expect(asked([...dualStack, endpoint(addresses)], host).verdict).toBe(verdict);
  });

  test('an app with IPv6 only reaches the dual-stack name, and only over an endpoint that has IPv6', () => {
    const only6 = dualStack.map((fact) =>
      fact.by === 'App' && fact.fact === 'interface' ? { ...fact, ipv4: false } : fact,
    );

    expect(asked([...only6, endpoint('dualstack')], both).verdict).toBe('reachable');
    expect(asked([...only6, endpoint('dualstack')], plain).verdict).toBe('blocked');
    expect(asked([...only6, endpoint('ipv4')], both)).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Table', code: 'no-route', says: { en: expect.stringContaining('S3') } }],
    });
    expect(asked([...only6, endpoint(unknown)], both).verdict).toBe('unknown');
  });

  test('the other family still takes the default route', () => {
    const facts = [
      ...dualStack.filter(({ by }) => by !== 'Table'),
      routeTable('Table', 'Vpc', { '::/0': 'Eigw' }),
      egressOnlyGateway('Eigw', 'Vpc'),
      endpoint('ipv4'),
    ].map((fact) => (fact.by === 'App' && fact.fact === 'interface' ? { ...fact, ipv4: false } : fact));

    expect(asked(facts, both).forward.steps.map(({ at }) => at)).toContain('Eigw');
  });

  test('the route of each family is shown', () => {
    const routes = compileNetwork([...dualStack, endpoint('dualstack')]).routesOf('Table');

    expect(routes.filter(({ target }) => target === 'S3').map(({ destination }) => destination)).toEqual([
      `pl:com.amazonaws.${region}.s3`,
      `pl:com.amazonaws.${region}.ipv6.s3`,
    ]);
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
describe('an interface endpoint has addresses of its type', () => {
  const endpoint = (more: Pick<InterfaceFact, 'ipv4' | 'ipv6'>) =>
    interfaceEndpoint('Sqs', 'Vpc', 'sqs', ['A'], { securityGroups: ['Open'] }).map((fact) =>
      fact.fact === 'interface' ? { ...fact, ...more } : fact,
    );
  const host = `sqs.${region}.amazonaws.com`;
  const app = (more: Pick<InterfaceFact, 'ipv4' | 'ipv6'>) =>
    dualStack.map((fact) => (fact.by === 'App' && fact.fact === 'interface' ? { ...fact, ...more } : fact));
  const four = { ipv4: true, ipv6: false };
  const onlySix = { ipv4: false, ipv6: true };

  test.each([
    [four, four, 'reachable'],
    [four, onlySix, 'blocked'],
    [onlySix, four, 'blocked'],
    [onlySix, onlySix, 'reachable'],
    [{ ipv4: true, ipv6: true }, onlySix, 'reachable'],
    [{ ipv4: unknown, ipv6: unknown }, four, 'unknown'],
  ])('the app %o, the endpoint %o: %s', (client, own, verdict) => {
    expect(asked([...app(client), ...endpoint(own)], host).verdict).toBe(verdict);
  });
});

// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html
describe('IE3 the records of private DNS decide over which family the name of the service is reached', () => {
  const both = { ipv4: true, ipv6: true };
  const four = { ipv4: true, ipv6: false };
  const six = { ipv4: false, ipv6: true };
  const ask = (
    dnsRecords: Value<DnsRecords> | undefined,
    client: Pick<InterfaceFact, 'ipv4' | 'ipv6'>,
    own: Pick<InterfaceFact, 'ipv4' | 'ipv6'> = both,
  ) =>
    asked(
      [
        ...dualStack.map((fact) =>
          fact.by === 'App' && fact.fact === 'interface' ? { ...fact, ...client } : fact,
        ),
        ...interfaceEndpoint('Sqs', 'Vpc', 'sqs', ['A'], {
          securityGroups: ['Open'],
          ...(dnsRecords === undefined ? {} : { dnsRecords }),
        }).map((fact) => (fact.fact === 'interface' ? { ...fact, ...own } : fact)),
      ],
      `sqs.${region}.amazonaws.com`,
    );

  test.each<[Value<DnsRecords> | undefined, string, string, string]>([
    [undefined, 'reachable', 'reachable', 'reachable'],
    ['dualstack', 'reachable', 'reachable', 'reachable'],
    ['ipv4', 'reachable', 'blocked', 'reachable'],
    ['ipv6', 'blocked', 'reachable', 'reachable'],
    // AAAA records of the endpoint’s own names only.
    ['service-defined', 'reachable', 'blocked', 'reachable'],
    [unknown, 'unknown', 'unknown', 'reachable'],
  ])('%o: clients with IPv4 are %s, with IPv6 %s, with both %s', (records, ofFour, ofSix, ofBoth) => {
    expect([four, six, both].map((client) => ask(records, client).verdict)).toEqual([ofFour, ofSix, ofBoth]);
  });

  test('the answer holds the addresses of which there are records', () => {
    const answers = (dnsRecords: DnsRecords) => ask(dnsRecords, both).resolution?.answers;

    expect(answers('ipv4')).toEqual(['10.0.0.0/24']);
    expect(answers('ipv6')).toHaveLength(1);
    expect(answers('ipv6')?.[0]).toContain(':');
    expect(answers('dualstack')).toHaveLength(2);
  });

  test('what is not known of the records of an endpoint with one family changes nothing', () => {
    expect(ask(unknown, four, four).verdict).toBe('reachable');
    expect(ask('service-defined', six, six).verdict).toBe('reachable');
  });

  test('an endpoint that lacks the addresses is refused', () => {
    for (const [records, own] of [
      ['ipv6', four],
      ['dualstack', four],
      ['ipv4', six],
      ['dualstack', six],
    ] as const)
      expect(ask(records, both, own).blockedBy[0], records).toMatchObject({
        resource: 'Sqs',
        field: 'dnsRecords',
        code: 'cannot-be-created',
      });
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
describe('IE6 an interface endpoint for a service of another Region', () => {
  const service = 'com.amazonaws.us-east-1.ecr.api';
  const endpoint = (serviceRegion?: Value<string>) =>
    interfaceEndpoint('Ecr', 'Vpc', 'ecr.api', ['A'], {
      service,
      securityGroups: ['Open'],
      ...(serviceRegion === undefined ? {} : { serviceRegion }),
    });
  const host = 'api.ecr.us-east-1.amazonaws.com';

  test('answers for the name of that Region when it asks for it', () => {
    expect(asked([...dualStack, ...endpoint('us-east-1')], host).verdict).toBe('reachable');
    expect(asked([...dualStack, ...endpoint('us-east-1')], `api.ecr.${region}.amazonaws.com`).verdict).toBe(
      'blocked',
    );
  });

  test.each([[undefined], ['eu-west-1']])('cannot be created when it asks for it in %s', (serviceRegion) => {
    expect(asked([...dualStack, ...endpoint(serviceRegion)], host)).toMatchObject({
      verdict: 'blocked',
      blockedBy: expect.arrayContaining([
        expect.objectContaining({ resource: 'Ecr', field: 'serviceRegion' }),
      ]),
    });
  });
});
