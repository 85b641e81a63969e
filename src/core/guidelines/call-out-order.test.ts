import { callOut, testGuideline } from '../../testing/testGuideline';

testGuideline('call-out-order', {
  good: [
    // Row by row, column by column, clockwise.
    {
      boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
      at: { A: [0, 0], B: [100, 0], C: [0, 100], D: [100, 100] },
    },
    {
      boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
      at: { A: [0, 0], B: [0, 100], C: [100, 0], D: [100, 100] },
    },
    {
      boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
      at: { A: [0, 0], B: [100, 0], C: [100, 100], D: [0, 100] },
    },
  ],
  bad: [
    {
      boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
      at: { A: [0, 0], B: [300, 0], C: [100, 0], D: [200, 0] },
      says: 'Call-out 2 is not where one looks for it after 1',
      fix: 'Renumber by where they stand',
    },
  ],
});
