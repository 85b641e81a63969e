import { vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('gateway-on-border', {
  good: [
    {
      boxes: [vpc(box('internet-gateway', 'Igw'))],
      at: { Vpc: [0, 0, 400, 300], Igw: [200, -24] },
    },
    // In the Region it is attached to no VPC.
    {
      boxes: [box('region', 'Region', {}, box('internet-gateway', 'Igw'))],
      at: { Region: [0, 0, 400, 300], Igw: [100, 100] },
    },
  ],
  bad: [
    {
      boxes: [vpc(box('internet-gateway', 'Igw'))],
      at: { Vpc: [0, 0, 400, 300], Igw: [200, 60] },
      says: 'Igw stands 84 px off the border of Vpc',
      fix: 'Put Igw on the border of Vpc',
    },
  ],
});
