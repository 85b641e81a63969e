import { frame, vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('nested-group-distance', {
  good: [
    { boxes: [vpc(box('subnet', 'A'))], at: { Vpc: [0, 0, 400, 300], A: [5, 40, 280, 200] } },
    {
      boxes: [frame('Cloud', 'cloud'), vpc()],
      at: { Cloud: [0, 0, 500, 400], Vpc: [20, 40, 400, 300] },
    },
    // Auto Scaling groups span subnets.
    {
      boxes: [vpc(box('subnet', 'A')), frame('Group', 'auto-scaling')],
      at: { Vpc: [0, 0, 400, 300], A: [24, 48, 280, 200], Group: [100, 100, 260, 100] },
    },
  ],
  bad: [
    {
      boxes: [vpc(box('subnet', 'A'))],
      at: { Vpc: [0, 0, 400, 300], A: [2, 48, 280, 200] },
      says: 'A stands 2 px from the border of Vpc; at least 5 px are asked for',
      fix: 'Keep A inside Vpc',
    },
    {
      boxes: [vpc(box('subnet', 'A'))],
      at: { Vpc: [0, 0, 400, 300], A: [150, 48, 280, 200] },
      says: 'A sticks out of Vpc by 30 px',
      fix: 'Keep A inside Vpc',
    },
    {
      boxes: [vpc(box('instance', 'Web'))],
      at: { Vpc: [0, 0, 400, 300], Web: [180, 270] },
      says: 'Web sticks out of Vpc by 36 px',
      fix: 'Keep Web inside Vpc',
    },
    {
      boxes: [frame('Cloud', 'cloud'), vpc()],
      at: { Cloud: [0, 0, 402, 400], Vpc: [1, 40, 400, 300] },
      says: 'Vpc stands 1 px from the border of Cloud; at least 5 px are asked for',
      fix: 'Enlarge Cloud',
    },
  ],
});
