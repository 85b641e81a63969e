/** Codes of VPC endpoints and of the services behind them. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  attachment,
  endpointService,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  networkLoadBalancer,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  transitGateway,
  transitTable,
  vpc,
} from '../facts';
import type { Family } from './shown';

/** An application in a VPC whose subnet has a gateway endpoint for S3. */
const withS3: readonly Fact[] = [
  vpc('Vpc'),
  subnet('Subnet', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', { '10.9.0.0/16': 'Tgw' }),
  instance('App', 'Subnet'),
  gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
];

const s3 = { service: 's3' } as const;

export const endpoints: Family = {
  // GE4: a transit gateway brings the packet to a subnet with a gateway endpoint, which serves its own VPC only.
  GATEWAY_REJECTS_SPOOFED_TRAFFIC: {
    design: [
      ...withS3,
      vpc('Spoke', '10.9.0.0/16'),
      subnet('SpokeSubnet', 'Spoke', '10.9.0.0/24', { routeTable: 'SpokeTable' }),
      routeTable('SpokeTable', 'Spoke', { '0.0.0.0/0': 'Tgw' }),
      instance('Caller', 'SpokeSubnet'),
      transitGateway('Tgw'),
      attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
      attachment('ToSpoke', 'Tgw', 'Spoke', ['SpokeSubnet']),
      transitTable('TgwTable', 'Tgw', {
        associations: ['ToVpc', 'ToSpoke'],
        propagations: ['ToSpoke'],
        routes: { '0.0.0.0/0': 'ToVpc' },
      }),
    ],
    flow: flow('Caller', s3),
    blamed: 'S3',
    code: 'gateway-rejects',
  },
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: {
    design: withS3,
    flow: flow('App', s3, { protocol: 'udp' }),
    blamed: 'S3',
    code: 'gateway-rejects',
  },
  VPCE_INTRA_VPC_TRAFFIC: {
    design: [...withS3, ...interfaceEndpoint('Sqs', 'Vpc', 'sqs', ['Subnet'])],
    flow: flow('Sqs', 'App'),
    blamed: 'Sqs',
    code: 'gateway-rejects',
  },
  VPCE_SERVICE_NOT_INSTALLED_IN_AZ: {
    design: [
      vpc('Consumer'),
      subnet('ConsumerC', 'Consumer', '10.0.1.0/24', { zone: `${region}c` }),
      instance('Client', 'ConsumerC'),
      securityGroup('EndpointGroup', 'Consumer', { in: [allow('tcp', 80, '10.0.0.0/16')] }),
      ...interfaceEndpoint('Endpoint', 'Consumer', '', ['ConsumerC'], {
        service: '',
        privateDns: false,
        provider: 'Service',
        securityGroups: ['EndpointGroup'],
      }),
      endpointService('Service', ['Nlb']),
      vpc('Provider', '10.1.0.0/16'),
      subnet('ProviderA', 'Provider', '10.1.0.0/24', { zone: `${region}a` }),
      ...networkLoadBalancer('Nlb', 'Provider', ['ProviderA'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Provider', ['Web']),
      instance('Web', 'ProviderA'),
    ],
    flow: flow('Client', 'Endpoint', { port: 80 }),
    blamed: 'Endpoint',
    code: 'not-in-zone',
  },
};
