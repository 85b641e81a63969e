import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { connectNew, placeOfEnd } from './connectNew';
import { partsOfPlan } from './planParts';
import { call } from '../core/commands';
import type { NewEnd } from './session';
import { viewOf } from './view';

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
          box('route-table', 'Table'),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', routeTable: 'Table' },
            box('instance', 'Web'),
            box('nat-gateway', 'Nat'),
          ),
        ),
      ),
    ),
    {
      Tokyo: [0, 0, 1000, 700],
      Vpc: [40, 120, 480, 440],
      A: [24, 64, 300, 240],
      Web: [16, 48],
      Nat: [160, 48],
    },
  );

/** The kinds that may be there, by name. */
const offered = (canvas: TestEditor, end: NewEnd): readonly string[] =>
  [...catalog.kinds.values()]
    .filter((kind) => placeOfEnd(canvas.editor, end, kind) !== undefined)
    .map(({ kind }) => kind);

describe('an arrow that is let go where nothing is', () => {
  test('may lead to what may stand there and can be an end of traffic', () => {
    const canvas = network();

    const inSubnet = offered(canvas, { from: 'Web', at: { x: 200, y: 380 } });
    const inRegion = offered(canvas, { from: 'Web', at: { x: 800, y: 300 } });
    const outside = offered(canvas, { from: 'Web', at: { x: 1300, y: 300 } });

    expect(inSubnet).toContain('instance');
    expect(inSubnet).not.toContain('nat-gateway');
    expect(inSubnet).not.toContain('internet');
    expect(inRegion).toContain('aws-service');
    expect(inRegion).not.toContain('instance');
    expect(outside).toContain('internet');
  });

  test('makes the resource and the arrow in one step of undo', () => {
    const canvas = network();
    const before = canvas.document;
    const s3 = catalog.kind('aws-service').presets?.find(({ name }) => name === 'S3');

    const flow = connectNew(
      canvas.editor,
      { from: 'Web', at: { x: 800, y: 300 } },
      catalog.kind('aws-service'),
      s3,
    );

    expect(canvas.get('S3')).toMatchObject({ parentId: 'Tokyo', props: { service: 's3' } });
    expect(canvas.document.flows.get(flow ?? '')).toMatchObject({ from: 'Web', to: canvas.get('S3').id });
    expect(canvas.editor.session.getState()).toMatchObject({
      newEnd: null,
      offerFor: flow,
      flowInFocus: flow,
    });
    expect(canvas.said).toContain('S3 added, and an arrow to it from Web');
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
    expect(canvas.editor.store.undoLabel).toBeUndefined();
  });

  test('does nothing once what it starts from is gone', () => {
    const canvas = network();
    const before = canvas.document;

    const flow = connectNew(
      canvas.editor,
      { from: 'gone', at: { x: 800, y: 300 } },
      catalog.kind('aws-service'),
    );

    expect(flow).toBeUndefined();
    expect(canvas.document).toBe(before);
  });
});

describe('a connected neighbour by keyboard', () => {
  test.each([
    ['connect-right', 1, 0],
    ['connect-left', -1, 0],
    ['connect-down', 0, 1],
    ['connect-up', 0, -1],
  ])('%s stands in that direction, covers nothing, and its subnet grows for it', (action, dx, dy) => {
    const canvas = network();
    canvas.editor.store.commit('deleteResources', { ids: ['Nat'] });
    const web = canvas.box('Web');
    canvas.editor.session.setState({ selection: new Set(['Web']) });

    canvas.run(action);
    const { newEnd } = canvas.editor.session.getState();
    if (newEnd === null) throw new Error('it asks what is to be there');
    connectNew(canvas.editor, newEnd, catalog.kind('instance'));

    const [fresh, now, subnet] = [canvas.box('Instance'), canvas.box('Web'), canvas.box('A')];
    expect(canvas.get('Instance').parentId).toBe('A');
    expect(now).toMatchObject({ x: web.x, y: web.y });
    expect(overlaps(fresh, now)).toBe(false);
    if (dx !== 0) expect(Math.sign(fresh.x - now.x)).toBe(dx);
    if (dy !== 0) expect(Math.sign(fresh.y - now.y)).toBe(dy);
    expect(fresh.x).toBeGreaterThanOrEqual(subnet.x);
    expect(fresh.y).toBeGreaterThanOrEqual(subnet.y);
    expect(fresh.x + fresh.w).toBeLessThanOrEqual(subnet.x + subnet.w);
    expect(fresh.y + fresh.h).toBeLessThanOrEqual(subnet.y + subnet.h);
  });

  test('goes beside the VPC where it may not stand in it', () => {
    const canvas = network();
    const name = catalog.kind('aws-service').defaultName;

    connectNew(
      canvas.editor,
      { from: 'Web', at: { x: 0, y: 0 }, towards: 'right' },
      catalog.kind('aws-service'),
    );

    const [service, vpc] = [canvas.get(name), canvas.box('Vpc')];
    expect(service.parentId).toBe('Tokyo');
    expect(canvas.box(name).x).toBeGreaterThan(vpc.x + vpc.w);
  });

  test('is not offered for what sends no traffic', () => {
    const canvas = network();
    canvas.editor.session.setState({ selection: new Set(['Nat']) });

    canvas.run('connect-right');

    expect(canvas.editor.session.getState().newEnd).toBeNull();
  });
});

test('what a plan adds and changes is said in a few words', () => {
  const canvas = network();

  const parts = partsOfPlan(canvas.editor, {
    title: { en: 'Give it a way', ja: '経路を作る' },
    commands: [
      call('addResource', { kind: 'internet-gateway', id: 'Igw', name: 'Igw', parentId: 'Vpc', order: 'x' }),
      call('setRow', {
        id: 'Table',
        field: 'routes',
        row: 'out',
        values: { destination: '0.0.0.0/0', target: 'Igw' },
      }),
    ],
  });

  expect(parts).toEqual({
    en: '+ Internet gateway · changes Table',
    ja: '+ インターネットゲートウェイ · Tableを変更',
  });
});

test('what is made beside the view is brought into it', () => {
  const canvas = network();
  viewOf(canvas.editor).size = { w: 500, h: 600 };

  connectNew(
    canvas.editor,
    { from: canvas.get('Web').id, at: { x: 0, y: 0 }, towards: 'right' },
    catalog.kind('internet'),
  );

  const { x, zoom } = canvas.editor.session.getState().viewport;
  const end = canvas.box('Internet');
  expect((end.x + end.w) * zoom + x).toBeLessThanOrEqual(500);
});
