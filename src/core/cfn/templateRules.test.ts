import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { importTemplates } from './importTemplates';
import { templateRules } from './templateRules';

const found = (text: string) => {
  const { findings, failure } = importTemplates(catalog, [{ name: 'template.yaml', text }]);
  expect(failure).toBeUndefined();
  return findings.map(({ rule }) => rule);
};

const good = templateRules.flatMap(({ id, examples }) => examples.good.map((text) => ({ id, text })));
const bad = templateRules.flatMap(({ id, examples }) => examples.bad.map((text) => ({ id, text })));

test.each(good)('$id finds nothing in its good example', ({ text }) => {
  expect(found(text)).toEqual([]);
});

test.each(bad)('$id finds the one fault of its bad example', ({ id, text }) => {
  expect(found(text)).toEqual([id]);
});

test.each([...templateRules])('$id is documented in both languages, with a source of AWS', (rule) => {
  for (const words of [rule.summary, rule.why]) {
    expect(words.en).not.toBe('');
    expect(words.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  }
  expect(rule.summary.en).not.toMatch(/\.$/);
  for (const source of rule.sources) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
