import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { fromSketch } from '../catalog/fromSketch';
import type { Document, Template } from '../model/document';
import { isKind } from '../model/queries';
import { arrow, box, sketch } from '../model/sketch';
import { maxTextLength, readDiagram, writeDiagram } from './diagramFile';
import { mergeDocuments } from './mergeDocuments';
import { currentVersion, migrated, migrations } from './migrations';

const small = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'Private', { routeTable: 'Table' }, box('instance', 'Web')),
      box('route-table', 'Table'),
    ),
    box('internet', 'Internet'),
    arrow('Web', 'Internet'),
  ),
);

describe('a diagram file', () => {
  it('gives back the document it was written from', () => {
    fc.assert(
      fc.property(arbitraryDocument(catalog), (document) => {
        const text = writeDiagram(catalog, document);

        expect(reading(text)).toEqual({ document, problems: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('is the same text for the same document, in whatever order its records were made', () => {
    fc.assert(
      fc.property(arbitraryDocument(catalog), (document) => {
        const shuffled: Document = {
          ...document,
          resources: new Map([...document.resources].toReversed()),
          flows: new Map([...document.flows].toReversed()),
        };

        expect(writeDiagram(catalog, shuffled)).toBe(writeDiagram(catalog, document));
      }),
    );
  });

  it('changes by few lines when one resource is renamed and another one is added', () => {
    const renamed = fromSketch(
      catalog,
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'A'), box('subnet', 'B', { mapPublicIp: true }))),
    );
    const before = writeDiagram(
      catalog,
      fromSketch(catalog, sketch(box('vpc', 'Vpc', {}, box('subnet', 'A'), box('subnet', 'B')))),
    ).split('\n');

    const after = writeDiagram(catalog, renamed).split('\n');

    expect(after.filter((line) => !before.includes(line))).toHaveLength(1);
  });

  it('begins with its version, so that it is known by its first line', () => {
    expect(writeDiagram(catalog, small).split('\n').slice(0, 2)).toEqual([
      '{',
      `  "vpcanvas": ${currentVersion},`,
    ]);
  });

  it('keeps the lines of a template as lines', () => {
    const template = { id: 't', fileName: 'net.yaml', text: 'Resources:\r\n  Vpc: {}\n' };
    const document: Document = { ...small, templates: new Map([['t', template]]) };

    const text = writeDiagram(catalog, document);

    expect(text).toContain('"text": ["Resources:\\r", "  Vpc: {}", ""]');
    expect(reading(text).document.templates.get('t')).toEqual(template);
  });
});

describe('what a template says beside what is drawn', () => {
  const says = { en: 'not modelled', ja: 'モデル化されていません' };
  const unmodelled: NonNullable<Template['unmodelled']> = [
    { by: 'Zone', on: 'Vpc', effect: { is: 'names', domain: 'corp.example' }, says },
    { by: 'App', on: 'Table', effect: { is: 'may-change' }, says },
  ];
  const withTemplate = (given: unknown): Document => ({
    ...small,
    // A file may hold anything there.
    templates: new Map([['t', { id: 't', fileName: 'net.yaml', text: '{}', unmodelled: given } as Template]]),
  });
  const kept = (given: unknown) =>
    reading(writeDiagram(catalog, withTemplate(given))).document.templates.get('t')?.unmodelled;

  it('is kept in the file', () => {
    expect(kept(unmodelled)).toEqual(unmodelled);
  });

  it('is left out where it is of another form', () => {
    const [first] = unmodelled;

    expect(kept('all')).toBeUndefined();
    expect(
      kept([
        null,
        7,
        { ...first, on: 3 },
        { ...first, effect: { is: 'anything' } },
        { ...first, effect: null },
        { ...first, says: 'text' },
        { ...first, effect: { is: 'names', domain: 8 } },
      ]),
    ).toEqual([{ ...first, effect: { is: 'names', domain: null } }]);
  });

  it('follows the resource that it is about when diagrams are put together', () => {
    const merged = mergeDocuments(catalog, [small, withTemplate(unmodelled)]);

    const on = merged.templates.get('t')?.unmodelled?.map((each) => each.on);
    expect(on).toEqual(['Vpc-2', 'Table-2']);
    expect([...merged.resources.keys()]).toEqual(expect.arrayContaining(on ?? ['nothing']));
  });
});

describe('a file that is no sound diagram', () => {
  it('is never answered with an exception, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        arbitraryDocument(catalog, 4),
        fc.nat(),
        (junk, document, where) => {
          const raw = JSON.parse(writeDiagram(catalog, document)) as unknown;
          const spots = spotsIn(raw);
          spots[where % spots.length]?.(junk);

          const read = readDiagram(catalog, JSON.stringify(raw));

          if ('failure' in read) {
            expect(read.failure.message.en).not.toContain('could not repair');
            return;
          }
          const again = writeDiagram(catalog, read.document);
          expect(reading(again).document).toEqual(read.document);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is told apart when it was cut off, at every length', () => {
    const text = writeDiagram(catalog, small).trimEnd();

    for (let length = 2; length < text.length; length += 37) {
      const read = readDiagram(catalog, text.slice(0, length));
      expect('failure' in read && read.failure.message.en).toContain('cut off');
    }
  });

  it('is told line and column of a fault', () => {
    expect(failure('{\n  "vpcanvas": 1,\n  "name": oops\n}')).toMatchObject({
      line: 3,
      column: 11,
      message: { en: 'The file is not valid JSON: a value was expected, not “o”.' },
    });
  });

  it('is told plainly when it comes from a newer version', () => {
    expect(failure(`{"vpcanvas": ${currentVersion + 1}}`).message.en).toContain('newer vpcanvas');
  });

  it('is refused unread when it is 20 MB', () => {
    expect(failure(' '.repeat(maxTextLength)).message.en).toContain('larger than 20 MB');
  });

  it.each([
    ['{"vpcanvas": "1"}'],
    ['{"vpcanvas": 0}'],
    ['{"vpcanvas": 1.5}'],
    ['{}'],
    ['[]'],
    ['null'],
    ['7'],
  ])('is refused when it has no usable version: %s', (text) => {
    expect(failure(text).message.en).not.toBe('');
  });
});

describe('a damaged diagram', () => {
  it('has the containers of a cycle put on the canvas, one for each cycle', () => {
    const read = damaged((raw) => {
      raw.resources = [
        { id: 'a', kind: 'vpc', name: 'A', parentId: 'b' },
        { id: 'b', kind: 'region', name: 'B', parentId: 'a' },
      ];
    });

    expect(read.problems.map(({ message }) => message.en)).toContain(
      '“A” and “B” stand in one another; “A” was put on the bare canvas.',
    );
    expect(read.document.resources.get('a')?.parentId).toBeNull();
    expect(read.document.resources.get('b')?.parentId).toBe('a');
  });

  it('has what stood in nothing put on the canvas', () => {
    const read = damaged((raw) => {
      raw.resources[0] = { ...raw.resources[0], parentId: 'nowhere' };
    });

    expect(read.problems[0]?.message.en).toMatch(/stands in “nowhere”, which the file does not have/);
  });

  it('is flattened where it is nested without end', () => {
    const read = damaged((raw) => {
      raw.resources = Array.from({ length: 3000 }, (_, index) => ({
        id: `v${index}`,
        kind: 'vpc',
        parentId: index === 0 ? null : `v${index - 1}`,
        x: 0,
        y: 0,
      }));
    });

    expect(read.document.resources.size).toBe(3000);
    expect(read.problems.length).toBeGreaterThan(0);
  });

  it('keeps records of an unknown kind, and the arrows to them, through a save', () => {
    const gateway = { id: 'x', kind: 'space-gateway', x: 10, y: 20, parentId: 'Vpc', thrust: { max: 3 } };
    const read = damaged((raw) => {
      raw.resources.push(gateway, { id: 'in', kind: 'vpc', name: 'In', parentId: 'x', x: 1, y: 2 });
      raw.flows.push({ id: 'fx', from: 'Web', to: 'x' });
    });
    const saved = JSON.parse(writeDiagram(catalog, read.document)) as Raw;

    expect(saved.resources).toContainEqual(gateway);
    expect(saved.flows).toContainEqual({ id: 'fx', from: 'Web', to: 'x' });
    expect(read.document.resources.has('x')).toBe(false);
    expect(read.document.resources.get('in')).toMatchObject({ parentId: 'Vpc', x: 11, y: 22 });
    expect(read.problems.map(({ severity }) => severity)).toContain('warning');
  });

  it('keeps sections, keys and props that it does not know', () => {
    const read = damaged((raw) => {
      Object.assign(raw, { future: { a: 1 } });
      Object.assign(raw.resources[0] ?? {}, { glow: true });
      Object.assign(raw.resources[0]?.['props'] ?? {}, { aura: 'blue' });
    });
    const saved = JSON.parse(writeDiagram(catalog, read.document)) as Raw;

    expect(saved).toMatchObject({ future: { a: 1 } });
    expect(saved.resources[0]).toMatchObject({ glow: true, props: { aura: 'blue' } });
  });

  it('has props of a wrong type replaced by their defaults, and says which', () => {
    const read = damaged((raw) => {
      const subnet = raw.resources.find(({ id }) => id === 'Private');
      Object.assign(subnet?.['props'] ?? {}, {
        cidr: 5,
        mapPublicIp: 'yes',
        routeTable: 'Table',
        zone: 'eu-west-9z',
      });
    });

    expect(read.document.resources.get('Private')?.props).toMatchObject({
      cidr: '10.0.0.0/24',
      mapPublicIp: false,
      routeTable: 'Table',
      zone: 'eu-west-9z',
    });
    expect(read.problems.map(({ path }) => path)).toEqual([
      'resources.Private.props.cidr',
      'resources.Private.props.mapPublicIp',
    ]);
    expect(read.problems[0]?.line).toBeGreaterThan(1);
  });

  it('has a value that no option allows replaced, where the options are all there is', () => {
    const read = damaged((raw) => {
      const web = raw.resources.find(({ id }) => id === 'Web');
      Object.assign(web?.['props'] ?? {}, { publicIp: 'perhaps' });
    });

    expect(read.document.resources.get('Web')?.props).toMatchObject({ publicIp: 'subnet' });
  });

  it.each([[null], ['12'], [1e300], [-1e12], [Number.MAX_VALUE]])('has the coordinate %s put right', (x) => {
    const read = damaged((raw) => {
      Object.assign(raw.resources[0] ?? {}, { x });
    });

    expect(read.document.resources.get(String(firstId))?.x).toBe(0);
    expect(read.problems).toHaveLength(1);
  });

  it('has the second of two resources with one id renamed, and neither lost', () => {
    const read = damaged((raw) => {
      raw.resources.push({ ...raw.resources[0] });
    });

    expect(read.document.resources.has(`${String(firstId)}-2`)).toBe(true);
    expect(read.problems[0]?.message.en).toContain('Two resources have the id');
  });

  it('has siblings with one ordering key told apart, so that another fits between them', () => {
    const read = damaged((raw) => {
      for (const each of raw.resources) each['order'] = 'U';
    });
    const keys = [...read.document.resources.values()].map(({ parentId, order }) => `${parentId} ${order}`);

    expect(new Set(keys).size).toBe(keys.length);
    expect(read.problems).toEqual([]);
  });

  it('keeps an arrow that leads nowhere out of the diagram but in the file', () => {
    const read = damaged((raw) => {
      raw.flows.push({ id: 'lost', from: 'Web', to: 'nobody' });
    });

    expect([...read.document.flows.keys()]).toEqual(['Web→Internet']);
    expect(writeDiagram(catalog, read.document)).toContain('"lost"');
  });

  it('cannot give objects another nature', () => {
    const text = writeDiagram(catalog, small).replace(
      '"props": {',
      '"props": { "__proto__": { "polluted": true },',
    );

    const read = reading(text);

    expect(read.problems[0]?.message.en).toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    for (const { props } of read.document.resources.values())
      expect((props as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('tells of a key that is given twice, with its line', () => {
    const read = reading('{\n  "vpcanvas": 1,\n  "name": "a",\n  "name": "b"\n}');

    expect(read.document.name).toBe('b');
    expect(read.problems[0]?.message.en).toContain('line 4');
  });

  it('tells of two hundred problems at most', () => {
    const read = damaged((raw) => {
      raw.resources = Array.from({ length: 5000 }, () => ({ kind: 'vpc', x: 'left' }));
    });

    expect(read.problems.length).toBeLessThan(210);
    expect(read.document.resources.size).toBe(5000);
  });
});

describe('a file from before ICMPv6 was told apart', () => {
  it('still lets pings over IPv6 pass where it did, and has the others as they were', () => {
    const old = fromSketch(
      catalog,
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('security-group', 'Group', {
            inbound: {
              a: { protocol: 'icmp', fromPort: null, toPort: null, peer: '::/0' },
              b: { protocol: 'icmp', fromPort: 8, toPort: 0, peer: '10.0.0.0/16' },
            },
          }),
        ),
      ),
    );
    const text = writeDiagram(catalog, old).replace(`"vpcanvas": ${currentVersion}`, '"vpcanvas": 1');

    const { document, problems } = reading(text);

    const group = [...document.resources.values()].find((each) => isKind(each, 'security-group'));
    expect(problems).toEqual([]);
    expect(group?.props).toMatchObject({
      inbound: {
        a: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: '::/0' },
        b: { protocol: 'icmp', fromPort: 8, toPort: 0, peer: '10.0.0.0/16' },
      },
    });
  });
});

describe('migrations', () => {
  it('are each shown by an example', () => {
    for (const { migrate, example, about } of migrations)
      expect(migrate(example.before), about).toEqual(example.after);
    expect(currentVersion).toBe(migrations.length + 1);
  });

  it('are run from the version of the file on, in order', () => {
    const step = (about: string) => ({
      about,
      migrate: (raw: Readonly<Record<string, unknown>>) => ({
        ...raw,
        seen: JSON.stringify([raw['seen'], about]),
      }),
      example: { before: {}, after: {} },
    });

    expect(migrated({}, 2, [step('a'), step('b'), step('c')])).toEqual({ seen: '["[null,\\"b\\"]","c"]' });
    expect(migrated({}, 4, [step('a'), step('b'), step('c')])).toEqual({});
  });
});

interface Raw {
  resources: Record<string, unknown>[];
  flows: Record<string, unknown>[];
}

const firstId = (JSON.parse(writeDiagram(catalog, small)) as Raw).resources[0]?.['id'];

function reading(text: string) {
  const read = readDiagram(catalog, text);
  if ('failure' in read) throw new Error(read.failure.message.en);
  return read;
}

function failure(text: string) {
  const read = readDiagram(catalog, text);
  if (!('failure' in read)) throw new Error('expected a failure');
  return read.failure;
}

function damaged(damage: (raw: Raw) => void) {
  const raw = JSON.parse(writeDiagram(catalog, small)) as Raw;
  damage(raw);
  return reading(JSON.stringify(raw, null, 1));
}

/** A way to put something else into every place of a JSON value. */
function spotsIn(value: unknown): ((junk: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const holder = value as Record<string, unknown>;
    return [(junk: unknown) => void (holder[key] = junk), ...spotsIn(holder[key])];
  });
}
