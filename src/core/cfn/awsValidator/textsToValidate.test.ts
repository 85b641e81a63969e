import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { fromSketch } from '../../catalog/fromSketch';
import { box, sketch, type Box } from '../../model/sketch';
import { importTemplates } from '../importTemplates';
import { textsToValidate } from './textsToValidate';

const onlyPictures = [box('image', 'Logo'), box('frame', 'Team'), box('text-note', 'Note')];

test('a diagram of pictures and notes has no template that could be at fault', () => {
  const texts = textsToValidate(catalog, fromSketch(catalog, sketch(...onlyPictures)));

  expect(texts).toEqual([]);
});

test('pictures beside a network change nothing of the text that AWS’s validator is given', () => {
  const network = box('vpc', 'Vpc');
  const textsOf = (...boxes: readonly Box[]) =>
    textsToValidate(catalog, fromSketch(catalog, sketch(...boxes))).map(({ text }) => text);

  expect(textsOf(network)).toHaveLength(1);
  expect(textsOf(network, ...onlyPictures)).toEqual(textsOf(network));
});

test('a template that somebody wrote is looked at also where it holds no resources', () => {
  const { document } = importTemplates(catalog, [{ name: 't.yaml', text: 'Resources: {}\n' }]);

  expect(textsToValidate(catalog, document).map(({ file }) => file)).toEqual(['t.yaml']);
});
