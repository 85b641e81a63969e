import { vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('internet-above', {
  good: [
    {
      boxes: [
        vpc(
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
          box('subnet', 'Private', { cidr: '10.0.1.0/24' }),
        ),
      ],
      at: {
        Vpc: [0, 0, 600, 520],
        Igw: [400, -24],
        Public: [24, 72, 400, 160],
        Private: [24, 260, 400, 160],
      },
    },
  ],
  bad: [
    {
      boxes: [
        vpc(
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
          box('subnet', 'Private', { cidr: '10.0.1.0/24' }),
        ),
      ],
      at: {
        Vpc: [0, 0, 600, 520],
        Igw: [400, -24],
        Public: [24, 260, 400, 160],
        Private: [24, 72, 400, 160],
      },
      says: 'Public leads to the internet and stands below Private',
      fix: 'Put Public above Private',
    },
  ],
});
