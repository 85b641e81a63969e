import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

test('the diagram stands after at most 250 kB of compressed script, and no other host is asked for anything', async ({
  page,
  baseURL,
}) => {
  const scripts = new Map<string, Promise<number>>();
  const elsewhere: string[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(baseURL ?? '') && !/^(?:data|blob):/.test(url)) elsewhere.push(url);
    if (response.request().resourceType() === 'script')
      scripts.set(
        url,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  // When the first resource stands on the canvas, on the clock by which the browser notes what it has asked for.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role="application"] [data-id]') === null) return;
      document.documentElement.dataset['stands'] = String(performance.now());
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });

  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('application', { name: 'Diagram' }).locator('[data-id]').first()).toBeVisible();
  const asked = await page.evaluate(() => {
    const stands = Number(document.documentElement.dataset['stands']);
    return performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ name, isBefore: startTime < stands }));
  });
  const sizes = await Promise.all(
    asked
      // Workers start beside the page, which is drawn and usable without them.
      .filter(({ name }) => scripts.has(name) && !name.includes('Worker-'))
      .map(async (each) => ({ ...each, size: (await scripts.get(each.name)) ?? 0 })),
  );
  const totalOf = (list: typeof sizes): number => list.reduce((sum, { size }) => sum + size, 0);
  const first = sizes.filter(({ isBefore }) => isBefore);
  const list = sizes.map(({ name, size, isBefore }) => {
    const kilobytes = (size / 1000).toFixed(1);
    return `${name.slice(baseURL?.length)} ${kilobytes}${isBefore ? '' : ' (later)'}`;
  });
  console.log(
    `first load: ${(totalOf(first) / 1000).toFixed(1)} kB of compressed script, ` +
      `${(totalOf(sizes) / 1000).toFixed(1)} with what comes by itself later: ${list.join(', ')}`,
  );

  expect(totalOf(first)).toBeGreaterThan(100_000);
  expect(totalOf(first)).toBeLessThanOrEqual(250_000);
  expect(totalOf(sizes)).toBeLessThanOrEqual(291_000);
  expect(elsewhere).toEqual([]);
});

test('the page runs under its Content-Security-Policy without breaking it', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });

  await page.goto('./', { waitUntil: 'networkidle' });

  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
  expect(violations).toEqual([]);
});

test('the icons of the pack are served as files, with their notice', async ({ request }) => {
  const icon = await request.get('./icons/resource/AmazonVPCNATGateway.svg');
  const notice = await request.get('./NOTICE.txt');

  expect(icon.headers()['content-type']).toContain('image/svg+xml');
  expect(await notice.text()).toContain('CC BY-ND 2.0');
});
