import { beforeAll, describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { pieceKey } from '../core/model/pieces';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { loadSpacing } from './loadedSpacing';

beforeAll(async () => {
  await loadSpacing();
});

/** Two subnets beside one another in a VPC in a Region, a gateway on the right border, a neighbour of the VPC. */
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
          box('subnet', 'Left', {}, box('instance', 'Web')),
          box('subnet', 'Right', {}, box('instance', 'App'), box('instance', 'Db')),
          box('gateway-endpoint', 'East'),
          box('internet-gateway', 'Top'),
        ),
        box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
      ),
      arrow('Web', 'App', { port: 443 }),
    ),
    {
      Tokyo: [0, 0, 1400, 600],
      Vpc: [40, 80, 700, 400],
      Left: [24, 60, 240, 200],
      Right: [320, 60, 320, 200],
      Web: [40, 60],
      App: [40, 60],
      Db: [180, 60],
      East: [652, 200],
      Top: [100, -24],
      Other: [780, 80, 400, 300],
    },
  );

const push = (canvas: TestEditor, from: [number, number], to: [number, number], keys = {}): void => {
  canvas.run('tool-space');
  canvas.drag({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }, keys);
};

describe('the space tool', () => {
  test('pushes what is right of the line, and what the line crosses grows by as much', () => {
    const canvas = network();

    push(canvas, [330, 400], [410, 402]);

    expect(canvas.box('Right').x).toBe(40 + 320 + 80);
    expect(canvas.box('App').x).toBe(40 + 320 + 40 + 80);
    expect(canvas.box('Left')).toMatchObject({ x: 64, w: 240 });
    expect(canvas.box('Vpc')).toMatchObject({ x: 40, w: 780 });
    expect(canvas.box('East').x + canvas.box('East').w / 2).toBe(40 + 780);
    expect(canvas.box('Top').x).toBe(140);
    expect(canvas.said).toBe('2 resources pushed right by 80 px');
    expect(canvas.editor.session.getState().tool.tool).toBe('select');
  });

  test('pressed in a container pushes only what is in that; its neighbour makes room as far as it must', () => {
    const canvas = network();
    const before = canvas.document;

    push(canvas, [330, 400], [490, 400]);

    expect(canvas.box('Vpc').w).toBe(860);
    expect(canvas.box('Other').x).toBeGreaterThanOrEqual(40 + 860);
    expect(canvas.box('Tokyo').w).toBe(1400);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
  });

  test('on the canvas around pushes everything beyond, and stretches all that is crossed', () => {
    const canvas = network();

    push(canvas, [330, 640], [410, 640]);

    expect(canvas.box('Tokyo')).toMatchObject({ x: 0, w: 1480 });
    expect(canvas.box('Other')).toMatchObject({ x: 860, w: 400 });
    expect(canvas.box('Vpc')).toMatchObject({ x: 40, w: 780 });
    expect(canvas.box('Left').x).toBe(64);
    expect(canvas.box('Right').x).toBe(440);
  });

  test('to the left pushes what is left of the line, and nothing on the right moves on the page', () => {
    const canvas = network();
    const right = canvas.box('Right');

    push(canvas, [330, 400], [250, 400]);

    expect(canvas.box('Left').x).toBe(64 - 80);
    expect(canvas.box('Web').x).toBe(104 - 80);
    expect(canvas.box('Right')).toMatchObject({ x: right.x, w: right.w });
    expect(canvas.box('Vpc')).toMatchObject({ x: -40, w: 780 });
    expect(canvas.box('Top').x).toBe(140 - 80);
    expect(canvas.box('East').x).toBe(692);
  });

  test('down grows containers downwards', () => {
    const canvas = network();

    push(canvas, [330, 110], [332, 150]);

    expect(canvas.box('Left').y).toBe(140 + 40);
    expect(canvas.box('Vpc')).toMatchObject({ y: 80, h: 440 });
    expect(canvas.box('Top').y).toBe(56);
  });

  test('pulled back never goes past the line', () => {
    const canvas = network();
    canvas.run('tool-space');

    canvas.press({ x: 330, y: 400 });
    canvas.move({ x: 350, y: 400 });
    canvas.move({ x: 200, y: 400 });
    canvas.release({ x: 200, y: 400 });

    // The right subnet began 30 px beyond the line, and the grid's step is 8.
    expect(canvas.box('Right').x).toBe(360 - 24);
    expect(canvas.box('Vpc').w).toBe(700 - 24);
    expect(canvas.said).toBe('2 resources pulled left by 24 px');
  });

  test('with Mod pulls what is on the far side at once', () => {
    const canvas = network();

    push(canvas, [330, 400], [314, 400], { mod: true });

    expect(canvas.box('Right').x).toBe(360 - 16);
    expect(canvas.box('Left').x).toBe(64);
  });

  test('shows what it does while it does it, and Escape leaves all as it was', () => {
    const canvas = network();
    const before = canvas.document;
    canvas.run('tool-space');

    canvas.press({ x: 330, y: 400 });
    canvas.move({ x: 410, y: 400 });
    const shown = canvas.box('Right').x;
    const cancelled = canvas.pointer.cancel();

    expect(shown).toBe(440);
    expect(cancelled).toBe(true);
    expect(canvas.document).toBe(before);
    expect(canvas.box('Right').x).toBe(360);
    expect(canvas.editor.session.getState()).toMatchObject({ gesture: null, tool: { tool: 'select' } });
  });

  test('waits until it is clear which way is meant', () => {
    const canvas = network();
    canvas.run('tool-space');

    canvas.press({ x: 330, y: 400 });
    canvas.move({ x: 350, y: 419 });
    const unclear = canvas.editor.session.getState().gesture;
    canvas.move({ x: 350, y: 460 });

    expect(unclear).toBeNull();
    expect(canvas.editor.session.getState().gesture).toMatchObject({ line: { axis: 'y' }, by: 64 });
  });

  test('takes the bends of arrows beyond the line along', () => {
    const canvas = network();
    const [flow] = canvas.document.flows.keys();
    const [web, app] = [canvas.get('Web').id, canvas.get('App').id];
    const bends = {
      [pieceKey(web, app)]: [
        { x: 300, y: 360 },
        { x: 350, y: 360 },
      ],
    };
    canvas.editor.store.commit('setFlow', { id: flow ?? '', values: { bends } });

    push(canvas, [330, 400], [410, 400]);

    expect(canvas.document.flows.get(flow ?? '')?.bends).toEqual({
      [pieceKey(web, app)]: [
        { x: 300, y: 360 },
        { x: 430, y: 360 },
      ],
    });
    canvas.editor.store.undo();
    expect(canvas.document.flows.get(flow ?? '')?.bends).toEqual(bends);
  });
});

describe('what is locked', () => {
  test('stays beyond the line, nothing is pushed onto it, and it is said why', () => {
    const canvas = network();
    canvas.editor.store.commit('setLocked', { ids: [canvas.get('Db').id], locked: true });

    // From between the left border of the right subnet and its first instance.
    push(canvas, [380, 330], [480, 330]);

    const [app, db] = [canvas.box('App'), canvas.box('Db')];
    expect(db.x).toBe(40 + 320 + 180);
    expect(app.x).toBeGreaterThan(400);
    expect(app.x + app.w).toBeLessThanOrEqual(db.x);
    expect(canvas.editor.session.getState().notice?.en).toMatch(/^Locked: .*Db/);
  });

  test('container does not grow: its content is pushed as far as there is room', () => {
    const canvas = network();
    canvas.editor.store.commit('setLocked', { ids: [canvas.get('Right').id], locked: true });

    push(canvas, [380, 330], [680, 330]);

    expect(canvas.box('Right')).toMatchObject({ x: 360, w: 320 });
    const db = canvas.box('Db');
    expect(db.x + db.w).toBeLessThanOrEqual(360 + 320 - 16);
    expect(db.x).toBeGreaterThan(540);
  });

  test('and in the way of a container around, refuses', () => {
    const canvas = network();
    canvas.editor.store.commit('setLocked', { ids: [canvas.get('Other').id], locked: true });
    const before = canvas.document;

    push(canvas, [330, 400], [490, 400]);

    expect(canvas.document).toBe(before);
    expect(canvas.editor.session.getState().notice?.en).toContain('Other has no room left');
  });
});

describe('by keyboard the space tool', () => {
  const keys = async (canvas: TestEditor, ...actions: string[]): Promise<void> => {
    for (const action of actions) {
      canvas.run(action);
      await loadSpacing();
      await Promise.resolve();
    }
  };

  test('pushes from the selected resource on, and Enter applies it as one step', async () => {
    const canvas = network();
    canvas.click(canvas.grip('Right'));

    await keys(canvas, 'tool-space', 'nudge-right', 'nudge-right-far');
    const shown = canvas.box('Right').x;
    const said = canvas.said;
    const still = canvas.get('Right').x;
    await keys(canvas, 'rename');

    expect(shown).toBe(360 + 88);
    expect(said).toBe('88 px right, 2 moving');
    expect(still).toBe(320);
    expect(canvas.box('Right').x).toBe(360 + 88);
    expect(canvas.box('Vpc').w).toBe(788);
    canvas.editor.store.undo();
    expect(canvas.box('Right').x).toBe(360);
    expect(canvas.box('Vpc').w).toBe(700);
  });

  test('pulls with the key of the other direction, up to what stands before', async () => {
    const canvas = network();
    canvas.click(canvas.grip('Right'));

    await keys(canvas, 'tool-space', 'nudge-right', 'nudge-left', 'nudge-left-far', 'rename');

    // The left subnet ends at 304, and 16 px stay free.
    expect(canvas.box('Right').x).toBe(320);
  });

  test('says what to do where nothing is selected', async () => {
    const canvas = network();

    await keys(canvas, 'tool-space', 'nudge-right');

    expect(canvas.said).toContain('Select a resource first');
  });

  test('forgets the line when something else is selected or the diagram changes', async () => {
    const canvas = network();
    canvas.click(canvas.grip('Right'));

    await keys(canvas, 'tool-space', 'nudge-right');
    canvas.editor.store.commit('renameResource', { id: canvas.get('Left').id, name: 'West' });

    expect(canvas.editor.session.getState().gesture).toBeNull();
  });
});
