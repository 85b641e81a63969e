/**
 * PL1: the type of an endpoint and the load balancers of its service.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-gateway-load-balancer-endpoint-service.html
 */
import { describe, expect, test } from 'vitest';
import {
  allow,
  endpointService,
  flow,
  gatewayLoadBalancer,
  gwlbEndpoint,
  instance,
  interfaceEndpoint,
  networkLoadBalancer,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

const provider: readonly Fact[] = [
  vpc('Provider', '10.1.0.0/16'),
  subnet('ProviderSubnet', 'Provider', '10.1.0.0/24'),
  securityGroup('Open', 'Provider', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Web', 'ProviderSubnet', { securityGroups: ['Open'] }),
  targetGroup('Group', 'Provider', ['Web']),
  ...networkLoadBalancer('Nlb', 'Provider', ['ProviderSubnet'], { 'TCP 80': 'Group' }),
  instance('Firewall', 'ProviderSubnet', { securityGroups: ['Open'], sourceDestinationCheck: false }),
  gatewayLoadBalancer('Gwlb', 'Provider', ['ProviderSubnet'], [{ ref: 'Firewall' }]),
];

describe('an interface endpoint', () => {
  const ask = (loadBalancers: readonly string[], service: Parameters<typeof interfaceEndpoint>[4] = {}) =>
    compileNetwork([
      ...provider,
      vpc('Consumer'),
      subnet('Subnet', 'Consumer', '10.0.0.0/24'),
      securityGroup('Group443', 'Consumer', { in: [allow('any', null, '0.0.0.0/0')] }),
      instance('Client', 'Subnet'),
      ...interfaceEndpoint('Endpoint', 'Consumer', '', ['Subnet'], {
        service: '',
        privateDns: false,
        provider: 'Service',
        securityGroups: ['Group443'],
        ...service,
      }),
      endpointService('Service', loadBalancers),
    ]).trace(flow('Client', 'Endpoint', { port: 80 }));

  test('is created for a service on a Network Load Balancer', () => {
    expect(ask(['Nlb']).verdict).toBe('reachable');
  });

  test('is refused for a service on a Gateway Load Balancer', () => {
    const trace = ask(['Gwlb']);

    expect(trace.verdict).toBe('blocked');
    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Endpoint',
      field: 'endpointService',
      code: 'cannot-be-created',
      says: {
        en: 'Endpoint cannot be created: Service stands on a Gateway Load Balancer, and takes Gateway Load Balancer endpoints only',
      },
    });
  });

  test('is not refused for what nobody knows', () => {
    // A load balancer that is given from outside, and a service that is.
    expect(ask([]).blockedBy[0]).not.toMatchObject({ field: 'endpointService' });
    expect(ask(['Nlb', 'Elsewhere']).verdict).toBe('reachable');
    expect(ask(['Gwlb'], { provider: unknown }).verdict).toBe('unknown');
  });
});

describe('a Gateway Load Balancer endpoint', () => {
  const ask = (loadBalancers: readonly string[], providedBy = 'Service') =>
    compileNetwork([
      ...provider,
      vpc('Consumer'),
      subnet('ClientSubnet', 'Consumer', '10.0.0.0/24', { routeTable: 'ClientTable' }),
      subnet('EndpointSubnet', 'Consumer', '10.0.1.0/24'),
      subnet('ServerSubnet', 'Consumer', '10.0.2.0/24', { routeTable: 'ServerTable' }),
      routeTable('ClientTable', 'Consumer', { '10.0.2.0/24': 'Endpoint' }),
      routeTable('ServerTable', 'Consumer', { '10.0.0.0/24': 'Endpoint' }),
      securityGroup('All', 'Consumer', { in: [allow('any', null, '0.0.0.0/0')] }),
      instance('Client', 'ClientSubnet', { securityGroups: ['All'] }),
      instance('Server', 'ServerSubnet', { securityGroups: ['All'] }),
      gwlbEndpoint('Endpoint', 'Consumer', 'EndpointSubnet', { provider: providedBy }),
      endpointService('Service', loadBalancers),
    ]).trace(flow('Client', 'Server'));

  test('is created for a service on a Gateway Load Balancer, or for one that is not drawn', () => {
    expect(ask(['Gwlb']).verdict).toBe('unknown');
    expect(ask([], 'Gwlb').verdict).toBe('unknown');
    expect(ask(['Nlb'], 'Elsewhere').verdict).toBe('unknown');
  });

  test('is refused for a service on a Network Load Balancer, and takes nothing that a route leads to it', () => {
    const trace = ask(['Nlb']);

    expect(trace.verdict).toBe('blocked');
    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Endpoint',
      field: 'provider',
      code: 'cannot-be-created',
      says: {
        en: 'Endpoint cannot be created: Service stands on a Network Load Balancer, and takes interface endpoints only',
      },
    });
  });
});
