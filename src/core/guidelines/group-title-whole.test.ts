import { vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('group-title-whole', {
  good: [{ boxes: [vpc()], at: { Vpc: [0, 0, 300, 200] } }],
  bad: [
    {
      boxes: [box('vpc', 'ProductionNetworkOfTheTokyoOffice', { cidr: '10.0.0.0/16' })],
      at: { ProductionNetworkOfTheTokyoOffice: [0, 0, 240, 200] },
      says: 'The title of ProductionNetworkOfTheTokyoOffice is cut: it lacks 95 px',
      fix: 'Widen ProductionNetworkOfTheTokyoOffice to 336 px',
    },
  ],
});
