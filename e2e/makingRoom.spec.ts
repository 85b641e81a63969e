import { expect, test } from '@playwright/test';
import { boxOf, EditorPage, middleOf } from './editorPage';

test('a subnet dragged over others shows where they would go, and there they are when it is let go', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const ghost = (name: string) => page.locator('.room-ghost').filter({ hasText: name });
  const vpc = await boxOf(editor.resource('Vpc'));
  const app = await boxOf(editor.resource('AppSubnet'));

  const from = await middleOf(page.getByRole('button', { name: 'Subnet', exact: true }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Where there is room, nothing is outlined.
  await page.mouse.move(vpc.x + vpc.width - 150, vpc.y + vpc.height - 100, { steps: 8 });
  await page.waitForTimeout(200);
  await expect(page.locator('.room-ghost')).toHaveCount(0);
  await page.mouse.move(app.x + 10, app.y, { steps: 8 });
  await expect(ghost('AppSubnet')).toHaveCount(1);
  await expect(page.locator('.room-ghost.is-grown').first()).toBeVisible();
  const promised = await boxOf(ghost('AppSubnet'));
  await page.screenshot({ path: 'test-results/making-room.png' });
  await page.mouse.up();

  await expect(page.locator('.room-ghost')).toHaveCount(0);
  await expect.poll(async () => (await boxOf(editor.resource('AppSubnet'))).y).toBeCloseTo(promised.y, 0);
});
