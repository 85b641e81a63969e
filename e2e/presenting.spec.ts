import { expect, test } from '@playwright/test';
import { EditorPage } from './editorPage';

test('the three paths are presented with the keys of a clicker', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const heading = page.getByRole('heading', { level: 1 });

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(heading).toHaveText('One VPC, one question');

  await page.keyboard.press('PageDown');
  await expect(heading).toHaveText('The point of departure: no way out');
  await expect(page.locator('.hop-card')).toContainText('IsolatedTable', { timeout: 20_000 });

  await page.keyboard.press('ArrowRight');
  await expect(heading).toHaveText('Path 1: internet gateway');
  await page.keyboard.press('PageUp');
  await expect(heading).toHaveText('The point of departure: no way out');
  await page.keyboard.press('7');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Three paths, side by side');
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is blank')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is blank')).toBeHidden();
  await page.keyboard.press('Home');
  await expect(heading).toHaveText('One VPC, one question');

  await page.keyboard.press('Escape');
  await expect(page.locator('.presenter')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('a scene with a change shows the design as it was before, and leaves it alone', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.chooseFromMenu('File', 'Gallery');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /No NAT/ })
    .first()
    .click();
  await expect(editor.resource('SsmEndpoint')).toBeVisible();

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An instance nobody can reach');
  await expect(page.locator('.presenter').getByText('SsmEndpoint', { exact: true })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.presenter').getByText('SsmEndpoint', { exact: true })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await expect(editor.resource('SsmEndpoint')).toBeVisible();
  await expect(editor.resource('S3Endpoint')).toBeVisible();
});

test('with reduced motion the packet goes hop by hop, by key', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const editor = new EditorPage(page);
  await editor.open();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('One VPC, one question');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Path 2: gateway endpoint');
  await expect(page.locator('.hop-card')).toContainText('App');

  await page.keyboard.press('ArrowRight');

  await expect(page.locator('.hop-card')).toContainText('S3Endpoint');
  await expect(heading).toHaveText('Path 2: gateway endpoint');
});

test('a scene is made from what is in view, described, and presented', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 300 });
  const scenes = await editor.openPanel('Scenes');

  await scenes.getByRole('button', { name: /Add scene/ }).click();
  await scenes.getByLabel('Title (English)').fill('My network');
  await scenes.getByLabel('Text (English)').fill('It begins with a VPC.');
  await scenes.getByLabel('Title (Japanese)').fill('私のネットワーク');
  await scenes.getByRole('button', { name: 'Present from here' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My network');
  await expect(page.getByText('It begins with a VPC.')).toBeVisible();
});
