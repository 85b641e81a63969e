/** The law of writing back: a text says what is wanted, and what was not changed stays as its author wrote it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryChange, arbitraryText } from '../../../testing/arbitraryText';
import { parseTemplate, type TemplateSource } from '../source/parseTemplate';
import { entryOf, toValue, valueOf, type ObjectValue } from '../source/syntax';
import type { CfnValue } from '../template';
import { entryEnd, extentEnd, isFlow } from './extent';
import { columnAt } from './lines';
import { spliceText } from './spliceTemplate';

function read(text: string): TemplateSource {
  const parsed = parseTemplate('t', text);
  if (!('root' in parsed)) throw new Error(`${parsed.message.en}\n${text}`);
  return parsed;
}

const changed = arbitraryText.chain((written) =>
  fc.record({
    written: fc.constant(written),
    wanted: arbitraryChange(written.value) as fc.Arbitrary<ObjectValue>,
  }),
);

test('the written texts say what they were made of', () => {
  fc.assert(
    fc.property(arbitraryText, ({ value, text }) => {
      expect(toValue(read(text).root)).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('whatever changes, the text says it afterwards', () => {
  fc.assert(
    fc.property(changed, ({ written: { text }, wanted }) => {
      const source = read(text);

      const spliced = spliceText(source, wanted);

      expect(spliced && toValue(read(spliced.text).root)).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
}, 120_000);

test('a text that is to say what it says stays the same', () => {
  fc.assert(
    fc.property(arbitraryText, ({ value, text }) => {
      expect(spliceText(read(text), value)?.text).toBe(text);
    }),
    { numRuns: 300 },
  );
});

/** A change inside one property of one resource. */
const changedWithin = arbitraryText
  .filter(({ text }) => !/[*]n\d/.test(text))
  .chain((written) => {
    const properties = Object.entries(written.value['Resources'] as ObjectValue).flatMap(([id, resource]) =>
      Object.keys(resource as ObjectValue).map((property) => [id, property] as const),
    );
    return fc.constantFrom(...properties).chain(([id, property]) => {
      const resources = written.value['Resources'] as Record<string, Record<string, CfnValue>>;
      const own = resources[id] ?? {};
      return arbitraryChange({ in: { the: own[property] ?? null } }).map((change) => {
        const to = ((change as ObjectValue)['in'] as ObjectValue | null)?.['the'] ?? 'other';
        const wanted = { ...written.value, Resources: { ...resources, [id]: { ...own, [property]: to } } };
        return { written, id, property, wanted: wanted as ObjectValue };
      });
    });
  });

test('what stands before and behind the property that changed stays to the byte, comments and all', () => {
  fc.assert(
    fc.property(changedWithin, ({ written: { text }, id, property, wanted }) => {
      const source = read(text);
      const resource = valueOf(valueOf(source.root, 'Resources'), id);
      const entry = entryOf(resource, property);
      if (resource === undefined || entry === undefined) throw new Error('every text has its resources');

      const after = spliceText(source, wanted)?.text ?? '';

      const last = entryEnd(text, entry);
      // Comments that are indented below a property are its own.
      const end = isFlow(text, resource) ? last : extentEnd(text, last, columnAt(text, entry.keyStart));
      expect(after.startsWith(text.slice(0, entry.keyEnd))).toBe(true);
      expect(withoutTail(after).endsWith(withoutTail(text.slice(end)))).toBe(true);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

/** A comment behind the last line of a value may come to stand behind the first one of another, one below a block text less deep. */
function withoutTail(text: string): string {
  return text
    .replace(/^[ \t]*#[^\n]*/, '')
    .replace(/[ \t]+# tail/g, '')
    .replace(/^ +#/gm, '#');
}
