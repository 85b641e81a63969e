import { frame, testGuideline } from '../../testing/testGuideline';

testGuideline('approved-groups', {
  good: [{ boxes: [frame('Cloud', 'cloud')], at: {} }],
  bad: [
    {
      boxes: [frame('Mine', 'plain')],
      at: {},
      says: 'Mine is not one of AWS’s own groups',
      fix: 'Draw Mine as a generic group',
    },
  ],
});
