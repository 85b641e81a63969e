import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('endpoints come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table'),
      box('security-group', 'Group'),
      box('gateway-endpoint', 'S3', { routeTables: { Table: true } }),
      box('gateway-endpoint', 'DynamoDB', {
        service: 'dynamodb',
        policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2),
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('interface-endpoint', 'Ssm', { subnets: { B: true }, securityGroups: { Group: true } }),
        box('interface-endpoint', 'Provider', {
          service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
          privateDns: false,
        }),
        box('interface-endpoint', 'S3 all', { service: 's3', privateDnsFor: 'all' }),
        box('interface-endpoint', 'S3 inbound', { service: 's3', privateDnsFor: 'inbound' }),
        box('interface-endpoint', 'Records', { dnsRecords: 'service-defined', privateDnsFor: 'all' }),
        box('interface-endpoint', 'Shop', { service: '', endpointService: 'Service', privateDns: false }),
      ),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('network-load-balancer', 'Nlb')),
    ),
    box('endpoint-service', 'Service', {
      loadBalancers: { Nlb: true },
      acceptanceRequired: false,
      principals: { 'principal-1': { principal: 'arn:aws:iam::111122223333:root' } },
    }),
  );

  expect(after).toEqual(before);
});
