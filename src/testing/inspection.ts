/** A design whose packets are led through a Gateway Load Balancer endpoint. */
import type { Fact, RouteRow } from '../core/network/facts';
import {
  allow,
  gwlbEndpoint,
  instance,
  internetGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from './facts';

export interface Design {
  readonly client?: Readonly<Record<string, RouteRow['target']>>;
  readonly endpoint?: Readonly<Record<string, RouteRow['target']>>;
  readonly server?: Readonly<Record<string, RouteRow['target']>>;
}

/** Two subnets of a VPC with a Gateway Load Balancer endpoint between them, in a subnet of its own (GW1). */
export const inspected = ({
  client = { '10.0.2.0/24': 'Gwlbe' },
  endpoint = {},
  server = { '10.0.0.0/24': 'Gwlbe' },
}: Design = {}): readonly Fact[] => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('ClientSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'ClientTable' }),
  subnet('EndpointSubnet', 'Vpc', '10.0.1.0/24', { routeTable: 'EndpointTable', networkAcl: 'Acl' }),
  subnet('ServerSubnet', 'Vpc', '10.0.2.0/24', { routeTable: 'ServerTable' }),
  routeTable('ClientTable', 'Vpc', client),
  routeTable('EndpointTable', 'Vpc', endpoint),
  routeTable('ServerTable', 'Vpc', server),
  networkAcl('Acl', 'Vpc', {}),
  securityGroup('ClientGroup', 'Vpc'),
  securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/24')] }),
  instance('Client', 'ClientSubnet', { securityGroups: ['ClientGroup'], publicIpv4: true }),
  instance('Server', 'ServerSubnet', { securityGroups: ['ServerGroup'], publicIpv4: true }),
  gwlbEndpoint('Gwlbe', 'Vpc', 'EndpointSubnet'),
];

export const without = (facts: readonly Fact[], by: string): readonly Fact[] =>
  facts.filter((fact) => fact.by !== by);
