/** What axe finds wrong with a page, and in which appearances it is asked. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Both schemes and both languages, each once: neither changes what the other is checked for. */
export const appearances = [
  { colorScheme: 'light', locale: 'en-US' },
  { colorScheme: 'dark', locale: 'ja-JP' },
] as const;

export interface AxeScope {
  /** Only what is in there. */
  readonly within?: string;
  readonly without?: readonly string[];
}

/**
 * One line for each element at fault: the rule, where it is, and what would mend it. What only just comes is pale and no fault:
 * where something is found, it is asked once more when all has come.
 */
export async function axeFaults(page: Page, scope: AxeScope = {}): Promise<string[]> {
  await settled(page);
  const found = await faultsNow(page, scope);
  if (found.length === 0) return found;
  await settled(page);
  return faultsNow(page, scope);
}

async function faultsNow(page: Page, { within, without = [] }: AxeScope): Promise<string[]> {
  let axe = new AxeBuilder({ page });
  if (within !== undefined) axe = axe.include(within);
  for (const selector of without) axe = axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Until whatever comes has come. What never ends, like a packet on its way, is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime)),
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
