/** The draw.io file is opened by draw.io's own library, mxGraph: containers, shapes and connectors are those of the diagram. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { EditorPage } from './editorPage';

const mxGraph = 'node_modules/mxgraph/javascript/mxClient.js';

interface ReadCell {
  readonly id: string;
  readonly value: string;
  readonly parent: string | undefined;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** As drawn, in px of the page: the corner and the size, or the points of a line. */
  readonly at: readonly number[];
  readonly points: readonly (readonly [number, number])[];
  /** What its geometry says of corners. */
  readonly corners: readonly (readonly [number, number])[];
}

/** Opens a page of the file in a bare page of the browser that has nothing but mxGraph. */
async function openedByMxGraph(page: Page, text: string, index: number): Promise<readonly ReadCell[]> {
  await page.goto('about:blank');
  await page.setContent('<body><div id="graph" style="width:1280px;height:900px"></div></body>');
  await page.evaluate(() => Object.assign(window, { mxLoadResources: false, mxLoadStylesheets: false }));
  await page.addScriptTag({ path: mxGraph });
  return page.evaluate(
    ([xml, at]) => {
      // mxGraph has no types, and puts its names on the window.
      const {
        mxCodec,
        mxGraph: Graph,
        mxUtils,
      } = window as unknown as Record<string, never> as {
        mxCodec: new (document: Document) => { decode(node: Element, into: unknown): void };
        mxGraph: new (container: HTMLElement) => {
          htmlLabels: boolean;
          refresh(): void;
          model: { cells: Readonly<Record<string, Cell>> };
          getModel(): unknown;
          view: { getState(cell: Cell): State | undefined };
        };
        mxUtils: { parseXml(text: string): Document; getXml(node: Element): string };
      };
      interface Cell {
        readonly id: string;
        readonly value?: string;
        readonly parent?: Cell;
        readonly source?: Cell;
        readonly target?: Cell;
        readonly geometry?: { readonly points?: readonly { x: number; y: number }[] };
      }
      interface State {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly absolutePoints?: readonly { x: number; y: number }[];
        readonly shape?: { readonly node?: Element };
      }
      const container = document.querySelector<HTMLElement>('#graph');
      const model = mxUtils.parseXml(xml).querySelectorAll('mxGraphModel')[at];
      if (container === null || model === undefined) throw new Error('no such page');
      const own = mxUtils.parseXml(mxUtils.getXml(model));
      const graph = new Graph(container);
      new mxCodec(own).decode(own.documentElement, graph.getModel());
      graph.refresh();
      return Object.values(graph.model.cells).flatMap((cell) => {
        const state = graph.view.getState(cell);
        if (cell.id === '0' || cell.id === '1') return [];
        if (state?.shape?.node === undefined) throw new Error(`${cell.id} is not drawn`);
        const round = Math.round;
        return {
          id: cell.id,
          value: cell.value ?? '',
          parent: cell.parent?.id,
          source: cell.source?.id,
          target: cell.target?.id,
          at: [round(state.x), round(state.y), round(state.width), round(state.height)],
          points: (state.absolutePoints ?? []).map(({ x, y }) => [x, y] as const),
          corners: (cell.geometry?.points ?? []).map(({ x, y }) => [x, y] as const),
        };
      });
    },
    [text, index] as const,
  );
}

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
  expect(byId.get('r-AppSubnet')?.at).toEqual([40 + 372, 232 + 120, 316, 264]);
  expect(byId.get('r-App')?.at).toEqual([40 + 372 + 136, 232 + 120 + 156, 48, 48]);
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
