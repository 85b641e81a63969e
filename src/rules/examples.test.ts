/** Every rule is tested by its own examples, which are its documentation as well. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Document } from '../core/model/document';
import type { Sketch } from '../core/model/sketch';
import { documentAfter } from '../core/plans/plan';
import { contextOf, findingsOf, runRules } from '../core/rules/validate';
import type { Finding, Rule } from '../core/rules/rule';

const files = Object.keys(import.meta.glob(['./*.ts', '!./*.test.ts']));

test('every rule is named as its file', () => {
  const named = files.map((path) => path.slice('./'.length, -'.ts'.length)).sort();

  expect([...rules.keys()].sort()).toEqual(named);
});

test('there are at least 25 rules, and at least 15 of them show a fix', () => {
  const mending = [...rules.values()].filter((rule) =>
    rule.examples.bad.some((bad) => own(rule, drawn(bad)).some(({ fixes }) => (fixes ?? []).length > 0)),
  );

  expect(rules.size).toBeGreaterThanOrEqual(25);
  expect(mending.length).toBeGreaterThanOrEqual(15);
});

describe.each([...rules.values()].map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('says what is wrong, why, and where AWS says so, in both languages', () => {
    for (const words of [rule.summary, rule.why]) {
      expect(words.en).toMatch(/\S/);
      expect(words.ja).toMatch(/[぀-ヿ一-鿿]/);
    }
    expect(rule.summary.en).not.toMatch(/\.$/);
    expect(rule.summary.ja).not.toMatch(/。$/);
    for (const source of rule.sources) expect(source).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//);
  });

  test.each(numbered(rule.examples.good))('finds nothing in good example %i', (_number, good) => {
    const document = drawn(good);

    expect(own(rule, document)).toEqual([]);
    expect(otherErrors(rule, document)).toEqual([]);
  });

  test.each(numbered(rule.examples.bad))(
    'finds one fault in bad example %i, and nobody else does',
    (_number, bad) => {
      const document = drawn(bad);

      const found = own(rule, document);

      expect(found.map(({ message }) => message.en)).toHaveLength(1);
      expect(otherErrors(rule, document)).toEqual([]);
      for (const { message, on } of found) {
        expect(message.en).not.toMatch(/undefined|\[object|\.$/);
        expect(message.ja).toMatch(/[぀-ヿ一-鿿]/);
        expect(message.ja).not.toMatch(/undefined|\[object|。$/);
        for (const id of on)
          expect(document.resources.has(id) || document.flows.has(id) || document.scopes.has(id)).toBe(true);
        // A message names what it is about, so that it can be understood away from the canvas.
        expect(message.en).toContain(nameIn(document, on[0]));
        expect(message.ja).toContain(nameIn(document, on[0]));
      }
    },
  );

  test.each(numbered(rule.examples.bad))(
    'every fix of bad example %i mends it and breaks nothing',
    (_number, bad) => {
      const document = drawn(bad);

      for (const finding of own(rule, document))
        for (const fix of finding.fixes ?? []) {
          const mended = documentAfter({ catalog }, document, fix);

          expect(mended).not.toBe(document);
          expect(own(rule, mended).map(({ key }) => key)).not.toContain(finding.key);
          expect(errors(mended)).toEqual([]);
        }
    },
  );
});

function numbered(sketches: readonly Sketch[]): (readonly [number, Sketch])[] {
  return sketches.map((each, index) => [index + 1, each] as const);
}

function drawn(sketch: Sketch): Document {
  return fromSketch(catalog, sketch);
}

function own(rule: Rule, document: Document): Finding[] {
  return findingsOf(rule, contextOf(catalog, document));
}

/** The errors of a document that no other error explains. */
function errors(document: Document): string[] {
  const { findings, failures } = runRules(rules, contextOf(catalog, document));
  expect(failures).toEqual([]);
  return findings
    .filter(({ severity, causedBy }) => severity === 'error' && causedBy === undefined)
    .map(({ rule, message }) => `${rule}: ${message.en}`);
}

function otherErrors(rule: Rule, document: Document): string[] {
  return errors(document).filter((text) => !text.startsWith(`${rule.id}:`));
}

/** The name of a resource; of a flow, that of its source. */
function nameIn(document: Document, id: string): string {
  const flow = document.flows.get(id);
  const scope = document.scopes.get(id);
  const named = flow?.from ?? Object.keys(scope?.members ?? {})[0] ?? id;
  return (document.resources.get(named)?.name ?? id).trim();
}
