import { vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('boxes-apart', {
  good: [
    { boxes: [box('instance', 'One'), box('instance', 'Two')], at: { One: [0, 0], Two: [120, 0] } },
    // The boxes of icons are wider than what is seen of them.
    { boxes: [box('instance', 'One'), box('instance', 'Two')], at: { One: [0, 0], Two: [80, 0] } },
  ],
  bad: [
    {
      boxes: [box('instance', 'One'), box('instance', 'Two')],
      at: { One: [0, 0], Two: [20, 10] },
      says: 'Two and One overlap',
      fix: 'Put One and Two apart',
    },
    {
      boxes: [vpc(box('subnet', 'A'), box('subnet', 'B', { cidr: '10.0.1.0/24' }))],
      at: { Vpc: [0, 0, 640, 400], A: [24, 48, 280, 200], B: [280, 100, 280, 200] },
      says: 'B and A overlap',
      fix: 'Put A and B apart',
    },
  ],
});
