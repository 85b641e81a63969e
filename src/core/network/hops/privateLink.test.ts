import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  endpointService,
  instance,
  interfaceEndpoint,
  networkAcl,
  networkLoadBalancer,
  region,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { EndpointServiceFact, Fact, InterfaceEndpointFact, TargetGroupFact } from '../facts';

const at80 = { port: 80 } as const;

interface Given {
  readonly endpoint?: Partial<InterfaceEndpointFact>;
  readonly service?: Partial<EndpointServiceFact>;
  readonly balancer?: Parameters<typeof networkLoadBalancer>[4];
  readonly group?: Partial<TargetGroupFact>;
  /** Peers that the security group of the target lets in on 80. */
  readonly targetAllows?: string;
  readonly consumerBlock?: string;
  readonly endpointIn?: readonly string[];
  readonly more?: readonly Fact[];
}

/** A consumer with an endpoint, and a provider with a load balancer in zone a and a web server behind it. */
const design = ({
  endpoint = {},
  service = {},
  balancer = {},
  group = {},
  targetAllows = '10.1.0.0/24',
  consumerBlock = '10.0',
  endpointIn = ['ConsumerA'],
  more = [],
}: Given = {}): Fact[] => {
  const facts: Fact[] = [
    vpc('Consumer', `${consumerBlock}.0.0/16`),
    subnet('ConsumerA', 'Consumer', `${consumerBlock}.0.0/24`, { zone: `${region}a` }),
    subnet('ConsumerC', 'Consumer', `${consumerBlock}.1.0/24`, { zone: `${region}c` }),
    instance('Client', 'ConsumerA'),
    securityGroup('EndpointGroup', 'Consumer', { in: [allow('tcp', 80, `${consumerBlock}.0.0/16`)] }),
    ...interfaceEndpoint('Endpoint', 'Consumer', '', endpointIn, {
      service: '',
      privateDns: false,
      provider: 'Service',
      securityGroups: ['EndpointGroup'],
      ...endpoint,
    }),
    endpointService('Service', ['Nlb'], service),
    vpc('Provider', '10.1.0.0/16'),
    subnet('ProviderA', 'Provider', '10.1.0.0/24', { zone: `${region}a` }),
    ...networkLoadBalancer('Nlb', 'Provider', ['ProviderA'], { 'TCP 80': 'Group' }, balancer),
    targetGroup('Group', 'Provider', ['Web'], group),
    securityGroup('WebGroup', 'Provider', { in: [allow('tcp', 80, targetAllows)] }),
    instance('Web', 'ProviderA', { securityGroups: ['WebGroup'] }),
  ];
  const replaced = new Set(more.map(({ by }) => by));
  return [...facts.filter(({ by }) => !replaced.has(by)), ...more];
};

// https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html
describe('an interface endpoint of an endpoint service', () => {
  test('leads through the load balancer to a target, and the reply comes back by the endpoint', () => {
    const trace = traceOf(design(), 'Client', 'Endpoint', at80);

    expect(trace.verdict).toBe('reachable');
    const stops = trace.forward.steps
      .filter(({ what }) => ['endpoint', 'load-balancer', 'deliver'].includes(what))
      .map(({ at, what }) => `${at} ${what}`);
    expect(stops).toEqual(['Endpoint endpoint', 'Service endpoint', 'Nlb load-balancer', 'Web deliver']);
    const back = trace.return?.steps.at(-1);
    expect(back).toMatchObject({
      at: 'Client',
      what: 'deliver',
      packet: { source: '10.0.0.0/24', sourcePorts: [80, 80], destinationPorts: [32768, 65535] },
    });
  });

  test('needs no route between the two VPCs, whose addresses may overlap', () => {
    const trace = traceOf(design({ consumerBlock: '10.1' }), 'Client', 'Endpoint', at80);

    expect(trace.verdict).toBe('reachable');
    expect(traceOf(design(), 'Client', 'Web', at80).verdict).toBe('blocked');
  });

  test('is guarded by its own security groups', () => {
    const closed = securityGroup('EndpointGroup', 'Consumer', { in: [allow('tcp', 443, '10.0.0.0/16')] });

    expect(traceOf(design({ more: [closed] }), 'Client', 'Endpoint', at80).blockedBy[0]).toMatchObject({
      resource: 'EndpointGroup',
      at: 'Endpoint',
      code: 'denied-by-security-group',
    });
  });

  test('takes the ports of the load balancer’s listeners', () => {
    const open = securityGroup('EndpointGroup', 'Consumer', { in: [allow('any', null, '0.0.0.0/0')] });

    expect(traceOf(design({ more: [open] }), 'Client', 'Endpoint').blockedBy[0]).toMatchObject({
      resource: 'Nlb',
      field: 'listeners',
      code: 'no-listener',
    });
  });

  // https://aws.amazon.com/blogs/networking-and-content-delivery/accelerate-ipv6-application-migration-with-aws-privatelink-and-dual-stack-network-load-balancers-udp-support
  test('carries UDP as well', () => {
    const facts = design({
      group: { protocol: 'UDP' },
      balancer: { listeners: { dns: { protocol: 'UDP', port: 80, targetGroup: 'Group', others: [] } } },
      more: [
        securityGroup('EndpointGroup', 'Consumer', { in: [allow('udp', 80, '0.0.0.0/0')] }),
        securityGroup('WebGroup', 'Provider', { in: [allow('udp', 80, '10.1.0.0/24')] }),
      ],
    });

    expect(traceOf(facts, 'Client', 'Endpoint', { protocol: 'udp', port: 80 }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', 'Endpoint', { protocol: 'icmp', port: null }).verdict).toBe('blocked');
  });

  test('leaves the answer unknown where nobody says who provides the service', () => {
    const name = 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0';
    for (const endpoint of [
      { provider: null, service: name },
      { provider: null, service: unknown },
      { provider: unknown },
      { provider: 'Gone' },
    ])
      expect(traceOf(design({ endpoint }), 'Client', 'Endpoint', at80)).toMatchObject({
        verdict: 'unknown',
        blockedBy: [],
      });
  });

  test('is still blocked on the way to it where nobody says who provides the service', () => {
    const closed = securityGroup('EndpointGroup', 'Consumer');
    const facts = design({ endpoint: { provider: unknown }, more: [closed] });

    expect(traceOf(facts, 'Client', 'Endpoint', at80).verdict).toBe('blocked');
  });

  // https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
  test('cannot be created with private DNS, which needs a name of the service', () => {
    const trace = traceOf(design({ endpoint: { privateDns: true } }), 'Client', 'Endpoint', at80);

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Endpoint',
      field: 'privateDns',
      code: 'cannot-be-created',
    });
  });

  test('does not answer for the names of AWS services', () => {
    const trace = traceOf(design({ endpoint: { privateDns: true } }), 'Client', { service: 'ssm' });

    expect(trace.resolution?.by).toBeNull();
  });

  test('of another Region is not decided', () => {
    const facts = design({ service: { region: 'us-east-1' } });

    expect(traceOf(facts, 'Client', 'Endpoint', at80).verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
describe('PL1 a connection is allowed and accepted', () => {
  test('without acceptance it is pending, and blocked', () => {
    const service = { acceptanceRequired: true };

    expect(traceOf(design({ service }), 'Client', 'Endpoint', at80).blockedBy).toMatchObject([
      {
        resource: 'Service',
        at: 'Endpoint',
        field: 'acceptanceRequired',
        code: 'not-accepted',
        analyzerCode: 'BAD_STATE',
      },
    ]);
    expect(
      traceOf(design({ service, endpoint: { accepted: true } }), 'Client', 'Endpoint', at80).verdict,
    ).toBe('reachable');
  });

  test.each([
    { service: { acceptanceRequired: unknown } },
    {
      service: { acceptanceRequired: true },
      endpoint: { accepted: unknown },
    },
  ])('where it is not known, the answer is not: %o', (given) => {
    expect(traceOf(design(given), 'Client', 'Endpoint', at80).verdict).toBe('unknown');
  });

  test('another account must be among the allowed principals', () => {
    const verdict = (principals: EndpointServiceFact['principals']) =>
      traceOf(
        design({ endpoint: { account: '210987654321' }, service: { principals } }),
        'Client',
        'Endpoint',
        at80,
      );

    expect(verdict([]).blockedBy[0]).toMatchObject({
      resource: 'Service',
      field: 'principals',
      code: 'not-authorized',
    });
    expect(verdict(['arn:aws:iam::123456789012:root']).verdict).toBe('blocked');
    expect(verdict(['arn:aws:iam::210987654321:root']).verdict).toBe('reachable');
    expect(verdict(['arn:aws:iam::210987654321:role/Deployer']).verdict).toBe('reachable');
    expect(verdict(['210987654321']).verdict).toBe('reachable');
    expect(verdict(['*']).verdict).toBe('reachable');
    expect(verdict([unknown]).verdict).toBe('unknown');
  });

  test('where no account is said, one that is allowed is assumed, and said so', () => {
    const assumptions = (principals: EndpointServiceFact['principals']) =>
      traceOf(design({ service: { principals } }), 'Client', 'Endpoint', at80)
        .unknowns.map(({ en }) => en)
        .filter((text) => text.includes('account'));

    expect(assumptions([])).toHaveLength(1);
    expect(assumptions(['*'])).toEqual([]);
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html#endpoint-service-subnets-zones
describe('PL2 an endpoint stands in zones that the load balancer covers', () => {
  test('in another zone it cannot be created', () => {
    expect(
      traceOf(design({ endpointIn: ['ConsumerC'] }), 'Client', 'Endpoint', at80).blockedBy[0],
    ).toMatchObject({
      resource: 'Endpoint',
      field: 'subnets',
      code: 'not-in-zone',
      analyzerCode: 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ',
    });
  });

  test('cross-zone load balancing does not help', () => {
    const facts = design({ endpointIn: ['ConsumerC'], balancer: { crossZone: true } });

    expect(traceOf(facts, 'Client', 'Endpoint', at80).verdict).toBe('blocked');
  });

  test('one zone too many is one too many', () => {
    const facts = design({ endpointIn: ['ConsumerA', 'ConsumerC'] });

    expect(traceOf(facts, 'Client', 'Endpoint', at80)).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ code: 'not-in-zone' }],
    });
  });

  test.each(['', unknown])('a zone that is not known (%o) leaves the answer unknown', (zone) => {
    const facts = design({ more: [subnet('ConsumerA', 'Consumer', '10.0.0.0/24', { zone })] });

    expect(traceOf(facts, 'Client', 'Endpoint', at80).verdict).toBe('unknown');
  });

  test('LB1 from the node in its zone, an endpoint reaches targets of that zone only', () => {
    const facts = (crossZone: boolean) =>
      design({
        endpointIn: ['ConsumerC'],
        more: [
          subnet('ProviderC', 'Provider', '10.1.1.0/24', { zone: `${region}c` }),
          ...networkLoadBalancer(
            'Nlb',
            'Provider',
            ['ProviderA', 'ProviderC'],
            { 'TCP 80': 'Group' },
            {
              crossZone,
            },
          ),
          securityGroup('WebGroup', 'Provider', { in: [allow('tcp', 80, '10.1.0.0/16')] }),
        ],
      });

    expect(traceOf(facts(false), 'Client', 'Endpoint', at80).blockedBy[0]).toMatchObject({
      resource: 'Nlb',
      analyzerCode: 'ELB_NOT_CROSSZONE',
    });
    expect(traceOf(facts(true), 'Client', 'Endpoint', at80).verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
describe('PL3 targets see the address of the load balancer', () => {
  test.each([true, false])('client IP preservation %s', (preservesClientIp) => {
    const trace = (targetAllows: string) =>
      traceOf(design({ group: { preservesClientIp }, targetAllows }), 'Client', 'Endpoint', at80);

    expect(trace('10.1.0.0/24').verdict).toBe('reachable');
    expect(trace('10.0.0.0/16').blockedBy[0]).toMatchObject({
      resource: 'WebGroup',
      at: 'Web',
      code: 'denied-by-security-group',
    });
  });

  test('where AWS chooses the node’s address, all of those it may choose must be let in', () => {
    expect(traceOf(design({ targetAllows: '10.1.0.16/28' }), 'Client', 'Endpoint', at80).verdict).toBe(
      'unknown',
    );
    const fixed = { ProviderA: '10.1.0.20' };
    expect(
      traceOf(design({ targetAllows: '10.1.0.16/28', balancer: { fixed } }), 'Client', 'Endpoint', at80)
        .verdict,
    ).toBe('reachable');
  });

  test('NA4 the ACL between the load balancer and its target sees both directions', () => {
    const more = (out: readonly ReturnType<typeof aclRow>[]): Fact[] => [
      subnet('Servers', 'Provider', '10.1.2.0/24', { zone: `${region}a`, networkAcl: 'Acl' }),
      networkAcl('Acl', 'Provider', { in: [aclRow(100, 'allow', 'tcp', 80, '10.1.0.0/24')], out }),
      instance('Web', 'Servers', { securityGroups: ['WebGroup'] }),
    ];
    const replies = aclRow(100, 'allow', 'tcp', [1024, 65535], '10.1.0.0/24');

    expect(traceOf(design({ more: more([replies]) }), 'Client', 'Endpoint', at80).verdict).toBe('reachable');
    expect(traceOf(design({ more: more([]) }), 'Client', 'Endpoint', at80).blockedBy[0]).toMatchObject({
      resource: 'Acl',
      direction: 'return',
    });
  });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
describe('LB3 the security groups of the load balancer and PrivateLink', () => {
  const guarded = (filtersPrivateLink: boolean, from: string, targetAllows: Fact): Fact[] =>
    design({
      balancer: { securityGroups: ['NlbGroup'], filtersPrivateLink },
      more: [securityGroup('NlbGroup', 'Provider', { in: [allow('tcp', 80, from)] }), targetAllows],
    });
  const byGroup = securityGroup('WebGroup', 'Provider', { in: [allow('tcp', 80, { ref: 'NlbGroup' })] });
  const byAddress = securityGroup('WebGroup', 'Provider', { in: [allow('tcp', 80, '10.1.0.0/24')] });
  const verdict = (...given: Parameters<typeof guarded>) =>
    traceOf(guarded(...given), 'Client', 'Endpoint', at80).verdict;

  test('inbound rules are asked about the private address of the client', () => {
    expect(verdict(true, '10.0.0.0/24', byGroup)).toBe('reachable');
    expect(
      traceOf(guarded(true, '10.1.0.0/16', byGroup), 'Client', 'Endpoint', at80).blockedBy[0],
    ).toMatchObject({
      resource: 'NlbGroup',
      at: 'Nlb',
    });
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html
  test('turned off, they are not asked, and targets know the node by its address only', () => {
    expect(verdict(false, '192.168.0.0/16', byAddress)).toBe('reachable');
    expect(verdict(false, '192.168.0.0/16', byGroup)).toBe('blocked');
  });
});

test('a load balancer that cannot be created serves no endpoint', () => {
  const facts = design({
    more: [
      subnet('Twin', 'Provider', '10.1.1.0/24', { zone: `${region}a` }),
      ...networkLoadBalancer('Nlb', 'Provider', ['ProviderA', 'Twin'], { 'TCP 80': 'Group' }),
    ],
  });

  expect(traceOf(facts, 'Client', 'Endpoint', at80).blockedBy[0]).toMatchObject({
    resource: 'Nlb',
    code: 'cannot-be-created',
  });
});

test('a load balancer in a subnet that cannot be created serves no endpoint', () => {
  const facts = design().map((fact) =>
    fact.by === 'ProviderA' ? subnet('ProviderA', 'Provider', '10.9.0.0/24', { zone: `${region}a` }) : fact,
  );

  expect(traceOf(facts, 'Client', 'Endpoint', at80).blockedBy[0]).toMatchObject({
    resource: 'ProviderA',
    code: 'cannot-be-created',
  });
});

test('an endpoint service without a load balancer serves no endpoint', () => {
  expect(
    traceOf(design({ service: { loadBalancers: ['Gone'] } }), 'Client', 'Endpoint', at80).blockedBy[0],
  ).toMatchObject({ resource: 'Service', field: 'loadBalancers', code: 'cannot-be-created' });
});

test('of two load balancers in one zone AWS chooses one, and both must serve', () => {
  const facts = (listener: string) =>
    design({
      service: { loadBalancers: ['Nlb', 'Other'] },
      more: [...networkLoadBalancer('Other', 'Provider', ['ProviderA'], { [listener]: 'Group' })],
    });

  expect(traceOf(facts('TCP 80'), 'Client', 'Endpoint', at80).verdict).toBe('reachable');
  expect(traceOf(facts('TCP 81'), 'Client', 'Endpoint', at80).verdict).toBe('unknown');
});

test('an endpoint of a service whose load balancer has no IPv4 address cannot be said to lead anywhere', () => {
  const nodes = subnet('ProviderA', 'Provider', '', {
    zone: `${region}a`,
    block: null,
    ipv6: '2001:db8:1234:1a00::/64',
  });

  const trace = traceOf(design({ more: [nodes] }), 'Client', 'Endpoint', at80);

  expect(trace.verdict).toBe('unknown');
});
