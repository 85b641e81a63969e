/**
 * `npm run bench:code`: what typing in the code pane costs the thread of the page, in Chromium on the built app, with
 * templates of several sizes: for each key, and for the moments after a burst of keys in which the diagram follows. A frame
 * has 16 ms. Milliseconds of a processor, which other work on the machine makes little longer.
 */
import { loadavg } from 'node:os';
import type { CDPSession, Page } from '@playwright/test';
import { catalog } from '../aws';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { templateText } from '../core/cfn/templateText';
import { openedPage, withBuiltApp } from './builtApp';
import { largeDesign } from './largeDesign';

const bursts = 20;
const keysInBurst = 10;
/** Between keys, as of somebody who types fast; and after a burst, until the diagram follows. */
const [betweenKeys, afterBurst] = [90, 2500];

export async function main(sizes: readonly string[]): Promise<number> {
  console.log(`Load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(2)}`);
  return withBuiltApp(async (browser) => {
    const rows: Record<string, string>[] = [];
    for (const size of sizes.length === 0 ? ['50', '1000'] : sizes) {
      const { template } = exportTemplate(catalog, largeDesign(catalog, Number(size)));
      const { text } = templateText(template, 'yaml');
      const { page } = await openedPage(browser, { name: 'large.yaml', text });
      rows.push({ resources: size, 'text (kB)': (text.length / 1000).toFixed(0), ...(await measured(page)) });
      await page.close();
    }
    console.table(rows);
  });
}

async function measured(page: Page): Promise<Record<string, string>> {
  await page.locator('[data-id="Vpc0"]').first().waitFor();
  const tab = page.getByRole('tab', { name: /^Code/ });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  const box = page.getByRole('textbox', { name: 'CloudFormation template' });
  await box.locator('.cm-line', { hasText: 'Description:' }).first().click();
  await page.keyboard.press('End');
  await page.waitForTimeout(3000);

  const session = await page.context().newCDPSession(page);
  const events = await traced(session, async () => {
    for (let burst = 0; burst < bursts; burst++) {
      for (let key = 0; key < keysInBurst; key++) {
        await page.keyboard.press('a');
        await page.waitForTimeout(betweenKeys);
      }
      await page.waitForTimeout(afterBurst);
    }
  });
  const { keys, rests } = costs(events);
  return {
    keys: `${keys.length}`,
    'script of a key p50/p95/most (ms)': shares(keys),
    'longest task after a burst, script p50/p95/most (ms)': shares(rests),
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread had of a processor: other work on the machine does not count. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  // Chromium's trace format: the fields that are read here are in every version.
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await work();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Whatever runs script of the page. */
const scripts: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
]);
/** By then a frame has been made of a key, and the next one has not come yet, in µs. */
const frameOfKey = 70_000;

/** Script for each key, and after each burst the most of it that runs without a pause, in ms. */
function costs(events: readonly TraceEvent[]): {
  readonly keys: readonly number[];
  readonly rests: readonly number[];
} {
  const presses = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  );
  const [first] = presses;
  const own = events
    .filter(({ pid, tid }) => pid === first?.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const stretches = outermost(own.filter(({ name }) => scripts.has(name)));
  const script = (from: number, to: number): number =>
    stretches
      .filter(({ ts }) => ts >= from && ts < to)
      .reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
  const tasks = own.filter(({ name }) => name === 'RunTask');
  const starts = presses.map(({ ts }) => ts).sort((a, b) => a - b);
  const rests: number[] = [];
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? start + afterBurst * 1000;
    if (next - start < (afterBurst * 1000) / 2) continue;
    const within = tasks.filter(({ ts }) => ts >= start + frameOfKey && ts < next);
    rests.push(Math.max(0, ...within.map(({ ts, dur = 0 }) => script(ts, ts + dur))));
  }
  return { keys: starts.map((start) => script(start, start + frameOfKey)), rests };
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function shares(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `${at(0.5)}/${at(0.95)}/${at(1)}`;
}
