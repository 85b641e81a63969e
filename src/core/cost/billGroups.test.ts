import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { billGroups, type BillOrder } from './billGroups';
import { monthlyCost } from './monthlyCost';
import { listPrices } from './prices';

const vpcIn = (region: string, name: string) =>
  box(
    'region',
    region,
    { region },
    box(
      'vpc',
      `${name}Vpc`,
      {},
      box(
        'subnet',
        `${name}Subnet`,
        {},
        box('nat-gateway', `${name}Nat`),
        box('interface-endpoint', `${name}Sqs`, { service: 'sqs' }),
      ),
    ),
  );
const document = fromSketch(
  catalog,
  sketch(vpcIn('us-east-1', 'A'), vpcIn('ap-northeast-1', 'B'), vpcIn('eu-west-3', 'C')),
);
const cost = monthlyCost(catalog, document, { prices: listPrices });
const groups = (order: BillOrder | null) => billGroups(cost, order, 'en', (id) => id);

describe('a bill by Region', () => {
  test('has the dearest first, and says which sum is not the whole', () => {
    expect(
      groups(null).map(({ region, monthlyUsd, isWhole }) => [region, monthlyUsd.toFixed(2), isWhole]),
    ).toEqual([
      ['ap-northeast-1', '59.13', true],
      ['us-east-1', '43.80', true],
      ['eu-west-3', '0.00', false],
    ]);
  });

  test('sums up to the total', () => {
    expect(groups(null).reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0)).toBeCloseTo(cost.monthlyUsd, 6);
  });

  test('is put in the order of a column, within each Region', () => {
    const [tokyo] = groups({ by: 'month', isDown: true });

    expect(tokyo?.lines.map(({ monthlyUsd }) => monthlyUsd?.toFixed(2))).toEqual(['45.26', '10.22', '3.65']);
    expect(groups({ by: 'resource', isDown: true })[0]?.lines.map(({ resource }) => resource)).toEqual([
      'BSqs',
      'BNat',
      'BNat',
    ]);
  });

  test('has what is not known last, whichever way it is sorted', () => {
    const mixed = monthlyCost(catalog, document, {
      prices: { own: { 'eu-west-3 public-ipv4 hour': 0.005 } },
    });
    const amounts = (isDown: boolean) =>
      billGroups(mixed, { by: 'month', isDown }, 'en', (id) => id)
        .find(({ region }) => region === 'eu-west-3')
        ?.lines.map(({ monthlyUsd }) => monthlyUsd);

    expect(amounts(false)).toEqual([3.65, null, null]);
    expect(amounts(true)).toEqual([3.65, null, null]);
  });
});
