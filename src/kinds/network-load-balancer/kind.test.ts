import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';

test('a Network Load Balancer has a node in each of its subnets, with the address that is fixed for it', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'subnet',
        'A',
        {},
        box('network-load-balancer', 'Nlb', {
          subnets: { C: true },
          addresses: { a: { subnet: 'C', privateIp: '10.0.1.10', elasticIp: false } },
          listeners: { a: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: { Other: true } } },
        }),
      ),
      box('subnet', 'C'),
    ),
  );

  expect(factsFrom(catalog, document, 'Nlb')).toMatchObject([
    {
      fact: 'load-balancer',
      type: 'network',
      network: 'Vpc',
      scheme: 'internal',
      crossZone: false,
      listeners: { a: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: ['Other'] } },
    },
    { fact: 'interface', subnet: 'A', privateIpv4: null, workload: false, clientPorts: [1024, 65535] },
    { fact: 'interface', subnet: 'C', privateIpv4: '10.0.1.10', publicIpv4: false },
  ]);
});

test('a fixed address whose subnet nobody knows may be that of any node', () => {
  const subnet = { unknown: { en: 'a parameter', ja: 'パラメータ' } };
  const addressesOf = (privateIp: string) => {
    const nlb = box('network-load-balancer', 'Nlb', {
      addresses: { a: { subnet, privateIp, elasticIp: true } },
    });
    return factsFrom(catalog, drawn(catalog, box('vpc', 'Vpc', {}, box('subnet', 'A', {}, nlb))), 'Nlb')[1];
  };

  expect(addressesOf('10.0.1.10')).toMatchObject({ privateIpv4: subnet });
  expect(addressesOf('')).toMatchObject({ privateIpv4: null });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
test('LB3 one without security groups is filtered by none, not by the default one', () => {
  const groupsOf = (securityGroups: Readonly<Record<string, true>>) => {
    const document = drawn(
      catalog,
      box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb', { securityGroups }))),
    );
    return factsFrom(catalog, document, 'Nlb')[1];
  };

  expect(groupsOf({})).toMatchObject({ securityGroups: null });
  expect(groupsOf({ Group: true })).toMatchObject({ securityGroups: ['Group'] });
});

test('its listeners are told of on the diagram', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'subnet',
        'A',
        {},
        box('network-load-balancer', 'Nlb', {
          scheme: 'internet-facing',
          listeners: {
            a: { protocol: 'TCP', port: 80, targetGroup: null, others: {} },
            b: { protocol: 'TLS', port: 443, targetGroup: null, others: {} },
          },
        }),
      ),
    ),
  );

  expect(lookOf(catalog, document, 'Nlb')).toMatchObject({
    detail: 'TCP 80, TLS 443',
    label: { en: 'Internet-facing Network Load Balancer' },
  });
});

test('a new one takes a subnet on the same table in each other zone, and the target group that nobody uses', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'NlbGroup'),
      box('target-group', 'Used'),
      box('target-group', 'Free', { port: 8080 }),
      box(
        'subnet',
        'A',
        { zone: 'ap-northeast-1a', routeTable: 'Table' },
        box('network-load-balancer', 'Old', {
          listeners: { a: { protocol: 'TCP', port: 80, targetGroup: 'Used', others: {} } },
        }),
        box('network-load-balancer', 'New'),
      ),
      box('subnet', 'Twin', { zone: 'ap-northeast-1a', routeTable: 'Table' }),
      box('subnet', 'Public', { zone: 'ap-northeast-1c' }),
      box('subnet', 'C', { zone: 'ap-northeast-1c', routeTable: 'Table' }),
      box('route-table', 'Table'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    securityGroups: { NlbGroup: true },
    subnets: { C: true },
    listeners: { first: { protocol: 'TCP', port: 8080, targetGroup: 'Free', others: {} } },
  });
});
