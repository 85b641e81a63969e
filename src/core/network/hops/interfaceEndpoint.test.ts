import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  interfaceEndpoint,
  networkAcl,
  region,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { isolated, s3, s3Endpoint, without } from '../../../testing/isolated';
import { traceOf } from '../../../testing/traceOf';

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
