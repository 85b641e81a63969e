import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arrow, box, sketch } from '../../core/model/sketch';
import { largeDesign } from '../../testing/largeDesign';
import { testEditor, type TestEditor } from '../../testing/testEditor';
import { createLooks } from '../../core/drawing/looks';
import { viewOf } from '../view';
import { detailsIn, type Details } from './details';
import { flowLines } from './flowRows';
import { outlineRows, type OutlineQuery } from './rows';

const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Main', { main: true }),
        box('route-table', 'Public', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        box(
          'subnet',
          'Web10',
          { cidr: '10.0.10.0/24', zone: 'ap-northeast-1a', routeTable: 'Public' },
          box('instance', 'Server', { publicIp: 'yes' }),
        ),
        box('subnet', 'Web9', { cidr: '10.0.9.0/24', zone: 'ap-northeast-1c' }, box('instance', 'Inner')),
      ),
      box('internet', 'Internet'),
      arrow('Server', 'Internet'),
      arrow('Inner', 'Internet'),
    ),
  );

const sources = ({ editor, document }: TestEditor) => {
  const { findings, traces } = editor.verdicts.getState();
  return { catalog, document, looks: viewOf(editor).looks(), findings, traces };
};
const detail = (canvas: TestEditor, name: string): Details => {
  const found = detailsIn(sources(canvas))(name);
  if (found === undefined) throw new Error(`nothing is named ${name}`);
  return found;
};
const plain: OutlineQuery = { folded: new Set(), filter: '', sort: null, language: 'en' };
const lines = (canvas: TestEditor, query: Partial<OutlineQuery> = {}): string[] =>
  outlineRows(canvas.document, detailsIn(sources(canvas)), { ...plain, ...query }).map(
    ({ id, level }) => `${'  '.repeat(level - 1)}${id}`,
  );

describe('the tree', () => {
  test('has each container followed by what stands in it, as it is drawn', () => {
    expect(lines(network())).toEqual([
      'Vpc',
      '  Igw',
      '  Main',
      '  Public',
      '  Web10',
      '    Server',
      '  Web9',
      '    Inner',
      'Internet',
    ]);
  });

  test('hides what stands in a folded container', () => {
    expect(lines(network(), { folded: new Set(['Vpc']) })).toEqual(['Vpc', 'Internet']);
  });

  test('is filtered by every column, and keeps what is around a hit, folded or not', () => {
    const canvas = network();
    const folded = new Set(['Vpc']);

    expect(lines(canvas, { filter: 'server', folded })).toEqual(['Vpc', '  Web10', '    Server']);
    expect(lines(canvas, { filter: '10.0.9' })).toEqual(['Vpc', '  Web9']);
    expect(lines(canvas, { filter: 'パブリックサブネット' })).toEqual(['Vpc', '  Web10']);
    expect(lines(canvas, { filter: '1c instance' })).toEqual(['Vpc', '  Web9', '    Inner']);
    expect(lines(canvas, { filter: 'nothing like it' })).toEqual([]);
  });

  test('is sorted among siblings, by numbers in names as numbers', () => {
    const byName = lines(network(), { sort: { by: 'name', descending: false } });

    expect(byName.indexOf('  Web9')).toBeLessThan(byName.indexOf('  Web10'));
    expect(byName[byName.indexOf('  Web10') + 1]).toBe('    Server');
    expect(byName[0]).toBe('Internet');
  });

  test('puts what has nothing in the column last, either way', () => {
    for (const descending of [false, true]) {
      const rows = lines(network(), { sort: { by: 'zone', descending } });
      expect(rows.indexOf('  Public')).toBeGreaterThan(rows.indexOf('    Server'));
    }
  });
});

describe('the table says of a resource', () => {
  test('which route table decides for it: its own, or the main one where none is named', () => {
    const canvas = network();

    expect(detail(canvas, 'Server').routeTable?.name).toBe('Public');
    expect(detail(canvas, 'Web9').routeTable?.name).toBe('Main');
    expect(detail(canvas, 'Vpc').routeTable).toBeNull();
  });

  test('its zone and its block', () => {
    expect(detail(network(), 'Inner')).toMatchObject({ zone: 'ap-northeast-1c', address: '' });
    expect(detail(network(), 'Web9')).toMatchObject({ address: '10.0.9.0/24' });
  });

  test('what becomes of the flows that begin or end in it, each counted once', () => {
    const canvas = network();

    expect(detail(canvas, 'Web10').flows).toEqual(new Map([['arrives', 1]]));
    expect(detail(canvas, 'Web9').flows).toEqual(new Map([['blocked', 1]]));
    expect(detail(canvas, 'Internet').flows).toEqual(
      new Map([
        ['arrives', 1],
        ['blocked', 1],
      ]),
    );
  });

  test('that a value is not known, where it comes from a parameter nobody gave', () => {
    const canvas = testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A', { cidr: { unknown: { en: 'a parameter', ja: 'パラメータ' } } }),
        ),
      ),
    );

    expect(detail(canvas, 'A').address).toBe('?');
  });
});

describe('the table of flows', () => {
  test('says why a flow does not arrive', () => {
    const canvas = network();
    const { traces } = canvas.editor.verdicts.getState();

    const [arrives, blocked] = flowLines(canvas.document, traces, '');

    expect(arrives).toMatchObject({ from: 'Server', verdict: 'arrives', isAsExpected: true });
    expect(blocked).toMatchObject({ from: 'Inner', verdict: 'blocked', isAsExpected: false });
    expect(blocked?.reason?.en).toContain('Main');
  });

  test('is filtered by ends, verdict and reason', () => {
    const canvas = network();
    const { traces } = canvas.editor.verdicts.getState();

    expect(flowLines(canvas.document, traces, 'blocked inner')).toHaveLength(1);
    expect(flowLines(canvas.document, traces, 'ブロック')).toHaveLength(1);
    expect(flowLines(canvas.document, traces, 'udp')).toHaveLength(0);
  });
});

test('5,000 resources have a row each, and only what is asked for is worked out', () => {
  const document = largeDesign(catalog, 5000);
  const looks = createLooks(catalog)(document);
  const details = detailsIn({ catalog, document, looks, findings: [], traces: new Map() });
  let asked = 0;

  const rows = outlineRows(
    document,
    (id) => {
      asked++;
      return details(id);
    },
    plain,
  );

  expect(rows).toHaveLength(document.resources.size);
  expect(asked).toBe(0);
});
