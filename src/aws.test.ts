/** What holds for every kind, whichever they are. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from './aws';
import type { AnyKind } from './core/catalog/catalog';
import type { Field } from './core/catalog/field';
import { newResource } from './core/catalog/newResource';
import { surroundingsOf } from './core/catalog/surroundings';
import { exportTemplate } from './core/cfn/exportTemplate';
import { emptyDocument, type Document, type Resource } from './core/model/document';
import type { KindName } from './core/model/kinds';
import { valuesOf } from './core/model/queries';
import type { Fact } from './core/network/facts';
import { arbitraryDocument } from './testing/arbitraryDocument';
import { languages, type Words } from './lib/words';

const kinds = [...catalog.kinds.values()];

test('all kinds of the first diagrams are there', () => {
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(
    expect.arrayContaining([
      'application-load-balancer',
      'availability-zone',
      'aws-service',
      'ecs-service',
      'egress-only-internet-gateway',
      'endpoint-service',
      'gateway-endpoint',
      'gateway-load-balancer',
      'gwlb-endpoint',
      'instance',
      'interface-endpoint',
      'internet',
      'internet-gateway',
      'lambda-function',
      'nat-gateway',
      'network-acl',
      'network-interface',
      'network-load-balancer',
      'on-premises',
      'prefix-list',
      'rds-instance',
      'region',
      'route-table',
      'security-group',
      'subnet',
      'target-group',
      'text-note',
      'vpc',
    ]),
  );
});

/** The facts of what the engine takes for an end of a flow, besides the interfaces of workloads. */
const endFacts: ReadonlySet<Fact['fact']> = new Set([
  'customer-gateway',
  'client-vpn',
  'hosted-by-aws',
  'interface-endpoint',
  'internet',
  'load-balancer',
  'on-premises',
  'service',
  'vpn-connection',
]);

describe.each(kinds.map((kind) => ({ name: kind.kind, kind })))('$name', ({ kind }) => {
  const document = documentWith(kind);
  const resource = document.resources.get('it') as Resource; // put there by documentWith
  const around = surroundingsOf(document, 'it');

  test('is an end of arrows, and a network, just where its facts make it one', () => {
    const facts = [...(kind.facts?.(resource, around) ?? [])];

    expect(kind.isNetwork === true).toBe(facts.some(({ fact }) => fact === 'network'));
    expect(kind.isEnd === true).toBe(
      facts.some((fact) => (fact.fact === 'interface' && fact.workload) || endFacts.has(fact.fact)),
    );
  });

  test('has words in both languages, without full stops', () => {
    for (const words of wordsOf(kind))
      for (const language of languages) {
        expect(words[language], JSON.stringify(words)).not.toBe('');
        expect(words[language], JSON.stringify(words)).not.toMatch(/[.。]$/);
      }
  });

  test('has an icon that exists', () => {
    const icons = [kind.icon, kind.look?.(resource, around).icon].filter((icon) => icon != null);
    for (const icon of icons) expect(existsSync(iconFile(icon)), icon).toBe(true);
  });

  test('may stand in kinds that exist and hold others', () => {
    expect(kind.parents).not.toHaveLength(0);
    for (const name of kind.parents)
      if (name !== 'canvas') expect(catalog.kinds.get(name)?.shape.as, name).toBe('container');
  });

  test('refers to kinds that exist', () => {
    for (const field of allFields(kind))
      if ('kinds' in field) for (const name of field.kinds) expect(catalog.kinds.has(name), name).toBe(true);
  });

  test('is called by a valid logical ID at first', () => {
    expect(kind.defaultName).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
  });

  test('starts with values that pass their own checks', () => {
    for (const [prop, field] of catalog.fields(kind.kind)) {
      expect(field.check?.(valuesOf(resource)[prop]), prop).toBeUndefined();
      if (field.control !== 'rows') continue;
      for (const [column, cell] of Object.entries(field.columns))
        expect(cell.check?.(cell.default), `${prop}.${column}`).toBeUndefined();
    }
  });

  test('is drawn, placed and followed with the values it starts with', () => {
    expect(() => kind.look?.(resource, around)).not.toThrow();
    expect(() => kind.tidy?.(resource, around)).not.toThrow();
    for (const fact of kind.facts?.(resource, around) ?? []) expect(fact.by).toBe('it');
  });

  test('is drawn, placed and followed when nothing of it is known', () => {
    const unknown = { unknown: { en: 'why', ja: '理由' } };
    const blank = {
      ...resource,
      props: Object.fromEntries(
        [...catalog.fields(kind.kind)].map(([prop, field]) => [
          prop,
          field.control === 'rows' || field.control === 'refs' ? field.default : unknown,
        ]),
      ),
    } as unknown as Resource; // every prop may be unknown but tables and lists

    expect(typeof (kind.look?.(blank, around).detail ?? '')).toBe('string');
    expect(() => kind.tidy?.(blank, around)).not.toThrow();
    expect(() => [...(kind.facts?.(blank, around) ?? [])]).not.toThrow();
  });

  test('proposes only props it has, with values that pass their checks', () => {
    const proposed = kind.propose?.(resource, around) ?? {};
    for (const [prop, value] of Object.entries(proposed)) {
      expect(catalog.fields(kind.kind).has(prop), prop).toBe(true);
      expect(catalog.fields(kind.kind).get(prop)?.check?.(value), prop).toBeUndefined();
    }
  });
});

test('what is absorbed into another resource is never drawn for itself, unless it may be either', () => {
  const mains = new Set(kinds.flatMap(({ cfn }) => cfn?.types ?? []));
  // Of a type that stands for several things, each kind draws its own.
  const shared = new Set(kinds.flatMap(({ cfn }) => (cfn?.recognises === undefined ? [] : cfn.types)));
  const satellites = kinds.flatMap(({ cfn }) => cfn?.satellites ?? []);

  expect(satellites.length).toBeGreaterThan(10);
  for (const { type, role, elseDrawn = false } of satellites)
    if (!shared.has(type)) expect(mains.has(type), `${type} as ${role}`).toBe(elseDrawn);
});

test('kinds that share a CloudFormation type say which resources are theirs', () => {
  const owners = new Map<string, AnyKind[]>();
  for (const kind of kinds)
    for (const type of kind.cfn?.types ?? []) owners.set(type, [...(owners.get(type) ?? []), kind]);

  const shared = [...owners.values()].filter((each) => each.length > 1).flat();

  expect(shared.map(({ kind }) => kind)).toEqual([
    'application-load-balancer',
    'gateway-load-balancer',
    'network-load-balancer',
    'gateway-endpoint',
    'gwlb-endpoint',
    'interface-endpoint',
    'resolver-inbound-endpoint',
    'resolver-outbound-endpoint',
  ]);
  for (const { cfn } of shared) expect(cfn).toHaveProperty('recognises');
});

test('whatever is drawn can be looked at, placed, followed and written', () => {
  fc.assert(
    fc.property(arbitraryDocument(catalog), (document) => {
      for (const resource of document.resources.values()) {
        const kind = catalog.kind(resource.kind);
        const around = surroundingsOf(document, resource.id);
        kind.look?.(resource, around);
        kind.tidy?.(resource, around);
        for (const fact of kind.facts?.(resource, around) ?? []) expect(fact.by).toBe(resource.id);
        for (const prop of Object.keys(kind.propose?.(resource, around) ?? {}))
          expect(catalog.fields(resource.kind).has(prop)).toBe(true);
      }
      const { template, owners } = exportTemplate(catalog, document);
      expect([...owners.keys()]).toEqual(Object.keys(template.Resources));
    }),
    { numRuns: 100 },
  );
}, 30_000);

/** One resource of a kind, `it`, in a chain of the containers it may stand in. */
function documentWith(kind: AnyKind): Document {
  const resources = new Map<string, Resource>();
  let parentId: string | null = null;
  for (const container of containersOf(kind)) {
    const id = `in-${container}`;
    resources.set(id, newResource(catalog, { kind: container, id, name: id, parentId, order: 'U' }));
    parentId = id;
  }
  resources.set(
    'it',
    // Names of the catalog's kinds are kind names.
    newResource(catalog, { kind: kind.kind as KindName, id: 'it', name: 'It', parentId, order: 'U' }),
  );
  return { ...emptyDocument, resources };
}

/** Outermost first. */
function containersOf(kind: AnyKind): readonly KindName[] {
  const [first] = kind.parents;
  if (first === undefined || first === 'canvas') return [];
  return [...containersOf(catalog.kind(first)), first];
}

function* allFields(kind: AnyKind): Generator<Field> {
  for (const field of catalog.fields(kind.kind).values()) {
    yield field;
    if (field.control === 'rows') yield* Object.values(field.columns);
  }
}

function* wordsOf(kind: AnyKind): Generator<Words> {
  yield kind.label;
  yield kind.summary;
  for (const field of allFields(kind)) {
    yield field.label;
    if (field.help !== undefined) yield field.help;
    if (field.control === 'ref') yield field.none;
    if (field.control === 'rows') yield field.addLabel;
    if (field.control === 'choice') for (const { label } of field.options('ap-northeast-1')) yield label;
  }
}

function iconFile(icon: string): string {
  return fileURLToPath(new URL(`../node_modules/aws-icons/icons/${icon}.svg`, import.meta.url));
}
