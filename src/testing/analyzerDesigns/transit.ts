/** Codes of transit gateways, of what is attached to them and of their route tables. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  attachment,
  flow,
  instance,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../facts';
import { all, changed, everyone, site, two, withTable, withTarget, zone } from '../transit';
import type { Family } from './shown';

/** A third VPC that has the addresses of the second. */
const twinOfB: readonly Fact[] = [
  vpc('VpcC', '10.1.0.0/16'),
  subnet('SubnetC', 'VpcC', '10.1.9.0/24'),
  attachment('AttachC', 'Tgw', 'VpcC', ['SubnetC']),
];
const three = { associations: ['AttachA', 'AttachB', 'AttachC'], propagations: ['AttachA', 'AttachB'] };

/** Two applications in different zones, whose packets to one another go through a firewall in the zone that they come from. */
const inspected: readonly Fact[] = [
  ...site('A'),
  vpc('VpcB', '10.1.0.0/16'),
  subnet('SubnetB', 'VpcB', '10.1.0.0/24', { zone: zone('c'), routeTable: 'TableB' }),
  routeTable('TableB', 'VpcB', { '10.0.0.0/8': 'Tgw' }),
  securityGroup('GroupB', 'VpcB', { in: everyone, out: everyone }),
  instance('HostB', 'SubnetB', { securityGroups: ['GroupB'] }),
  attachment('AttachB', 'Tgw', 'VpcB', ['SubnetB']),
  vpc('Inspection', '10.2.0.0/16'),
  securityGroup('Firewalls', 'Inspection', { in: everyone, out: everyone }),
  ...['a', 'c'].flatMap((letter, index): Fact[] => [
    subnet(`Entry ${letter}`, 'Inspection', `10.2.${index}.0/24`, {
      zone: zone(letter),
      routeTable: `In ${letter}`,
    }),
    routeTable(`In ${letter}`, 'Inspection', { '0.0.0.0/0': `Firewall ${letter}` }),
    subnet(`Inner ${letter}`, 'Inspection', `10.2.1${index}.0/24`, { zone: zone(letter), routeTable: 'Out' }),
    instance(`Firewall ${letter}`, `Inner ${letter}`, {
      sourceDestinationCheck: false,
      securityGroups: ['Firewalls'],
    }),
  ]),
  routeTable('Out', 'Inspection', { '10.0.0.0/8': 'Tgw' }),
  attachment('ToInspection', 'Tgw', 'Inspection', ['Entry a', 'Entry c']),
  transitGateway('Tgw'),
  transitTable('Spokes', 'Tgw', {
    associations: ['AttachA', 'AttachB'],
    routes: { '0.0.0.0/0': 'ToInspection' },
  }),
  transitTable('Back', 'Tgw', { associations: ['ToInspection'], propagations: ['AttachA', 'AttachB'] }),
];

const toB = flow('HostA', 'HostB');

export const transit: Family = {
  BAD_STATE_ATTACHMENT: {
    design: withTarget(two, 'AttachB', { subnets: [] }),
    flow: toB,
    blamed: 'AttachB',
    code: 'cannot-be-created',
  },
  SG_REFERENCING_SUPPORT: {
    design: [
      ...two.filter(({ by }) => by !== 'GroupB'),
      securityGroup('GroupB', 'VpcB', { in: [allow('any', null, { ref: 'GroupA' })] }),
    ],
    flow: toB,
    blamed: 'GroupB',
    code: 'denied-by-security-group',
  },
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: {
    design: withTable(two, { ...all, associations: ['AttachB'] }),
    flow: toB,
    blamed: 'AttachA',
    code: 'no-route',
  },
  TGW_ATTACH_VPC_AZ_RESTRICTION: {
    design: inspected,
    flow: toB,
    blamed: 'ToInspection',
    code: 'gateway-rejects',
  },
  TGW_ROUTE_AZ_RESTRICTION: {
    design: changed(two, 'SubnetA', 'subnet', (fact) => ({ ...fact, zone: zone('c') })).flatMap((fact) =>
      fact.by === 'AttachA'
        ? [
            subnet('Elsewhere', 'VpcA', '10.0.9.0/24', { zone: zone('a') }),
            attachment('AttachA', 'Tgw', 'VpcA', ['Elsewhere']),
          ]
        : [fact],
    ),
    flow: toB,
    blamed: 'AttachA',
    code: 'not-in-zone',
  },
  TGW_RTB_BAD_STATE_ROUTE: {
    design: withTable(two, { ...all, routes: { '10.1.0.0/24': null } }),
    flow: toB,
    blamed: 'TgwTable',
    code: 'blackhole',
  },
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: {
    design: withTable(two, { ...all, propagations: ['AttachA'] }),
    flow: toB,
    blamed: 'TgwTable',
    code: 'no-route',
  },
  TGW_RTB_CANNOT_ROUTE: {
    design: withTable(two, { ...all, propagations: ['AttachA'], routes: { '10.1.9.0/24': 'AttachB' } }),
    flow: toB,
    blamed: 'TgwTable',
    code: 'no-route',
  },
  TGW_RTB_MORE_SPECIFIC_ROUTE: {
    design: [...withTable(two, { ...three, routes: { '10.1.0.0/24': 'AttachC' } }), ...twinOfB],
    flow: toB,
    blamed: 'TgwTable',
    code: 'wrong-owner',
  },
  TGW_RTB_HIGHER_PRIORITY_ROUTE: {
    design: [...withTable(two, { ...three, routes: { '10.1.0.0/16': 'AttachC' } }), ...twinOfB],
    flow: toB,
    blamed: 'TgwTable',
    code: 'wrong-owner',
  },
};
