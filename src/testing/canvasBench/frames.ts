/** What the frames of a gesture cost the page's main thread: one step of the pointer is given for each. */
import type { CDPSession, Page } from '@playwright/test';

/**
 * In ms of processor time of the main thread, so that others who use the machine meanwhile are not counted, nor is waiting. On
 * a machine that does nothing else it is the time that passes.
 */
export interface Cost {
  /** Without the styles and layouts that it makes the browser compute. */
  readonly script: number;
  /** All that the main thread does: script, styles, layout, paint, and what holds them together. */
  readonly all: number;
}

export type Step = (number: number) => Promise<unknown>;

/** Gives the steps one by one, each when the frames of the one before are done. */
export async function costsOf(page: Page, steps: number, step: Step): Promise<readonly Cost[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const costs: Cost[] = [];
  let before = await costSoFar(session);
  for (let number = 0; number < steps; number++) {
    await step(number);
    await framesDone(session);
    const now = await costSoFar(session);
    costs.push({ script: now.script - before.script, all: now.all - before.all });
    before = now;
  }
  await session.detach();
  return costs;
}

/** The second frame from now begins when all work of the first is done, its painting too. */
async function framesDone(session: CDPSession): Promise<void> {
  await session.send('Runtime.evaluate', {
    expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    awaitPromise: true,
  });
}

/** Asking costs about a tenth of a millisecond itself, which is left in. */
async function costSoFar(session: CDPSession): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), all: of('TaskDuration') };
}

export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** Of what the frames cost, in one part. */
export function spreadOf(costs: readonly Cost[], part: keyof Cost): Spread {
  const sorted = costs.map((cost) => cost[part]).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
