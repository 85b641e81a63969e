import { expect, test } from '@playwright/test';
import { axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

test('everything right of a line is pushed aside by dragging, and pulled by the arrow keys, each as one step', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const undo = page.getByRole('button', { name: /^Undo/ });
  const left = async (name: string) => (await boxOf(editor.resource(name))).x;
  const width = async (name: string) => (await boxOf(editor.resource(name))).width;
  const vpc = await boxOf(editor.resource('Vpc'));
  const vpcWidth = vpc.width;

  // Beside the lowest border of the VPC, where nothing stands, between what is left and what is right.
  await editor.diagram.focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Make space' })).toHaveAttribute('aria-pressed', 'true');
  const start = { x: vpc.x + vpc.width / 2, y: vpc.y + vpc.height - 8 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 2, { steps: 3 });
  await page.mouse.move(start.x + 90, start.y + 4, { steps: 6 });
  await expect(page.locator('.space-measure')).toContainText('+');
  await expect.poll(() => width('Vpc')).toBeGreaterThan(vpcWidth + 50);
  await page.screenshot({ path: 'test-results/space-drag.png' });
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: /pushed right by \d+ px/ })).toHaveCount(1);
  const pushed = await width('Vpc');
  expect(pushed).toBeGreaterThan(vpcWidth + 50);
  await undo.click();
  await expect.poll(() => width('Vpc')).toBeCloseTo(vpcWidth, 0);

  // By keyboard, from the selected resource on; Escape leaves it, Enter does it.
  await editor.select('Web');
  const web = await left('Web');
  await page.keyboard.press('s');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => left('Web')).toBeGreaterThan(web + 20);
  expect(await axeFaults(page, { within: '.canvas' })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: 'test-results/space-dark.png' });
  await page.keyboard.press('Escape');
  await expect.poll(() => left('Web')).toBeCloseTo(web, 0);
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'pushed right by 16 px' })).toHaveCount(1);
  await expect.poll(() => left('Web')).toBeGreaterThan(web + 4);
  await page.keyboard.press('Control+z');
  await expect.poll(() => left('Web')).toBeCloseTo(web, 0);
});
