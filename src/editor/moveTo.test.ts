import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { copySelection, pasteText } from './copying';
import { destinationsFor, moveSelectionTo, movedBySelection, warningOfMove } from './moveTo';
import { viewOf } from './view';

const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table'),
        box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'App')),
        box('subnet', 'B', { cidr: '10.0.1.0/24' }),
      ),
      box('vpc', 'Other', { cidr: '10.1.0.0/16' }, box('subnet', 'C', { cidr: '10.1.0.0/24' })),
      box('aws-service', 'S3', { service: 's3' }),
      arrow('Web', 'S3'),
    ),
    {
      Vpc: [0, 0, 700, 400],
      A: [24, 64, 300, 240],
      B: [360, 64, 300, 240],
      Web: [16, 48],
      App: [136, 48],
      Other: [800, 0, 400, 300],
      C: [24, 64, 200, 160],
      S3: [1300, 40],
    },
  );
const select = ({ editor }: TestEditor, ...names: string[]): void =>
  editor.session.setState({ selection: new Set(names) });
const refusals = (canvas: TestEditor): Record<string, string> =>
  Object.fromEntries(
    destinationsFor(canvas.editor).map(({ id, refusal }) => [id ?? 'canvas', refusal?.en ?? 'may']),
  );

describe('an instance that is moved by name', () => {
  test('may go to every other subnet, and each other container says why not', () => {
    const canvas = network();
    select(canvas, 'Web');

    expect(refusals(canvas)).toEqual({
      canvas: 'EC2 instance cannot stand on the bare canvas; it goes in Subnet',
      Vpc: 'EC2 instance cannot stand in VPC; it goes in Subnet',
      A: 'It stands there already',
      B: 'may',
      Other: 'EC2 instance cannot stand in VPC; it goes in Subnet',
      C: 'may',
    });
  });

  test('keeps its arrows and its selection, is told of, and is one step to undo', () => {
    const canvas = network();
    select(canvas, 'Web');
    const before = canvas.document;

    moveSelectionTo(canvas.editor, 'B');

    expect(canvas.get('Web').parentId).toBe('B');
    expect(canvas.document.flows.size).toBe(1);
    expect(canvas.selectedNames).toEqual(['Web']);
    expect(canvas.said).toBe('Moved Web to Private subnet B, 10.0.1.0/24');
    canvas.run('undo');
    expect(canvas.document).toEqual(before);
  });

  test('is left where it is when it is sent where it may not go, and the reason is said', () => {
    const canvas = network();
    select(canvas, 'Web');
    const before = canvas.document;

    moveSelectionTo(canvas.editor, 'Vpc');

    expect(canvas.document).toBe(before);
    expect(canvas.said).toContain('cannot stand in VPC');
  });
});

test('several go together, without covering one another or what stands there', () => {
  const canvas = network();
  select(canvas, 'Web', 'App');

  moveSelectionTo(canvas.editor, 'C');

  expect(canvas.get('App').parentId).toBe('C');
  expect(overlaps(canvas.box('Web'), canvas.box('App'))).toBe(false);
});

test('a subnet takes its instances along, into another VPC only with a warning about its block', () => {
  const canvas = network();
  select(canvas, 'A', 'Web');

  expect(warningOfMove(canvas.editor, movedBySelection(canvas.editor), 'Other')?.en).toBe(
    '10.0.0.0/24 is outside Other (10.1.0.0/16)',
  );
  moveSelectionTo(canvas.editor, 'Other');

  expect(canvas.get('A').parentId).toBe('Other');
  expect(canvas.get('Web').parentId).toBe('A');
});

test('nothing may be put into itself or into what stands in it', () => {
  const canvas = testEditor(sketch(box('region', 'Tokyo', {}, box('vpc', 'Vpc', {}, box('subnet', 'A')))), {
    Tokyo: [0, 0, 600, 500],
    Vpc: [40, 60, 400, 300],
    A: [24, 64, 200, 160],
  });
  select(canvas, 'Vpc');

  expect(refusals(canvas)).toMatchObject({
    Vpc: 'Vpc cannot stand in itself',
    A: 'Vpc cannot stand in itself',
  });
});

test('a gateway stands on the border of the VPC it is moved to', () => {
  const canvas = network();
  select(canvas, 'Igw');

  moveSelectionTo(canvas.editor, 'Other');

  const gateway = canvas.box('Igw');
  expect(gateway.y).toBeLessThan(canvas.box('Other').y);
  expect(gateway.y + gateway.h).toBeGreaterThan(canvas.box('Other').y);
});

test('a route table, which takes no room, can be moved as well', () => {
  const canvas = network();
  select(canvas, 'Table');

  moveSelectionTo(canvas.editor, 'Other');

  expect(canvas.get('Table').parentId).toBe('Other');
});

test('what is locked stays', () => {
  const canvas = network();
  const { editor } = canvas;
  const web = { ...canvas.get('Web'), locked: true };
  editor.store.replace({
    ...canvas.document,
    resources: new Map(canvas.document.resources).set('Web', web),
  });
  select(canvas, 'Web');

  moveSelectionTo(editor, 'B');

  expect(canvas.get('Web').parentId).toBe('A');
});

test('whatever is selected and wherever it is sent, it ends in what may hold it, or stays', () => {
  const names = ['Vpc', 'Igw', 'Table', 'A', 'Web', 'App', 'B', 'Other', 'C', 'S3'];
  fc.assert(
    fc.property(fc.subarray(names, { minLength: 1 }), fc.constantFrom(null, ...names), (chosen, target) => {
      const canvas = network();
      const { catalog } = canvas.editor;
      select(canvas, ...chosen);

      moveSelectionTo(canvas.editor, target);

      for (const { kind, parentId } of canvas.document.resources.values()) {
        const parent = parentId === null ? 'canvas' : canvas.document.resources.get(parentId)?.kind;
        expect(catalog.kind(kind).parents).toContain(parent);
      }
    }),
    { numRuns: 60 },
  );
});

test('without a pointer, what is pasted goes into what is selected, or the nearest box around it that holds such', () => {
  const canvas = network();
  viewOf(canvas.editor).pointer = null;
  select(canvas, 'Web');
  const text = copySelection(canvas.editor);

  select(canvas, 'C');
  pasteText(canvas.editor, text, false);
  select(canvas, 'App');
  pasteText(canvas.editor, text, false);

  expect(canvas.get('Web2').parentId).toBe('C');
  expect(canvas.get('Web3').parentId).toBe('A');
});
