import { callOut, testGuideline } from '../../testing/testGuideline';

testGuideline('call-out-numbers', {
  good: [{ boxes: [callOut('A', 1), callOut('B', 2)], at: { B: [100, 0] } }],
  bad: [
    {
      boxes: [callOut('A', 1), callOut('B', 4)],
      at: { B: [100, 0] },
      says: '2–3 is missing before call-out 4',
      fix: 'Renumber 1 to 2',
    },
    {
      boxes: [callOut('A', 1), callOut('B', 1)],
      at: { B: [100, 0] },
      says: 'Two call-outs have the number 1',
      fix: 'Renumber 1 to 2',
    },
    {
      boxes: [callOut('A', 2)],
      at: {},
      says: '1 is missing before call-out 2',
      fix: 'Number it 1',
    },
  ],
});
