/**
 * `npm run bench:canvas`: what the canvas costs while one works, on diagrams of several sizes, in Chromium on the built
 * app: milliseconds of script, and of all work of the page's main thread, for each step of the pointer. Medians of
 * three rounds. Software rendering inflates the second number: read ratios.
 */
import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { catalog } from '../aws';
import { call, runCommand } from '../core/commands';
import { tidy } from '../core/layout/tidy';
import type { Document } from '../core/model/document';
import { writeDiagram } from '../core/store/diagramFile';
import { openedPage, withBuiltApp } from './builtApp';
import { largeDesign } from './largeDesign';

const steps = 40;
const rounds = 3;

export async function main(sizes: readonly string[]): Promise<number> {
  return withBuiltApp(async (browser) => {
    const rows: Record<string, string>[] = [];
    for (const size of sizes.length === 0 ? ['100', '1000', '5000'] : sizes)
      rows.push(await measured(browser, Number(size)));
    console.table(rows);
  });
}

async function measured(browser: Browser, size: number): Promise<Record<string, string>> {
  const document = laidOut(largeDesign(catalog, size));
  const text = writeDiagram(catalog, document);
  const { page, asked } = await openedPage(browser, { name: 'large.vpcanvas.json', text });
  await page.locator('[data-id="Vpc0"]').first().waitFor();
  const opened = performance.now() - asked;
  await page.waitForTimeout(3000);

  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable');
  const middle = { x: 760, y: 450 };
  /** All of it in view, then one part at full size. */
  const columns: [string, () => Promise<void>][] = [
    ['all: drag a VPC', async () => dragged(page, await titleOf(page))],
    ['all: pan', () => wheeled(page, middle, { x: 6, y: 9 })],
    ['near: drag a resource', async () => dragged(page, await iconNear(page))],
    ['near: pan', () => wheeled(page, middle, { x: 1, y: 1 })],
    ['zoom', () => wheeled(page, middle, { x: 0, y: -4 }, 'Control')],
  ];
  const row: Record<string, string> = {
    resources: `${document.resources.size}`,
    'open (ms)': opened.toFixed(0),
  };
  for (const [name, work] of columns) {
    await page.keyboard.press('Shift+Digit1');
    await page.waitForTimeout(1000);
    if (name.startsWith('near')) await nearInstances(page);
    await page.waitForTimeout(1000);
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = await costSoFar(metrics);
      await work();
      const end = await costSoFar(metrics);
      costs.push({ script: end.script - start.script, task: end.task - start.task });
      await page.waitForTimeout(400);
    }
    const of = (part: keyof Cost): string =>
      ((costs.map((cost) => cost[part]).sort((a, b) => a - b)[1] ?? 0) / steps).toFixed(1);
    row[`${name} (script/all ms)`] = `${of('script')}/${of('task')}`;
  }
  await page.close();
  return row;
}

/** Laid out as Tidy does it. */
function laidOut(document: Document): Document {
  return runCommand({ catalog }, document, call('placeResources', { places: tidy(catalog, document, null) }));
}

interface Cost {
  readonly script: number;
  readonly task: number;
}

async function costSoFar(session: CDPSession): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Zooms to full size where the first instances of a VPC are, and finds one that can be taken up. */
async function nearInstances(page: Page): Promise<void> {
  const vpc = await titleOf(page);
  await page.mouse.move(vpc.x + 10, vpc.y + 10);
  await page.keyboard.down('Control');
  for (let step = 0; step < 40 && (await zoomOf(page)) < 90; step++) {
    await page.mouse.wheel(0, -40);
    await page.waitForTimeout(50);
  }
  await page.keyboard.up('Control');
}

async function zoomOf(page: Page): Promise<number> {
  return Number.parseInt((await page.getByRole('button', { name: /\d+ %/ }).textContent()) ?? '', 10);
}

async function iconNear(page: Page): Promise<Point> {
  const box = await inView(page.locator('.react-flow__node[data-id*="x"]'));
  if (box === undefined) throw new Error('no instance is in view');
  return { x: box.x + box.width / 2, y: box.y + box.height / 3 };
}

async function titleOf(page: Page): Promise<Point> {
  const box = await inView(page.locator('.react-flow__node[data-id^="Vpc"]'));
  if (box === undefined) throw new Error('no VPC is in view');
  return { x: box.x + 4, y: box.y + 4 };
}

async function inView(
  candidates: Locator,
): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  for (const each of (await candidates.all()).slice(0, 40)) {
    const box = await each.boundingBox();
    if (box !== null && box.x > 240 && box.y > 50 && box.x < 1100 && box.y < 600) return box;
  }
  return undefined;
}

async function dragged({ mouse, keyboard }: Page, from: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  for (let step = 1; step <= steps; step++) await mouse.move(from.x + 3 * step, from.y + 2 * step);
  await keyboard.press('Escape');
  await mouse.up();
}

async function wheeled({ mouse, keyboard }: Page, at: Point, by: Point, held?: 'Control'): Promise<void> {
  await mouse.move(at.x, at.y);
  if (held !== undefined) await keyboard.down(held);
  for (let step = 0; step < steps; step++) await mouse.wheel(by.x, by.y);
  if (held !== undefined) await keyboard.up(held);
}
