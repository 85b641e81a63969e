import { testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('label-lines', {
  good: [
    { boxes: [box('instance', 'ProductionWebServer')], at: {} },
    { boxes: [box('instance', '本番環境のウェブサーバー')], at: {} },
  ],
  bad: [
    {
      boxes: [box('instance', 'AnInstanceWhoseNameSaysAllThatAnybodyKnowsOfIt')],
      at: {},
      says: 'The name AnInstanceWhoseNameSaysAllThatAnybodyKnowsOfIt is too long for two lines of 110 px',
      fix: null,
    },
    {
      boxes: [box('instance', 'internationalizationserver')],
      at: {},
      says: 'A word of the name internationalizationserver is wider than 110 px and is broken',
      fix: null,
    },
  ],
});
