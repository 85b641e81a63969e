import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';

test('a new subnet starts with the next free block of its VPC and the zone with the fewest subnets', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'First', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
      box('subnet', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({ cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' });
});

test('a new subnet in an Availability Zone box takes that zone', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('availability-zone', 'Box', { zone: 'ap-northeast-1d' }, box('subnet', 'New'))),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ zone: 'ap-northeast-1d' });
});

test('subnets in Availability Zone boxes count for their box’s zone', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('availability-zone', 'Box', { zone: 'ap-northeast-1a' }, box('subnet', 'Boxed', { zone: '' })),
      box('subnet', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ zone: 'ap-northeast-1c' });
});

test('a new subnet goes into the secondary block of a VPC that is full', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/24', secondaryCidrs: { more: { cidr: '10.9.0.0/16' } } },
      box('subnet', 'Full', { cidr: '10.0.0.0/24' }),
      box('subnet', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ cidr: '10.9.0.0/24' });
});

test('a new subnet is as large as still fits where little room is left', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/24' },
      box('subnet', 'Half', { cidr: '10.0.0.0/25' }),
      box('subnet', 'Quarter', { cidr: '10.0.0.128/26' }),
      box('subnet', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ cidr: '10.0.0.192/26' });
});

test('a new subnet takes the next IPv6 number where its neighbours have IPv6', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { ipv6: true },
      box('subnet', 'First', { ipv6: 0 }),
      box('subnet', 'Third', { ipv6: 2 }),
      box('subnet', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ ipv6: 1 });
});

test('a subnet without a table of its own is public when the main table leads to an internet gateway', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'Main', {
        main: true,
        routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } },
      }),
      box('route-table', 'Local'),
      box('subnet', 'OnMain'),
      box('subnet', 'OnLocal', { routeTable: 'Local' }),
    ),
  );

  expect(lookOf(catalog, document, 'OnMain').label?.en).toBe('Public subnet');
  expect(lookOf(catalog, document, 'OnLocal').label?.en).toBe('Private subnet');
});

test('a subnet whose table is unknown is not called public because of the main table', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'Main', {
        main: true,
        routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } },
      }),
      box('subnet', 'Subnet', { routeTable: { unknown: { en: 'a parameter', ja: 'パラメータ' } } }),
    ),
  );

  expect(lookOf(catalog, document, 'Subnet').label?.en).toBe('Private subnet');
});

test('the zone of the box around a subnet is the one that counts', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'availability-zone',
        'Box',
        { zone: 'ap-northeast-1c' },
        box('subnet', 'Subnet', { zone: 'ap-northeast-1a' }),
      ),
    ),
  );

  expect(factsFrom(catalog, document, 'Subnet')).toMatchObject([{ zone: 'ap-northeast-1c', network: 'Vpc' }]);
});
