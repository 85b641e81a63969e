/** The draw.io file is opened by draw.io's own library, mxGraph: containers, shapes and connectors are those of the diagram. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { EditorPage } from './editorPage';
import { openedByMxGraph, type ReadCell } from './mxGraph';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
});

/** The corners of a line as it is drawn: where it turns. */
function turnsOf(points: ReadCell['points']): readonly string[] {
  return points.slice(1, -1).flatMap(([x, y], index) => {
    const [before, after] = [points[index], points[index + 2]];
    const isStraight =
      (Math.abs(x - (before?.[0] ?? 0)) < 1 && Math.abs(x - (after?.[0] ?? 0)) < 1) ||
      (Math.abs(y - (before?.[1] ?? 0)) < 1 && Math.abs(y - (after?.[1] ?? 0)) < 1);
    return isStraight ? [] : [`${Math.round(x)} ${Math.round(y)}`];
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where a resource of the example that is opened first stands on the canvas, in px. */
function placeOf(id: string): Place {
  const { resources } = JSON.parse(
    readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8'),
  ) as { resources: (Place & { readonly id: string; readonly parentId: string | null })[] };
  const found = resources.find((resource) => resource.id === id);
  if (found === undefined) throw new Error(`the example has no ${id}`);
  const { x, y, w, h, parentId } = found;
  const around = parentId === null ? { x: 0, y: 0 } : placeOf(parentId);
  return { x: around.x + x, y: around.y + y, w, h };
}

test('the exported draw.io file opens in mxGraph with its containers, connectors and routes', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export draw\\.io');
  const file = await download;
  await expect(page.getByText(/Exported .*\.drawio\.$/)).toBeVisible();
  const text = readFileSync(await file.path(), 'utf8');
  expect(file.suggestedFilename()).toMatch(/\.drawio$/);

  const cells = await openedByMxGraph(page, text, 0);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));

  expect(byId.get('r-App')).toMatchObject({ parent: 'r-AppSubnet' });
  expect(byId.get('r-AppSubnet')).toMatchObject({ parent: 'r-Vpc' });
  // Relative to their containers, and so drawn where the diagram has them.
  const subnet = placeOf('AppSubnet');
  const app = placeOf('App');
  expect(byId.get('r-AppSubnet')?.at).toEqual([subnet.x, subnet.y, subnet.w, subnet.h]);
  // The artwork in the middle of an icon's room.
  expect(byId.get('r-App')?.at).toEqual([app.x + (app.w - 48) / 2, app.y, 48, 48]);
  const edges = cells.filter(({ points }) => points.length > 0);
  expect(edges.length).toBeGreaterThan(10);
  for (const { id, source, target, points, corners } of edges) {
    expect([id, byId.has(source ?? ''), byId.has(target ?? '')]).toEqual([id, true, true]);
    // A waypoint in the middle of a straight line is no corner.
    const wanted = corners.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`);
    expect(
      turnsOf(points).filter((turn) => !wanted.includes(turn)),
      id,
    ).toEqual([]);
  }

  const scene = await openedByMxGraph(page, text, 3);
  expect(scene.find(({ id }) => id === 'scene-title')?.value).toBe('Path 1: internet gateway');
});

test('names that are markup are read as the names that they are, and run nothing', async ({ page }) => {
  const name = `"/><img src=x onerror=alert(1)>'&lt;b&gt;\u2028;html=1`;
  const text = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8')
    .replaceAll('"name": "App"', `"name": ${JSON.stringify(name)}`)
    .replaceAll('"label": ""', `"label": ${JSON.stringify(name)}`);
  const editor = new EditorPage(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await editor.open();
  await editor.openFile({ name: 'hostile.vpcanvas.json', text });
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Opened hostile.vpcanvas.json');
  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export draw\\.io');
  const written = readFileSync(await (await download).path(), 'utf8');

  const cells = await openedByMxGraph(page, written, 0);

  const joined = (value: string | undefined): string | undefined => value?.split(/[\n\s]+/).join('');
  expect(joined(cells.find(({ id }) => id === 'r-App')?.value)).toContain(joined(name.replace('\u2028', '')));
  expect(
    cells.filter(({ value }) => joined(value)?.startsWith(`✓${joined(name) ?? ''}`) === true).length,
  ).toBe(6);
  await expect(page.locator('img')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});
