import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  editor = new EditorPage(page);
  await editor.open();
});

const leftOf = async (name: string) => (await boxOf(editor.resource(name))).x;
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const notice = (page: Page) => page.locator('.canvas-notice');

test('what is selected is aligned by the signs of the context menu, in which axe finds nothing', async ({
  page,
}) => {
  await editor.select('Web');
  await page.keyboard.down('Shift');
  await editor.select('NatGateway');
  await page.keyboard.up('Shift');
  await expect(editor.inspector).toContainText('2 selected');
  const { x, y } = await editor.handleOf('Web');
  await page.mouse.click(x, y, { button: 'right' });
  const menu = page.getByRole('menu', { name: 'Diagram' });
  const sign = menu.getByRole('menuitem', { name: 'Align left' });
  await expect(sign).toBeVisible();
  expect(await axeFaults(page, { within: '.canvas-menu' })).toEqual([]);
  await page.screenshot({ path: 'test-results/hold-menu.png' });

  await sign.click();

  await expect.poll(async () => (await leftOf('Web')) - (await leftOf('NatGateway'))).toBeCloseTo(0, 0);
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
});

test('all of aligning is reached without a mouse, along the row of signs', async ({ page }) => {
  await editor.diagram.focus();
  await editor.select('Web');
  await page.keyboard.down('Shift');
  await editor.select('NatGateway');
  await page.keyboard.up('Shift');
  await editor.diagram.focus();
  await page.keyboard.press('ContextMenu');
  const menu = page.getByRole('menu', { name: 'Diagram' });
  await expect(menu).toBeVisible();
  const sign = menu.getByRole('menuitem', { name: 'Align left' });
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('ArrowDown');
    if (await sign.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(sign).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(menu.getByRole('menuitem', { name: 'Align centres' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');

  await page.keyboard.press('Enter');

  await expect.poll(async () => (await leftOf('Web')) - (await leftOf('NatGateway'))).toBeCloseTo(0, 0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Alt+d');
  await expect(page.getByRole('status').filter({ hasText: 'Web now covers NatGateway' })).toHaveCount(1);
});

test('a locked resource does not move, says so, and is free again', async ({ page }) => {
  await editor.select('App');
  await page.keyboard.press('Control+Shift+L');
  await expect(editor.resource('App')).toHaveAccessibleName(/locked/);
  await expect(editor.inspector.getByRole('button', { name: 'Lock' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const before = await boxOf(editor.resource('App'));

  await editor.dragResource('App', await editor.middle('IsolatedSubnet'), async () => {
    await expect(page.locator('.canvas-refusal')).toContainText('Locked: App; unlock with Ctrl+Shift+L');
    await page.screenshot({ path: 'test-results/hold-locked.png' });
  });
  await expect(notice(page)).toContainText('Locked: App; unlock with Ctrl+Shift+L');
  await page.keyboard.press('Delete');
  expect(await boxOf(editor.resource('App'))).toEqual(before);

  await editor.inspector.getByRole('button', { name: 'Lock' }).click();
  await editor.dragResource('App', await editor.middle('IsolatedSubnet'));
  await expect(editor.inspector).toContainText('IsolatedSubnet');
});

test('what is dragged comes to rest beside its neighbour, and guides show it', async ({ page }) => {
  const neighbour = await boxOf(editor.resource('NatGateway'));
  const from = await editor.handleOf('Web');
  const measures = page.locator('.guide-measure');

  // A little down, which its neighbour's line takes back, and right to where it is as far from that as from the border.
  await editor.drag(from, { x: from.x + 6, y: from.y + 1 }, async () => {
    await expect(measures).not.toHaveCount(0);
    const [first, second] = await measures.allTextContents();
    expect(first).toBe(second);
    await expect(page.locator('.canvas-hints')).toContainText('Ctrl moves freely');
    await page.screenshot({ path: 'test-results/hold-guides.png' });
    // The plate is as wide as its text, on however many lines that stands.
    const spare = await page.locator('.canvas-hints p').evaluate((plate) => {
      const text = document.createRange();
      text.selectNodeContents(plate);
      return plate.getBoundingClientRect().width - text.getBoundingClientRect().width;
    });
    expect(spare).toBeLessThan(26);
  });

  await expect(page.locator('.guide')).toHaveCount(0);
  const after = await boxOf(editor.resource('Web'));
  expect(after.y).toBeCloseTo(neighbour.y, 0);
});

test('it is said where the order of drawing changes nothing', async ({ page }) => {
  await editor.select('App');
  await page.keyboard.press(']');

  await expect(notice(page)).toContainText('Nothing beside App overlaps it: the order changes nothing');
  await expect(undo(page)).toBeDisabled();
});

test('the Arrange menu has all of it', async ({ page }) => {
  await editor.select('App');
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();

  for (const name of ['Tidy', 'Align left', 'Distribute across', 'Bring to front', 'Lock'])
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${name}`) })).toBeVisible();
  await page.screenshot({ path: 'test-results/hold-arrange.png' });
});

for (const scheme of ['dark', 'light'] as const)
  test.describe(`in Japanese, ${scheme}`, () => {
    test.use({ colorScheme: scheme, locale: 'ja-JP' });

    test('locking and arranging are said in Japanese', async ({ page }) => {
      await editor.select('App');
      await page.keyboard.press('Control+Shift+L');
      await editor.diagram.focus();
      await page.keyboard.press('ArrowRight');

      await expect(notice(page)).toContainText('ロック中: App。Ctrl+Shift+L で解除できます');
      await page.getByRole('button', { name: '配置', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: /^ロックの解除/ })).toBeVisible();
      await page.screenshot({ path: `test-results/hold-ja-${scheme}.png` });
    });
  });
