/**
 * What other programs rely on when they read a folder of ours: each answer has the members, with the types and the closed lists,
 * that AWS's own description of its services gives them.
 *
 * `src/testing/awsAnswerShapes.json` holds of that description what we write: of the models that come with botocore 1.44.8
 * (https://github.com/boto/botocore/tree/develop/botocore/data), by the call, as the AWS CLI prints its answer. A name with `!` is
 * required there. Three lists differ in the models from what AWS answers and its CLI reference shows, which is what the table has:
 * an attachment of an internet gateway is `available`, a network interface of a NAT gateway is a `nat_gateway`, and the states
 * of VPC endpoints begin with a small letter.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-internet-gateways.html
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-network-interfaces.html
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html
 */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { arbitraryDesign } from '../../testing/designs';
import shapes from '../../testing/awsAnswerShapes.json' with { type: 'json' };
import { importTemplates } from '../cfn/importTemplates';
import type { Document } from '../model/document';
import { readDiagram } from '../store/diagramFile';
import { baseOf } from './answerFiles';
import { exportAnswers } from './exportAnswers';
import { isAwsRecord, type AwsRecord } from './record';
import { unsaidFile } from './unsaid';

const known: AwsRecord = shapes;

/** Where something is otherwise than described: each place with what stands there. */
function* strangeIn(value: unknown, shape: unknown, at: string): Generator<string> {
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) yield `${at} is no list`;
    else for (const each of value) yield* strangeIn(each, shape[0], `${at}[]`);
  } else if (isAwsRecord(shape)) {
    if (!isAwsRecord(value)) yield `${at} is no structure`;
    else yield* strangeMembers(value, shape, at);
  } else if (!isOf(String(shape), value)) yield `${at} is ${JSON.stringify(value)}, not ${String(shape)}`;
}

function* strangeMembers(value: AwsRecord, shape: AwsRecord, at: string): Generator<string> {
  const members = new Map(Object.entries(shape).map(([name, each]) => [name.replace('!', ''), each]));
  for (const [name, member] of Object.entries(value))
    if (members.has(name)) yield* strangeIn(member, members.get(name), `${at}.${name}`);
    else yield `${at}.${name} is not in the table`;
  for (const name of Object.keys(shape))
    if (name.endsWith('!') && !Object.hasOwn(value, name.slice(0, -1))) yield `${at}.${name} is missing`;
}

function isOf(shape: string, value: unknown): boolean {
  if (shape === 'integer') return Number.isInteger(value);
  if (shape === 'timestamp') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  if (['string', 'number', 'boolean'].includes(shape)) return typeof value === shape;
  return typeof value === 'string' && shape.split('|').includes(value);
}

function strangeOf(document: Document): readonly string[] {
  const { files } = exportAnswers(catalog, describeMappings, answerWritings, document);
  const answers = files.filter(({ path }) => path !== unsaidFile);
  return answers.flatMap(({ path, text }) => {
    const call = path.split('.')[0] ?? '';
    return [...strangeIn(JSON.parse(text), known[call], call)];
  });
}

const root = new URL('../../../examples/', import.meta.url);
const names = readdirSync(root, { recursive: true }).map(String);

describe('exported answers have the shape that AWS describes', () => {
  it('for every command that is proposed', () => {
    const calls = describeMappings.flatMap((mapping) => mapping.calls).map(({ command }) => baseOf(command));

    expect([...new Set(calls)].sort()).toEqual(Object.keys(known).sort());
  });

  it.each(names.filter((name) => name.endsWith('.vpcanvas.json')))('for the example %s', (name) => {
    const read = readDiagram(catalog, readFileSync(new URL(name, root), 'utf8'));
    if ('failure' in read) throw new Error(read.failure.message.en);

    expect(strangeOf(read.document)).toEqual([]);
  });

  const templates = names.filter((name) => /^templates.*\.(?:ya?ml|json)$/.test(name));
  it('for every template of the examples', () => {
    const strange = templates.flatMap((name) => {
      const text = readFileSync(new URL(name, root), 'utf8');
      return strangeOf(importTemplates(catalog, [{ name, text }]).document).map((line) => `${name}: ${line}`);
    });

    expect(templates.length).toBeGreaterThan(100);
    expect(strange).toEqual([]);
  });

  it('for designs of any kind', () => {
    fc.assert(
      fc.property(arbitraryDesign(catalog), (design) => {
        expect(strangeOf(design)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
