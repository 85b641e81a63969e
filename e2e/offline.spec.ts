/** The editor without a network after the first visit, and what happens when a newer version is there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { EditorPage } from './editorPage';

test.use({ serviceWorkers: 'allow' });

async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test('after the first visit the editor opens, draws, answers and exports without a network', async ({
  page,
  context,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await isKept(page);
  await context.setOffline(true);

  await page.reload();
  await expect(editor.verdicts).toContainText('7 flows');
  await editor.chooseFromMenu('File', 'New');
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await expect(editor.resource('Subnet')).toBeVisible();
  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export CloudFormation \\(YAML\\)');

  expect(readFileSync(await (await download).path(), 'utf8')).toContain('AWS::EC2::Subnet');
  const broken = await page.evaluate(async () => {
    const addresses = new Set([...document.images].map(({ src }) => src));
    const answers = await Promise.all(
      [...addresses].map((address) =>
        fetch(address).then(
          ({ ok }) => (ok ? '' : address),
          () => address,
        ),
      ),
    );
    return answers.filter((address) => address !== '');
  });
  expect(broken).toEqual([]);
});

test('a newer version waits until it is asked for, and the diagram is there after it came', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  const worker = 'dist/sw.js';
  const before = readFileSync(worker, 'utf8');
  await editor.openEmpty();
  await isKept(page);
  await page.reload();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  try {
    writeFileSync(worker, before.replace(/"version":"\w+"/, '"version":"newer"'));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const messages = page.getByRole('region', { name: 'Messages' });
    await expect(messages).toContainText('A new version of vpcanvas is ready', {
      // The whole app is fetched anew first.
      timeout: 30_000,
    });
    await expect(editor.resource('Vpc')).toBeVisible();

    const reloaded = page.waitForEvent('load');
    await messages.getByRole('button', { name: 'Reload' }).click();
    await reloaded;

    await expect(editor.resource('Vpc')).toBeVisible();
    const kept = await page.evaluate(() => caches.keys());
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatch(/ newer$/);
  } finally {
    writeFileSync(worker, before);
  }
});

test('the page says how it is installed', async ({ page, request }) => {
  await page.goto('./');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest: unknown = await (await request.get(address ?? '')).json();

  expect(manifest).toMatchObject({ name: 'vpcanvas', start_url: './', scope: './', display: 'standalone' });
  for (const { src } of (manifest as { readonly icons: readonly { readonly src: string }[] }).icons)
    expect((await request.get(src)).headers()['content-type']).toContain('image/svg+xml');
});
