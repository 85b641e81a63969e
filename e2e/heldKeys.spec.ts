import { expect, test, type Page } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';
import { holdBack } from './holdBack';

const dialog = (page: Page) => page.getByRole('dialog');

test('what is typed before the commands are there is typed into them, and Enter is done', async ({
  page,
}) => {
  const letThrough = await holdBack(page, 'CommandsDialog');
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('Web');
  const count = await editor.resources().count();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('vhcsdelt');
  await page.keyboard.press('Delete');
  for (let left = 0; left < 8; left++) await page.keyboard.press('Backspace');
  await page.keyboard.type('100 %');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await expect(dialog(page)).toHaveCount(0);
  letThrough();

  await expect(page.getByRole('button', { name: /\d+ ?%/ })).toContainText('100');
  await expect(dialog(page)).toHaveCount(0);
  expect(await editor.resources().count()).toBe(count);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('finding begins with what was typed before its box was there', async ({ page }) => {
  const letThrough = await holdBack(page, 'FindDialog');
  const editor = new EditorPage(page);
  await editor.open();
  await editor.diagram.focus();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('sqsend');
  letThrough();

  await expect(dialog(page).getByRole('combobox')).toHaveValue('sqsend');
  await expect(dialog(page).getByRole('option', { selected: true })).toContainText('SqsEndpoint');
  await page.keyboard.type('pt');
  await expect(dialog(page).getByRole('combobox')).toHaveValue('sqsendpt');
});

test('keys mean nothing before the sheet of keys is there, and Escape gives them back to the canvas', async ({
  page,
}) => {
  const letThrough = await holdBack(page, 'ShortcutsDialog');
  const editor = new EditorPage(page);
  await editor.open();
  const hand = page.getByRole('button', { name: 'Move the view', exact: true });
  await editor.diagram.focus();

  await page.keyboard.press('?');
  await page.keyboard.press('h');
  await expect(hand).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(hand).toHaveAttribute('aria-pressed', 'true');
  letThrough();

  await expect(dialog(page)).toHaveCount(0);
});

for (const part of ['MenuAt', 'ContextMenu'])
  test(`arrows do not nudge what is selected before its menu is there, where ${part} is late`, async ({
    page,
  }) => {
    const letThrough = await holdBack(page, part);
    const editor = new EditorPage(page);
    await editor.open();
    await editor.select('Web');
    await expect(editor.resource('Web')).toBeFocused();

    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    letThrough();

    await expect(page.getByRole('menu')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

test('a rename takes every letter typed at once after F2', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('Web');
  await expect(editor.resource('Web')).toBeFocused();

  // All keys in one task, before anything is drawn.
  await page.evaluate(() => {
    for (const key of ['F2', 'h', 'd', 'Enter'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  });

  await expect(editor.resource('hd')).toBeVisible();
});

for (const how of ['the menu key', 'a right click'])
  test(`${how} brings the menu of what it was meant for once that can be shown, and not the browser’s`, async ({
    page,
  }) => {
    const letThrough = await holdBack(page, 'ContextMenu');
    const editor = new EditorPage(page);
    await editor.open();
    await page.evaluate(() =>
      addEventListener('contextmenu', ({ defaultPrevented }) => {
        document.documentElement.dataset['isOurs'] = String(defaultPrevented);
      }),
    );

    if (how === 'the menu key') {
      await editor.select('Web');
      await page.keyboard.press('ContextMenu');
    } else {
      const { x, y } = await editor.handleOf('Web');
      await page.mouse.click(x, y, { button: 'right' });
    }
    await expect(page.locator('html')).toHaveAttribute('data-is-ours', 'true');
    letThrough();

    const menu = page.getByRole('menu', { name: 'Diagram' });
    await expect(menu).toBeFocused();
    await menu.getByRole('menuitem', { name: /^Rename/ }).click();
    await page.keyboard.type('Front');
    await page.keyboard.press('Enter');
    await expect(editor.resource('Front')).toBeVisible();
  });

test('what is dragged before its neighbours can attract it comes to rest beside them without another move', async ({
  page,
}) => {
  const letThrough = await holdBack(page, 'snapping');
  const editor = new EditorPage(page);
  await editor.open();
  const neighbour = await boxOf(editor.resource('NatGateway'));
  const from = await editor.handleOf('Web');

  await editor.drag(from, { x: from.x + 6, y: from.y + 1 }, async () => {
    await expect(page.locator('.canvas-hints')).toBeVisible();
    await expect(page.locator('.guide')).toHaveCount(0);
    letThrough();
    await expect(page.locator('.guide')).not.toHaveCount(0);
  });

  expect((await boxOf(editor.resource('Web'))).y).toBeCloseTo(neighbour.y, 0);
});

test('space is made by a drag that came before what makes it, without another move', async ({ page }) => {
  const letThrough = await holdBack(page, 'spacing');
  const editor = new EditorPage(page);
  await editor.open();
  const vpc = await boxOf(editor.resource('Vpc'));
  await editor.diagram.focus();
  await page.keyboard.press('s');
  const start = { x: vpc.x + vpc.width / 2, y: vpc.y + vpc.height - 8 };

  await editor.drag(start, { x: start.x + 90, y: start.y + 4 }, async () => {
    await expect(page.locator('.space-measure')).toHaveCount(0);
    letThrough();
    await expect(page.locator('.space-measure')).toContainText('+');
  });

  await expect.poll(async () => (await boxOf(editor.resource('Vpc'))).width).toBeGreaterThan(vpc.width + 50);
});
