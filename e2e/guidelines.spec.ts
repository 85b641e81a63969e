import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

// The file picker of the operating system cannot be driven; without it the editor falls back to a file input.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
});

interface Drawn {
  readonly id: string;
  x: number;
  name: string;
  y: number;
}

/** The three paths, with the gateway off its border, one subnet over another and a name that is too long. */
function messy(): string {
  const diagram = JSON.parse(readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8')) as {
    readonly resources: Drawn[];
  };
  const change = (id: string, to: Partial<Drawn>): void => {
    const found = diagram.resources.find((each) => each.id === id);
    if (found === undefined) throw new Error(`the example has no ${id}`);
    Object.assign(found, to);
  };
  change('InternetGateway', { y: 30 });
  change('AppSubnet', { x: 320 });
  change('Batch', { name: 'BatchWorkerThatExportsAllOfTheReportsAtNight' });
  return JSON.stringify(diagram);
}

async function openMessy(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openFile({ name: 'messy.vpcanvas.json', text: messy() });
  await expect(editor.resource('BatchWorkerThatExportsAllOfTheReportsAtNight')).toBeVisible();
  return editor;
}

test('where a drawing departs from the guidelines is listed, led to, mended and undone, and no problem of the network', async ({
  page,
}) => {
  const editor = await openMessy(page);
  const verdicts = await editor.settledVerdicts();
  const problems = page.getByRole('tab', { name: /^Problems/ });
  const before = await problems.textContent();

  await editor.chooseFromMenu('Arrange', 'Check the drawing');
  const panel = page.getByRole('region', { name: 'AWS drawing guidelines' });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('status')).toHaveText('3 places depart from AWS’s drawing guidelines');
  expect(await problems.textContent()).toBe(before);

  // Led to.
  await panel.getByRole('button', { name: 'InternetGateway stands 54 px off the border of Vpc' }).click();
  await expect(page.getByRole('complementary')).toContainText('2');
  // Why it is asked for.
  const summary = panel.getByRole('button', { name: /^A gateway stands on the border/ });
  await summary.click();
  await expect(summary).toHaveAttribute('aria-expanded', 'true');
  await expect(panel.getByText('https://aws.amazon.com/architecture/icons/')).toBeVisible();

  // Mended, after a look at what would be.
  const wrong = await boxOf(editor.resource('InternetGateway'));
  const fix = panel.getByRole('button', { name: 'Put InternetGateway on the border of Vpc' });
  await fix.hover();
  await expect(page.locator('.ghost')).toHaveCount(1);
  await fix.click();
  await expect(page.locator('.ghost')).toHaveCount(0);
  await expect(panel.getByRole('status')).toHaveText('2 places depart from AWS’s drawing guidelines');
  await expect
    .poll(async () => (await boxOf(editor.resource('InternetGateway'))).y)
    .toBeLessThan(wrong.y - 20);
  await expect(panel).toBeFocused();

  // All at once: as ghosts first, then as one step.
  await panel.getByRole('button', { name: 'Fix all' }).click();
  const bar = page.getByRole('group', { name: /^Follow the guidelines in 1 place/ });
  await expect(bar).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('1 place departs from AWS’s drawing guidelines');
  await expect(panel.getByRole('button', { name: /is too long for two lines/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Fix all' })).toBeDisabled();
  expect(await editor.settledVerdicts()).toBe(verdicts);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('status')).toHaveText('3 places depart from AWS’s drawing guidelines');
  await expect.poll(async () => (await boxOf(editor.resource('InternetGateway'))).y).toBeCloseTo(wrong.y, 0);
});

test('a drawing that keeps the guidelines is told so, and which they are', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  const panel = await editor.openPanel('Guidelines');

  await expect(panel.getByText('The drawing keeps the guidelines')).toBeVisible();
  await panel.getByText('14 guidelines are kept').click();
  await expect(panel.getByText('A gateway stands on the border of the network that it opens')).toBeVisible();
});

for (const { colorScheme, locale } of appearances)
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ colorScheme, locale });
    test('the list of departures has nothing that axe finds fault with', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      const isJapanese = locale === 'ja-JP';
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Control+o');
      await (
        await chooser
      ).setFiles({ name: 'messy.vpcanvas.json', mimeType: 'text/plain', buffer: Buffer.from(messy()) });
      await page.getByRole('tab', { name: isJapanese ? /^ガイドライン/ : /^Guidelines/ }).click();
      const panel = page.locator('.guidelines');
      await panel.getByRole('button', { expanded: false }).first().click();
      await panel.locator('summary').click();
      await expect(panel.getByRole('button', { name: isJapanese ? 'すべて修正' : 'Fix all' })).toBeEnabled();

      expect(await axeFaults(page, { within: '.panel' })).toEqual([]);
    });
  });

test.describe('in Japanese, by keyboard alone', () => {
  test.use({ locale: 'ja-JP' });
  test('a departure is found, led to, mended and undone', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (
      await chooser
    ).setFiles({ name: 'messy.vpcanvas.json', mimeType: 'text/plain', buffer: Buffer.from(messy()) });
    await expect(editor.resource('BatchWorkerThatExportsAllOfTheReportsAtNight')).toBeVisible();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('作図を確認');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'AWS の作図ガイドライン' });
    await expect(panel).toBeFocused();
    await expect(panel.getByRole('status')).toHaveText('AWS の作図ガイドラインに沿っていない箇所: 3 件');
    const fix = panel.getByRole('button', { name: 'InternetGateway を Vpc の枠線上に置く' });
    await expect(fix).toBeVisible();

    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      if (await fix.evaluate((button) => button === document.activeElement)) break;
    }
    await expect(fix).toBeFocused();
    await expect(page.locator('.ghost')).toHaveCount(1);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('.problem[data-selected]')).toHaveCount(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText('AWS の作図ガイドラインに沿っていない箇所: 2 件');
    await expect(panel).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(panel.getByRole('status')).toHaveText('AWS の作図ガイドラインに沿っていない箇所: 3 件');
  });
});
