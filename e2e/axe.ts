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

/** One line for each element at fault: the rule, where it is, and what would mend it. */
export async function axeFaults(page: Page, { within, without = [] }: AxeScope = {}): Promise<string[]> {
  let axe = new AxeBuilder({ page });
  if (within !== undefined) axe = axe.include(within);
  for (const selector of without) axe = axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
