import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { drawn } from '../../testing/kindFacts';
import { largeDesign } from '../../testing/largeDesign';
import { documentOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import { listPrices } from '../cost/prices';
import { box, type Box } from '../model/sketch';
import { lensNames, type LensName } from './lens';
import { lensView } from './lensView';

function seen(lens: LensName, ...boxes: readonly Box[]) {
  const { marks, links, sets, total } = lensView(catalog, drawn(catalog, ...boxes), lens, listPrices);
  return {
    matters: [...marks.keys()].sort(),
    notes: Object.fromEntries(
      [...marks].flatMap(([id, { notes }]) => (notes === undefined ? [] : [[id, notes.map(({ en }) => en)]])),
    ),
    tints: Object.fromEntries(
      [...marks].flatMap(([id, { tint }]) => (tint === undefined ? [] : [[id, tint]])),
    ),
    links: links.map(({ from, to, says }) => [from, to, says.en]),
    sets: sets.map(({ id, members }) => [id, [...members]]),
    total: total?.en,
  };
}

const vpc = (...inside: readonly Box[]): Box => box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, ...inside);

describe('the lens on routes', () => {
  test('gives subnets of one table one colour, and says where its routes lead', () => {
    const { tints, notes, matters } = seen(
      'routes',
      vpc(
        box('internet-gateway', 'Igw'),
        box('route-table', 'Public', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: null } } }),
        box('subnet', 'A', { routeTable: 'Public' }),
        box('subnet', 'B', { routeTable: 'Public' }),
        box('subnet', 'C', { routeTable: 'Private' }, box('instance', 'App')),
      ),
    );

    expect(tints['A']).toBe(tints['Public']);
    expect(tints['B']).toBe(tints['Public']);
    expect(tints['C']).toBe(tints['Private']);
    expect(tints['A']).not.toBe(tints['C']);
    expect(notes['A']).toEqual(['0.0.0.0/0 → Igw']);
    expect(notes['C']).toEqual(['0.0.0.0/0 → blackhole']);
    expect(matters).toEqual(['A', 'B', 'C', 'Igw', 'Private', 'Public']);
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html#main-route-table
  test('takes the main table for a subnet that names none, drawn or not (RT1)', () => {
    const withMain = seen('routes', vpc(box('route-table', 'Main', { main: true }), box('subnet', 'A')));
    const without = seen('routes', vpc(box('subnet', 'A')));

    expect(withMain.notes['A']).toEqual(['Main', 'local']);
    expect(without.notes['A']).toEqual(['main route table: local']);
    expect(without.tints).toEqual({});
  });

  test('shows the routes of gateway endpoints and those that nobody knows', () => {
    const { notes, matters } = seen(
      'routes',
      vpc(
        box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Table: true } }),
        box('route-table', 'Table', {
          routes: {
            a: { destination: { unknown: { en: 'a parameter', ja: 'パラメータ' } }, target: 'gone' },
          },
        }),
        box('subnet', 'A', { routeTable: 'Table' }),
        box('subnet', 'B', { routeTable: { unknown: { en: 'chosen later', ja: '未定' } } }),
      ),
    );

    expect(notes['A']).toEqual(['? → gone', 's3 → S3']);
    expect(notes['B']).toEqual(['chosen later']);
    // What is named and not drawn is not marked.
    expect(matters).toEqual(['A', 'B', 'S3', 'Table']);
  });
});

describe('the lens on security', () => {
  test('draws each group around those that have it, and joins groups that let one another in', () => {
    const { sets, links, notes, matters } = seen(
      'security',
      vpc(
        box('security-group', 'WebGroup', {
          inbound: {
            a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' },
          },
        }),
        box('security-group', 'DbGroup', {
          inbound: {
            a: { protocol: 'tcp', fromPort: 5432, toPort: 5432, peer: { ref: 'WebGroup' } },
            b: { protocol: 'any', fromPort: null, toPort: null, peer: { ref: 'DbGroup' } },
            c: { protocol: 'icmp', fromPort: null, toPort: null, peer: { ref: 'WebGroup' } },
          },
        }),
        box('network-acl', 'Acl'),
        box('route-table', 'Table'),
        box(
          'subnet',
          'A',
          {},
          box('instance', 'Web', { securityGroups: { WebGroup: true } }),
          box('instance', 'Db', { securityGroups: { DbGroup: true } }),
          box('nat-gateway', 'Nat'),
        ),
      ),
    );

    expect(sets).toEqual([
      ['WebGroup', ['Web']],
      ['DbGroup', ['Db']],
    ]);
    expect(links).toEqual([['WebGroup', 'DbGroup', 'TCP 5432, ICMP']]);
    expect(notes).toEqual({
      WebGroup: ['TCP 443 ← 0.0.0.0/0'],
      DbGroup: ['TCP 5432 ← WebGroup', 'all traffic ← DbGroup', 'ICMP ← WebGroup'],
    });
    expect(matters).toEqual(['A', 'Acl', 'Db', 'DbGroup', 'Web', 'WebGroup']);
  });

  test('leaves out a group that nobody has as a box, and a peer that is gone as a line', () => {
    const { sets, links, matters } = seen(
      'security',
      vpc(
        box('security-group', 'Unused', {
          inbound: { a: { protocol: 'tcp', fromPort: 1, toPort: 9, peer: { ref: 'gone' } } },
        }),
      ),
    );

    expect([sets, links, matters]).toEqual([[], [], ['Unused']]);
  });
});

describe('the lens on endpoints', () => {
  test('joins endpoints with the services they lead to, and marks the subnets and tables they serve', () => {
    const { links, notes, matters } = seen(
      'endpoints',
      box(
        'region',
        'Region',
        { region: 'ap-northeast-1' },
        box('aws-service', 'S3', { service: 's3' }),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        box('aws-service', 'Kms', { service: 'kms' }),
        vpc(
          box('gateway-endpoint', 'ToS3', { service: 's3', routeTables: { Table: true } }),
          box('route-table', 'Table', { main: true }),
          box('subnet', 'ByDefault', {}, box('instance', 'App')),
          box('route-table', 'Other'),
          box(
            'subnet',
            'Apart',
            { routeTable: 'Other' },
            box('interface-endpoint', 'ToSqs', { service: 'sqs', privateDns: false }),
          ),
        ),
      ),
    );

    expect(links).toEqual([
      ['ToS3', 'S3', ''],
      ['ToSqs', 'Sqs', 'PrivateLink'],
    ]);
    expect(notes).toEqual({ ToS3: ['s3'], ToSqs: ['sqs', 'no private DNS'] });
    expect(matters).toEqual(['Apart', 'ByDefault', 'S3', 'Sqs', 'Table', 'ToS3', 'ToSqs']);
  });
});

describe('the lens on cost', () => {
  // https://aws.amazon.com/vpc/pricing/
  test('says what each priced resource costs a month, and all together', () => {
    const { notes, total, matters } = seen(
      'cost',
      box(
        'region',
        'Region',
        { region: 'us-east-1' },
        vpc(
          box('gateway-endpoint', 'S3', { service: 's3' }),
          box('subnet', 'A', {}, box('nat-gateway', 'Nat'), box('instance', 'App')),
        ),
      ),
    );

    expect(notes).toEqual({ S3: ['$0.00 a month'], Nat: ['$36.50 a month'] });
    expect(total).toBe('$36.50 a month');
    expect(matters).toEqual(['Nat', 'S3']);
  });

  test('says of what nobody knows that it is more, or not known', () => {
    const { notes, total } = seen(
      'cost',
      box(
        'region',
        'Region',
        { region: 'eu-west-3' },
        vpc(box('subnet', 'A', {}, box('nat-gateway', 'Nat', { connectivity: 'private' }))),
      ),
    );

    expect(notes).toEqual({ Nat: ['not known'] });
    expect(total).toBe('≥ $0.00 a month; 1 resource has charges that are not known');
  });
});

describe('every lens', () => {
  test.each(lensNames)('%s marks some and not all of an example, in both languages', (lens) => {
    const document = documentOf(catalog, threePaths);

    const { marks, links } = lensView(catalog, document, lens, listPrices);

    expect(marks.size).toBeGreaterThan(0);
    expect(marks.size).toBeLessThan(document.resources.size);
    for (const { notes = [] } of marks.values())
      for (const { en, ja } of notes) expect([en, ja].every((text) => text !== '')).toBe(true);
    for (const { from, to } of links)
      expect(document.resources.has(from) && document.resources.has(to)).toBe(true);
  });

  test.each(lensNames)('%s marks resources of a design of thousands', (lens) => {
    const document = largeDesign(catalog, 2000);

    const { marks } = lensView(catalog, document, lens, listPrices);

    expect(marks.size).toBeGreaterThan(0);
    expect([...marks.keys()].every((id) => document.resources.has(id))).toBe(true);
  });

  test.each(lensNames)('%s has nothing to say of an empty diagram', (lens) => {
    expect(lensView(catalog, drawn(catalog), lens, listPrices).marks.size).toBe(0);
  });
});
