/**
 * Flows through gateways between networks, as the AWS CLI reference documents the records of these. The values are ours.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/
 */
import { describe, expect, it } from 'vitest';
import { account, verdictOf, wholeVpcs } from '../../testing/documentedFlows';

const a = { name: 'a', block: '10.0.0.0/16' };
const b = { name: 'b', block: '10.1.0.0/16' };
const over = (member: string, id: string, DestinationCidrBlock: string) => ({
  DestinationCidrBlock,
  [member]: id,
});

/** TG3, TG4: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html */
describe('a transit gateway with a route table of one’s own', () => {
  const toTransit = (block: string) => [over('TransitGatewayId', 'tgw-0a', block)];
  const attachment = (name: string) => ({
    ResourceId: `vpc-0${name}`,
    ResourceType: 'vpc',
    TransitGatewayAttachmentId: `tgw-attach-0${name}`,
  });
  const transit = (
    joined: { associated?: readonly string[]; propagated?: readonly string[]; routes?: readonly object[] },
    more: Readonly<Record<string, unknown>> = {},
  ) => ({
    ...wholeVpcs({ ...a, routes: toTransit('10.0.0.0/8') }, { ...b, routes: toTransit('10.0.0.0/8') }),
    tgws: {
      TransitGateways: [
        {
          TransitGatewayId: 'tgw-0a',
          TransitGatewayArn: `arn:aws:ec2:ap-northeast-1:${account}:transit-gateway/tgw-0a`,
          State: 'available',
          OwnerId: account,
          Options: {
            AmazonSideAsn: 64512,
            DefaultRouteTableAssociation: 'disable',
            DefaultRouteTablePropagation: 'disable',
          },
        },
      ],
    },
    attachments: {
      TransitGatewayVpcAttachments: ['a', 'b'].map((name) => ({
        TransitGatewayAttachmentId: `tgw-attach-0${name}`,
        TransitGatewayId: 'tgw-0a',
        VpcId: `vpc-0${name}`,
        SubnetIds: [`subnet-0${name}`],
        State: 'available',
        Options: { DnsSupport: 'enable', Ipv6Support: 'disable', ApplianceModeSupport: 'disable' },
      })),
    },
    tgwTables: {
      TransitGatewayRouteTables: [
        {
          TransitGatewayRouteTableId: 'tgw-rtb-0a',
          TransitGatewayId: 'tgw-0a',
          State: 'available',
          DefaultAssociationRouteTable: false,
          DefaultPropagationRouteTable: false,
        },
      ],
    },
    'associations.tgw-rtb-0a': {
      Associations: (joined.associated ?? ['a', 'b']).map((name) => ({
        ...attachment(name),
        State: 'associated',
      })),
    },
    'propagations.tgw-rtb-0a': {
      TransitGatewayRouteTablePropagations: (joined.propagated ?? []).map((name) => ({
        ...attachment(name),
        State: 'enabled',
      })),
    },
    'routes.tgw-rtb-0a': { Routes: joined.routes ?? [], AdditionalRoutesAvailable: false },
    ...more,
  });
  const route = (DestinationCidrBlock: string, name: string) => ({
    DestinationCidrBlock,
    TransitGatewayAttachments: [attachment(name)],
    Type: 'static',
    State: 'active',
  });

  it('joins attachments that are associated and propagate', () => {
    expect(verdictOf(transit({ propagated: ['a', 'b'] }), 'i-0a', 'i-0b')).toBe('reachable');
  });

  it('joins them by static routes, too', () => {
    const routes = [route('10.0.0.0/16', 'a'), route('10.1.0.0/16', 'b')];

    expect(verdictOf(transit({ routes }), 'i-0a', 'i-0b')).toBe('reachable');
  });

  it('has no way back where only one propagates', () => {
    expect(verdictOf(transit({ propagated: ['b'] }), 'i-0a', 'i-0b')).toMatch(/^blocked: /);
  });

  it('drops what comes by an attachment that no table is associated with', () => {
    expect(verdictOf(transit({ associated: ['b'], propagated: ['a', 'b'] }), 'i-0a', 'i-0b')).toMatch(
      /^blocked: /,
    );
  });

  it('drops what a static blackhole takes, for all that propagates', () => {
    const routes = [{ DestinationCidrBlock: '10.1.0.0/16', Type: 'static', State: 'blackhole' }];

    expect(verdictOf(transit({ propagated: ['a', 'b'], routes }), 'i-0a', 'i-0b')).toMatch(/^blocked: /);
  });

  it('does not count what is disassociated or disabled', () => {
    const gone = {
      'associations.tgw-rtb-0a': {
        Associations: ['a', 'b'].map((name) => ({ ...attachment(name), State: 'disassociated' })),
      },
    };

    const disabled = {
      'propagations.tgw-rtb-0a': {
        TransitGatewayRouteTablePropagations: ['a', 'b'].map((name) => ({
          ...attachment(name),
          State: 'disabled',
        })),
      },
    };

    expect(verdictOf(transit({ propagated: ['a', 'b'] }, gone), 'i-0a', 'i-0b')).toMatch(/^blocked: /);
    expect(verdictOf(transit({ propagated: ['a', 'b'] }, disabled), 'i-0a', 'i-0b')).toMatch(/^blocked: /);
  });

  it.each(['associations', 'propagations', 'routes'])('is unknown without the answer for its %s', (list) => {
    const { [`${list}.tgw-rtb-0a`]: _left, ...rest } = transit({
      propagated: list === 'propagations' ? [] : ['a', 'b'],
    }) as Record<string, unknown>;

    expect(verdictOf(rest, 'i-0a', 'i-0b')).toBe('unknown');
  });

  it('cannot say what a VPN connection has propagated over BGP, and drops nothing for certain', () => {
    const vpn = {
      ResourceId: 'vpn-0a',
      ResourceType: 'vpn',
      TransitGatewayAttachmentId: 'tgw-attach-0c',
    };
    const answers = transit(
      { propagated: ['a', 'b'] },
      {
        'associations.tgw-rtb-0a': {
          Associations: [attachment('a'), attachment('b'), vpn].map((each) => ({
            ...each,
            State: 'associated',
          })),
        },
        'propagations.tgw-rtb-0a': {
          TransitGatewayRouteTablePropagations: [attachment('a'), attachment('b'), vpn].map((each) => ({
            ...each,
            State: 'enabled',
          })),
        },
        'routes.tgw-rtb-0a': {
          Routes: [
            {
              DestinationCidrBlock: '10.200.0.0/16',
              TransitGatewayAttachments: [vpn],
              Type: 'propagated',
              State: 'active',
            },
          ],
        },
        ...office({ TransitGatewayId: 'tgw-0a' }, false),
      },
    );

    expect(verdictOf(answers, 'i-0a', '10.200.0.5')).toBe('unknown');
  });
});

const office = (gateway: object, StaticRoutesOnly: boolean, routes: readonly string[] = []) => ({
  devices: {
    CustomerGateways: [
      {
        CustomerGatewayId: 'cgw-0a',
        State: 'available',
        Type: 'ipsec.1',
        IpAddress: '198.51.100.7',
        BgpAsn: '65010',
      },
    ],
  },
  vpns: {
    VpnConnections: [
      {
        VpnConnectionId: 'vpn-0a',
        State: 'available',
        Type: 'ipsec.1',
        CustomerGatewayId: 'cgw-0a',
        ...gateway,
        Options: {
          StaticRoutesOnly,
          TunnelInsideIpVersion: 'ipv4',
          LocalIpv4NetworkCidr: '0.0.0.0/0',
          RemoteIpv4NetworkCidr: '0.0.0.0/0',
        },
        Routes: routes.map((DestinationCidrBlock) => ({
          DestinationCidrBlock,
          Source: 'Static',
          State: 'available',
        })),
      },
    ],
  },
});

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html */
describe('a VPN connection of a virtual private gateway', () => {
  const vgw = (State = 'attached') => ({
    vgws: {
      VpnGateways: [
        {
          VpnGatewayId: 'vgw-0a',
          State: 'available',
          Type: 'ipsec.1',
          AmazonSideAsn: 64512,
          VpcAttachments: [{ State, VpcId: 'vpc-0a' }],
        },
      ],
    },
  });
  const propagated = {
    DestinationCidrBlock: '192.168.0.0/16',
    GatewayId: 'vgw-0a',
    Origin: 'EnableVgwRoutePropagation',
  };
  const joined = (State?: string) => ({
    ...wholeVpcs({ ...a, routes: [propagated], propagating: ['vgw-0a'] }),
    ...vgw(State),
    ...office({ VpnGatewayId: 'vgw-0a' }, true, ['192.168.0.0/16']),
  });

  it('leads to an address of its static routes that are propagated, and to no other', () => {
    expect(verdictOf(joined(), 'i-0a', '192.168.0.5')).toBe('reachable');
    expect(verdictOf(joined(), 'i-0a', '192.169.0.5')).toMatch(/^blocked: no-route/);
  });

  it('is led to by nobody while its gateway is detached', () => {
    expect(verdictOf(joined('detached'), 'i-0a', '192.168.0.5')).not.toBe('reachable');
  });
});

/** PX1: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
describe('a peering connection', () => {
  const peered = (Code: string, own: readonly (typeof a)[], OwnerId = account) => ({
    ...wholeVpcs(
      ...own.map((vpc) => ({
        ...vpc,
        routes: [over('VpcPeeringConnectionId', 'pcx-0a', vpc === a ? b.block : a.block)],
      })),
    ),
    peerings: {
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: 'pcx-0a',
          RequesterVpcInfo: {
            VpcId: 'vpc-0a',
            OwnerId: account,
            Region: 'ap-northeast-1',
            CidrBlock: a.block,
          },
          AccepterVpcInfo: { VpcId: 'vpc-0b', OwnerId, Region: 'ap-northeast-1', CidrBlock: b.block },
          Status: { Code, Message: '' },
        },
      ],
    },
  });

  it('joins two VPCs once it is active', () => {
    expect(verdictOf(peered('active', [a, b]), 'i-0a', 'i-0b')).toBe('reachable');
    expect(verdictOf(peered('pending-acceptance', [a, b]), 'i-0a', 'i-0b')).toMatch(/^blocked: /);
  });

  it('leads into the unknown where the other VPC is of an account whose answers are not there', () => {
    expect(verdictOf(peered('active', [a], '210987654321'), 'i-0a', '10.1.0.10')).toBe('unknown');
  });

  it('leads nowhere before the other account has accepted', () => {
    expect(verdictOf(peered('pending-acceptance', [a], '210987654321'), 'i-0a', '10.1.0.10')).not.toBe(
      'reachable',
    );
  });
});
