/**
 * Templates of ours that were deployed to a mock of AWS (moto, a Python library), whose answers were kept as it gave them:
 * `examples/describe`. They must say what the template says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { describeMappings } from '../../awsDescribe';
import { differences, verdictsOf } from '../../testing/verdictsOf';
import { importTemplates } from '../cfn/importTemplates';
import type { Document, Resource } from '../model/document';
import { importDescribe } from './importDescribe';

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

function drawn(name: string): Document {
  const file = `${name}.yaml`;
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

describe('what was deployed', () => {
  it.each(['two-tier-nat', 'network-acl', 'rds', 'session-manager', 'web-behind-alb'])(
    'answers as the template of %s does',
    (name) => {
      const [live, template] = [verdictsOf(deployed(name), nameOf), verdictsOf(drawn(name), nameOf)];

      expect(Object.keys(live).length).toBeGreaterThan(0);
      expect(differences(template, live).filter((line) => !isOfMock(line))).toEqual([]);
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
