import { expect, test } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing on the main screens', async ({ page }) => {
      // Ten screens are analysed.
      test.slow();
      const editor = new EditorPage(page);
      await editor.open();
      await expect(editor.flow('Isolated', 'S3')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);

      for (const resource of ['Web', 'PublicSubnet', 'SqsEndpoint']) {
        await editor.select(resource);
        await expect(editor.inspector).toContainText(resource);
        expect(await axeFaults(page), resource).toEqual([]);
      }
      await editor.flow('Isolated', 'S3').click({ force: true });
      expect(await axeFaults(page), 'a flow').toEqual([]);

      const tabs = page.getByRole('tab');
      for (let index = 0; index < (await tabs.count()); index++) {
        await tabs.nth(index).click();
        await expect(page.getByRole('tabpanel')).not.toBeEmpty();
        expect(await axeFaults(page), `panel ${index}`).toEqual([]);
      }
    });

    test('axe finds nothing in the gallery and while presenting', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await page.getByRole('button', { name: /^(File|ファイル)$/ }).click();
      await page.getByRole('menuitem', { name: /^(Gallery|ギャラリー|サンプル)/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: /^(Present|プレゼンテーション|発表)$/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
    });
  });
