import { expect, test } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

test('a subnet is collapsed by the arrow beside its name, and opened again, with the mouse', async ({
  page,
}) => {
  await editor.open();
  const before = await boxOf(editor.resource('AppSubnet'));
  const inside = await boxOf(editor.resource('App'));

  await editor.select('AppSubnet');
  await editor.resource('AppSubnet').getByRole('button', { name: 'Collapse' }).click();

  await expect(editor.resource('App')).toHaveCount(0);
  const chip = await boxOf(editor.resource('AppSubnet'));
  expect(chip.height).toBeLessThan(before.height / 2);
  expect(Math.abs(chip.x - before.x)).toBeLessThan(2);
  await expect(editor.resource('AppSubnet')).toHaveAccessibleName(/collapsed, \d inside/);
  await expect(editor.flow('App', 'S3')).toBeVisible();

  await page.reload();
  await expect(editor.resource('AppSubnet')).toHaveAccessibleName(/collapsed/);
  await editor.resource('AppSubnet').getByRole('button', { name: 'Expand' }).click();

  await expect.poll(() => boxOf(editor.resource('App'))).toEqual(inside);
  expect(await boxOf(editor.resource('AppSubnet'))).toEqual(before);
});

test('a subnet is collapsed and opened with the keyboard alone', async ({ page }) => {
  await editor.open();
  await editor.diagram.focus();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await editor.resource('AppSubnet').getAttribute('aria-current')) === 'true') break;
  }
  await expect(editor.resource('AppSubnet')).toHaveAttribute('aria-current', 'true');

  await page.keyboard.press('Alt+c');
  await expect(editor.resource('App')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'AppSubnet collapsed' })).toBeAttached();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('expand');
  await page.keyboard.press('Enter');

  await expect(editor.resource('App')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.resource('App')).toHaveCount(0);
});

test('a double-click on the border fits a container to its contents; on its title it renames', async ({
  page,
}) => {
  await editor.open();
  const before = await boxOf(editor.resource('IsolatedSubnet'));
  const app = await boxOf(editor.resource('Isolated'));

  await page.mouse.dblclick(before.x + before.width / 2, before.y + before.height - 1);

  const sizeNow = async (): Promise<number> => {
    const { width, height } = await boxOf(editor.resource('IsolatedSubnet'));
    return width * height;
  };
  await expect.poll(sizeNow).toBeLessThan(before.width * before.height);
  const after = await boxOf(editor.resource('IsolatedSubnet'));
  expect(await boxOf(editor.resource('Isolated'))).toEqual(app);

  await page.mouse.dblclick(after.x + 50, after.y + 10);
  await expect(page.locator('.canvas-edit')).toBeFocused();
});

test('a subnet is duplicated to another Availability Zone from its menu, and one undo takes it back', async ({
  page,
}) => {
  await editor.open();
  const count = await editor.resources().count();

  const { x, y } = await editor.handleOf('AppSubnet');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate to another AZ' }).click();

  await expect(editor.resource('AppSubnet2')).toHaveAttribute('aria-current', 'true');
  await expect(editor.resource('App2')).toBeVisible();
  await expect(editor.inspector.getByRole('combobox', { name: 'Availability Zone' })).toHaveValue(
    'ap-northeast-1c',
  );
  await page.keyboard.press('Control+z');
  await expect(editor.resources()).toHaveCount(count);
});

test('a subnet is duplicated to another Availability Zone with the keyboard alone', async ({ page }) => {
  await editor.open();
  await editor.diagram.focus();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await editor.resource('AppSubnet').getAttribute('aria-current')) === 'true') break;
  }

  await page.keyboard.press('Control+Shift+d');

  await expect(editor.resource('AppSubnet2')).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'AppSubnet duplicated to ap-northeast-1c' }),
  ).toBeAttached();
});
