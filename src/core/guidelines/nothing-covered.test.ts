import { callOut, frame, vpc, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('nothing-covered', {
  good: [
    // A number may stand at the corner of an icon.
    { boxes: [box('instance', 'Web'), callOut('N', 1)], at: { Web: [0, 0], N: [8, -14] } },
    {
      boxes: [box('instance', 'Web'), frame('Cloud', 'cloud')],
      at: { Web: [40, 40], Cloud: [0, 0, 200, 160] },
    },
  ],
  bad: [
    {
      boxes: [box('instance', 'Web'), callOut('N', 1)],
      at: { Web: [0, 0], N: [30, 10] },
      says: 'Numbered call-out 1 lies on Web',
      fix: 'Put Numbered call-out 1 beside Web',
    },
    {
      boxes: [callOut('A', 1), callOut('B', 2)],
      at: { A: [0, 0], B: [10, 0] },
      says: 'Numbered call-out 2 lies on Numbered call-out 1',
      fix: 'Put Numbered call-out 2 beside A',
    },
    {
      boxes: [box('instance', 'Web'), box('image', 'Logo')],
      at: { Web: [0, 0], Logo: [40, 10, 100, 60] },
      says: 'Logo lies on Web',
      fix: 'Put Logo beside Web',
    },
    {
      boxes: [box('instance', 'Web'), frame('Cloud', 'cloud')],
      at: { Web: [40, 40], Cloud: [0, 0, 200, 70] },
      says: 'The border of Cloud runs through Web',
      fix: 'Resize Cloud',
    },
    {
      boxes: [vpc(box('instance', 'Web'))],
      at: { Vpc: [0, 0, 400, 300], Web: [10, 10] },
      says: 'Web lies on the title of Vpc',
      fix: 'Move Web off the title of Vpc',
    },
  ],
});
