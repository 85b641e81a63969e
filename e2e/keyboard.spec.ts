import { expect, test, type Locator } from '@playwright/test';
import { EditorPage } from './editorPage';

test('a design is drawn, connected and mended without a mouse', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const { keyboard } = page;
  await page.getByRole('button', { name: 'File', exact: true }).focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(editor.resource('PublicSubnet')).toHaveCount(0);

  for (const kind of ['VPC', 'Subnet', 'EC2 instance']) {
    await page.getByRole('searchbox', { name: 'Search resources' }).focus();
    await keyboard.press('Control+a');
    await keyboard.type(kind);
    await keyboard.press('Enter');
  }
  await expect(editor.resource('Instance')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search resources' }).focus();
  await keyboard.press('Control+a');
  await keyboard.type('S3');
  await keyboard.press('Enter');
  await expect(editor.resource('S3')).toBeVisible();

  // From the selected resource: C takes up an arrow, Tab walks to its end, Enter draws it.
  const walkTo = async (goal: Locator, by: 'Tab' | 'Shift+Tab'): Promise<void> => {
    for (let stops = 0; stops < 6; stops++) {
      if (await goal.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press(by);
    }
    await expect(goal).toBeFocused();
  };
  await editor.diagram.focus();
  await walkTo(editor.resource('Instance'), 'Shift+Tab');
  await keyboard.press('c');
  await walkTo(editor.resource('S3'), 'Tab');
  await keyboard.press('Enter');

  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Blocked/);
  const fix = editor.inspector.getByRole('button', { name: /gateway endpoint/i }).first();
  await fix.focus();
  await keyboard.press('Enter');
  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Arrives/);
});

test('Tab walks from a container into what stands in it, and Escape back outwards', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('WorkerSubnet');
  await expect(editor.inspector).toContainText('WorkerSubnet');

  await page.keyboard.press('Tab');
  await expect(editor.resource('SqsEndpoint')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor.resource('WorkerSubnet')).toBeFocused();
});

test('what a move does to the network is said to screen readers', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await editor.dragResource('App', await editor.middle('IsolatedSubnet'));

  await expect(page.getByRole('status').filter({ hasText: 'IsolatedSubnet' })).toHaveCount(1);
});

test('a finding is suppressed by typing why, without a press in between', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const panel = await editor.openPanel('Problems');
  await panel.getByRole('button', { name: 'Suppress…' }).first().press('Enter');

  await expect(page.getByRole('textbox', { name: 'Why is it all right here?' })).toBeFocused();
  await page.keyboard.type('Only for a demonstration');
  await page.keyboard.press('Enter');

  await expect(panel).toContainText('Suppressed');
});
