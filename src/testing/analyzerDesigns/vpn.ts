/** Codes of virtual private gateways and of the VPN connections at them and at transit gateways. */
import type { Fact } from '../../core/network/facts';
import {
  attachment,
  flow,
  instance,
  internetGateway,
  routeTable,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../facts';
import {
  customerGateway,
  instead,
  overVpn,
  site,
  vpnAttachment,
  vpnConnection,
  vpnGateway,
  webVpc,
} from '../vpn';
import type { Family } from './shown';

/** Tunnels over the internet do not reach a device with a private address. */
const unreachable = customerGateway('Cgw', [], '10.1.1.1');

const atTransitGateway: readonly Fact[] = [
  ...webVpc({ '192.168.0.0/16': 'Tgw' }),
  transitGateway('Tgw'),
  attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
  transitTable('TgwTable', 'Tgw', {
    associations: ['ToVpc', 'Vpn'],
    propagations: ['ToVpc', 'Vpn'],
    routes: { '192.168.0.0/16': 'Vpn' },
  }),
  unreachable,
  vpnConnection('Vpn', 'Tgw', 'Cgw', []),
  vpnAttachment('Vpn', 'Tgw'),
  site('Office', '192.168.0.0/16', 'Cgw'),
];

/** What comes from another VPC by a transit gateway cannot leave by the virtual private gateway. */
const throughVpc: readonly Fact[] = [
  ...webVpc({ '192.168.0.0/16': 'Vgw', '10.2.0.0/16': 'Tgw' }),
  transitGateway('Tgw'),
  attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
  attachment('ToOther', 'Tgw', 'Other', ['OtherSubnet']),
  transitTable('TgwTable', 'Tgw', {
    associations: ['ToVpc', 'ToOther'],
    propagations: ['ToVpc', 'ToOther'],
    routes: { '192.168.0.0/16': 'ToVpc' },
  }),
  vpc('Other', '10.2.0.0/16'),
  subnet('OtherSubnet', 'Other', '10.2.0.0/24', { routeTable: 'OtherTable' }),
  routeTable('OtherTable', 'Other', { '192.168.0.0/16': 'Tgw' }),
  instance('Far', 'OtherSubnet', { securityGroups: null }),
  vpnGateway('Vgw', 'Vpc'),
  customerGateway('Cgw'),
  vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16']),
  site('Office', '192.168.0.0/16', 'Cgw'),
];

export const vpn: Family = {
  BAD_STATE_VPN: {
    design: instead(overVpn, unreachable, ...webVpc({ '192.168.0.0/16': 'Vgw' })),
    flow: flow('Web', 'Office'),
    blamed: 'Cgw',
    code: 'cannot-be-created',
  },
  TGW_BAD_STATE_VPN: {
    design: atTransitGateway,
    flow: flow('Web', 'Office'),
    blamed: 'Cgw',
    code: 'cannot-be-created',
  },
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: {
    design: throughVpc,
    flow: flow('Far', 'Office'),
    blamed: 'Table',
    code: 'gateway-rejects',
  },
  VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: {
    design: [...overVpn, internetGateway('Igw', 'Vpc')],
    flow: flow('Office', 'internet'),
    blamed: 'Vgw',
    code: 'gateway-rejects',
  },
};
