import { expect, test } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';
import { inputMethod } from './inputMethod';

test.use({ locale: 'ja-JP' });

test('a Japanese name is composed with an input method, and Enter ends the composition, not the edit', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('AppSubnet');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: '名前' }).first();
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+a');
  const method = await inputMethod(page);

  await method.compose('か', 'かい', 'かいは', 'かいはつ');
  await method.pressEnter();
  await expect(box).toBeFocused();
  await method.choose('開発');
  await expect(box).toBeFocused();
  await expect(editor.resource('AppSubnet')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await expect(editor.resource('開発')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.resource('AppSubnet')).toBeVisible();
});

test('the interface is Japanese from top to bottom, and switches without a reload', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.getByRole('button', { name: 'サブネット', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Subnet', exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: '言語' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Subnet', exact: true })).toBeVisible();
});

test('no menu of the top bar is as high as a low window', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 768 });
  await new EditorPage(page).open();

  for (const name of ['ファイル', '編集', '配置', '表示']) {
    await page.getByRole('button', { name, exact: true }).click();
    const menu = page.getByRole('menu');
    expect((await boxOf(menu)).height, name).toBeLessThan(700);
    expect(await menu.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    await page.keyboard.press('Escape');
  }
});
