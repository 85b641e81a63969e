import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';

test('an endpoint service says which load balancers stand behind it and who may connect', () => {
  const document = drawn(
    catalog,
    box(
      'region',
      'Osaka',
      { region: 'ap-northeast-3' },
      box('endpoint-service', 'Service', {
        loadBalancers: { Nlb: true },
        principals: { a: { principal: '*' } },
      }),
    ),
  );

  expect(factsFrom(catalog, document, 'Service')).toEqual([
    {
      fact: 'endpoint-service',
      by: 'Service',
      region: 'ap-northeast-3',
      acceptanceRequired: true,
      loadBalancers: ['Nlb'],
      principals: ['*'],
    },
  ]);
});

test('an interface endpoint for it says so, and names no service of AWS', () => {
  const document = drawn(
    catalog,
    box('endpoint-service', 'Service'),
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'subnet',
        'A',
        {},
        box('interface-endpoint', 'Endpoint', { endpointService: 'Service', accepted: true }),
      ),
    ),
  );

  expect(factsFrom(catalog, document, 'Endpoint')[0]).toMatchObject({
    service: '',
    provider: 'Service',
    accepted: true,
  });
});

test('a new one takes the first load balancer that has no endpoint service', () => {
  const document = drawn(
    catalog,
    box('endpoint-service', 'Old', { loadBalancers: { One: true } }),
    box('endpoint-service', 'New'),
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A', {}, box('network-load-balancer', 'One'), box('network-load-balancer', 'Two')),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({ loadBalancers: { Two: true } });
});
