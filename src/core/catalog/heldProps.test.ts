import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { importTemplates } from '../cfn/importTemplates';
import { isUnknown, known } from '../model/value';
import { heldProps } from './heldProps';

const fields = catalog.fields('target-group');
const usual = Object.fromEntries([...fields].map(([name, field]) => [name, field.default]));

test('props that their fields can hold are the same object afterwards', () => {
  const props = { ...usual, targets: { a: { target: '10.0.0.5', port: null, zone: 'all' } } };

  expect(heldProps(fields, props)).toBe(props);
});

test('a value that is none of the options is unknown, and the reason shows it', () => {
  const { protocol, port } = heldProps(fields, { ...usual, protocol: 'SMOKE' });

  expect(protocol).toMatchObject({ unknown: { en: expect.stringContaining('“SMOKE”') as string } });
  expect(port).toBe(80);
});

test('a cell of the wrong type is unknown, and the rest of its row stays', () => {
  const row = { target: '10.0.0.5', port: 'eighty', zone: 'all' };
  const { targets } = heldProps(fields, { ...usual, targets: { a: row } });

  const { a } = targets as Readonly<Record<string, typeof row>>;
  expect(isUnknown(a?.port)).toBe(true);
  expect(known(a?.target)).toBe('10.0.0.5');
});

test('a row that is no row at all is one of which nothing is known', () => {
  const { targets } = heldProps(fields, { ...usual, targets: { a: 7 } });

  const { a } = targets as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  expect(Object.values(a ?? {}).map(isUnknown)).toEqual([true, true, true]);
});

test('an unknown value without words in both languages is one that says so itself', () => {
  const { port } = heldProps(fields, { ...usual, port: { unknown: { en: 'secret' } } });

  expect(port).toMatchObject({ unknown: { ja: expect.any(String) as string } });
});

test('a number that is no finite one is unknown', () => {
  for (const port of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(isUnknown(heldProps(fields, { ...usual, port })['port'])).toBe(true);
});

test('a template with an option that AWS does not have is read as unknown there', () => {
  const text = `
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { Protocol: SMOKE, Port: 80, TargetType: ip }
`;
  const { document } = importTemplates(catalog, [{ name: 't.yaml', text }]);

  expect(document.resources.get('Targets')?.props).toMatchObject({ protocol: { unknown: {} }, port: 80 });
});
