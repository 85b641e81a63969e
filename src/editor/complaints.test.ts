/** What people complain about elsewhere, and what is so here; what other tests show already is not repeated. */
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readDiagram } from '../core/store/diagramFile';
import { writeDiagram } from '../core/store/writeDiagram';
import { arrow, box, sketch } from '../core/model/sketch';
import { pieceKey } from '../core/model/pieces';
import { testEditor } from '../testing/testEditor';
import { fitAll, zoomTo } from './camera';
import { refusalToConnect } from './connect';
import { hitAt } from './hit';
import { band } from '../core/drawing/layers';
import { viewOf } from './view';

/** Boxes three deep, and two instances in the innermost ones. */
const nested = () =>
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
            'availability-zone',
            'Zone',
            {},
            box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'App')),
          ),
        ),
      ),
      arrow('Web', 'App'),
    ),
    {
      Tokyo: [0, 0, 900, 700],
      Vpc: [40, 80, 800, 560],
      Zone: [24, 64, 700, 440],
      A: [24, 64, 640, 320],
      Web: [24, 100],
      App: [440, 100],
    },
  );

describe('boxes', () => {
  test('hold things, and are never an end of traffic: arrows go between what sends and receives', () => {
    const { catalog } = nested().editor;

    const ends = [...catalog.kinds.values()].filter(
      ({ shape, isEnd }) => shape.as === 'container' && isEnd === true,
    );

    expect(ends.map(({ kind }) => kind)).toEqual([]);
    expect(refusalToConnect(nested().editor, 'Web', 'Vpc')).toBeDefined();
  });

  test('are flat nodes for React Flow, which is given no parent, no extent and nothing to expand', () => {
    const nodes = viewOf(nested().editor).nodes();

    const given = new Set(nodes.flatMap((node) => Object.keys(node)));

    expect(nodes).toHaveLength(6);
    for (const name of ['parentId', 'parentNode', 'extent', 'expandParent'])
      expect(given.has(name)).toBe(false);
  });

  test('are drawn below all arrows, and all arrows below what stands in the boxes', () => {
    const canvas = nested();

    const nodes = viewOf(canvas.editor).nodes();
    const levels = (type: string): number[] =>
      nodes.filter((node) => node.type === type).map(({ zIndex }) => zIndex);

    expect(Math.max(...levels('container'))).toBeLessThan(band.arrow);
    expect(Math.min(...levels('icon'))).toBeGreaterThan(band.arrow);
    expect(Math.max(...levels('icon'))).toBeLessThan(band.handle);
    const css = readFileSync('src/ui/canvas/arrow.css', 'utf8');
    expect(css).toMatch(new RegExp(`\\.arrow-layer \\{[^}]*z-index: ${band.arrow};`));
  });

  test('never take the press that is meant for an arrow in them, nor the arrow that for a resource', () => {
    const { editor, ...canvas } = nested();
    const boxes = viewOf(editor).boxes();
    const web = boxes.get('Web');
    const app = boxes.get('App');
    if (web === undefined || app === undefined) throw new Error('they are drawn');
    const y = web.y + 20;
    const lines = [
      {
        id: 'Web→App',
        points: [
          { x: web.x, y },
          { x: app.x + 40, y },
        ],
      },
    ];
    const hit = (x: number) => hitAt(editor.catalog, boxes, lines, { x, y }, 1);

    expect(canvas.document.resources.get('Web')?.parentId).toBe('A');
    expect(hit((web.x + web.w + app.x) / 2)).toEqual({ on: 'flow', id: 'Web→App' });
    expect(hit(web.x + 20)).toEqual({ on: 'resource', id: 'Web' });
    expect(hit(app.x + app.w + 20)).toEqual({ on: 'body', id: 'A' });
  });
});

describe('undo', () => {
  test('takes back what was done to the diagram; what is selected and looked at is no step of it', () => {
    const { editor } = nested();
    editor.store.commit('renameResource', { id: 'Web', name: 'Front' });
    editor.session.setState({ selection: new Set(['App']) });
    zoomTo(editor, 2);
    const { viewport } = editor.session.getState();

    editor.store.undo();

    expect(editor.store.document.resources.get('Web')?.name).toBe('Web');
    expect([...editor.session.getState().selection]).toEqual(['App']);
    expect(editor.session.getState().viewport).toBe(viewport);
    fitAll(editor);
    expect(editor.store.undoLabel).toBeUndefined();
  });
});

describe('after a new layout', () => {
  test('everything can be moved as before, and stays where it is put', async () => {
    const canvas = nested();
    canvas.run('lay-out');
    await vi.waitFor(() => expect(canvas.editor.session.getState().proposal).not.toBeNull(), 20_000);
    canvas.run('apply-proposal');
    const { x, y } = canvas.get('App');
    const grip = canvas.grip('App');

    canvas.drag(grip, { x: grip.x, y: grip.y + 48 });

    expect(canvas.get('App').y).toBeGreaterThan(y);
    expect(canvas.get('App').x).toBe(x);
    expect([...canvas.document.resources.values()].some(({ locked }) => locked === true)).toBe(false);
  });
});

test('the bends that somebody gave an arrow are in the file', () => {
  const { editor } = nested();
  const bends = { [pieceKey('Web', 'App')]: [{ x: 300, y: 400 }] };
  editor.store.commit('setFlow', { id: 'Web→App', values: { bends } });

  const opened = readDiagram(editor.catalog, writeDiagram(editor.catalog, editor.store.document));

  expect('document' in opened && opened.document.flows.get('Web→App')?.bends).toEqual(bends);
});

describe('a scene', () => {
  const scene = {
    id: 'first',
    order: 'U',
    title: { en: 'First', ja: '最初' },
    text: { en: '', ja: '' },
    camera: { x: 0, y: 0, w: 900, h: 700 },
    flows: { 'Web→App': true as const },
  };

  test('says what is in view and which arrows move: nothing of the diagram comes or goes with it', () => {
    const { editor } = nested();
    const { resources, flows } = editor.store.document;

    editor.store.commit('addScene', { scene });
    editor.store.commit('deleteScenes', { ids: ['first'] });

    expect(editor.store.document.resources).toBe(resources);
    expect(editor.store.document.flows).toBe(flows);
  });

  test('stays when what it shows is deleted, without that', () => {
    const { editor } = nested();
    editor.store.commit('addScene', { scene });

    editor.store.commit('deleteResources', { ids: ['Web'] });

    expect(editor.store.document.scenes.get('first')).toMatchObject({ ...scene, flows: {} });
  });
});
