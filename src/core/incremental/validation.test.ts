/** The law: after any edits, what is said is what `validate` says of the document as it then is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { arbitraryCalls } from '../../testing/arbitraryCalls';
import { arbitraryDesign } from '../../testing/arbitraryDesign';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { largeDesign } from '../../testing/largeDesign';
import { fromSketch } from '../catalog/fromSketch';
import { runCommand } from '../commands';
import type { Document } from '../model/document';
import { validate } from '../rules/validate';
import { incrementalValidation, type IncrementalValidation } from './validation';

describe('validation of a document that changes', () => {
  test('says what validation says, whatever is drawn and whatever is done to it', () => {
    fc.assert(
      fc.property(
        arbitraryDocument(catalog, 14).chain((document) =>
          fc.tuple(fc.constant(document), arbitraryCalls(catalog, document)),
        ),
        ([first, calls]) => {
          const validation = incrementalValidation(catalog, rules);
          const versions = [first];
          for (const each of calls) versions.push(after(versions.at(-1) ?? first, each));
          // And all of it taken back, at once and step by step.
          for (const version of [...versions, first, ...versions.reverse()]) agree(validation, version);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('says what validation says of one design after another', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDesign, { minLength: 2, maxLength: 3 }), (designs) => {
        const validation = incrementalValidation(catalog, rules);
        for (const design of designs) agree(validation, fromSketch(catalog, design));
      }),
      { numRuns: 10 },
    );
  });

  test.each([...rules.values()].map((rule) => [rule.id, rule] as const))(
    'follows the examples of %s one after the other',
    (_, { examples }) => {
      const validation = incrementalValidation(catalog, rules);

      for (const example of [...examples.good, ...examples.bad, ...examples.good])
        agree(validation, fromSketch(catalog, example));
    },
  );

  test('holds in a large design with blocked flows', () => {
    const validation = incrementalValidation(catalog, rules);
    agree(validation, largeDesign(catalog, 230, true));
  });
});

function agree(validation: IncrementalValidation, document: Document): void {
  validation.update(document);
  while (validation.seekFixes());
  const expected = validate(catalog, rules, document);
  const { findings, suppressed, failures } = validation.findings();
  expect({ findings, suppressed, failures, traces: validation.traces() }).toEqual({
    findings: expected.findings,
    suppressed: expected.suppressed,
    failures: expected.failures,
    traces: expected.traces,
  });
  for (const { id } of document.resources.values())
    expect(validation.routes().get(id) ?? []).toEqual(expected.network.routesOf(id));
}

function after(document: Document, each: Parameters<typeof runCommand>[2]): Document {
  try {
    return runCommand({ catalog }, document, each);
  } catch {
    // It does not fit the document.
    return document;
  }
}
