import { vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

/** A subnet with a way to the internet and one without. */
const boxes = [
  vpc(
    box('internet-gateway', 'Igw'),
    box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
    box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
    box('subnet', 'Private', { cidr: '10.0.1.0/24' }),
  ),
];
const around = { Vpc: [0, 0, 600, 520], Igw: [400, -24] } as const;
const upper = [24, 72, 400, 160] as const;
const lower = [24, 260, 400, 160] as const;

testGuideline('internet-above', {
  good: [{ boxes, at: { ...around, Public: upper, Private: lower } }],
  bad: [
    {
      boxes,
      at: { ...around, Public: lower, Private: upper },
      says: 'Public leads to the internet and stands below Private',
      fix: 'Put Public above Private',
    },
  ],
});
