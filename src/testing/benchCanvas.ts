/**
 * `npm run bench:canvas`, with the sizes of diagrams if not all are wanted, `--json` for the numbers alone, `--built`
 * for the app as it stands in `dist` and `--brief` for a sixth of the steps: what a
 * frame costs the main thread of a browser while one pans, zooms, drags and resizes, in our built app and, in the same run and by
 * turns, on a plain React Flow canvas with the same content. Software rendering and whatever else the machine does are in
 * both: read the ratios.
 */
import { loadavg } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { catalog } from '../aws';
import { writeDiagram } from '../core/store/diagramFile';
import { openedPage, withBuiltApp } from './builtApp';
import { cameraOf, lookLike, selectAt, showAll, showNear } from './canvasBench/cameras';
import { canvasDesign, takenVpc } from './canvasBench/canvasDesign';
import { spreadOf, type Cost, type Spread } from './canvasBench/frames';
import { gestures, placesIn } from './canvasBench/gestures';
import { plainContent } from './canvasBench/plainContent';
import { withPlainFlow } from './canvasBench/plainServer';
import type { PlainContent } from './plainFlow/content';

/** Rounds of each gesture, and steps of each round. */
interface Extent {
  readonly rounds: number;
  readonly steps: number;
}
const usual: Extent = { rounds: 4, steps: 30 };
const brief: Extent = { rounds: 2, steps: 10 };

interface Measured {
  readonly resources: number;
  readonly zoom: number;
  readonly gesture: string;
  readonly ours: Spent;
  readonly plain: Spent;
}

interface Spent {
  readonly script: Spread;
  readonly all: Spread;
}

export async function main(given: readonly string[]): Promise<number> {
  const extent = given.includes('--brief') ? brief : usual;
  const sizes = given.map(Number).filter((size) => size > 0);
  const work = (browser: Browser): Promise<void> =>
    withPlainFlow(async (url) => {
      const results: Measured[] = [];
      for (const size of sizes.length > 0 ? sizes : [200, 1000, 5000])
        results.push(...(await measured(browser, url, size, extent)));
      if (given.includes('--json')) console.log(JSON.stringify(results, null, 2));
      else tell(results);
    });
  return withBuiltApp(work, given.includes('--built'));
}

async function measured(
  browser: Browser,
  url: string,
  size: number,
  { rounds, steps }: Extent,
): Promise<Measured[]> {
  const document = canvasDesign(size);
  const placeOf = placesIn(document);
  const text = writeDiagram(catalog, document);
  const { page: ours } = await openedPage(browser, { name: 'large.vpcanvas.json', text });
  await ours.getByText('large', { exact: true }).first().waitFor();
  await showAll(ours);
  await selectAt(ours, placeOf(takenVpc));
  const plain = await plainPage(browser, url, plainContent(catalog, document), ours);
  await ours.bringToFront();
  // Until the verdicts are there.
  await ours.waitForTimeout(4000);
  const results: Measured[] = [];
  for (const isNear of [false, true])
    for (const { name, run, isOnlyNear = false } of gestures(placeOf, steps)) {
      if (isOnlyNear && !isNear) continue;
      const costs: Record<'ours' | 'plain', Cost[]> = { ours: [], plain: [] };
      let zoom = 1;
      for (let round = 0; round < rounds; round++) {
        await ours.bringToFront();
        if (round % 2 === 0) await (isNear ? showNear(ours, placeOf(takenVpc)) : showAll(ours));
        const camera = await cameraOf(ours);
        zoom = camera.zoom;
        costs.ours.push(...(await run(ours, camera, round)));
        await plain.bringToFront();
        await lookLike(plain, camera);
        costs.plain.push(...(await run(plain, await cameraOf(plain), round)));
      }
      const spent = (of: readonly Cost[]): Spent => ({
        script: spreadOf(of, 'script'),
        all: spreadOf(of, 'all'),
      });
      const result = { zoom, gesture: name, ours: spent(costs.ours), plain: spent(costs.plain) };
      results.push({ resources: document.resources.size, ...result });
    }
  await ours.context().close();
  await plain.context().close();
  return results;
}

/** With its canvas where ours has its own. */
async function plainPage(browser: Browser, url: string, content: PlainContent, ours: Page): Promise<Page> {
  const room = await ours.locator('.react-flow').boundingBox();
  if (room === null) throw new Error('our app shows no canvas');
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript((given) => {
    window.plainContent = given;
  }, content);
  await page.goto(url);
  await page.addStyleTag({
    content: `#root { left: ${room.x}px; top: ${room.y}px; width: ${room.width}px; height: ${room.height}px; }`,
  });
  await page.locator(`[data-id="${takenVpc}"]`).first().waitFor();
  return page;
}

function tell(results: readonly Measured[]): void {
  const both = ({ median, p95 }: Spread): string => `${median.toFixed(1)} / ${p95.toFixed(1)}`;
  console.log(
    `Main-thread ms for each frame, median / 95th percentile; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  console.table(
    results.map(({ resources, zoom, gesture, ours, plain }) => ({
      resources,
      zoom: zoom.toFixed(2),
      gesture,
      'our script': both(ours.script),
      'plain script': both(plain.script),
      'our all': both(ours.all),
      'plain all': both(plain.all),
      'plain : ours': `${(plain.all.median / ours.all.median).toFixed(1)} / ${(plain.all.p95 / ours.all.p95).toFixed(1)}`,
    })),
  );
}
