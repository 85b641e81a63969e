import { expect, test } from 'vitest';
import { emptyDocument, type Document } from '../../core/model/document';
import { templateFileName } from './templateFileName';

const design = (...files: readonly string[]): Document => ({
  ...emptyDocument,
  name: 'Shop',
  templates: new Map(files.map((fileName) => [fileName, { id: fileName, fileName, text: '' }])),
});

test('a written template is called as the diagram', () => {
  expect(templateFileName(design(), undefined, 'yaml')).toBe('Shop.yaml');
  expect(templateFileName(design('net.template'), 'net.template', 'json')).toBe('Shop.json');
});

test('of several, each is called as the file it was read from', () => {
  const document = design('stacks/net.template', 'app.v2.yml');

  expect(templateFileName(document, 'stacks/net.template', 'yaml')).toBe('net.yaml');
  expect(templateFileName(document, 'app.v2.yml', 'json')).toBe('app.v2.json');
});
