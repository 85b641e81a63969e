/**
 * Templates of ours that were deployed to a mock of AWS (moto, a Python library), whose answers were kept as it gave them:
 * `examples/describe`. They must say what the template says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { describeMappings } from '../../awsDescribe';
import { differences, verdictsOf } from '../../testing/verdictsOf';
import { replaceReferences } from '../catalog/references';
import { importTemplates } from '../cfn/importTemplates';
import type { Document, Resource } from '../model/document';
import { importDescribe } from './importDescribe';
import { isAwsRecord } from './record';

const examples = new URL('../../../examples/', import.meta.url);

function deployed(name: string): Document {
  const folder = new URL(`describe/${name}/`, examples);
  const files = readdirSync(folder).map((file) => ({
    name: file,
    text: readFileSync(new URL(file, folder), 'utf8'),
  }));
  const { document, failure } = importDescribe(catalog, describeMappings, files);
  expect(failure).toBeUndefined();
  return document;
}

const inFolder: Readonly<Record<string, string>> = { 'three-peered-vpcs': 'patterns/' };

function drawn(name: string): Document {
  const file = `${inFolder[name] ?? ''}${name}.yaml`;
  return importTemplates(catalog, [
    { name: file, text: readFileSync(new URL(`templates/${file}`, examples), 'utf8') },
  ]).document;
}

/** Services of ECS were not deployed. A database has its name in small letters. */
const nameOf = ({ kind, name }: Resource): string | undefined =>
  kind === 'ecs-service' ? undefined : `${kind} ${name.toLowerCase()}`;

/** The mock gives every instance a public address, whatever its subnet says. */
const isOfMock = (line: string): boolean =>
  line.endsWith('blocked: no-public-address / blocked: not-attached');

/** By the name of what has them: each as a text in which names stand for the ids that others go by. */
function rowsOf(document: Document): Readonly<Record<string, readonly string[]>> {
  const called = (id: string): string => document.resources.get(id)?.name ?? id;
  return Object.fromEntries(
    [...document.resources.values()].flatMap((resource): [string, string[]][] => {
      const props: Readonly<Record<string, unknown>> = { ...replaceReferences(catalog, resource, called) };
      const rows = props['routes'] ?? props['inbound'];
      // A VPC has a main table that no template names.
      const isNamed = resource.name !== resource.id || resource.provenance !== undefined;
      return !isAwsRecord(rows) || !isNamed || !['route-table', 'security-group'].includes(resource.kind)
        ? []
        : [
            [
              shown(resource),
              Object.values(rows)
                .map((row) => JSON.stringify(row))
                .sort(),
            ],
          ];
    }),
  );
}

/** The name of a group is its own in AWS, and the mock gave it one with the stack's before. */
function shown({ name }: Resource): string {
  return name.replace(/^s-/, '');
}

describe('what was deployed', () => {
  it.each([
    'two-tier-nat',
    'network-acl',
    'rds',
    'session-manager',
    'web-behind-alb',
    'three-peered-vpcs',
    'separate-rules',
    'private-nat',
  ])('answers as the template of %s does', (name) => {
    const [live, template] = [verdictsOf(deployed(name), nameOf), verdictsOf(drawn(name), nameOf)];

    expect(Object.keys(live).length).toBeGreaterThan(0);
    expect(differences(template, live).filter((line) => !isOfMock(line))).toEqual([]);
  });

  it.each(['two-tier-nat', 'three-peered-vpcs', 'separate-rules', 'private-nat'])(
    'has the routes and the inbound rules of the template of %s',
    (name) => {
      const [live, template] = [rowsOf(deployed(name)), rowsOf(drawn(name))];

      expect(Object.values(live).flat().length).toBeGreaterThan(0);
      expect(live).toEqual(template);
    },
  );

  it('stands in the same boxes as the template of two-tier-nat', () => {
    const boxes = (document: Document): readonly string[] =>
      [...document.resources.values()]
        .map(
          ({ kind, parentId }) => `${kind} in ${document.resources.get(parentId ?? '')?.kind ?? 'nothing'}`,
        )
        .sort();

    expect(boxes(deployed('two-tier-nat'))).toEqual(boxes(drawn('two-tier-nat')));
  });
});
