/** Whatever files hold, reading them ends, and gives a diagram that the engine can be asked about. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { compileNetwork, factsOf } from '../network/network';
import type { End } from '../network/trace';
import { readDiagram, writeDiagram } from '../store/diagramFile';
import { answerNames } from './answerNames';
import { exportAnswers } from './exportAnswers';
import { importDescribe } from './importDescribe';

const folders = ['two-tier-nat', 'network-acl', 'rds', 'session-manager', 'web-behind-alb'];
const real = folders.map((name) => {
  const folder = new URL(`../../../examples/describe/${name}/`, import.meta.url);
  return readdirSync(folder).map((file) => ({
    name: file,
    json: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
  }));
});

/** What the examples are when they are exported: answers of every kind there is. */
const root = new URL('../../../examples/', import.meta.url);
const drawn = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['templates', 'describe'].includes(entry.name))
  .map(({ name }) => {
    const read = readDiagram(catalog, readFileSync(new URL(`${name}/${name}.vpcanvas.json`, root), 'utf8'));
    if ('failure' in read) throw new Error(read.failure.message.en);
    const { files } = exportAnswers(catalog, describeMappings, answerWritings, read.document);
    return files.map(({ path, text }) => ({ name: path, json: JSON.parse(text) as unknown }));
  });

const hostileText = fc.constantFrom(
  '__proto__',
  'constructor',
  '',
  'local',
  'vpc-0a1',
  '10.0.0.0/16',
  '10.0.0.0/99',
  '</script>${x}`',
  '{"Ref":"A"}',
  'AWS::Region',
  'x'.repeat(300),
);
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, -1, 1e300, [], {}, [[]], [null], { Ref: 'vpc-0a1' }),
);

/** How many values there are for each that is another. */
const oneOfSoMany = fc.constantFrom(23, 97, 397);

/** The same with some of its values replaced by others, or members taken away. */
function spoilt(
  value: unknown,
  luck: () => number,
  replacements: readonly unknown[],
  every: number,
): unknown {
  const turn = luck();
  if (turn % every === 0) return replacements[turn % replacements.length];
  if (Array.isArray(value)) return value.map((each) => spoilt(each, luck, replacements, every));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      luck() % (2 * every) === 0 ? [] : [[key, spoilt(each, luck, replacements, every)]],
    ),
  );
}

function* scalarsIn(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) yield value;
  else for (const each of Object.values(value)) yield* scalarsIn(each);
}

function expectSound(files: readonly { readonly name: string; readonly text: string }[]): void {
  const { document, failure } = importDescribe(catalog, describeMappings, files);
  if (failure !== undefined) return;
  const network = compileNetwork(factsOf(catalog, document));
  const ends = [...document.resources.values()].filter(({ kind }) => catalog.kind(kind).isEnd === true);
  const places: readonly End[] = [
    ...ends.slice(0, 4).map(({ id }) => ({ resource: id })),
    { internet: true },
  ];
  for (const from of places)
    for (const to of places)
      if (from !== to) network.trace({ from, to, protocol: 'tcp', port: 443, sourcePort: null });
  const saved = readDiagram(catalog, writeDiagram(catalog, document));
  expect(
    'failure' in saved ? saved.failure.message.en : saved.problems.map(({ message }) => message.en),
  ).toEqual([]);
  exportAnswers(catalog, describeMappings, answerWritings, document);
}

describe('reading what may be anything', () => {
  it('ends for real answers of which some values are others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 }),
        fc.array(hostile, { minLength: 1, maxLength: 6 }),
        oneOfSoMany,
        (files, numbers, replacements, every) => {
          let turn = 0;
          const luck = (): number => (numbers[turn++ % numbers.length] ?? 0) + turn;

          expectSound(
            files.map(({ name, json }) => ({
              name,
              text: JSON.stringify(spoilt(json, luck, replacements, every)),
            })),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  it('ends for answers of every kind in which values stand at the places of others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...drawn, ...real),
        fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 }),
        fc.nat(1000),
        fc.array(hostile, { maxLength: 3 }),
        oneOfSoMany,
        (files, numbers, step, further, every) => {
          let turn = 0;
          const luck = (): number => (numbers[turn++ % numbers.length] ?? 0) + turn;
          const scalars = files.flatMap(({ json }) => [...scalarsIn(json)]);
          const others = scalars.filter((_, index) => index % 7 === step % 7);

          expectSound(
            files.map(({ name, json }) => ({
              name,
              text: JSON.stringify(spoilt(json, luck, [...others, ...further], every)),
            })),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  it('ends for answers of any shape', () => {
    const answer = fc
      .tuple(fc.constantFrom(...Object.keys(answerNames)), fc.array(fc.dictionary(fc.string(), hostile)))
      .map(([name, records]) => ({ [name]: records }));

    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 4 }), (answers) => {
        expectSound(answers.map((each, index) => ({ name: `${index}.json`, text: JSON.stringify(each) })));
      }),
      { numRuns: 80 },
    );
  });

  it('ends for any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => `{"Vpcs":[${text}]}`),
        ),
        (text) => {
          expectSound([{ name: 'a.json', text }]);
        },
      ),
    );
  });
});
