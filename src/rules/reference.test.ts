import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { ruleEntry, ruleReference } from '../core/rules/reference';

const path = new URL('./README.md', import.meta.url);

test('the rule reference is current (UPDATE=1 makes it so)', () => {
  const text = ruleReference(catalog, rules);
  if (process.env['UPDATE'] === '1') writeFileSync(path, text);

  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('the reference has every rule, with its examples as they are drawn and what is found in them', () => {
  const text = ruleReference(catalog, rules);

  for (const { id, why } of rules.values()) {
    expect(text).toContain(`\n## ${id}\n`);
    expect(text).toContain(why.ja);
  }
  expect(text).not.toContain('[object');
  expect(text).not.toContain('undefined');
});

test('one rule is printed in one language', () => {
  const rule = rules.get('vpc-cidr-size');
  if (rule === undefined) throw new Error('vpc-cidr-size is a rule');

  const entry = ruleEntry(catalog, rule, 'ja');

  expect(entry).toContain(rule.summary.ja);
  expect(entry).not.toContain(rule.summary.en);
  expect(entry).toContain('vpc Vpc (cidr: 10.0.0.0/8)');
});
