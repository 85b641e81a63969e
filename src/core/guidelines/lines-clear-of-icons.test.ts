import { line, testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('lines-clear-of-icons', {
  good: [{ boxes: [line(false), box('instance', 'Web')], at: { Line: [0, 20, 300, 0], Web: [290, 0] } }],
  bad: [
    {
      boxes: [line(false), box('instance', 'Web')],
      at: { Line: [0, 20, 300, 0], Web: [100, 0] },
      says: 'Line runs through Web',
      fix: null,
    },
  ],
});
