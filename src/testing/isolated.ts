/** A VPC without a way out, to which the tests of endpoints add some. */
import { allow, gatewayEndpoint, instance, region, routeTable, securityGroup, subnet, vpc } from './facts';

export const s3 = `com.amazonaws.${region}.s3`;

/** Two private subnets without a way out; the app sits in the first. */
export const isolated = [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: 'ap-northeast-1c' }),
  routeTable('Table', 'Vpc'),
  instance('App', 'A', { securityGroups: ['AppGroup'] }),
  securityGroup('AppGroup', 'Vpc'),
  securityGroup('FromVpc', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
];
export const without = (by: string) => isolated.filter((fact) => fact.by !== by);
export const s3Endpoint = gatewayEndpoint('S3Endpoint', 'Vpc', 's3', ['Table']);
