/** Codes of internet gateways, NAT gateways and what guards a VPC's way to the internet. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  flow,
  instance,
  internetGateway,
  natGateway,
  region,
  regionalNat,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../facts';
import type { Family } from './shown';

const elsewhere = { address: '8.8.8.8' } as const;

/** A web server behind an internet gateway, and whatever else is in its VPC. */
const behindIgw = (more: Parameters<typeof instance>[2] = {}): Fact[] => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Web', 'Public', { publicIpv4: true, securityGroups: ['Open'], ...more }),
];

/** An application in a subnet of its own, whose way out is the given one. */
const inside = (out: string): Fact[] => [
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
  routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': out }),
  instance('App', 'Private', { publicIpv4: true, securityGroups: ['Open'] }),
];

/** An appliance in the public subnet, to which the gateway's route table leads what comes in for the application. */
const inspected = (isPublic: boolean): Fact[] => [
  ...behindIgw().filter(({ by }) => by !== 'Igw'),
  internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
  routeTable('Edge', 'Vpc', { '10.0.1.0/24': 'Appliance' }),
  instance('Appliance', 'Public', {
    publicIpv4: isPublic,
    sourceDestinationCheck: false,
    securityGroups: ['Open'],
  }),
];

export const gateways: Family = {
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: {
    design: behindIgw({ publicIpv4: false }),
    flow: flow('Web', elsewhere),
    blamed: 'Web',
    code: 'no-public-address',
  },
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: {
    design: behindIgw({ publicIpv4: false }),
    flow: flow('internet', 'Web'),
    blamed: 'Web',
    code: 'no-public-address',
  },
  IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS: {
    design: behindIgw(),
    flow: flow('internet', { address: '10.9.0.1' }),
    blamed: null,
    code: 'no-such-host',
  },
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: {
    design: behindIgw(),
    flow: flow('Web', { address: '172.16.0.1' }),
    blamed: 'PublicTable',
    code: 'gateway-rejects',
  },
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: {
    design: behindIgw(),
    flow: flow('Web', { address: '100.64.0.1' }),
    blamed: 'PublicTable',
    code: 'gateway-rejects',
  },
  IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS: {
    design: behindIgw(),
    flow: flow({ internet: true, address: '172.16.0.1' }, 'Web'),
    blamed: null,
    code: 'gateway-rejects',
  },
  IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS: {
    design: behindIgw(),
    flow: flow({ internet: true, address: '100.64.0.1' }, 'Web'),
    blamed: null,
    code: 'gateway-rejects',
  },
  INGRESS_RTB_NO_PUBLIC_IP: {
    design: [...inspected(false), ...inside('Appliance')],
    flow: flow('internet', 'App'),
    blamed: 'Appliance',
    code: 'no-public-address',
  },
  INGRESS_RTB_TRAFFIC_REDIRECTION: {
    design: [...inspected(true), ...inside('Igw')],
    flow: flow('internet', 'App'),
    blamed: 'PrivateTable',
    code: 'gateway-rejects',
  },
  NGW_DEST_ADDRESS_PRESERVATION: {
    design: [...behindIgw(), natGateway('Nat', 'Public')],
    flow: flow('internet', 'Nat'),
    blamed: 'Nat',
    code: 'translation-refused',
  },
  NGW_SOURCE_ADDRESS_REASSIGN: {
    design: [...behindIgw(), natGateway('Nat', 'Public'), ...inside('Nat')],
    flow: flow('internet', 'App'),
    blamed: 'PrivateTable',
    code: 'translation-refused',
  },
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: {
    design: [...behindIgw(), regionalNat('Nat', 'Vpc', [`${region}c`]), ...inside('Nat')],
    flow: flow('App', elsewhere),
    blamed: 'Nat',
    code: 'not-in-zone',
  },
  PROTOCOL_RESTRICTION: {
    design: [
      ...behindIgw().filter(({ by }) => by !== 'Vpc'),
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      natGateway('Nat', 'Public'),
      subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable', ipv6: 1 }),
      routeTable('PrivateTable', 'Vpc', { '::/0': 'Nat' }),
      securityGroup('OpenOut', 'Vpc', { out: [allow('any', null, '::/0')] }),
      instance('App', 'Private', { ipv6: true, securityGroups: ['OpenOut'] }),
    ],
    flow: flow('App', { address: '2600:9000::1' }),
    blamed: 'Nat',
    code: 'translation-refused',
  },
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: {
    design: [...behindIgw(), { fact: 'public-access-block', by: 'Bpa', region, mode: 'block-bidirectional' }],
    flow: flow('Web', elsewhere),
    blamed: 'Bpa',
    code: 'public-access-blocked',
  },
};
