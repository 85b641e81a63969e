/** The law of the two: what a design answers, it answers when it was written as answers of AWS and read again. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { arbitraryDesign } from '../../testing/designs';
import { templateCorpus } from '../../testing/templateCorpus';
import { differences, verdictsOf } from '../../testing/verdictsOf';
import type { Document } from '../model/document';
import { readDiagram } from '../store/diagramFile';
import { importTemplates } from '../cfn/importTemplates';
import { exportAnswers } from './exportAnswers';
import { importDescribe } from './importDescribe';
import { shortIds } from './shortIds';

function thereAndBack(document: Document) {
  const { files, ids } = exportAnswers(catalog, describeMappings, answerWritings, document);
  const answers = files.map(({ path, text }) => ({ name: path, text }));
  const { document: after, report, failure } = importDescribe(catalog, describeMappings, answers);
  const shown = shortIds([...ids.values()]);
  const named = new Map([...ids].map(([id, own]) => [id, shown.get(own) ?? own]));
  const known = new Set(named.values());
  return {
    failure,
    report,
    after,
    // Services and networks outside AWS are in no answer.
    before: verdictsOf(document, ({ id, kind }) =>
      catalog.kind(kind).cfn === undefined ? undefined : named.get(id),
    ),
    again: verdictsOf(after, ({ id, kind }) =>
      catalog.kind(kind).cfn !== undefined && known.has(id) ? id : undefined,
    ),
  };
}

/** What was unknown may be known afterwards: AWS has given out addresses. What was known stays as it was. */
const changed = (before: Readonly<Record<string, string>>, again: Readonly<Record<string, string>>) =>
  differences(before, again).filter((line) => !/: unknown \/ (?:reachable|blocked|unknown)/.test(line));

describe('a design as answers of AWS', () => {
  it('answers the same when it is read again', () => {
    fc.assert(
      fc.property(arbitraryDesign(catalog), (design) => {
        const { before, again, failure } = thereAndBack(design);

        expect(failure).toBeUndefined();
        expect(changed(before, again)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  const root = new URL('../../../examples/', import.meta.url);
  const examples = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !['templates', 'describe'].includes(entry.name),
  );
  it.each(examples.map(({ name }) => name))('answers the same for the example %s', (name) => {
    const read = readDiagram(catalog, readFileSync(new URL(`${name}/${name}.vpcanvas.json`, root), 'utf8'));
    if ('failure' in read) throw new Error(read.failure.message.en);

    const { before, again } = thereAndBack(read.document);

    expect(changed(before, again)).toEqual([]);
  });

  it.each(templateCorpus())('answers the same for the template $name', ({ name, text }) => {
    const { document } = importTemplates(catalog, [{ name, text }]);

    const { before, again } = thereAndBack(document);

    expect(changed(before, again)).toEqual([]);
  });
});
