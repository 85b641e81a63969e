import { describe, expect, test } from 'vitest';
import { catalog } from '../../awsKinds';
import { compareFlow } from '../../awsWays';
import { fromSketch } from '../catalog/fromSketch';
import { listPrices } from '../cost/prices';
import { arrow, box, sketch } from '../model/sketch';
import { documentAfter } from '../plans/plan';
import { nameOf } from '../rules/context';
import { comparedRows, costLines, type Compared, type Row, type RowId } from './comparedRows';

/** An instance in a private subnet without a way to S3. */
function compared(region: string, gbPerMonth: number | null): readonly Compared[] {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'region',
        'Region',
        { region },
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table', {}),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', zone: `${region}a`, routeTable: 'Table' },
            box('instance', 'Web'),
          ),
        ),
        box('aws-service', 'Bucket', { service: 's3' }),
      ),
      arrow('Web', 'Bucket', { gbPerMonth }),
    ),
  );
  const found = compareFlow(catalog, document, 'Web→Bucket', { prices: listPrices })?.alternatives ?? [];
  return found
    .filter(({ passage }) => passage !== null)
    .map((alternative) => {
      const after = documentAfter({ catalog }, document, alternative.plan);
      return { alternative, nameOf: (id) => nameOf(catalog, after, id) };
    });
}

function row(rows: readonly Row[], id: RowId): Row {
  const found = rows.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

const briefs = ({ cells }: Row) => cells.map(({ brief }) => brief.en);

describe('the rows that ways are compared by', () => {
  const ways = compared('ap-northeast-1', 1000);
  const rows = comparedRows(ways);

  test('have a cell for each way, in their order', () => {
    expect(ways.map(({ alternative }) => alternative.id)).toEqual([
      'internet-gateway',
      'nat-gateway',
      'gateway-endpoint',
      'interface-endpoint',
    ]);
    expect(briefs(row(rows, 'private'))).toEqual(['no', 'no', 'yes', 'yes']);
    expect(briefs(row(rows, 'month'))).toEqual(['$3.65', '$110.91', '$0.00', '$20.22']);
    expect(briefs(row(rows, 'gb'))).toEqual(['$0', '$0.062', '$0', '$0.01']);
    expect(briefs(row(rows, 'public-ip'))).toEqual(['1 (Web)', '1 (NatGateway)', 'no', 'no']);
  });

  test('say what one says that the others do not, where most of them agree', () => {
    const name = row(rows, 'name');
    const isPrivate = row(rows, 'private');

    expect(name.differs).toBe(true);
    expect(name.cells.map(({ isApart }) => isApart)).toEqual([false, false, false, true]);
    // Two against two: neither is the odd one.
    expect(isPrivate.differs).toBe(true);
    expect(isPrivate.cells.some(({ isApart }) => isApart)).toBe(false);
  });

  test('count what each plan would make, by the names of the types', () => {
    expect(briefs(row(rows, 'plan'))[2]).toMatch(/^adds VPCEndpoint/);
    expect(row(rows, 'plan').cells[1]?.brief.ja).toMatch(/^追加: /);
  });

  test('leave out what none of them has to say', () => {
    expect(rows.map(({ id }) => id)).not.toContain('breaks');
    expect(rows.map(({ id }) => id)).toContain('assumed');
  });

  test('call an amount not known where nobody has a price, and never zero', () => {
    const elsewhere = comparedRows(compared('eu-west-3', 1000));

    expect(briefs(row(elsewhere, 'month'))[1]).toBe('not known');
    expect(row(elsewhere, 'month').cells[1]?.more[0]?.en).toContain('is known for eu-west-3');
    expect(briefs(row(elsewhere, 'gb'))[1]).toBe('not known');
  });

  test('tell the least that an amount can be where the traffic is not said', () => {
    const unsaid = comparedRows(compared('ap-northeast-1', null));

    expect(briefs(row(unsaid, 'month'))[1]).toBe('≥ $48.91');
    expect(row(unsaid, 'month').cells[1]?.more[0]?.ja).toContain('月間転送量が指定されていない');
  });

  test('are in both languages, with names as people gave them', () => {
    for (const { label, cells } of rows)
      for (const words of [label, ...cells.flatMap(({ brief, more }) => [brief, ...more])]) {
        expect(words.en).not.toBe('');
        expect(words.ja).not.toBe('');
      }
  });
});

test('the price lines of a way are sums that come to its monthly amount', () => {
  const nat = compared('ap-northeast-1', 1000)[1];
  if (nat === undefined) throw new Error('no NAT gateway');

  const lines = costLines(nat.alternative.cost, nat.nameOf);

  expect(lines.map(({ en }) => en)).toContain('NatGateway NAT gateway 1000 GB × $0.062 = $62.00');
  expect(lines.at(-1)?.en).toBe('the bill changes by +$110.91');
});
