import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';

test('a new gateway endpoint goes onto the tables of the private subnets', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'PublicTable', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      box('route-table', 'PrivateTable'),
      box('route-table', 'Unused'),
      box('subnet', 'Public', { routeTable: 'PublicTable' }),
      box('subnet', 'Private', { routeTable: 'PrivateTable' }),
      box('gateway-endpoint', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    service: 's3',
    routeTables: { PrivateTable: true },
  });
});

test('a new gateway endpoint goes onto every table of its VPC when no subnet is private', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('route-table', 'A'), box('route-table', 'B'), box('gateway-endpoint', 'New')),
    box('vpc', 'Other', {}, box('route-table', 'Elsewhere')),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ routeTables: { A: true, B: true } });
});

test('a second gateway endpoint of a VPC is for the other service', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('gateway-endpoint', 'First', { service: 's3' }),
      box('gateway-endpoint', 'New'),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toMatchObject({ service: 'dynamodb' });
});

test('a gateway endpoint serves the service of its own Region', () => {
  const document = drawn(
    catalog,
    box(
      'region',
      'Osaka',
      { region: 'ap-northeast-3' },
      box('vpc', 'Vpc', {}, box('gateway-endpoint', 'S3')),
    ),
  );

  expect(factsFrom(catalog, document, 'S3')).toMatchObject([
    { service: 'com.amazonaws.ap-northeast-3.s3', network: 'Vpc' },
  ]);
});
