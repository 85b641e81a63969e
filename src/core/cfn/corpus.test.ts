/** The laws of templates, over the templates of `examples`. */
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { awsFaults, startAwsValidator } from '../../testing/awsValidator';
import { templateCorpus } from '../../testing/templateCorpus';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { sourceOf } from './places';
import { parseTemplate } from './source/parseTemplate';
import { toValue } from './source/syntax';
import { templateText } from './templateText';

beforeAll(startAwsValidator, 60_000);

const corpus = templateCorpus();

const read = (file: { readonly name: string; readonly text: string }) => importTemplates(catalog, [file]);

test.each(corpus)('$name is read without a fault', (file) => {
  const { findings, failure } = read(file);

  expect(failure).toBeUndefined();
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(corpus)('$name comes back byte for byte when nothing was changed', (file) => {
  const { document } = read(file);

  const { template, problems } = exportTemplate(catalog, document);

  expect(templateText(template, file.name.endsWith('json') ? 'json' : 'yaml').text).toBe(file.text);
  expect(problems).toEqual([]);
});

test.each(corpus)('$name says the same in the other format', (file) => {
  const { document } = read(file);
  const { template } = exportTemplate(catalog, document);

  for (const format of ['json', 'yaml'] as const) {
    const printed = parseTemplate('printed', templateText({ ...template }, format).text);

    const [original] = document.templates.values();
    const source = original === undefined ? undefined : sourceOf(original);
    expect('root' in printed && withoutVersion(toValue(printed.root))).toEqual(
      source && withoutVersion(toValue(source.root)),
    );
  }
});

function withoutVersion(value: unknown): unknown {
  const { AWSTemplateFormatVersion: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

test.each(corpus)(
  '$name is refused by AWS neither before nor after a subnet’s name changes',
  (file) => {
    const { document } = read(file);
    const named = new Map(
      [...document.resources].map(([id, resource]) => [
        id,
        resource.provenance === undefined ? resource : { ...resource, name: `${resource.name} (changed)` },
      ]),
    );

    const { template } = exportTemplate(catalog, { ...document, resources: named });

    // The validator takes no byte order mark; we do.
    expect(awsFaults(file.text.replace(/^\uFEFF/, ''))).toEqual([]);
    expect(awsFaults(templateText(template, 'yaml').text)).toEqual([]);
  },
  60_000,
);

test('every kind that templates have is in one of them', () => {
  const kinds = new Set(
    corpus.flatMap((file) => [...read(file).document.resources.values()].map(({ kind }) => kind)),
  );

  expect(
    [...catalog.kinds.values()].filter(({ cfn, kind }) => cfn !== undefined && !kinds.has(kind)),
  ).toEqual([]);
});
