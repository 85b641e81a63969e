import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

test('the first load brings at most 250 kB of compressed script, and asks no other host for anything', async ({
  page,
  baseURL,
}) => {
  const scripts: Promise<{ readonly name: string; readonly size: number }>[] = [];
  const elsewhere: string[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(baseURL ?? '') && !/^(?:data|blob):/.test(url)) elsewhere.push(url);
    if (response.request().resourceType() === 'script')
      scripts.push(
        response.body().then((body) => ({ name: url.slice(baseURL?.length), size: gzipSync(body).length })),
      );
  });

  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('application', { name: 'Diagram' }).locator('[data-id]').first()).toBeVisible();
  const loaded = await Promise.all(scripts);
  // Workers start beside the page, which is drawn and usable without them.
  const total = loaded
    .filter(({ name }) => !name.includes('Worker-'))
    .reduce((sum, { size }) => sum + size, 0);
  const list = loaded.map(({ name, size }) => `${name} ${(size / 1000).toFixed(1)}`).join(', ');
  console.log(`first load: ${(total / 1000).toFixed(1)} kB of compressed script: ${list}`);

  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(250_000);
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
