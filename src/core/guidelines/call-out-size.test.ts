import { callOut, testGuideline } from '../../testing/testGuideline';

testGuideline('call-out-size', {
  good: [{ boxes: [callOut('A', 1), callOut('B', 2)], at: { B: [100, 0] } }],
  bad: [
    {
      boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3)],
      at: { B: [100, 0], C: [200, 0, 40, 40] },
      says: 'Call-out 3 is 40×40 px, most are 28×28 px',
      fix: 'Make call-out 3 28×28 px',
    },
  ],
});
