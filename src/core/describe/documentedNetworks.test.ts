/**
 * Records in the forms that the AWS CLI reference documents, each with the page, with what they must mean. The values are ours.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
import { describe, expect, it } from 'vitest';
import { documentedNetwork as network, propsOf, readAnswers as read } from '../../testing/documentedAnswers';

const VpcId = 'vpc-0a';

describe('what the AWS CLI reference documents', () => {
  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpcs.html
  it('of a VPC: further blocks that are associated, and not those that were', () => {
    const association = (CidrBlock: string, State: string) => ({ CidrBlock, CidrBlockState: { State } });
    const blocks = ['10.0.0.0/16', '10.1.0.0/16'].map((block) => association(block, 'associated'));
    const Vpcs = [
      {
        VpcId,
        CidrBlock: '10.0.0.0/16',
        CidrBlockAssociationSet: [...blocks, association('10.2.0.0/16', 'disassociated')],
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: '2001:db8:1234:1a00::/56', Ipv6CidrBlockState: { State: 'associated' } },
        ],
      },
    ];

    const { secondaryCidrs, ipv6 } = propsOf({ vpcs: { Vpcs } }, VpcId);

    expect(Object.values(secondaryCidrs as object)).toEqual([{ cidr: '10.1.0.0/16' }]);
    expect(ipv6).toBe(true);
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
  it('of a stack: the logical ID names what has no name of its own', () => {
    const tags = (...given: readonly (readonly [string, string])[]) =>
      given.map(([Key, Value]) => ({ Key, Value }));
    const logical = ['aws:cloudformation:logical-id', 'Network'] as const;
    const vpcs = [
      { VpcId: 'vpc-0a', CidrBlock: '10.0.0.0/16', Tags: tags(logical) },
      { VpcId: 'vpc-0b', CidrBlock: '10.1.0.0/16', Tags: tags(logical, ['Name', 'prod']) },
    ];

    const { document } = read({ vpcs: { Vpcs: vpcs } });

    expect(['vpc-0a', 'vpc-0b'].map((id) => document.resources.get(id)?.name)).toEqual(['Network', 'prod']);
  });

  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-dhcp-options.html
  it('of DHCP options: the servers that are named, and none for Amazon’s own', () => {
    const options = (...values: readonly string[]) => ({
      vpcs: { Vpcs: [{ VpcId, CidrBlock: '10.0.0.0/16', DhcpOptionsId: 'dopt-0a' }] },
      options: {
        DhcpOptions: [
          {
            DhcpOptionsId: 'dopt-0a',
            DhcpConfigurations: [{ Key: 'domain-name-servers', Values: values.map((Value) => ({ Value })) }],
          },
        ],
      },
    });

    expect(propsOf(options('10.2.5.1', '10.2.5.2'), VpcId)['dnsServers']).toBe('10.2.5.1, 10.2.5.2');
    expect(propsOf(options('AmazonProvidedDNS'), VpcId)['dnsServers']).toBe('');
  });

  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-nat-gateways.html
  it('of NAT gateways: those that are there, and whose network interface a route may name', () => {
    const gateway = (NatGatewayId: string, State: string) => ({
      NatGatewayId,
      State,
      SubnetId: 'subnet-0a',
      VpcId,
      ConnectivityType: 'public',
      NatGatewayAddresses: [
        {
          AllocationId: 'eipalloc-0a',
          NetworkInterfaceId: 'eni-0a',
          PublicIp: '203.0.113.5',
          PrivateIp: '10.0.0.9',
        },
      ],
    });
    const Routes = [
      {
        DestinationCidrBlock: '0.0.0.0/0',
        NetworkInterfaceId: 'eni-0a',
        State: 'active',
        Origin: 'CreateRoute',
      },
    ];
    const { document } = read({
      ...network,
      nats: { NatGateways: [gateway('nat-0a', 'available'), gateway('nat-0b', 'deleted')] },
      enis: {
        NetworkInterfaces: [
          { NetworkInterfaceId: 'eni-0a', SubnetId: 'subnet-0a', InterfaceType: 'interface' },
        ],
      },
      tables: { RouteTables: [{ RouteTableId: 'rtb-0a', VpcId, Associations: [], Routes }] },
    });

    expect([...document.resources.values()].filter(({ kind }) => kind === 'nat-gateway').length).toBe(1);
    expect(document.resources.get('nat-0a')).toMatchObject({
      parentId: 'subnet-0a',
      props: { connectivity: 'public', elasticIp: true },
    });
    expect(document.resources.has('eni-0a')).toBe(false);
  });

  // RT3 and RT7: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
  it('of route tables: propagated routes, as far as no static one or the local one comes before them', () => {
    const vgw = (DestinationCidrBlock: string, Origin: string) => ({
      DestinationCidrBlock,
      GatewayId: 'vgw-0a',
      Origin,
      State: 'active',
    });
    const table = {
      RouteTableId: 'rtb-0a',
      VpcId,
      Associations: [],
      PropagatingVgws: [{ GatewayId: 'vgw-0a' }],
      Routes: [
        {
          DestinationCidrBlock: '10.0.0.0/16',
          GatewayId: 'local',
          Origin: 'CreateRouteTable',
          State: 'active',
        },
        {
          DestinationCidrBlock: '172.16.0.0/12',
          GatewayId: 'igw-0a',
          Origin: 'CreateRoute',
          State: 'active',
        },
        vgw('172.16.0.0/12', 'EnableVgwRoutePropagation'),
        vgw('10.0.5.0/24', 'EnableVgwRoutePropagation'),
        vgw('192.168.0.0/16', 'EnableVgwRoutePropagation'),
      ],
    };
    const answers = {
      ...network,
      tables: { RouteTables: [table] },
      igws: {
        InternetGateways: [{ InternetGatewayId: 'igw-0a', Attachments: [{ State: 'available', VpcId }] }],
      },
      vgws: {
        VpnGateways: [
          { VpnGatewayId: 'vgw-0a', State: 'available', VpcAttachments: [{ State: 'attached', VpcId }] },
        ],
      },
    };

    expect(Object.values(propsOf(answers, 'rtb-0a')['routes'] as object)).toEqual([
      { destination: '172.16.0.0/12', target: 'igw-0a' },
      { destination: '192.168.0.0/16', target: 'vgw-0a' },
    ]);
    expect(Object.values(propsOf(answers, 'vgw-0a')['propagation'] as object)).toEqual([
      { routeTable: 'rtb-0a' },
    ]);
  });

  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-security-groups.html
  it('of security groups: a rule for each source of a permission, AWS’s prefix lists by their names', () => {
    const permission = {
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      IpRanges: [{ CidrIp: '203.0.113.0/24', Description: 'office' }],
      Ipv6Ranges: [{ CidrIpv6: '2001:db8::/32' }],
      PrefixListIds: [{ PrefixListId: 'pl-61a54008' }],
      UserIdGroupPairs: [{ GroupId: 'sg-0b', UserId: '123456789012' }],
    };
    const group = (GroupId: string, more: object) => ({
      GroupId,
      GroupName: GroupId,
      Description: '',
      VpcId,
      IpPermissions: [],
      IpPermissionsEgress: [],
      ...more,
    });
    const props = propsOf(
      {
        ...network,
        groups: { SecurityGroups: [group('sg-0a', { IpPermissions: [permission] }), group('sg-0b', {})] },
      },
      'sg-0a',
    );

    expect(
      Object.values(props['inbound'] as Readonly<Record<string, { readonly peer: unknown }>>).map(
        ({ peer }) => peer,
      ),
    ).toEqual(['203.0.113.0/24', '2001:db8::/32', 'com.amazonaws.ap-northeast-1.s3', { ref: 'sg-0b' }]);
    expect(props['outbound']).toEqual({});
  });

  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html
  it('of VPC endpoints: gateways with their tables, interfaces with their subnets, and what waits to be accepted', () => {
    const service = 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0a';
    const answers = {
      ...network,
      tables: { RouteTables: [{ RouteTableId: 'rtb-0a', VpcId, Associations: [], Routes: [] }] },
      endpoints: {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-0a',
            VpcEndpointType: 'Gateway',
            VpcId,
            ServiceName: 'com.amazonaws.ap-northeast-1.s3',
            State: 'available',
            RouteTableIds: ['rtb-0a'],
          },
          {
            VpcEndpointId: 'vpce-0b',
            VpcEndpointType: 'Interface',
            VpcId,
            ServiceName: service,
            State: 'pendingAcceptance',
            SubnetIds: ['subnet-0a', 'subnet-0c'],
            Groups: [],
            PrivateDnsEnabled: false,
          },
        ],
      },
      services: {
        ServiceConfigurations: [
          {
            ServiceId: 'vpce-svc-0a',
            ServiceName: service,
            ServiceState: 'Available',
            AcceptanceRequired: true,
            NetworkLoadBalancerArns: [],
          },
        ],
      },
    };

    expect(propsOf(answers, 'vpce-0a')).toMatchObject({ service: 's3', routeTables: { 'rtb-0a': true } });
    expect(propsOf(answers, 'vpce-0b')).toMatchObject({
      endpointService: 'vpce-svc-0a',
      accepted: false,
      subnets: { 'subnet-0c': true },
    });
  });

  // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-peering-connections.html
  it('of peering connections: who has accepted, and whose names are answered with private addresses', () => {
    const side = (id: string, AllowDnsResolutionFromRemoteVpc: boolean) => ({
      VpcId: id,
      OwnerId: '123456789012',
      Region: 'ap-northeast-1',
      PeeringOptions: { AllowDnsResolutionFromRemoteVpc },
    });
    const connection = (VpcPeeringConnectionId: string, Code: string) => ({
      VpcPeeringConnectionId,
      RequesterVpcInfo: side(VpcId, true),
      AccepterVpcInfo: side('vpc-0b', false),
      Status: { Code, Message: '' },
    });
    const answers = {
      vpcs: { Vpcs: [...network.vpcs.Vpcs, { VpcId: 'vpc-0b', CidrBlock: '10.1.0.0/16' }] },
      peerings: {
        VpcPeeringConnections: [
          connection('pcx-0a', 'active'),
          connection('pcx-0b', 'pending-acceptance'),
          connection('pcx-0c', 'rejected'),
        ],
      },
    };

    expect(propsOf(answers, 'pcx-0a')).toMatchObject({
      requester: VpcId,
      accepter: 'vpc-0b',
      accepted: true,
      requesterDns: true,
      accepterDns: false,
    });
    expect(propsOf(answers, 'pcx-0b')['accepted']).toBe(false);
    expect(read(answers).document.resources.has('pcx-0c')).toBe(false);
  });
});
