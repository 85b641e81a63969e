import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';

test('an interface endpoint has an interface in each of its subnets, none of which starts flows', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'Group'),
      box(
        'subnet',
        'A',
        {},
        box('interface-endpoint', 'Ssm', {
          service: 'ssm',
          subnets: { B: true },
          securityGroups: { Group: true },
        }),
      ),
      box('subnet', 'B'),
    ),
  );

  expect(factsFrom(catalog, document, 'Ssm')).toMatchObject([
    { fact: 'interface-endpoint', service: 'com.amazonaws.ap-northeast-1.ssm', privateDns: true },
    { fact: 'interface', subnet: 'A', workload: false, securityGroups: ['Group'] },
    { fact: 'interface', subnet: 'B', workload: false, securityGroups: ['Group'] },
  ]);
});

test.each([
  'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
  'com.amazonaws.us-east-1.s3',
  'aws.sagemaker.ap-northeast-1.notebook',
])('an endpoint for %s keeps the full name', (service) => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('interface-endpoint', 'Endpoint', { service }))),
  );

  expect(factsFrom(catalog, document, 'Endpoint')).toMatchObject([{ service }, {}]);
});

test('a new interface endpoint takes the security group of the other endpoints, and the next service', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'Shared'),
      box(
        'subnet',
        'A',
        {},
        box('interface-endpoint', 'Ssm', { service: 'ssm', securityGroups: { Shared: true } }),
        box('interface-endpoint', 'New'),
      ),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    service: 'ssmmessages',
    securityGroups: { Shared: true },
  });
});

test('the first interface endpoint takes a security group that is named for endpoints', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'WebGroup'),
      box('security-group', 'EndpointGroup'),
      box('subnet', 'A', {}, box('interface-endpoint', 'New')),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ securityGroups: { EndpointGroup: true } });
});
