import { line, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('lines-right-angled', {
  good: [
    { boxes: [line(true)], at: { Line: [0, 0, 200, 100] } },
    { boxes: [line(false)], at: { Line: [0, 0, 200, 0] } },
    // With right angles it would run through the icon.
    { boxes: [line(false), box('instance', 'Web')], at: { Line: [0, 0, 400, 200], Web: [152, 120] } },
  ],
  bad: [
    {
      boxes: [line(false)],
      at: { Line: [0, 0, 200, 100] },
      says: 'Line is diagonal',
      fix: 'Draw Line with right angles',
    },
    {
      boxes: [line(false)],
      at: { Line: [0, 0, 200, 6] },
      says: 'Line is slanted by 6 px',
      fix: 'Straighten Line',
    },
  ],
});
