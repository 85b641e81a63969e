import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, lookOf, proposedFor } from '../../testing/kindFacts';

test('a new database takes a subnet in a second zone, as its subnet group needs', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'availability-zone',
        'ZoneA',
        { zone: 'ap-northeast-1a' },
        box('subnet', 'A', {}, box('rds-instance', 'New')),
        box('subnet', 'AlsoA'),
      ),
      box('subnet', 'C', { zone: 'ap-northeast-1c' }),
    ),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({ subnets: { C: true } });
});

test('a database shows its own port, or that of its engine', () => {
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
        box('rds-instance', 'Mysql', { engine: 'mysql' }),
        box('rds-instance', 'Other', { engine: 'mysql', port: 13306 }),
      ),
    ),
  );

  expect(lookOf(catalog, document, 'Mysql')).toMatchObject({ detail: ':3306' });
  expect(lookOf(catalog, document, 'Other')).toMatchObject({ detail: ':13306' });
});
