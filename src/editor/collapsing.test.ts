import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { catalog } from '../aws';
import { arrow, box, sketch } from '../core/model/sketch';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { boxesFor } from './camera';
import { chipCounts } from './findingCounts';
import { hiddenIn } from '../core/layout/collapsed';
import { toggleCollapsed } from './collapsing';
import { startPlacing } from './place';
import { viewOf } from './view';

/** The code of what is done with containers is loaded when it is first done. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 });

const network = (): TestEditor =>
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
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Web'),
            box('instance', 'App'),
            box('interface-endpoint', 'Endpoint'),
          ),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('instance', 'Db')),
          box('subnet', 'C', { cidr: '10.0.2.0/24' }),
        ),
        box('aws-service', 'S3', { service: 's3' }),
      ),
      arrow('Web', 'S3'),
      arrow('Db', 'App'),
      arrow('Web', 'App'),
    ),
    {
      Tokyo: [0, 0, 1100, 800],
      Vpc: [40, 120, 700, 600],
      A: [24, 64, 300, 240],
      B: [340, 64, 260, 240],
      C: [24, 330, 260, 160],
      Web: [16, 48],
      App: [136, 48],
      Endpoint: [16, 150],
      Db: [40, 60],
      S3: [860, 40],
    },
  );

const chip = (canvas: TestEditor, name: string): void => {
  const { id } = canvas.get(name);
  canvas.editor.session.setState({ selection: new Set([id]) });
  toggleCollapsed(canvas.editor, [id]);
};

describe('a collapsed container', () => {
  test('is a chip where its upper left corner was, and what stands in it is out of sight', () => {
    const canvas = network();
    const { x, y } = canvas.box('A');

    chip(canvas, 'A');

    expect(canvas.box('A')).toMatchObject({ x, y, h: 32 });
    expect(canvas.box('A').w).toBeLessThan(300);
    expect(() => canvas.box('Web')).toThrow();
    expect(canvas.said).toBe('A collapsed, 3 resources inside');
    const node = viewOf(canvas.editor)
      .nodes()
      .find(({ id }) => id === 'A');
    expect(node?.type).toBe('collapsed');
  });

  test('gives back exactly what was when it is expanded, and each is one step of undo', () => {
    const canvas = network();
    const before = canvas.document;

    chip(canvas, 'A');
    const collapsed = canvas.document;
    chip(canvas, 'A');

    expect(canvas.document).toEqual(before);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(collapsed);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
  });

  test('stays collapsed in the file, and an older reader’s file has none', () => {
    const canvas = network();
    chip(canvas, 'A');

    const text = writeDiagram(catalog, canvas.document);
    const read = readDiagram(catalog, text);

    if ('failure' in read) throw new Error('it can be read');
    expect(read.document.resources.get('A')?.collapsed).toBe(true);
    expect(read.document.resources.get('B')).not.toHaveProperty('collapsed');
    expect(read.problems).toEqual([]);
  });

  test('takes the arrows of what is inside to the chip, and draws none between two things in it', () => {
    const canvas = network();

    chip(canvas, 'A');

    const { flows } = viewOf(canvas.editor).arrows();
    const ends = flows.map(({ flow, pieces }) => [flow.from, flow.to, pieces[0]?.from, pieces.at(-1)?.to]);
    expect(ends).toEqual([
      ['Web', 'S3', 'A', 'S3'],
      ['Db', 'App', 'Db', 'A'],
    ]);
    const { x, y, w, h } = canvas.box('A');
    const start = flows[0]?.pieces[0]?.points[0];
    expect(start).toBeDefined();
    expect([x, x + w].includes(start?.x ?? NaN) || [y, y + h].includes(start?.y ?? NaN)).toBe(true);
  });

  test('counts what is found inside it on the chip', () => {
    const canvas = network();
    chip(canvas, 'A');
    const finding = (on: string, severity: 'error' | 'advice') => ({
      rule: 'some',
      severity,
      key: on,
      on: [on] as const,
      message: { en: on, ja: on },
    });
    const findings = [finding('Web', 'advice'), finding('App', 'error'), finding('Db', 'error')];

    const counts = chipCounts(findings, hiddenIn(catalog, canvas.document.resources));

    expect(counts.get('A')).toMatchObject({ count: 2, worst: 'error', says: { en: 'App' } });
    expect(counts.get('Db')).toMatchObject({ count: 1 });
  });

  test('within another one is out of sight with it, and still collapsed when that is expanded', () => {
    const canvas = network();

    chip(canvas, 'A');
    chip(canvas, 'Vpc');
    const hidden = hiddenIn(catalog, canvas.document.resources);
    chip(canvas, 'Vpc');

    expect(hidden.get('Web')).toBe('Vpc');
    expect(canvas.box('A').h).toBe(32);
    expect(() => canvas.box('Web')).toThrow();
  });

  test('is the place of what is found inside it', () => {
    const canvas = network();

    chip(canvas, 'A');

    expect(boxesFor(canvas.editor, ['Web'])).toEqual([canvas.box('A')]);
  });

  test('is walked past without going inside', () => {
    const canvas = network();
    chip(canvas, 'A');

    canvas.run('select-next');

    expect(canvas.selectedNames).toEqual(['B']);
  });

  test('is moved with what is inside by its chip, and takes no more room than that', () => {
    const canvas = network();
    chip(canvas, 'A');
    const { x, y } = canvas.box('A');
    const vpc = canvas.box('Vpc');

    canvas.drag({ x: x + 40, y: y + 16 }, { x: x + 40 + 400, y: y + 16 + 480 });

    expect(canvas.get('A').parentId).toBe('Vpc');
    expect(canvas.box('A')).toMatchObject({ x: x + 400, y: y + 480 });
    expect(canvas.box('Vpc')).toMatchObject({ w: vpc.w, h: vpc.h });
    expect(canvas.get('Web')).toMatchObject({ x: 16, y: 48, parentId: 'A' });
  });

  test('takes nothing in while it is collapsed, and says so', () => {
    const canvas = network();
    chip(canvas, 'A');
    const { x, y } = canvas.box('A');

    startPlacing(canvas.editor, 'instance');
    canvas.move({ x: x + 30, y: y + 16 });
    const { gesture } = canvas.editor.session.getState();
    canvas.pointer.cancel();

    expect(gesture).toMatchObject({
      target: undefined,
      refusal: { en: expect.stringContaining('expand it') },
    });
  });

  test('pushes aside what has come to stand in its place when it is expanded', () => {
    const canvas = network();
    chip(canvas, 'A');
    const a = canvas.box('A');
    canvas.drag(canvas.grip('C'), { x: a.x + 180, y: a.y + 140 });
    expect(canvas.box('C').y).toBeLessThan(a.y + 240);

    chip(canvas, 'A');

    for (const name of ['B', 'C']) expect(overlaps(canvas.box('A'), canvas.box(name))).toBe(false);
    expect(canvas.box('A')).toMatchObject({ x: a.x, y: a.y, w: 300, h: 240 });
  });

  test('opens by a double-click, and a click on its arrow closes it again [gesture expand-chip]', async () => {
    const canvas = network();
    chip(canvas, 'A');
    const { x, y } = canvas.box('A');
    const at = { x: x + 60, y: y + 16 };
    const input = {
      at,
      screen: at,
      button: 'left',
      space: false,
      shift: false,
      alt: false,
      mod: false,
    } as const;

    canvas.pointer.doubleClick(input);
    await soon(() => expect(canvas.box('A').h).toBe(240));
    canvas.press(at, {}, { part: 'fold', id: 'A' });
    canvas.release(at);

    await soon(() => expect(canvas.box('A').h).toBe(32));
    expect(canvas.editor.session.getState().editing).toBeNull();
  });

  test('takes the selection of what goes out of sight, by the action', async () => {
    const canvas = network();
    canvas.editor.session.setState({ selection: new Set(['Vpc', 'Db']) });

    canvas.run('toggle-collapsed');

    await soon(() => expect(canvas.selectedNames).toEqual(['Vpc']));
  });
});

test('collapsing and expanding in any order gives back every place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'Vpc', 'Tokyo'), { maxLength: 8 }), (names) => {
      const canvas = network();
      const before = canvas.document;

      for (const name of names) chip(canvas, name);
      for (const { name, collapsed } of canvas.document.resources.values())
        if (collapsed === true) chip(canvas, name);

      expect(canvas.document).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

describe('a double-click', () => {
  const at = (canvas: TestEditor, x: number, y: number, part?: { part: 'title'; id: string }) => {
    const point = { x, y };
    canvas.pointer.doubleClick({
      at: point,
      screen: point,
      button: 'left',
      space: false,
      shift: false,
      alt: false,
      mod: false,
      part,
    });
  };

  test.each(['left', 'right', 'bottom', 'top'])(
    'on the %s border fits a container to what is in it [gesture fit-border]',
    async (side) => {
      const canvas = network();
      const { x, y, w, h } = canvas.box('A');
      const inside = ['Web', 'App', 'Endpoint'].map((name) => canvas.box(name));
      const before = canvas.document;

      at(
        canvas,
        // Beside the middle, where an arrow comes in.
        side === 'left' ? x + 1 : side === 'right' ? x + w - 1 : x + w / 4,
        side === 'top' ? y + 1 : side === 'bottom' ? y + h - 1 : y + h / 2,
      );

      await soon(() => expect(canvas.said).toBe('A fitted to its contents'));
      const left = Math.min(...inside.map((rect) => rect.x));
      const bottom = Math.max(...inside.map((rect) => rect.y + rect.h));
      const right = Math.max(...inside.map((rect) => rect.x + rect.w));
      const a = canvas.box('A');
      expect(a.x).toBe(left - 16);
      expect(a.x + a.w).toBe(right + 16);
      expect(a.y + a.h).toBe(bottom + 16);
      expect(['Web', 'App', 'Endpoint'].map((name) => canvas.box(name))).toMatchObject(
        inside.map((rect) => ({ x: rect.x, y: rect.y })),
      );
      expect(canvas.editor.session.getState().editing).toBeNull();
      canvas.editor.store.undo();
      expect(canvas.document).toEqual(before);
    },
  );

  test('on the title renames', () => {
    const canvas = network();
    const { x, y } = canvas.box('A');

    at(canvas, x + 40, y + 12, { part: 'title', id: 'A' });

    expect(canvas.editor.session.getState().editing).toBe('A');
    expect(canvas.box('A')).toMatchObject({ w: 300, h: 240 });
  });

  test('on a container that fits already changes nothing, and says that there is nothing to do', async () => {
    const canvas = network();
    canvas.editor.session.setState({ selection: new Set(['A']) });
    canvas.run('fit-to-contents');
    await soon(() => expect(canvas.said).toBe('A fitted to its contents'));
    const { revision } = canvas.editor.store;

    canvas.run('fit-to-contents');

    await soon(() => expect(canvas.said).toBe('A fits its contents already'));
    expect(canvas.editor.store.revision).toBe(revision);
  });
});
