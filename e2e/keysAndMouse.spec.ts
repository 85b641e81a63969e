import { expect, test } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  editor = new EditorPage(page);
  await editor.open();
});

const xOf = async (name: string) => (await boxOf(editor.resource(name))).x;
const yOf = async (name: string) => (await boxOf(editor.resource(name))).y;
const widthOf = async (name: string) => (await boxOf(editor.resource(name))).width;

test('the wheel moves the view up and down [gesture wheel]', async ({ page }) => {
  const { x, y } = await editor.middle('App');
  const [left, top] = [await xOf('App'), await yOf('App')];
  await page.mouse.move(x, y);

  await page.mouse.wheel(0, 60);

  await expect.poll(() => yOf('App')).toBeCloseTo(top - 60 * 0.5, -1);
  expect(await xOf('App')).toBeCloseTo(left, 0);
});

test('the wheel with Shift moves it sideways [gesture shift-wheel]', async ({ page }) => {
  const { x, y } = await editor.middle('App');
  const [left, top] = [await xOf('App'), await yOf('App')];
  await page.mouse.move(x, y);

  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 60);
  await page.keyboard.up('Shift');

  await expect.poll(() => xOf('App')).toBeLessThan(left - 10);
  expect(await yOf('App')).toBeCloseTo(top, 0);
});

test('the wheel with Ctrl zooms at the pointer [gesture mod-wheel]', async ({ page }) => {
  const { x, y } = await editor.middle('App');
  const before = await widthOf('App');
  await page.mouse.move(x, y);

  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');

  await expect.poll(() => widthOf('App')).toBeGreaterThan(before * 1.05);
  const now = await editor.middle('App');
  expect(now.x).toBeCloseTo(x, -1);
});

test('the middle button drags the view whatever is under it', async ({ page }) => {
  const { x, y } = await editor.middle('App');
  const left = await xOf('App');
  await page.mouse.move(x, y);

  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(x - 80, y + 30, { steps: 4 });
  await page.mouse.up({ button: 'middle' });

  await expect.poll(() => xOf('App')).toBeCloseTo(left - 80, 0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('the right button shows the menu of what is there [gesture right-click]', async ({ page }) => {
  const { x, y } = await editor.handleOf('App');

  await page.mouse.click(x, y, { button: 'right' });

  await expect(
    page.getByRole('menu', { name: 'Diagram' }).getByRole('menuitem', { name: /^Rename/ }),
  ).toBeVisible();
  await expect(editor.inspector).toContainText('App');
});

test('R lists what the selected resource can become, and Enter puts it in its place as one step', async ({
  page,
}) => {
  await editor.select('App');
  await expect(editor.inspector).toContainText('App');
  await editor.diagram.focus();

  await page.keyboard.press('r');
  const box = page.getByRole('dialog', { name: 'Replace with' });
  await expect(box.getByRole('option').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/hold-replace.png' });
  await page.keyboard.type('lambda');
  await expect(box.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await expect(editor.resource('App')).toHaveAccessibleName(/Lambda/);
  await expect(page.getByText(/^App is now the Lambda/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.resource('App')).toHaveAccessibleName(/EC2/);
});

test('every key with a place on the sheet is shown there, in both languages', async ({ page }) => {
  await editor.diagram.focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard and mouse' });

  await expect(sheet).toContainText('Snap to objects');
  await expect(sheet).toContainText('Alt+Shift+S');
  await expect(sheet).toContainText('Press long with a finger');
  await page.screenshot({ path: 'test-results/hold-sheet.png' });
});
