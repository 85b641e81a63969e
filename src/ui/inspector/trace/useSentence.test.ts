import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { fromSketch } from '../../../core/catalog/fromSketch';
import { box, sketch } from '../../../core/model/sketch';
import { sentence } from './useSentence';

test('what stops it begins with a capital, but a name, a domain name or a list of prefixes as it is written', () => {
  const { resources } = fromSketch(catalog, sketch(box('vpc', 'web')));

  expect(sentence('no route of web covers it', resources)).toBe('No route of web covers it');
  expect(sentence('web has no route', resources)).toBe('web has no route');
  expect(sentence('sqs.eu-west-1.amazonaws.com is not resolved', resources)).toMatch(/^sqs\./);
  expect(sentence('pl-12ab is empty', resources)).toMatch(/^pl-/);
  expect(sentence('遮断されます', resources)).toBe('遮断されます');
});
