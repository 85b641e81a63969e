import { describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor } from '../testing/testEditor';
import { startPlacing } from './place';

/** A VPC with two subnets side by side, an instance in the first. */
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
          box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'App')),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
          box('internet-gateway', 'Igw'),
        ),
        box('aws-service', 'S3', { service: 's3' }),
      ),
    ),
    {
      Tokyo: [0, 0, 1000, 700],
      Vpc: [40, 120, 640, 400],
      A: [24, 64, 260, 240],
      B: [320, 64, 260, 240],
      Web: [16, 48],
      App: [136, 48],
      Igw: [200, -24],
      S3: [800, 40],
    },
  );

describe('dragging a resource', () => {
  test('into another subnet gives it that parent, in one step that undo takes back', () => {
    const canvas = network();
    const before = canvas.document;

    canvas.drag(canvas.grip('Web'), { x: 500, y: 320 });

    expect(canvas.get('Web').parentId).toBe('B');
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
    expect(canvas.editor.store.undoLabel).toBeUndefined();
  });

  test('changes nothing in the document before it is let go', () => {
    const canvas = network();
    const { revision } = canvas.editor.store;

    canvas.press(canvas.grip('Web'));
    canvas.move({ x: 500, y: 320 });

    expect(canvas.editor.store.revision).toBe(revision);
    expect(canvas.editor.session.getState().gesture).toMatchObject({ doing: 'moving', target: 'B' });
    expect(canvas.box('Web').x).toBeGreaterThan(300);
  });

  test('is taken back by Escape', () => {
    const canvas = network();
    const { revision } = canvas.editor.store;

    canvas.press(canvas.grip('Web'));
    canvas.move({ x: 500, y: 320 });
    const cancelled = canvas.pointer.cancel();
    canvas.release({ x: 500, y: 320 });

    expect(cancelled).toBe(true);
    expect(canvas.editor.store.revision).toBe(revision);
    expect(canvas.editor.session.getState().gesture).toBeNull();
  });

  test('is refused outside of everything it may stand in, and says why', () => {
    const canvas = network();

    canvas.press(canvas.grip('Web'));
    canvas.move({ x: 900, y: 600 });
    const { gesture } = canvas.editor.session.getState();
    canvas.release({ x: 900, y: 600 });

    expect(gesture).toMatchObject({ target: undefined, refusal: { en: expect.stringContaining('Subnet') } });
    expect(canvas.get('Web').parentId).toBe('A');
  });

  test('keeps its parent while Mod is held', () => {
    const canvas = network();

    canvas.drag(canvas.grip('Web'), { x: 500, y: 320 }, { mod: true });

    expect(canvas.get('Web').parentId).toBe('A');
    expect(canvas.box('Web').x).toBeGreaterThan(400);
  });

  test('neither snaps to the grid nor changes its parent while Mod is held, and snaps without it', () => {
    const canvas = network();
    const [web, app] = [canvas.box('Web'), canvas.box('App')];
    const grip = canvas.grip('Web');

    canvas.drag(grip, { x: grip.x + 3, y: grip.y + 5 }, { mod: true });
    canvas.drag(canvas.grip('App'), { x: canvas.grip('App').x + 3, y: canvas.grip('App').y + 5 });

    expect(canvas.box('Web')).toMatchObject({ x: web.x + 3, y: web.y + 5 });
    expect((canvas.box('App').x - canvas.box('A').x) % 8).toBe(0);
    expect(canvas.box('App').y - app.y).toBe(8);
  });

  test('changes what it does as the keys do, before it is let go', () => {
    const canvas = network();
    canvas.press(canvas.grip('Web'));
    canvas.move({ x: 500, y: 320 });
    const gesture = () => canvas.editor.session.getState().gesture;

    const plain = gesture();
    canvas.pointer.modifiers({ shift: false, alt: true, mod: false });
    const alt = gesture();
    canvas.pointer.modifiers({ shift: false, alt: false, mod: true });
    const mod = gesture();
    canvas.pointer.cancel();

    expect(plain).toMatchObject({ target: 'B', copying: false });
    expect(alt).toMatchObject({ target: 'B', copying: true });
    expect(mod).toMatchObject({ target: 'A', copying: false });
  });

  test('keeps to one axis while Shift is held', () => {
    const canvas = network();
    const before = canvas.box('Web');

    canvas.drag(
      canvas.grip('Web'),
      { x: canvas.grip('Web').x + 80, y: canvas.grip('Web').y + 30 },
      { shift: true },
    );

    expect(canvas.box('Web').y).toBe(before.y);
    expect(canvas.box('Web').x).toBe(before.x + 80);
  });

  test('makes a copy while Alt is held, and leaves the original where it is', () => {
    const canvas = network();
    const before = canvas.box('Web');

    canvas.drag(canvas.grip('Web'), { x: 500, y: 320 }, { alt: true });

    expect(canvas.box('Web')).toMatchObject({ x: before.x, y: before.y });
    expect(canvas.get('Web2').parentId).toBe('B');
    expect(canvas.selectedNames).toEqual(['Web2']);
  });

  test('moves all that is selected with it', () => {
    const canvas = network();
    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('App'), { shift: true });

    canvas.drag(canvas.grip('Web'), { x: canvas.grip('Web').x + 300, y: canvas.grip('Web').y });

    expect(canvas.get('Web').parentId).toBe('B');
    expect(canvas.get('App').parentId).toBe('B');
  });

  test('by the title of a container takes its content along', () => {
    const canvas = network();
    const before = canvas.box('Web');

    canvas.drag(canvas.grip('A'), { x: canvas.grip('A').x, y: canvas.grip('A').y + 80 });

    expect(canvas.box('Web').y).toBe(before.y + 80);
    expect(canvas.get('Web').y).toBe(48);
  });

  test('makes its new container grow when it is larger, and what is around that', () => {
    const canvas = testEditor(
      sketch(box('region', 'Tokyo', {}, box('vpc', 'Small'), box('vpc', 'Big', {}, box('subnet', 'A')))),
      { Tokyo: [0, 0, 900, 260], Small: [20, 60, 200, 140], Big: [300, 60, 500, 180], A: [20, 40, 400, 120] },
    );

    canvas.drag(canvas.grip('A'), { x: 120, y: 140 });

    const [a, small, tokyo] = [canvas.box('A'), canvas.box('Small'), canvas.box('Tokyo')];
    expect(canvas.get('A').parentId).toBe('Small');
    expect(a.x + a.w).toBeLessThanOrEqual(small.x + small.w);
    expect(small.w).toBeGreaterThan(400);
    expect(small.y + small.h).toBeLessThanOrEqual(tokyo.y + tokyo.h);
    canvas.editor.store.undo();
    expect(canvas.box('Small')).toMatchObject({ w: 200, h: 140 });
  });

  test('leaves what is locked where it is', () => {
    const canvas = network();
    canvas.editor.store.commit('placeResources', { places: { Web: { locked: true } as object } });

    canvas.drag(canvas.grip('Web'), { x: 500, y: 320 });

    expect(canvas.get('Web').parentId).toBe('A');
  });

  test('snaps an internet gateway onto the border of the VPC, wherever near it is let go', () => {
    const canvas = network();

    canvas.drag(canvas.grip('Igw'), { x: 660, y: 300 });

    const [igw, vpc] = [canvas.box('Igw'), canvas.box('Vpc')];
    expect(canvas.get('Igw').parentId).toBe('Vpc');
    expect(igw.x + igw.w / 2).toBe(vpc.x + vpc.w);
  });

  test('out of the VPC detaches an internet gateway', () => {
    const canvas = network();

    canvas.drag(canvas.grip('Igw'), { x: 850, y: 500 });

    expect(canvas.get('Igw').parentId).toBe('Tokyo');
  });

  test('of a subnet into another VPC warns that its addresses are not of that VPC', () => {
    const canvas = testEditor(
      sketch(
        box('vpc', 'One', { cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/24' })),
        box('vpc', 'Two', { cidr: '10.1.0.0/16' }),
      ),
      { One: [0, 0, 400, 300], Two: [500, 0, 400, 300], A: [40, 60, 200, 120] },
    );

    canvas.press(canvas.grip('A'));
    canvas.move({ x: 700, y: 150 });

    expect(canvas.editor.session.getState().gesture).toMatchObject({
      target: 'Two',
      warning: { en: '10.0.0.0/24 is outside Two (10.1.0.0/16)' },
    });
  });
});

describe('the marquee', () => {
  test('in a container’s body selects what it touches in there, and not the container', () => {
    const canvas = network();
    const a = canvas.box('A');

    canvas.drag({ x: a.x + 10, y: a.y + 230 }, { x: a.x + 120, y: a.y + 60 });

    expect(canvas.selectedNames).toEqual(['Web']);
  });

  test('on the bare canvas takes whole containers, without naming their content beside them', () => {
    const canvas = network();

    canvas.drag({ x: -40, y: 690 }, { x: 300, y: 20 });

    expect(canvas.selectedNames).toEqual(['Tokyo']);
  });

  test('with Shift adds to the selection, and Escape gives that back', () => {
    const canvas = network();
    canvas.click(canvas.grip('App'));
    const a = canvas.box('A');

    canvas.press({ x: a.x + 10, y: a.y + 230 }, { shift: true });
    canvas.move({ x: a.x + 100, y: a.y + 60 }, { shift: true });
    const during = [...canvas.selectedNames];
    canvas.pointer.cancel();

    expect(during.sort()).toEqual(['App', 'Web']);
    expect(canvas.selectedNames).toEqual(['App']);
  });
});

describe('clicking', () => {
  test('selects, with Shift adds and takes out, and on the bare canvas clears', () => {
    const canvas = network();

    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('App'), { shift: true });
    const both = [...canvas.selectedNames];
    canvas.click(canvas.grip('Web'), { shift: true });
    const one = [...canvas.selectedNames];
    canvas.click({ x: -50, y: -50 });

    expect(both).toEqual(['Web', 'App']);
    expect(one).toEqual(['App']);
    expect(canvas.selectedNames).toEqual([]);
  });

  test('never selects a container together with what stands in it', () => {
    const canvas = network();

    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('A'), { shift: true });

    expect(canvas.selectedNames).toEqual(['A']);
  });
});

describe('resizing', () => {
  test('from the upper left leaves what stands in the container where it is on the canvas', () => {
    const canvas = network();
    canvas.click(canvas.grip('B'));
    const { x, y } = canvas.box('A');
    const web = canvas.box('Web');

    canvas.drag({ x, y }, { x: x - 8, y: y - 16 }, {}, { part: 'handle', id: 'A', handle: 'nw' });

    expect(canvas.box('A')).toMatchObject({ x: x - 8, y: y - 16 });
    expect(canvas.box('Web')).toMatchObject({ x: web.x, y: web.y });
  });

  test('stops where the content ends', () => {
    const canvas = network();
    const { x, y, w, h } = canvas.box('A');

    canvas.drag({ x: x + w, y: y + h }, { x, y }, {}, { part: 'handle', id: 'A', handle: 'se' });

    const [a, app] = [canvas.box('A'), canvas.box('App')];
    expect(a.x + a.w).toBeGreaterThanOrEqual(app.x + app.w);
  });
});

describe('drawing an arrow', () => {
  test('from one workload to another makes a flow of TCP 443 and puts it in focus', () => {
    const canvas = network();

    canvas.drag(canvas.grip('Web'), canvas.grip('S3'), {}, { part: 'connector', id: 'Web' });

    const [flow] = canvas.document.flows.values();
    expect(flow).toMatchObject({ from: 'Web', to: 'S3', protocol: 'tcp', port: 443 });
    expect(canvas.editor.session.getState().flowInFocus).toBe(flow?.id);
  });

  test('says on the way why something cannot be an end of it', () => {
    const canvas = network();

    canvas.press(canvas.grip('Web'), {}, { part: 'connector', id: 'Web' });
    canvas.move({ x: 300, y: 300 });
    canvas.move(canvas.grip('Igw'));

    expect(canvas.editor.session.getState().gesture).toMatchObject({
      doing: 'connecting',
      over: 'Igw',
      refusal: { en: expect.stringContaining('Internet gateway') },
    });
  });

  test('announces the reason once, and says it in a short sentence', () => {
    const canvas = network();
    const counted = (): number => canvas.editor.session.getState().announcement.count;

    canvas.press(canvas.grip('Web'), {}, { part: 'connector', id: 'Web' });
    canvas.move({ x: 300, y: 300 });
    const before = counted();
    canvas.move(canvas.grip('Igw'));
    canvas.move({ x: canvas.grip('Igw').x + 2, y: canvas.grip('Igw').y });

    expect(counted()).toBe(before + 1);
    expect(canvas.said).toBe('Internet gateway: no end of traffic, only on its way');
    expect(canvas.said.length).toBeLessThan(60);
  });

  test('let go where nothing is asks what is to be there, and draws nothing yet', () => {
    const canvas = network();
    const before = canvas.document;

    canvas.drag(canvas.grip('Web'), { x: 900, y: 500 }, {}, { part: 'connector', id: 'Web' });

    expect(canvas.editor.session.getState().newEnd).toEqual({ from: 'Web', at: { x: 900, y: 500 } });
    expect(canvas.document).toBe(before);
  });

  test('let go right beside where it began, or taken back by Escape, asks nothing', () => {
    const canvas = network();
    const { x, y, w } = canvas.box('Web');

    canvas.drag(canvas.grip('Web'), { x: x + w + 8, y: y + 20 }, {}, { part: 'connector', id: 'Web' });
    const near = canvas.editor.session.getState().newEnd;
    canvas.press(canvas.grip('Web'), {}, { part: 'connector', id: 'Web' });
    canvas.move({ x: 900, y: 500 });
    canvas.pointer.cancel();
    canvas.release({ x: 900, y: 500 });

    expect(near).toBeNull();
    expect(canvas.editor.session.getState().newEnd).toBeNull();
  });

  test('works by two clicks with the connect tool', () => {
    const canvas = network();

    canvas.run('tool-connect');
    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('S3'));

    expect([...canvas.document.flows.values()]).toMatchObject([{ from: 'Web', to: 'S3' }]);
    expect(canvas.editor.session.getState().tool.tool).toBe('select');
  });
});

describe('placing from the palette', () => {
  test('puts a subnet where it is let go, with the next free CIDR block', () => {
    const canvas = network();

    startPlacing(canvas.editor, 'subnet');
    canvas.move({ x: 300, y: 460 });
    const { gesture } = canvas.editor.session.getState();
    canvas.release({ x: 300, y: 460 });

    expect(gesture).toMatchObject({ doing: 'placing', target: 'Vpc', detail: '10.0.2.0/24' });
    expect(canvas.get('Subnet')).toMatchObject({ parentId: 'Vpc', props: { cidr: '10.0.2.0/24' } });
    expect(canvas.editor.session.getState().tool.tool).toBe('select');
  });

  test('puts a subnet that is let go over another where it is let go: that one goes aside, and the VPC grows to hold both', () => {
    const canvas = network();

    const before = canvas.box('B');
    startPlacing(canvas.editor, 'subnet');
    canvas.release({ x: before.x + 100, y: canvas.box('B').y + 100 });

    const [vpc, b, fresh] = [canvas.box('Vpc'), canvas.box('B'), canvas.box('Subnet')];
    expect(canvas.box('B')).not.toEqual(before);
    expect(canvas.get('Subnet').parentId).toBe('Vpc');
    expect(overlaps(fresh, b)).toBe(false);
    expect(overlaps(fresh, canvas.box('A'))).toBe(false);
    expect(fresh.x + fresh.w).toBeLessThan(vpc.x + vpc.w);
    expect(fresh.y + fresh.h).toBeLessThan(vpc.y + vpc.h);
  });

  test('of a note begins to write it; of anything else does not ask for a name', () => {
    const canvas = network();

    startPlacing(canvas.editor, 'subnet');
    canvas.release({ x: 300, y: 460 });
    const { editing } = canvas.editor.session.getState();
    canvas.run('add-note');
    canvas.release({ x: 1200, y: 300 });

    expect(editing).toBeNull();
    const note = [...canvas.document.resources.values()].find(({ kind }) => kind === 'text-note');
    expect(note).toBeDefined();
    expect(canvas.editor.session.getState().editing).toBe(note?.id);
  });

  test('of a route table onto a subnet makes it the subnet’s table, in one step', () => {
    const canvas = network();

    startPlacing(canvas.editor, 'route-table');
    canvas.release({ x: canvas.box('B').x + 100, y: canvas.box('B').y + 100 });

    const table = canvas.get('RouteTable');
    expect(table.parentId).toBe('Vpc');
    expect(canvas.get('B').props).toMatchObject({ routeTable: table.id });
    canvas.editor.store.undo();
    expect(canvas.get('B').props).toMatchObject({ routeTable: null });
  });

  test('refuses what has no meaning there and stays in hand', () => {
    const canvas = network();
    const { size } = canvas.document.resources;

    startPlacing(canvas.editor, 'vpc');
    canvas.release({ x: canvas.box('B').x + 100, y: canvas.box('B').y + 100 });

    expect(canvas.document.resources.size).toBe(size);
    expect(canvas.editor.session.getState().tool.tool).toBe('place');
  });
});

test('undoing the placing of a resource takes it out of the selection too', () => {
  const canvas = network();
  startPlacing(canvas.editor, 'subnet');
  canvas.release({ x: 300, y: 460 });

  canvas.editor.store.undo();

  expect(canvas.selectedNames).toEqual([]);
});
