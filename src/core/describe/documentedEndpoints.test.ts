/**
 * Flows through load balancers, endpoints, prefix lists, Client VPN and Resolver, as the AWS CLI reference documents the records
 * of these. The values are ours.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
import { describe, expect, it } from 'vitest';
import { account, verdictOf, wholeVpcs } from '../../testing/documentedFlows';
import { propsOf } from '../../testing/documentedAnswers';

const a = { name: 'a', block: '10.0.0.0/16' };

// https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-load-balancers.html
describe('a Network Load Balancer with fixed addresses', () => {
  const arn = (part: string) => `arn:aws:elasticloadbalancing:ap-northeast-1:${account}:${part}`;
  const LoadBalancerArn = arn('loadbalancer/net/web/0a0a0a0a0a0a0a0a');
  const TargetGroupArn = arn('targetgroup/web/0b0b0b0b0b0b0b0b');
  const answers = {
    ...wholeVpcs({ ...a, routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a' }] }),
    igws: {
      InternetGateways: [
        { InternetGatewayId: 'igw-0a', Attachments: [{ State: 'available', VpcId: 'vpc-0a' }] },
      ],
    },
    balancers: {
      LoadBalancers: [
        {
          LoadBalancerArn,
          LoadBalancerName: 'web',
          Type: 'network',
          Scheme: 'internet-facing',
          VpcId: 'vpc-0a',
          State: { Code: 'active' },
          IpAddressType: 'ipv4',
          AvailabilityZones: [
            {
              ZoneName: 'ap-northeast-1a',
              SubnetId: 'subnet-0a',
              LoadBalancerAddresses: [
                { IpAddress: '203.0.113.9', AllocationId: 'eipalloc-0a', PrivateIPv4Address: '10.0.0.44' },
              ],
            },
          ],
        },
      ],
    },
    listeners: {
      Listeners: [
        {
          ListenerArn: arn('listener/net/web/0a0a0a0a0a0a0a0a/0c0c0c0c0c0c0c0c'),
          LoadBalancerArn,
          Port: 443,
          Protocol: 'TCP',
          DefaultActions: [{ Type: 'forward', TargetGroupArn }],
        },
      ],
    },
    groups2: {
      TargetGroups: [
        {
          TargetGroupArn,
          TargetGroupName: 'web',
          Protocol: 'TCP',
          Port: 443,
          VpcId: 'vpc-0a',
          TargetType: 'instance',
        },
      ],
    },
    'health.targetgroup-web-0b0b0b0b0b0b0b0b': {
      TargetHealthDescriptions: [{ Target: { Id: 'i-0a', Port: 443 }, TargetHealth: { State: 'healthy' } }],
    },
    'attributes.loadbalancer-net-web-0a0a0a0a0a0a0a0a': {
      Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'false' }],
    },
    'attributes.targetgroup-web-0b0b0b0b0b0b0b0b': {
      Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }],
    },
  };

  it('leads from the internet to its target, and not to another port', () => {
    expect(verdictOf(answers, 'internet', 'net/web/0a0a0a0a0a0a0a0a')).toBe('reachable');
    expect(verdictOf(answers, 'internet', 'net/web/0a0a0a0a0a0a0a0a', { port: 22 })).toMatch(/^blocked: /);
  });

  it('has the private address and an Elastic IP address in the subnet of its node', () => {
    expect(Object.values(propsOf(answers, 'net/web/0a0a0a0a0a0a0a0a')['addresses'] as object)).toMatchObject([
      { subnet: 'subnet-0a', privateIp: '10.0.0.44', elasticIp: true },
    ]);
  });

  it('cannot be said to lead anywhere without the answer for its targets', () => {
    const { 'health.targetgroup-web-0b0b0b0b0b0b0b0b': _left, ...rest } = answers;

    expect(verdictOf(rest, 'internet', 'net/web/0a0a0a0a0a0a0a0a')).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/cli/latest/reference/ec2/get-managed-prefix-list-entries.html
describe('a prefix list that a route names', () => {
  const listed = (entries?: readonly string[]) => ({
    ...wholeVpcs({ ...a, routes: [{ DestinationPrefixListId: 'pl-0a', GatewayId: 'igw-0a' }] }),
    igws: {
      InternetGateways: [
        { InternetGatewayId: 'igw-0a', Attachments: [{ State: 'available', VpcId: 'vpc-0a' }] },
      ],
    },
    lists: {
      PrefixLists: [
        {
          PrefixListId: 'pl-0a',
          PrefixListName: 'offices',
          OwnerId: account,
          State: 'create-complete',
          AddressFamily: 'IPv4',
          MaxEntries: 5,
          Version: 1,
        },
      ],
    },
    ...(entries === undefined
      ? {}
      : { 'entries.pl-0a': { Entries: entries.map((Cidr) => ({ Cidr, Description: '' })) } }),
  });

  it('takes the addresses of its entries alone', () => {
    expect(verdictOf(listed(['198.51.100.0/24']), 'i-0a', '198.51.100.7')).toMatch(/no-public-address/);
    expect(verdictOf(listed(['198.51.100.0/24']), 'i-0a', '203.0.113.7')).toBe('blocked: no-route');
    expect(verdictOf(listed([]), 'i-0a', '198.51.100.7')).toBe('blocked: no-route');
  });

  it('leaves open what it takes where the answer for its entries is missing', () => {
    expect(verdictOf(listed(), 'i-0a', '203.0.113.7')).not.toBe('blocked: no-route');
  });
});

// https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-client-vpn-endpoints.html
describe('a Client VPN endpoint', () => {
  const ClientVpnEndpointId = 'cvpn-endpoint-0a';
  const vpn = (authorized: string, status = 'active') => ({
    ...wholeVpcs(a),
    endpoints: {
      ClientVpnEndpoints: [
        {
          ClientVpnEndpointId,
          Description: '',
          Status: { Code: 'available' },
          ClientCidrBlock: '172.16.0.0/22',
          SplitTunnel: true,
          VpcId: 'vpc-0a',
          SecurityGroupIds: ['sg-0a'],
          AuthenticationOptions: [{ Type: 'certificate-authentication' }],
        },
      ],
    },
    targets: {
      ClientVpnTargetNetworks: [
        {
          AssociationId: 'cvpn-assoc-0a',
          VpcId: 'vpc-0a',
          TargetNetworkId: 'subnet-0a',
          ClientVpnEndpointId,
          Status: { Code: 'associated' },
          SecurityGroups: ['sg-0a'],
        },
      ],
    },
    vpnRoutes: {
      Routes: [
        {
          ClientVpnEndpointId,
          DestinationCidr: '10.0.0.0/16',
          TargetSubnet: 'subnet-0a',
          Type: 'Nat',
          Origin: 'associate',
          Status: { Code: 'active' },
        },
      ],
    },
    rules: {
      AuthorizationRules: [
        {
          ClientVpnEndpointId,
          DestinationCidr: authorized,
          AccessAll: true,
          GroupId: '',
          Status: { Code: status },
        },
      ],
    },
  });

  it('lets its clients reach what a rule authorizes, and nothing else', () => {
    expect(verdictOf(vpn('10.0.0.0/16'), ClientVpnEndpointId, 'i-0a')).toBe('reachable');
    expect(verdictOf(vpn('10.9.0.0/16'), ClientVpnEndpointId, 'i-0a')).toMatch(/^blocked: /);
  });

  it('is unknown without the answer for its authorization rules', () => {
    const { rules: _left, ...rest } = vpn('10.0.0.0/16');

    expect(verdictOf(rest, ClientVpnEndpointId, 'i-0a')).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html
describe('a Gateway Load Balancer endpoint', () => {
  it('of another account leads into the unknown, and does not let through for certain', () => {
    const answers = {
      ...wholeVpcs({ ...a, routes: [{ DestinationCidrBlock: '10.9.0.0/16', GatewayId: 'vpce-0a' }] }),
      endpoints: {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-0a',
            VpcEndpointType: 'GatewayLoadBalancer',
            VpcId: 'vpc-0a',
            ServiceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0a',
            State: 'available',
            SubnetIds: ['subnet-0a'],
            NetworkInterfaceIds: ['eni-0a'],
          },
        ],
      },
    };

    expect(propsOf(answers, 'vpce-0a')).toMatchObject({ accepted: true });
    expect(verdictOf(answers, 'i-0a', '10.9.0.5')).not.toBe('reachable');
  });
});

// https://docs.aws.amazon.com/cli/latest/reference/route53resolver/list-resolver-endpoint-ip-addresses.html
describe('Resolver', () => {
  const attached = (Ip: string) => ({ SubnetId: 'subnet-0a', Ip, Status: 'ATTACHED' });
  const resolver = {
    ...wholeVpcs(a),
    resolvers: {
      ResolverEndpoints: [
        {
          Id: 'rslvr-in-0a',
          Name: 'in',
          Direction: 'INBOUND',
          HostVPCId: 'vpc-0a',
          SecurityGroupIds: ['sg-0a'],
          Status: 'OPERATIONAL',
          IpAddressCount: 2,
        },
        {
          Id: 'rslvr-out-0a',
          Name: 'out',
          Direction: 'OUTBOUND',
          HostVPCId: 'vpc-0a',
          SecurityGroupIds: ['sg-0a'],
          Status: 'OPERATIONAL',
          IpAddressCount: 2,
        },
      ],
    },
    'addresses.rslvr-in-0a': {
      IpAddresses: ['10.0.0.53', '10.0.0.63'].map(attached),
    },
    'addresses.rslvr-out-0a': {
      IpAddresses: ['10.0.0.54', '10.0.0.64'].map(attached),
    },
    rules: {
      ResolverRules: [
        {
          Id: 'rslvr-rr-0a',
          Name: 'office',
          DomainName: 'corp.example.',
          RuleType: 'FORWARD',
          ResolverEndpointId: 'rslvr-out-0a',
          TargetIps: [{ Ip: '192.168.0.53', Port: 53 }],
          Status: 'COMPLETE',
        },
        {
          Id: 'rslvr-autodefined-rr-internet-resolver',
          DomainName: '.',
          RuleType: 'RECURSIVE',
          Status: 'COMPLETE',
        },
      ],
    },
    associations: {
      ResolverRuleAssociations: [
        { Id: 'rslvr-rrassoc-0a', ResolverRuleId: 'rslvr-rr-0a', VPCId: 'vpc-0a', Status: 'COMPLETE' },
      ],
    },
  };

  it('is asked at the addresses of an inbound endpoint, which are unknown without their answer', () => {
    expect(verdictOf(resolver, 'i-0a', 'rslvr-in-0a', { protocol: 'udp', port: 53 })).toBe('reachable');
    const { 'addresses.rslvr-in-0a': _left, ...rest } = resolver;
    expect(verdictOf(rest, 'i-0a', 'rslvr-in-0a', { protocol: 'udp', port: 53 })).toBe('unknown');
  });

  it('has the rule that forwards, its servers and the VPCs that use it', () => {
    const rule = propsOf(resolver, 'rslvr-rr-0a');

    expect(rule).toMatchObject({ domain: 'corp.example', endpoint: 'rslvr-out-0a' });
    expect(JSON.stringify(rule)).toContain('192.168.0.53');
    expect(JSON.stringify(rule)).toContain('vpc-0a');
  });
});
