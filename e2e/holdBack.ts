import type { Page } from '@playwright/test';

/** As on a slow line: the script of that name comes when it is let through. */
export async function holdBack(page: Page, script: string): Promise<() => void> {
  let letThrough = (): void => undefined;
  const isLet = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(`**/assets/${script}-*.js`, async (route) => {
    await isLet;
    await route.continue();
  });
  return letThrough;
}
