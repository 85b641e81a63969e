/** What the design costs: the bill, prices of one's own, and the chart that settles "NAT gateway or endpoints?". */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { unzipSync, strFromU8 } from 'fflate';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const line = (page: Page, resource: string, item: string): Locator =>
  panel(page).getByRole('row', { name: new RegExp(`^${resource} ${item}`) });
const total = (page: Page): Locator => panel(page).getByRole('status');
const chart = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(NAT gateway or endpoints\?|NAT ゲートウェイとエンドポイントの比較)$/ });
const prices = (page: Page): Locator => page.getByRole('dialog', { name: /^(Prices|料金表)$/ });

async function open(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openPanel('Cost');
  await expect(total(page)).toHaveText(/Total \$79\.41/);
  return editor;
}

async function openChart(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'NAT gateway or endpoints?' }).click();
  await expect(chart(page).getByRole('figure')).toBeVisible();
}

/** `examples/no-nat`, in a Region of which the table has no prices. */
const inParis = readFileSync('examples/no-nat/no-nat.vpcanvas.json', 'utf8').replaceAll(
  'ap-northeast-1',
  'eu-west-3',
);

test('a line of the bill leads to its resource, and the columns sort', async ({ page }) => {
  const editor = await open(page);

  await line(page, 'SqsEndpoint', 'Interface endpoint hours')
    .getByRole('button', { name: 'SqsEndpoint' })
    .click();
  await expect(editor.inspector).toContainText('SqsEndpoint');
  await expect(line(page, 'SqsEndpoint', 'Interface endpoint hours')).toContainText('$0.014');
  await expect(line(page, 'SqsEndpoint', 'Interface endpoint hours')).toContainText('2026-09-17');

  await panel(page).getByRole('button', { name: 'A month' }).click();
  await expect(panel(page).getByRole('columnheader', { name: 'A month' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(panel(page).getByRole('row').nth(2)).toContainText('$45.26');
  await panel(page).getByRole('button', { name: 'A month' }).click();
  await expect(panel(page).getByRole('row').nth(2)).toContainText('$0.00');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the bill is a list that nothing need be scrolled sideways for', async ({ page }) => {
    await open(page);

    const row = line(page, 'SqsEndpoint', 'Interface endpoint hours');
    await row.scrollIntoViewIfNeeded();
    for (const cell of await row.getByRole('cell').all()) {
      const box = await cell.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
    await expect(row.getByRole('cell')).toHaveCount(6);
  });
});

test('the canvas shows the same sum, switched from the panel', async ({ page }) => {
  await open(page);

  await panel(page).getByRole('button', { name: 'Show on the canvas' }).click();

  await expect(page.locator('.lens-bar')).toContainText('$79.41 a month');
  await panel(page).getByRole('button', { name: 'Show on the canvas' }).click();
  await expect(page.locator('.lens-bar')).toBeHidden();
});

test('the bill follows the design', async ({ page }) => {
  const editor = await open(page);

  await editor.select('NatGateway');
  await page.keyboard.press('Delete');

  await expect(total(page)).not.toContainText('$79.41');
  await expect(line(page, 'NatGateway', 'NAT gateway hours')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(total(page)).toContainText('$79.41');
});

test('a price of one’s own changes the bill, stays, and goes again', async ({ page }) => {
  await open(page);

  await line(page, 'NatGateway', 'NAT gateway hours').getByRole('button', { name: '$0.062' }).click();
  const box = prices(page).getByRole('textbox', { name: 'Your price: NAT gateway, an hour' });
  await expect(box).toBeFocused();
  await box.fill('0.02');
  await prices(page).getByRole('button', { name: 'Done' }).click();

  await expect(total(page)).toContainText('$48.75');
  await expect(total(page)).toContainText('with your prices');
  await expect(line(page, 'NatGateway', 'NAT gateway hours')).toContainText('given by you');
  await panel(page).getByRole('button', { name: 'Show on the canvas' }).click();
  await expect(page.locator('.lens-bar')).toContainText('$48.75 a month');

  await page.reload();
  await expect(total(page)).toContainText('$48.75');

  await panel(page).getByRole('button', { name: 'Prices…' }).click();
  await prices(page).getByRole('button', { name: 'Reset: NAT gateway, an hour' }).click();
  await prices(page).getByRole('button', { name: 'Done' }).click();
  await expect(total(page)).toHaveText(/Total \$79\.41\s*$/);
});

test('what is no price is refused in one message, and nothing changes', async ({ page }) => {
  await open(page);
  await panel(page).getByRole('button', { name: 'Prices…' }).click();
  const box = prices(page).getByRole('textbox', { name: 'Your price: NAT gateway, a GB' });

  await box.fill('cheap');
  await box.press('Enter');

  await expect(prices(page).getByRole('alert')).toHaveText(
    'ap-northeast-1.nat-gateway.gb is a price in US dollars, from 0 to 100000. Nothing was changed.',
  );
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(total(page)).toContainText('$79.41');

  await box.fill('０．０５');
  await box.press('Enter');
  await expect(box).toHaveValue('0.05');
  await expect(prices(page).getByRole('alert')).toHaveText('');
});

test('prices go to a file and come back from it, and a wrong file changes nothing', async ({ page }) => {
  await open(page);
  await panel(page).getByRole('button', { name: 'Prices…' }).click();
  const file = prices(page).locator('input[type="file"]');
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

  await give('wrong.json', '{ "nat-gatway": { "hour": 1 } }');
  await expect(prices(page).getByRole('alert')).toHaveText(
    /^wrong\.json: “nat-gatway” is no item of the price table; did you mean nat-gateway\?.* Nothing was changed\.$/,
  );
  await give('not.json', 'hello');
  await expect(prices(page).getByRole('alert')).toHaveText(/^not\.json: not valid JSON/);

  await give(
    'mine.json',
    '{ "nat-gateway": { "hour": 0.05 }, "ap-northeast-1": { "nat-gateway": { "gb": 0.03 } } }',
  );
  await expect(prices(page).getByRole('alert')).toHaveText('');
  await expect(prices(page).getByRole('textbox', { name: 'Your price: NAT gateway, a GB' })).toHaveValue(
    '0.03',
  );

  const saved = page.waitForEvent('download');
  await prices(page).getByRole('button', { name: 'Save as a file' }).click();
  expect(JSON.parse(readFileSync(await (await saved).path(), 'utf8'))).toEqual({
    'nat-gateway': { hour: 0.05 },
    'ap-northeast-1': { 'nat-gateway': { gb: 0.03 } },
  });

  await prices(page).getByRole('button', { name: 'Reset all' }).click();
  await prices(page).getByRole('button', { name: 'Done' }).click();
  await expect(total(page)).toHaveText(/Total \$79\.41\s*$/);
});

test('the inputs of the chart move the crossing, as the worked examples have it', async ({ page }) => {
  await open(page);
  await openChart(page);
  const input = (name: string): Locator => chart(page).getByLabel(name);
  const crossings = chart(page).getByRole('button', { name: /GB, \$/ });

  await expect(input('Region')).toHaveValue('ap-northeast-1');
  await expect(input('Interface endpoints')).toHaveValue('2');
  await expect(chart(page).getByRole('figure')).toContainText('Your traffic: 241 GB');
  await expect(crossings).toHaveCount(0);

  await input('Availability Zones').fill('2');
  await input('Interface endpoints').fill('3');
  await expect(crossings).toHaveAccessibleName(/^239 GB, \$63\.71/);
  await input('Region').selectOption('us-east-1');
  await expect(crossings).toHaveAccessibleName(/^209 GB, \$45\.89/);
  await expect(chart(page).getByRole('figure')).toHaveAccessibleDescription(
    /From 209 GB a month on “3 interface endpoints in 2 zones” is the cheapest/,
  );

  await chart(page).getByRole('button', { name: 'Spread evenly: 50 %' }).click();
  await expect(crossings).toHaveAccessibleName(/^162 GB/);

  await input('Availability Zones').fill('0');
  await expect(chart(page).getByRole('alert')).toHaveText('A whole number from 1 to 6');
  await expect(crossings).toHaveAccessibleName(/^162 GB/);

  await chart(page).getByRole('button', { name: 'As in the design' }).click();
  await expect(input('Region')).toHaveValue('ap-northeast-1');
});

test('the chart is saved as a table and as a picture that needs nothing else', async ({ page }) => {
  await open(page);
  await openChart(page);
  await chart(page).getByLabel('Availability Zones').fill('2');
  const saved = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await chart(page).getByRole('button', { name }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };

  const table = await saved('Save as CSV');
  const picture = await saved('Save as SVG');

  expect(table.split('\r\n')[1]).toBe('0,0,40.88,48.91,97.82');
  expect(picture).not.toMatch(/ class=| style=|currentcolor/i);
  await page.setContent(picture);
  const shown = page.locator('svg').first();
  await expect(shown).toContainText('A NAT gateway in each');
  expect(await shown.locator('path[stroke-dasharray]').count()).toBeGreaterThan(2);
});

test('by keyboard alone, in Japanese, a crossing is reached and marks its row', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'ja-JP' });
  await new EditorPage(page).open();
  const walkTo = async (wanted: Locator): Promise<void> => {
    for (let presses = 0; presses < 80; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keys do not reach it');
  };

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('エンドポイントの比較');
  await page.keyboard.press('Enter');
  await expect(chart(page).getByRole('figure')).toBeVisible();
  const zones = chart(page).getByLabel('アベイラビリティーゾーン');
  await walkTo(zones);
  await page.keyboard.press('ArrowUp');
  await expect(zones).toHaveValue('2');
  const crossing = chart(page).getByRole('button', { name: /月間 .* までは「NAT ゲートウェイ 1 個」/ });
  const endpoints = chart(page).getByRole('textbox', { name: 'インターフェイスエンドポイント' });
  await walkTo(endpoints);
  await page.keyboard.press('ArrowUp');
  await expect(endpoints).toHaveValue('3');
  await walkTo(crossing);
  await page.keyboard.press('Enter');

  await expect(crossing).toHaveAttribute('aria-pressed', 'true');
  await expect(chart(page).locator('tr[data-chosen]')).toContainText('239 GB');
  await page.keyboard.press('Escape');
  await expect(chart(page)).toBeHidden();
  await page.close();
});

test('of a Region without prices it says "not known", and never zero', async ({ page }) => {
  const editor = new EditorPage(page);
  // The file picker of the operating system cannot be driven; without it a file input is used.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  await editor.open();
  await editor.openFile({ name: 'paris.vpcanvas.json', text: inParis });
  await editor.openPanel('Cost');

  await expect(total(page)).toHaveText(/Total ≥ \$0\.00 not the whole: \d+ amounts are not known/);
  await expect(
    panel(page)
      .getByRole('row', { name: /Interface endpoint hours/ })
      .first(),
  ).toContainText('not known');
  await expect(panel(page)).toContainText(
    'no price by the hour of “Interface endpoint” is known for eu-west-3',
  );

  await openChart(page);
  await expect(chart(page).getByRole('figure')).toContainText('Not known for eu-west-3');
  await expect(chart(page).getByRole('row', { name: /^0 GB/ })).toContainText('not known');

  await chart(page).getByRole('button', { name: 'Prices…' }).click();
  for (const [name, usd] of [
    ['Interface endpoint, an hour', '0.011'],
    ['Interface endpoint, a GB', '0.01'],
  ] as const)
    await prices(page)
      .getByRole('textbox', { name: `Your price: ${name}` })
      .fill(usd);
  await prices(page).getByRole('button', { name: 'Done' }).click();
  await expect(chart(page).getByRole('row', { name: /^0 GB/ })).toContainText('$16.06');
});

test('on paper there is the chart, light, and nothing of the program', async ({ browser }) => {
  const page = await browser.newPage({ colorScheme: 'dark', locale: 'en-US' });
  await open(page);
  await openChart(page);
  await chart(page).getByLabel('Availability Zones').fill('2');

  await page.emulateMedia({ media: 'print' });

  await expect(chart(page).getByRole('figure')).toBeVisible();
  await expect(chart(page).getByRole('table')).toBeVisible();
  await expect(chart(page).getByText('ap-northeast-1; 2 Availability Zones')).toBeVisible();
  await expect(chart(page).getByRole('button', { name: 'Done' })).toBeHidden();
  await expect(chart(page).getByLabel('Region')).toBeHidden();
  await expect(page.getByRole('application')).toBeHidden();
  const ink = await chart(page)
    .getByRole('heading', { name: 'Monthly cost by traffic' })
    .evaluate((element) => getComputedStyle(element).color);
  expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(80);
  await test.info().attach('print', { body: await page.screenshot(), contentType: 'image/png' });
  await page.close();
});

test('the walk-through comes with the picture that it shows', async ({ page }) => {
  await open(page);
  const download = page.waitForEvent('download');

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Export walk-through/ }).click();

  const file = await download;
  const files = unzipSync(new Uint8Array(readFileSync(await file.path())));
  expect(file.suggestedFilename()).toMatch(/-walkthrough\.zip$/);
  expect(Object.keys(files)).toEqual(['diagram.md', 'diagram.svg']);
  const text = strFromU8(files['diagram.md'] ?? new Uint8Array());
  expect(text).toMatch(/!\[AWS network diagram with [^\]]+\]\(<diagram\.svg>\)/);
  expect(text).toContain('About USD 79.41 a month');
});

for (const appearance of appearances)
  test.describe(`in ${appearance.colorScheme}, ${appearance.locale}`, () => {
    test.use(appearance);

    test('axe finds nothing in the bill, the prices and the chart', async ({ page }) => {
      await new EditorPage(page).open();
      await page.getByRole('tab', { name: /^(Cost|コスト)/ }).click();
      await expect(panel(page).getByRole('table')).toBeVisible();
      expect(await axeFaults(page, { within: '[role="tabpanel"]' })).toEqual([]);

      await panel(page)
        .getByRole('button', { name: /^(Prices…|料金表…)$/ })
        .click();
      await expect(prices(page).getByRole('table')).toBeVisible();
      expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
      await page.keyboard.press('Escape');

      await panel(page)
        .getByRole('button', {
          name: /^(NAT gateway or endpoints\?|NAT ゲートウェイとエンドポイントの比較)$/,
        })
        .click();
      await chart(page)
        .getByLabel(/^(Availability Zones|アベイラビリティーゾーン)$/)
        .fill('2');
      await chart(page)
        .getByRole('textbox', { name: /^(Interface endpoints|インターフェイスエンドポイント)$/ })
        .fill('3');
      await expect(chart(page).getByRole('button', { name: /GB. ?\$/ })).toHaveCount(1);
      expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
    });
  });
