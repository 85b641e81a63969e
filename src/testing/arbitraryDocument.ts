/** Random documents for property tests: any kinds, nested as they may be, with props of the right types. */
import fc from 'fast-check';
import type { Catalog } from '../core/catalog/catalog';
import type { Field } from '../core/catalog/field';
import { newResource } from '../core/catalog/newResource';
import type { Document, Flow, Provenance, Resource, ResourceId } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { noInternet } from '../core/model/scopes';
import { ordersAfter } from '../lib/order';
import { tinyImage } from './tinyImage';

/** A sound document of up to `size` resources. */
export function arbitraryDocument(catalog: Catalog, size = 12): fc.Arbitrary<Document> {
  const kinds = [...catalog.kinds.values()];
  const seed = fc.record({
    kind: fc.constantFrom(...kinds),
    within: fc.nat(),
    name: arbitraryText,
    values: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    texts: fc.array(arbitraryText, { minLength: 4, maxLength: 4 }),
    x: coordinate,
    y: coordinate,
    locked: fc.boolean(),
    zOrder: fc.option(fc.constantFrom('A', 'V', 'Vz')),
  });
  return fc
    .record({
      name: arbitraryText,
      seeds: fc.array(seed, { maxLength: size }),
      flows: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const, 'any' as const),
          port: fc.option(fc.integer({ min: 1, max: 65535 })),
          gbPerMonth: fc.option(fc.nat({ max: 100_000 })),
          expect: fc.constantFrom('reachable' as const, 'blocked' as const),
          label: arbitraryText,
          bends: fc.dictionary(
            fc.constantFrom('0', '1'),
            fc.array(fc.record({ x: coordinate, y: coordinate })),
          ),
        }),
        { maxLength: 5 },
      ),
      scene: fc.option(fc.record({ title: words, text: words })),
      reason: fc.option(arbitraryText),
      template: fc.option(arbitraryText),
    })
    .map(({ name, seeds, flows, scene, reason, template }): Document => {
      const resources = new Map<ResourceId, Resource>();
      const orders = ordersAfter(null, Math.max(seeds.length, flows.length));
      seeds.forEach(({ kind, within, name: called, values, texts, x, y, locked, zOrder }, index) => {
        const possible = [...resources.values()].filter((each) => kind.parents.includes(each.kind));
        const parent = possible[within % Math.max(1, possible.length)];
        const base = newResource(catalog, {
          // Names of the catalog's kinds are kind names.
          kind: kind.kind as KindName,
          id: `r${index}`,
          name: called,
          parentId: parent?.id ?? null,
          order: orders[index] ?? 'U',
        });
        const pick = picker(values, texts);
        const props: Record<string, unknown> = {};
        const others = [...resources.keys(), base.id];
        for (const [prop, field] of catalog.fields(kind.kind)) props[prop] = valueFor(field, pick, others);
        // Each value was made for the field that describes it.
        resources.set(base.id, {
          ...base,
          x,
          y,
          props,
          ...(locked ? { locked } : {}),
          ...(zOrder === null ? {} : { zOrder }),
          ...(kind.isAnnotation === true && index % 2 === 0 ? { group: 'g' } : {}),
          ...(template === null ? {} : { provenance: provenanceOf(base.id, parent?.id) }),
        } as unknown as Resource);
      });
      const ids = [...resources.keys()];
      const drawn = new Map<string, Flow>();
      flows.forEach((flow, index) => {
        const from = ids[flow.from % Math.max(1, ids.length)];
        const to = ids[flow.to % Math.max(1, ids.length)];
        if (from === undefined || to === undefined) return;
        drawn.set(`f${index}`, { ...flow, id: `f${index}`, from, to, order: orders[index] ?? 'U' });
      });
      const shown = Object.fromEntries([...drawn.keys()].map((id) => [id, true as const]));
      return {
        ...emptyDocument,
        name,
        resources,
        flows: drawn,
        scopes:
          ids[0] === undefined
            ? new Map()
            : new Map([
                [
                  's',
                  {
                    id: 's',
                    name,
                    members: { [ids[0]]: true },
                    expectations: {
                      ...noInternet,
                      on: {
                        direction: 'in',
                        other: { resource: ids.at(-1) ?? ids[0] },
                        protocol: 'tcp',
                        port: 22,
                        expect: 'reachable',
                      },
                    },
                    order: 'U',
                  },
                ],
              ]),
        scenes:
          scene === null
            ? new Map()
            : new Map([
                [
                  'c',
                  { id: 'c', order: 'U', ...scene, camera: { x: 0, y: 0, w: 800, h: 600 }, flows: shown },
                ],
              ]),
        suppressions: reason === null ? new Map() : new Map([['k', { finding: 'k', reason }]]),
        templates:
          template === null
            ? new Map()
            : new Map([
                [
                  't',
                  {
                    id: 't',
                    fileName: 't.yaml',
                    text: template,
                    readWith: { parameters: { Env: template }, region: 'eu-west-1' },
                  },
                ],
              ]),
      };
    });
}

/** As of a template's resource that stands in a box by a guess. */
function provenanceOf(id: ResourceId, parentId: ResourceId | undefined): Provenance {
  const whole = { template: 't', logicalId: id };
  if (parentId === undefined) return whole;
  const guess = {
    template: 't',
    place: ['Resources', id, 'Properties', 'VpcId'],
    prop: 'parentId',
    means: parentId,
    why: { en: 'a slip', ja: '書き誤り' },
  };
  return { ...whole, guesses: { [guess.place.join('/')]: guess } };
}

/** Ordinary text, and text that means something to JSON, HTML or JavaScript. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '</script><script>alert(1)</script>',
    '__proto__',
    'constructor',
    '"\\\n\r\u2028',
    '日本語 🙂',
  ),
);

const coordinate = fc.integer({ min: -5000, max: 5000 });
const words = fc.record({ en: arbitraryText, ja: arbitraryText });

interface Picker {
  one<T>(choices: readonly T[]): T;
  text(): string;
}

function picker(numbers: readonly number[], texts: readonly string[]): Picker {
  let next = 0;
  const number = (): number => numbers[next++ % numbers.length] ?? 0;
  return {
    one: <T>(choices: readonly T[]): T => {
      if (choices.length === 0) throw new Error('expected something to choose from');
      // The index is within the list.
      return choices[number() % choices.length] as T;
    },
    text: () => texts[number() % texts.length] ?? '',
  };
}

function valueFor(field: Field, pick: Picker, ids: readonly ResourceId[]): unknown {
  const unknown = pick.one([0, 1, 2, 3, 4, 5, 6, 7]) === 7;
  // Tables and lists are never unknown as a whole.
  if (unknown && field.control !== 'rows' && field.control !== 'refs')
    return { unknown: { en: 'a parameter', ja: 'パラメータ' } };
  switch (field.control) {
    case 'text':
      return pick.text();
    case 'art':
      return field.of === 'image'
        ? pick.one(['', tinyImage, 'data:image/png;base64,AAAA', 'data:image/svg+xml,<svg/>'])
        : pick.one(['resource/User', 'category/Compute', '../../secret', pick.text()]);
    case 'cidr':
      return pick.one(['10.0.0.0/16', '10.0.1.0/24', '10.0.0.0/33', '', 'fd00::/64', '0.0.0.0/0']);
    case 'number':
      return pick.one([field.min, field.max, ...(field.optional === true ? [null] : [])]);
    case 'toggle':
      return pick.one([true, false]);
    case 'choice':
      return pick.one(field.options('ap-northeast-1').map(({ value }) => value));
    case 'ref':
      return pick.one([null, 'gone', ...ids]);
    case 'refs':
      return Object.fromEntries([pick.one(ids), pick.one(ids)].map((id) => [id, true]));
    case 'peer':
      return pick.one(['0.0.0.0/0', '10.0.0.0/8', '::/0', { ref: pick.one(ids) }]);
    case 'rows': {
      const keys = ['a', 'b', 'c'].slice(0, pick.one([0, 1, 2, 3]));
      return Object.fromEntries(
        keys.map((key) => [
          key,
          Object.fromEntries(
            Object.entries(field.columns).map(([name, column]) => [name, valueFor(column, pick, ids)]),
          ),
        ]),
      );
    }
  }
}
