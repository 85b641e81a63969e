/** The laws of templates, over the templates of `examples`. */
import { beforeAll, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { awsFaults, startAwsValidator } from '../../testing/awsValidator';
import { templateCorpus } from '../../testing/templateCorpus';
import { validate } from '../rules/validate';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { sourceOf } from './places';
import { parseTemplate } from './source/parseTemplate';
import { toValue } from './source/syntax';
import { sectionNames } from './stack';
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
    for (const text of [file.text, templateText(template, 'yaml').text])
      expect(awsFaults(text.replace(/^\uFEFF/, ''))).toEqual([]);
  },
  60_000,
);

test.each(corpus)('$name draws no error from any rule, and none throws', (file) => {
  const { findings, failures } = validate(catalog, rules, read(file).document);

  expect(failures).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual(
    [],
  );
});

test('there are templates of every manner in which people write them', () => {
  const some = (pattern: RegExp): boolean => corpus.some(({ text }) => pattern.test(text));
  const someJson = (pattern: RegExp): boolean =>
    corpus.some(({ name, text }) => name.endsWith('json') && pattern.test(text));

  expect(corpus.length).toBeGreaterThanOrEqual(120);
  expect(Object.entries(manners).filter(([, pattern]) => !some(pattern))).toEqual([]);
  expect(Object.entries(mannersOfJson).filter(([, pattern]) => !someJson(pattern))).toEqual([]);
});

const manners: Readonly<Record<string, RegExp>> = {
  'a byte order mark': /^\uFEFF/,
  'lines that end as on Windows': /\r\n/,
  'no newline at the end': /[^\n]$/,
  'blanks at the end of a line': / \n/,
  'comments behind values': /\w +# /,
  'comments between items': /\n +# .*\n +- /,
  'comments behind the last item': /\n +- .*\n +#.*\n\n/,
  'Japanese comments': /# *[\u3040-\u30ff\u4e00-\u9fff]/,
  'an anchor': /: &\w+/,
  'an alias': /: \*\w+/,
  'a merge key': /<<: /,
  'a document marker': /^---$/m,
  'a marker of the end': /^\.\.\.$/m,
  'a directive': /^%YAML/m,
  'a key in quotes': /^ *"\w+":/m,
  'an explicit key': /^ *\? /m,
  'a literal block': /: \|$/m,
  'a literal block without newline': /: \|-$/m,
  'a literal block with all newlines': /: \|\+$/m,
  'a folded block': /: >$/m,
  'a folded block without newline': /: >-$/m,
  'a block with an indentation said': /: \|2$/m,
  'lists no deeper than their key': /^( *)\w+:\n\1- /m,
  'a dash alone': /^ *-$/m,
  'truth values of YAML 1.1': /: (?:yes|On|YES|No|off)\b/,
  'an account without quotes': /: 012345678901$/m,
};

const mannersOfJson: Readonly<Record<string, RegExp>> = {
  'an indentation of one': /^ "/m,
  'an indentation of two': /^  "/m,
  'an indentation of four': /^    "/m,
  'an indentation by tabs': /^\t"/m,
  'all on one line': /^[^\n]*$/,
  'commas first': /^ *, "/m,
  'escaped characters': /\\u[0-9a-f]{4}/,
};

test('every function of CloudFormation is in a template, in the long form and in the short one', () => {
  const all = corpus.map(({ text }) => text).join('\n');

  expect(functions.filter((name) => !new RegExp(`(?:Fn::)?\\b${name}["']?\\s*:`).test(all))).toEqual([]);
  expect(functions.filter((name) => !longOnly.has(name) && !all.includes(`!${name}`))).toEqual([]);
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Contains',
  'Equals',
  'FindInMap',
  'ForEach::\\w+',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
] as const;

/** A loop and a macro have no short form that people use, nor has a function of the `Rules` section. */
const longOnly: ReadonlySet<string> = new Set([
  'Base64',
  'Contains',
  'ForEach::\\w+',
  'ToJsonString',
  'Transform',
]);

test('every section that a template may have is in one of them', () => {
  const sections = new Set(
    corpus.flatMap(({ name, text }) => {
      const source = parseTemplate(name, text);
      return 'root' in source && source.root.is === 'map' ? [...source.root.entries.keys()] : [];
    }),
  );

  expect(sectionNames.filter((name) => !sections.has(name))).toEqual(['Hooks']);
});

test('every kind that templates have is in one of them', () => {
  const kinds = new Set(
    corpus.flatMap((file) => [...read(file).document.resources.values()].map(({ kind }) => kind)),
  );

  expect(
    [...catalog.kinds.values()].filter(({ cfn, kind }) => cfn !== undefined && !kinds.has(kind)),
  ).toEqual([]);
});
