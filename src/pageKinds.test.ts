import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog as whole } from './awsKinds';
import { readDiagram } from './core/store/diagramFile';
import { helpFor } from './pageHelp';
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

test('its fields are those of the whole kinds, without the names that templates have for them', () => {
  for (const kind of whole.kinds.keys())
    for (const [name, field] of whole.fields(kind)) {
      const { property: _, help: __, ...drawn } = field;

      expect(
        Object.keys(catalog.fields(kind).get(name) ?? {}).filter(
          (key) => key !== 'property' && key !== 'help',
        ),
      ).toEqual(Object.keys(drawn));
    }
  expect(catalog.fields('vpc').get('cidr')).not.toHaveProperty('property');
  expect(whole.fields('vpc').get('cidr')).toHaveProperty('property');
});

test('the page leaves the help of fields to the inspector, which has all of it', () => {
  let said = 0;
  for (const kind of whole.kinds.values())
    for (const [prop, field] of whole.fields(kind.kind)) {
      const shown = catalog.fields(kind.kind).get(prop)?.help ?? helpFor(kind.kind, prop);

      expect(shown, `${kind.kind} ${prop}`).toEqual(field.help);
      if (catalog.fields(kind.kind).get(prop)?.help === undefined && shown !== undefined) said += 1;
    }
  expect(said).toBeGreaterThan(40);
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
