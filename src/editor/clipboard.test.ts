import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { copySelection, duplicateSelection, pasteText } from './copying';
import { viewOf } from './view';

const network = () =>
  testEditor(
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table'),
          box('security-group', 'Group'),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', routeTable: 'Table' },
            box('instance', 'Web', { securityGroups: { Group: true } }),
            box('instance', 'App'),
          ),
        ),
        box('aws-service', 'S3', { service: 's3' }),
      ),
      arrow('Web', 'App', { port: 8080 }),
      arrow('Web', 'S3'),
    ),
    {
      Tokyo: [0, 0, 1000, 700],
      Vpc: [40, 120, 640, 400],
      A: [24, 64, 260, 240],
      Web: [16, 48],
      App: [136, 48],
      S3: [800, 40],
    },
  );

const selectOnly = (canvas: ReturnType<typeof network>, ...names: string[]): void =>
  canvas.editor.session.setState({ selection: new Set(names) });

describe('a pasted subnet', () => {
  test('brings what stands in it and the arrows among that, under ids of their own', () => {
    const canvas = network();
    selectOnly(canvas, 'A');
    viewOf(canvas.editor).pointer = { x: 500, y: 300 };

    pasteText(canvas.editor, copySelection(canvas.editor), false);

    const copy = canvas.get('A2');
    expect(canvas.get('Web2').parentId).toBe(copy.id);
    expect(canvas.get('App2').parentId).toBe(copy.id);
    const flows = [...canvas.document.flows.values()].filter(({ from }) => from === canvas.get('Web2').id);
    expect(flows).toMatchObject([{ to: canvas.get('App2').id, port: 8080 }]);
  });

  test('takes the next free CIDR block', () => {
    const canvas = network();
    selectOnly(canvas, 'A');
    viewOf(canvas.editor).pointer = { x: 500, y: 300 };

    pasteText(canvas.editor, copySelection(canvas.editor), false);

    expect(canvas.get('A2').props).toMatchObject({ cidr: '10.0.1.0/24' });
  });

  test('keeps the references that lead out of it', () => {
    const canvas = network();
    selectOnly(canvas, 'A');
    viewOf(canvas.editor).pointer = { x: 500, y: 300 };

    pasteText(canvas.editor, copySelection(canvas.editor), false);

    expect(canvas.get('A2').props).toMatchObject({ routeTable: 'Table' });
    expect(canvas.get('Web2').props).toMatchObject({ securityGroups: { Group: true } });
  });

  test('is one step', () => {
    const canvas = network();
    const before = canvas.document;
    selectOnly(canvas, 'A');

    pasteText(canvas.editor, copySelection(canvas.editor), false);
    canvas.editor.store.undo();

    expect(canvas.document).toEqual(before);
  });
});

test('a pasted VPC has its own route table, and its subnets use that one', () => {
  const canvas = network();
  selectOnly(canvas, 'Vpc');

  pasteText(canvas.editor, copySelection(canvas.editor), true);

  expect(canvas.get('A2').props).toMatchObject({ routeTable: canvas.get('Table2').id });
  expect(canvas.get('Vpc2').props).toMatchObject({ cidr: '10.1.0.0/16' });
  expect(canvas.get('A2').props).toMatchObject({ cidr: '10.1.0.0/24' });
});

test('a pasted VPC keeps the names of its zones, which would be other zones with a number behind them', () => {
  const canvas = testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('availability-zone', 'ap-northeast-1a', { zone: 'ap-northeast-1a' }),
      ),
    ),
    { Vpc: [0, 0, 600, 400], 'ap-northeast-1a': [16, 40, 300, 300] },
  );
  canvas.editor.session.setState({ selection: new Set([canvas.get('Vpc').id]) });

  duplicateSelection(canvas.editor);

  const names = [...canvas.document.resources.values()].map(({ name }) => name).sort();
  expect(names).toEqual(['Vpc', 'Vpc2', 'ap-northeast-1a', 'ap-northeast-1a']);
});

test('an instance pasted over the bare Region goes into the subnet it may stand in', () => {
  const canvas = network();
  selectOnly(canvas, 'Web');
  viewOf(canvas.editor).pointer = { x: 900, y: 600 };

  pasteText(canvas.editor, copySelection(canvas.editor), false);

  expect(canvas.get('Web2').parentId).toBe('A');
});

test('a duplicate stands beside its original and covers nothing', () => {
  const canvas = network();
  selectOnly(canvas, 'Web');

  duplicateSelection(canvas.editor);

  const boxes = ['Web', 'App', 'Web2'].map((name) => canvas.box(name));
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b)
        expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false);
});

test('what is cut comes back by pasting it in place', () => {
  const canvas = network();
  selectOnly(canvas, 'Web');
  const { x, y } = canvas.get('Web');
  const text = copySelection(canvas.editor);
  canvas.run('delete-selection');

  pasteText(canvas.editor, text, true);

  expect(canvas.get('Web')).toMatchObject({ parentId: 'A', x, y });
});

test('text of others on the clipboard changes nothing and is answered politely', () => {
  const canvas = network();
  const before = canvas.document;

  for (const text of [
    'hello',
    '{"vpcanvasClipboard":',
    '{"vpcanvasClipboard":{},"diagram":{"vpcanvas":99}}',
    '[]',
  ])
    pasteText(canvas.editor, text, false);

  expect(canvas.document).toBe(before);
  expect(canvas.said).toBe('There is nothing from a diagram on the clipboard');
});

test('no text on the clipboard, however made, throws or harms the diagram', () => {
  const canvas = network();
  selectOnly(canvas, 'Vpc');
  const good = copySelection(canvas.editor);
  const before = canvas.document;

  fc.assert(
    fc.property(fc.integer({ min: 0, max: good.length }), fc.string({ maxLength: 8 }), (at, noise) => {
      pasteText(canvas.editor, good.slice(0, at) + noise + good.slice(at + noise.length), false);
      while (canvas.editor.store.undoLabel !== undefined) canvas.editor.store.undo();
      expect(canvas.document).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

describe('a duplicate', () => {
  const fixed = () =>
    testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', ipv6: true },
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/26', ipv6: 4 },
            box('instance', 'Dns', {
              privateIp: '10.0.0.10',
              furtherIps: { one: { address: '10.0.0.11' } },
            }),
            box('instance', 'Any'),
          ),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
        ),
      ),
      { Vpc: [0, 0, 900, 500], A: [24, 64, 280, 240], B: [400, 64, 280, 240], Dns: [16, 48], Any: [136, 48] },
    );
  const duplicated = (canvas: ReturnType<typeof fixed>, name: string): void => {
    selectOnly(canvas, name);
    duplicateSelection(canvas.editor);
  };

  test('of a /26 is a /26', () => {
    const canvas = fixed();

    duplicated(canvas, 'A');

    expect(canvas.get('A2').props).toMatchObject({ cidr: '10.0.0.64/26' });
  });

  test('of a subnet with IPv6 has the next free number, and one of a subnet without has none', () => {
    const canvas = fixed();

    duplicated(canvas, 'A');
    duplicated(canvas, 'B');

    expect(canvas.get('A2').props).toMatchObject({ ipv6: 0 });
    expect(canvas.get('B2').props).toMatchObject({ ipv6: null });
  });

  test('of a subnet has its fixed addresses at the same places in the block of the copy', () => {
    const canvas = fixed();

    duplicated(canvas, 'A');

    expect(canvas.get('Dns2').props).toMatchObject({
      privateIp: '10.0.0.74',
      furtherIps: { one: { address: '10.0.0.75' } },
    });
    expect(canvas.get('Any2').props).toMatchObject({ privateIp: '' });
  });

  test('of an instance has the next free addresses of its subnet', () => {
    const canvas = fixed();

    duplicated(canvas, 'Dns');

    expect(canvas.get('Dns').props).toMatchObject({ privateIp: '10.0.0.10' });
    expect(canvas.get('Dns2').props).toMatchObject({
      privateIp: '10.0.0.12',
      furtherIps: { one: { address: '10.0.0.13' } },
    });
  });

  test('never has an address of another one, however many there are', () => {
    const canvas = fixed();

    for (let count = 0; count < 40; count++) duplicated(canvas, 'Dns');

    const all = [...canvas.document.resources.values()].flatMap(({ kind, props }) => {
      if (kind !== 'instance') return [];
      const { privateIp, furtherIps } = props as {
        readonly privateIp: string;
        readonly furtherIps: Readonly<Record<string, { readonly address: string }>>;
      };
      return [privateIp, ...Object.values(furtherIps).map(({ address }) => address)].filter(Boolean);
    });
    expect(new Set(all).size).toBe(all.length);
    // 59 addresses of a /26 can be used: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    expect(all).toHaveLength(59);
  });
});
