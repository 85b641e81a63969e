import { expect, test } from 'vitest';
import {
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  routeTable,
  subnet,
  vpc,
  securityGroup,
  allow,
} from '../../testing/facts';
import { compileNetwork } from './network';

/** Scenario 1: a public, a NAT, an endpoint and an isolated lane. */
const base = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable' }),
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
  subnet('Isolated', 'Vpc', '10.0.2.0/24', { routeTable: 'IsolatedTable' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
  routeTable('IsolatedTable', 'Vpc'),
  natGateway('Nat', 'Public'),
  instance('Bastion', 'Public', { publicIpv4: true }),
  instance('App', 'Private'),
  instance('Db', 'Isolated'),
  securityGroup('EndpointGroup', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
];

test('a workload with a public address reaches S3 through the internet gateway', () => {
  const trace = compileNetwork(base).trace(flow('Bastion', { service: 's3' }));

  expect(trace.verdict).toBe('reachable');
  expect(trace.forward.disposition).toBe('exits-to-service');
  expect(trace.resolution?.answers).toEqual(['pl:com.amazonaws.ap-northeast-1.s3']);
});

test('a private workload reaches the internet through the NAT gateway, and the reply comes back', () => {
  const trace = compileNetwork(base).trace(flow('App', 'internet'));

  expect(trace.verdict).toBe('reachable');
  expect(trace.forward.disposition).toBe('exits-to-internet');
  expect(trace.return?.disposition).toBe('delivered');
});

test('an isolated workload reaches S3 only with a gateway endpoint on its table', () => {
  const without = compileNetwork(base).trace(flow('Db', { service: 's3' }));
  const withOne = compileNetwork([...base, gatewayEndpoint('S3', 'Vpc', 's3', ['IsolatedTable'])]).trace(
    flow('Db', { service: 's3' }),
  );

  expect(without.blockedBy[0]).toMatchObject({ resource: 'IsolatedTable', code: 'no-route' });
  expect(withOne.verdict).toBe('reachable');
});

test('an isolated workload reaches Systems Manager through an interface endpoint with private DNS', () => {
  const trace = compileNetwork([
    ...base,
    ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['Isolated'], { securityGroups: ['EndpointGroup'] }),
  ]).trace(flow('Db', { service: 'ssm' }));

  expect(trace.verdict).toBe('reachable');
  expect(trace.resolution?.by).toBe('Ssm');
  expect(trace.forward.disposition).toBe('exits-to-service');
});
