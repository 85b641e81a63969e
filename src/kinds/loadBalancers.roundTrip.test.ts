import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('load balancers come back, with their listeners, rules, addresses and targets', () => {
  const { before, after } = thereAndBack(
    box('target-group', 'Function', {
      targetType: 'lambda',
      targets: { a: { target: { ref: 'Fn' }, port: null, zone: '' } },
    }),
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box('target-group', 'Web targets', {
        protocol: 'HTTP',
        port: 8080,
        targets: {
          a: { target: { ref: 'Web' }, port: null, zone: '' },
          b: { target: { ref: 'Web' }, port: 9000, zone: '' },
        },
        crossZone: 'off',
      }),
      box('target-group', 'Api targets', { targetType: 'ip', protocol: 'HTTP', port: 80, ipv6: true }),
      box('target-group', 'Addresses', {
        targetType: 'ip',
        targets: {
          a: { target: '10.0.0.20', port: null, zone: '' },
          b: { target: '192.168.0.9', port: 8080, zone: 'all' },
          c: { target: { ref: 'Web' }, port: null, zone: '' },
        },
        preserveClientIp: 'on',
        crossZone: 'on',
      }),
      box('target-group', 'Alb targets', {
        targetType: 'alb',
        targets: { a: { target: { ref: 'Alb' }, port: null, zone: '' } },
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
        box('instance', 'Web'),
        box('lambda-function', 'Fn'),
        box('ecs-service', 'Api', { targetGroups: { 'Api targets': true }, containerPort: 8080 }),
        box('application-load-balancer', 'Alb', {
          scheme: 'internet-facing',
          addressType: 'dualstack',
          subnets: { C: true },
          securityGroups: { Group: true },
          listeners: {
            a: { protocol: 'HTTP', port: 80, targetGroup: null, others: {} },
            b: { protocol: 'HTTP', port: 8080, targetGroup: 'Web targets', others: {} },
          },
          rules: {
            a: { listener: 8080, priority: 10, path: '/api/*, /v2/*', host: '', targetGroup: 'Api targets' },
            b: { listener: 8080, priority: 20, path: '', host: 'fn.example.com', targetGroup: 'Function' },
          },
        }),
        box('application-load-balancer', 'Plain alb', { subnets: { C: true } }),
        box('network-load-balancer', 'Nlb', {
          subnets: { C: true },
          crossZone: true,
          securityGroups: { Group: true },
          filtersPrivateLink: false,
          addresses: { a: { subnet: 'A', privateIp: '10.0.0.10', elasticIp: false } },
          listeners: {
            a: { protocol: 'TCP', port: 80, targetGroup: 'Addresses', others: {} },
            b: { protocol: 'TCP', port: 81, targetGroup: 'Alb targets', others: { Addresses: true } },
          },
        }),
        box('network-load-balancer', 'Front', {
          scheme: 'internet-facing',
          subnets: { C: true },
          dualStack: true,
          addresses: {
            a: { subnet: 'A', privateIp: '', elasticIp: true },
            c: { subnet: 'C', privateIp: '', elasticIp: true },
          },
        }),
      ),
      box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
    ),
  );

  expect(after).toEqual(before);
});

test('a Gateway Load Balancer comes back with its appliances, and its endpoint as a target of routes', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Endpoint' } } }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('instance', 'Firewall', { sourceDestinationCheck: false }),
        box('network-interface', 'Tap', { attachedTo: 'Firewall' }),
        box('gateway-load-balancer', 'Gwlb', {
          subnets: { B: true },
          crossZone: true,
          targets: { a: { target: { ref: 'Firewall' } } },
        }),
        box('gateway-load-balancer', 'By address', {
          targetType: 'ip',
          targets: { a: { target: { ref: 'Tap' } }, b: { target: '10.0.1.20' } },
        }),
      ),
      box(
        'subnet',
        'B',
        { cidr: '10.0.1.0/24' },
        box('gwlb-endpoint', 'Endpoint', {
          service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
          dualStack: true,
        }),
      ),
    ),
  );

  expect(after).toEqual(before);
});
