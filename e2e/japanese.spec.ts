import { expect, test } from '@playwright/test';
import { EditorPage } from './editorPage';

test.use({ locale: 'ja-JP' });

test('a Japanese name is composed with an input method, and Enter ends the composition, not the edit', async ({
  page,
  context,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('AppSubnet');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: '名前' }).first();
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+a');
  const devtools = await context.newCDPSession(page);

  // What an input method sends: the syllables as they are typed, the characters that were chosen, and Enter meant for it.
  for (const text of ['か', 'かい', 'かいは', 'かいはつ'])
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(box).toBeFocused();
  await devtools.send('Input.insertText', { text: '開発' });
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
