import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { noNat } from '../../testing/gallery/noNat';
import { documentOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import { fromSketch } from '../catalog/fromSketch';
import { listPrices } from '../cost/prices';
import { arrow, box, sketch, type Box, type SketchedFlow } from '../model/sketch';
import { wholeBill } from './wholeBill';

const bill = (...parts: readonly (Box | SketchedFlow)[]) =>
  wholeBill(catalog, fromSketch(catalog, sketch(...parts)), listPrices);

describe('the bill of a design', () => {
  test('names the flows that have traffic and are blocked, and those of which no traffic is said', () => {
    const { blocked, silent, lines } = bill(
      box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'App'), box('instance', 'Other'))),
      box('internet', 'Internet'),
      arrow('App', 'Internet', { gbPerMonth: 5 }),
      arrow('App', 'Other'),
    );

    expect([blocked.length, silent.length]).toEqual([1, 1]);
    expect(lines).toEqual([]);
  });

  test('counts the endpoints, and what passes them and the NAT gateways', () => {
    expect(wholeBill(catalog, documentOf(catalog, noNat), listPrices).start).toEqual({
      region: 'ap-northeast-1',
      zones: 1,
      endpoints: 2,
      gb: 102,
    });
    expect(wholeBill(catalog, documentOf(catalog, threePaths), listPrices).start).toMatchObject({
      region: 'ap-northeast-1',
      endpoints: 2,
    });
  });

  test('says nothing of zones and traffic that the design does not say', () => {
    expect(bill().start).toEqual({ region: 'ap-northeast-1', zones: null, endpoints: 0, gb: null });
  });
});
