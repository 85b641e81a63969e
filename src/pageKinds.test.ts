import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { catalog as whole } from './awsKinds';
import { readDiagram } from './core/store/diagramFile';
import { catalog } from './pageKinds';

test('the page has every kind as it is drawn and edited, without its facts and its mapping', () => {
  expect([...catalog.kinds.keys()]).toEqual([...whole.kinds.keys()]);
  for (const kind of whole.kinds.values()) {
    const { facts, price, cfn, ...drawn } = catalog.kind(kind.kind);

    expect([facts, price]).toEqual([undefined, undefined]);
    expect(cfn).toEqual(kind.cfn === undefined ? undefined : { types: kind.cfn.types });
    expect(Object.keys(drawn)).toEqual(
      Object.keys(kind).filter((key) => !['facts', 'price', 'cfn'].includes(key)),
    );
    expect(Object.keys(drawn.fields)).toEqual(Object.keys(kind.fields));
  }
});

test('its fields are those of the whole kinds without their words, until the inspector brings these', async () => {
  const words = ['label', 'help', 'addLabel'];
  const without = (field: object, names: readonly string[]): readonly string[] =>
    Object.keys(field).filter((key) => !names.includes(key));
  // Whoever shared these modules may have asked for the words already.
  vi.resetModules();
  const { catalog: page } = await import('./pageKinds');
  let left = 0;
  for (const kind of whole.kinds.keys())
    for (const [name, field] of whole.fields(kind)) {
      const drawn = page.fields(kind).get(name) ?? {};

      expect(without(drawn, ['property', ...words])).toEqual(without(field, ['property', ...words]));
      if (!('label' in drawn)) left += 1;
    }
  expect(page.fields('vpc').get('cidr')).not.toHaveProperty('property');
  expect(whole.fields('vpc').get('cidr')).toHaveProperty('property');
  expect(left).toBeGreaterThan(100);

  (await import('./pageHelp')).bringWords();

  for (const kind of whole.kinds.keys())
    for (const [name, field] of whole.fields(kind)) {
      const said = (each: object = {}): unknown =>
        Object.entries(each)
          .filter(([key]) => words.includes(key))
          .sort();
      expect(said(page.fields(kind).get(name)), `${kind} ${name}`).toEqual(said(field));
    }
});

test('the page reads the examples as everybody else does', () => {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.vpcanvas.json'),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = readFileSync(`examples/${file}`, 'utf8');

    const read = readDiagram(catalog, text);

    expect(read).toHaveProperty('document');
    expect(read).toEqual(readDiagram(whole, text));
  }
});
