// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { drawioPages, type DrawioCell } from '../../testing/drawioFile';
import { documentOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import { call } from '../commands';
import type { Document } from '../model/document';
import { drawn } from '../drawing/drawn';
import { arrow, box, sketch } from '../model/sketch';
import { contextOf } from '../rules/context';
import { fromSketch } from '../catalog/fromSketch';
import { generalShape, groupIconOf, shapeOf } from './awsShapes';
import { exportDrawio } from './exportDrawio';

const design = documentOf(catalog, threePaths);

function cellsOf(
  document: Document,
  page = 0,
  language: 'en' | 'ja' = 'en',
): ReadonlyMap<string, DrawioCell> {
  return drawioPages(exportDrawio(catalog, document, language).text)[page]?.cells ?? new Map();
}

const cells = cellsOf(design);

test('what stands in a container is its child, and is placed from its corner', () => {
  expect(cells.get('r-Tokyo')).toMatchObject({
    parent: '1',
    geometry: { x: 0, y: 0, width: 1344, height: 900 },
  });
  expect(cells.get('r-Vpc')).toMatchObject({ parent: 'r-Tokyo', geometry: { x: 40, y: 232 } });
  expect(cells.get('r-AppSubnet')).toMatchObject({ parent: 'r-Vpc', geometry: { x: 416, y: 120 } });
  // The box of an icon is 96 px wide, and the icon stands in its middle.
  expect(cells.get('r-App')).toMatchObject({
    parent: 'r-AppSubnet',
    geometry: { x: 152 + 24, y: 156, width: 48, height: 48 },
  });
});

test('groups have AWS’s colours, lines and icons', () => {
  const style = (id: string): unknown => Object.fromEntries(cells.get(id)?.style ?? []);

  expect(style('r-Tokyo')).toMatchObject({
    shape: 'mxgraph.aws4.group',
    grIcon: 'mxgraph.aws4.group_region',
    strokeColor: '#00A4A6',
    dashed: '1',
    dashPattern: '1 3',
    container: '1',
  });
  expect(style('r-Vpc')).toMatchObject({
    grIcon: 'mxgraph.aws4.group_vpc2',
    strokeColor: '#8C4FFF',
    dashed: '0',
    fillColor: 'none',
  });
  expect(style('r-PublicSubnet')).toMatchObject({ strokeColor: '#7AA116' });
  expect(style('r-AppSubnet')).toMatchObject({ strokeColor: '#00A4A6' });
});

test('an Availability Zone has a dashed line, its name in the middle, and no icon', () => {
  const zone = cellsOf(
    fromSketch(
      catalog,
      sketch(box('vpc', 'Vpc', {}, box('availability-zone', 'Zone', { zone: 'ap-northeast-1a' }))),
    ),
  ).get('r-Zone');

  expect(Object.fromEntries(zone?.style ?? [])).toMatchObject({
    strokeColor: '#00A4A6',
    dashed: '1',
    align: 'center',
  });
  expect(zone?.style.has('grIcon')).toBe(false);
});

test('resources have the shapes of draw.io’s own AWS library', () => {
  expect(cells.get('r-NatGateway')?.style.get('shape')).toBe('mxgraph.aws4.nat_gateway');
  expect(cells.get('r-S3')?.style.get('shape')).toBe('mxgraph.aws4.resourceIcon');
  expect(cells.get('r-S3')?.style.get('resIcon')).toBe('mxgraph.aws4.s3');
  expect(cells.get('r-S3Endpoint-badge')).toMatchObject({ value: 'GW', parent: 'r-S3Endpoint' });
});

test('every kind, preset and look has a shape of draw.io', () => {
  const icons = [...catalog.kinds.values()].flatMap(({ icon, presets = [], shape }) =>
    shape.as === 'container' || shape.as === 'chip' || shape.as === 'picture'
      ? []
      : [icon, ...presets.map((preset) => preset.icon ?? icon)].filter((each) => each !== null),
  );
  const groups = [...catalog.kinds.values()].flatMap(({ icon, shape }) =>
    shape.as === 'container' && icon !== null ? [icon] : [],
  );

  expect(icons.filter((icon) => shapeOf(icon) === generalShape)).toEqual([]);
  expect(groups.filter((icon) => groupIconOf(icon) === undefined)).toEqual([]);
  expect(shapeOf('architecture-service/SomethingNew')).toBe(generalShape);
});

test('a flow goes from hop to hop, by the corners of its drawn route', () => {
  expect(cells.get('f-batch-s3-1')).toMatchObject({ source: 'r-Batch', target: 'r-NatGateway' });
  expect(cells.get('f-batch-s3-2')).toMatchObject({ source: 'r-NatGateway', target: 'r-InternetGateway' });
  expect(cells.get('f-batch-s3-3')).toMatchObject({ source: 'r-InternetGateway', target: 'r-S3' });
  const { traces } = contextOf(catalog, design);
  const route = drawn(catalog, design, traces).flows.find(({ id }) => id === 'web-s3')?.pieces[0]?.points;
  expect(route?.length).toBeGreaterThan(3);
  expect(cells.get('f-web-s3-1')?.points).toEqual(
    route?.slice(1, -1).map(({ x, y }) => [Math.round(x), Math.round(y)]),
  );
  expect(cells.has('f-batch-s3-4')).toBe(false);
});

test('a verdict is told by colour and by a sign', () => {
  const labels = (flow: string): unknown =>
    [...cells.values()]
      .filter(({ id, value, isEdge }) => isEdge && id.startsWith(`f-${flow}-`) && value !== '')
      .map(({ value, style }) => [value, style.get('strokeColor')]);

  expect(labels('batch-s3')).toEqual([['✓ TCP 443', '#1a7f37']]);
  expect(labels('isolated-s3')).toEqual([['✕ TCP 443', '#c8202f']]);
});

test('a blocked flow is solid as far as a cross, and dashed beyond', () => {
  expect(cells.get('f-isolated-s3-1')).toMatchObject({ source: 'r-Isolated', target: 'f-isolated-s3-cross' });
  expect(cells.get('f-isolated-s3-1')?.style.get('dashed')).toBe('0');
  expect(cells.get('f-isolated-s3-2')).toMatchObject({ source: 'f-isolated-s3-cross', target: 'r-S3' });
  expect(cells.get('f-isolated-s3-2')?.style.get('dashed')).toBe('1');
  expect(cells.get('f-isolated-s3-cross')?.value).toBe('✕');
});

test('route tables are chips on their subnets, and security groups are named below what they guard', () => {
  expect(cells.get('r-PublicTable-on-PublicSubnet')).toMatchObject({
    value: 'PublicTable',
    parent: 'r-PublicSubnet',
  });
  expect(cells.get('r-Web')?.value).toBe('Web\nSG: WorkloadGroup');
});

test('there is a page for each scene, with its words, and the flows that it is not about are faint', () => {
  const pages = drawioPages(exportDrawio(catalog, design, 'ja').text);
  const scene = [...design.scenes.values()][2];

  expect(pages.map(({ name }) => name)).toEqual([
    design.name,
    ...[...design.scenes.values()].map(({ title }) => title.ja),
  ]);
  expect(pages[3]?.cells.get('scene-title')?.value).toBe(scene?.title.ja);
  // Without the marks of Markdown, and broken into lines.
  const inOne = (text = ''): string => text.replace(/\s|\*\*|`/g, '');
  expect(pages[3]?.cells.get('scene-text')?.value).not.toMatch(/\*\*|`/);
  expect(inOne(pages[3]?.cells.get('scene-text')?.value)).toBe(inOne(scene?.text.ja));
  expect(pages[3]?.cells.get('f-web-s3-1')?.style.has('opacity')).toBe(false);
  expect(pages[3]?.cells.get('f-batch-s3-1')?.style.get('opacity')).toBe('30');
});

test('the page of a scene shows its plan, and says so where that does not fit any more', () => {
  const withPlan = (command: string, args: unknown): Document => ({
    ...design,
    scenes: new Map([
      [
        'one',
        {
          id: 'one',
          order: 'U',
          title: { en: '', ja: '' },
          text: { en: '', ja: '' },
          camera: { x: 0, y: 0, w: 1, h: 1 },
          flows: { gone: true },
          plan: { title: { en: '', ja: '' }, commands: [{ command, args }] },
        },
      ],
    ]),
  });
  const gone = call('deleteResources', { ids: ['Isolated'] });

  const page = cellsOf(withPlan(gone.command, gone.args), 1);
  expect(page.has('r-Isolated')).toBe(false);
  expect(page.has('f-isolated-s3-1')).toBe(false);
  expect(page.get('scene-title')?.value).toBe('Scene 1');
  expect(page.get('f-web-s3-1')?.style.has('opacity')).toBe(false);

  const broken = withPlan('noSuchCommand', {});
  expect(exportDrawio(catalog, broken, 'en').remarks).toHaveLength(1);
  expect(cellsOf(broken, 1).has('r-Isolated')).toBe(true);
});

test('a collapsed container is a chip with the number of things in it, and lines end at it', () => {
  const resources = new Map(design.resources);
  const subnet = resources.get('BatchSubnet');
  if (subnet === undefined) throw new Error('no subnet');
  resources.set('BatchSubnet', { ...subnet, collapsed: true });

  const page = cellsOf({ ...design, resources });

  expect(page.get('r-BatchSubnet')?.value).toBe('▸ BatchSubnet (1)');
  expect(page.has('r-Batch')).toBe(false);
  expect(page.get('f-batch-s3-1')?.source).toBe('r-BatchSubnet');
});

test('names and labels are text, whatever stands in them', () => {
  const name = '"/><script>alert(1)</script>&amp;\u0000\ud800;shape=image;image=javascript:x';
  const hostile = fromSketch(
    catalog,
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'A'), box('instance', 'B'))),
      arrow('A', 'B', { id: 'ab', label: name }),
    ),
  );
  const resources = new Map([...hostile.resources].map(([id, each]) => [id, { ...each, name }]));

  const page = cellsOf({ ...hostile, name, resources });

  const read = '"/><script>alert(1)</script>&amp;\ufffd\ufffd;shape=image;image=javascript:x';
  expect(page.get('r-Vpc')?.value.startsWith(read)).toBe(true);
  expect(page.get('r-A')?.value.replace(/\n/g, '')).toBe(read);
  expect([...page.values()].filter(({ value }) => value.endsWith(` ${read}`))).toHaveLength(1);
  for (const { style, value } of page.values()) {
    expect(style.has('image')).toBe(false);
    // As HTML a name would be markup.
    if (value !== '') expect(style.get('html')).toBe('0');
  }
});

test('notes are written out, with their lines', () => {
  const page = cellsOf(
    fromSketch(catalog, sketch(box('text-note', 'Note', { text: 'Two lines\nof a note' }))),
  );

  expect(page.get('r-Note')?.value).toBe('Two lines\nof a note');
});

test('an empty diagram is a page without shapes', () => {
  const [page, ...others] = drawioPages(exportDrawio(catalog, fromSketch(catalog, sketch()), 'ja').text);

  expect(others).toEqual([]);
  expect(page?.name).toBe('ダイアグラム');
  expect([...(page?.cells.keys() ?? [])]).toEqual(['0', '1']);
});
