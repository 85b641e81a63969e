/** Lenses: chosen in the top bar, in the View menu and among the commands; each fades what does not matter to it. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

const lensButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^(Lens|レンズ)/ });
const said = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^(Lens|レンズ)/ });

async function choose(page: Page, lens: string): Promise<void> {
  await lensButton(page).click();
  await page.getByRole('menuitemcheckbox', { name: lens }).click();
}

/** How strongly the name of an icon is drawn: 1 for what matters. */
async function strength(editor: EditorPage, name: string): Promise<number> {
  return editor
    .resource(name)
    .locator('.icon-name')
    .evaluate((element) => Number(getComputedStyle(element).opacity));
}

test('the lens on routes shows tables and gateways, and says how many resources matter', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await choose(page, 'Lens: routes');

  await expect(said(page)).toHaveText(/^Lens: routes; \d+ of \d+ resources matter$/);
  await expect.poll(() => strength(editor, 'Web')).toBeCloseTo(0.25, 2);
  expect(await strength(editor, 'NatGateway')).toBe(1);
  await expect(editor.resource('PublicSubnet')).toHaveAccessibleDescription(
    /0\.0\.0\.0\/0 → InternetGateway/,
  );
  await expect(editor.resource('BatchSubnet')).toHaveAccessibleDescription(/0\.0\.0\.0\/0 → NatGateway/);
  await expect(lensButton(page)).toHaveText('Lens: routes');
});

test('the lens follows what is changed, and none of it is saved or undone', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await choose(page, 'Lens: routes');
  await expect(editor.resource('IsolatedSubnet')).toHaveAccessibleDescription(/local/);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();

  await editor.select('IsolatedSubnet');
  await editor.inspector.getByLabel('Route table').selectOption({ label: 'PublicTable' });

  await expect(editor.resource('IsolatedSubnet')).toHaveAccessibleDescription(/InternetGateway/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take the lens off' }).click();
  await expect(editor.resource('IsolatedSubnet')).not.toHaveAccessibleDescription(/InternetGateway/);
  await expect.poll(() => strength(editor, 'Web')).toBe(1);
});

test('the lens on security draws groups as boxes, with who may reach whom', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await choose(page, 'Lens: security');

  await expect(editor.diagram.locator('.lens-set').first()).toBeVisible();
  await expect(
    editor.diagram.locator('.lens-name').filter({ hasText: 'EndpointGroup' }).first(),
  ).toContainText('443');
  await expect.poll(() => strength(editor, 'S3Endpoint')).toBeCloseTo(0.25, 2);
  expect(await strength(editor, 'Web')).toBe(1);
});

test('the lens on endpoints leads from each endpoint to its service', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await choose(page, 'Lens: endpoints');

  await expect(editor.resource('SqsEndpoint')).toHaveAccessibleDescription('sqs · private DNS');
  await expect(editor.diagram.locator('.lens-line')).toHaveCount(4);
  await expect.poll(() => strength(editor, 'Web')).toBeCloseTo(0.25, 2);
  expect(await strength(editor, 'SQS')).toBe(1);
});

test('by keyboard alone the lens on cost is put on, says the total, and is taken off', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.diagram.focus();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('lens cost');
  await page.keyboard.press('Enter');

  await expect(said(page)).toContainText(/Lens: cost; \d+ of \d+ resources matter; ≥? ?\$\d+\.\d\d a month/);
  await expect(editor.resource('NatGateway')).toHaveAccessibleDescription(/\$\d+\.\d\d a month/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('no lens');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Lens off: everything is shown');
  await expect(lensButton(page)).toHaveAccessibleName('Lens');
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing with any lens but the fading', async ({ page }) => {
      test.slow();
      const editor = new EditorPage(page);
      await editor.open();
      const lenses =
        locale === 'ja-JP'
          ? ['レンズ: ルート', 'レンズ: セキュリティ', 'レンズ: エンドポイント', 'レンズ: コスト']
          : ['Lens: routes', 'Lens: security', 'Lens: endpoints', 'Lens: cost'];
      for (const [index, lens] of lenses.entries()) {
        await choose(page, lens);
        await expect(said(page)).toHaveText(locale === 'ja-JP' ? /件中 \d+ 件/ : / of \d+ resources matter/);
        await page.waitForTimeout(300);
        if (process.env['SHOTS'] !== undefined)
          await page.screenshot({
            path: `${process.env['SHOTS']}/lens-${index}-${colorScheme}-${locale}.png`,
          });

        // What a lens fades it fades on purpose; its words are said in full to screen readers.
        const faded = ['[data-node]:not([data-lens])', '.arrow-labels'];
        expect(await axeFaults(page, { without: faded }), lens).toEqual([]);
      }
    });
  });

test('what something costs stands clear of the title of the subnet that it stands high up in', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();

  await choose(page, 'Lens: cost');

  const note = await boxOf(editor.resource('SsmEndpoint').locator('.lens-note'));
  const title = await boxOf(editor.resource('WorkerSubnet').locator('.box-title'));
  expect(note.y).toBeGreaterThan(title.y + title.height);
});
