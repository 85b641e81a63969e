/** A diagram of 5,000 resources: it opens, only what is in view is mounted, and it is worked on like any other. */
import { expect, test, type Page } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';
import { largeFile } from './largeFile';

const file = largeFile();

test.beforeEach(({ page }) => page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker')));

test('5,000 resources are opened, seen from afar, searched, moved, undone and proved', async ({ page }) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.open();
  expect(file.resources).toBeGreaterThanOrEqual(5000);

  await test.step('it opens, and the verdicts of all its arrows come', async () => {
    await editor.openFile({ name: 'large.vpcanvas.json', text: file.text });
    await expect(editor.verdicts).toContainText(`${file.arrows} arrive`, { timeout: 30_000 });
  });

  await test.step('from afar a picture of its containers says what they hold, and nothing is mounted', async () => {
    await page.keyboard.press('Shift+Digit1');
    await expect(editor.resources()).toHaveCount(0);
    await expect.poll(() => inkOf(page)).toBeGreaterThan(500);
  });

  const name = 'a7-4-40';
  await test.step('find flies to a resource, and mounts what is beside it and no more', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('combobox', { name: 'Find on the canvas' }).fill(name);
    await page.keyboard.press('Control+Enter');
    await expect(editor.resource(name)).toBeInViewport();
    await expect(editor.resource(name)).toHaveAttribute('aria-current', 'true');
    await expect(editor.resource('a0-0-0')).toHaveCount(0);
    await expect.poll(() => page.locator('.canvas *').count()).toBeLessThan(8000);
  });

  await test.step('after one notch of the wheel it is still hit where it is seen', async () => {
    await page.keyboard.press('Escape');
    await expect(editor.resource(name)).not.toHaveAttribute('aria-current', 'true');
    // Its subnet is selected now, to which the view goes.
    await page.waitForTimeout(1000);
    const before = await boxOf(editor.resource(name));
    await page.mouse.move(before.x - 60, before.y);
    await page.mouse.wheel(0, 240);
    await expect.poll(async () => (await boxOf(editor.resource(name))).y).toBeLessThan(before.y - 100);
    // The wheel's own pan comes to rest.
    await page.waitForTimeout(600);
    await editor.select(name);
    await expect(editor.resource(name)).toHaveAttribute('aria-current', 'true');
  });

  await test.step('it is dragged to a free place, which is one step to undo', async () => {
    await page.waitForTimeout(600);
    const before = await boxOf(editor.resource(name));
    const by = (before.width / 96) * 112;
    const grip = await editor.handleOf(name);
    await editor.dragResource(name, { x: grip.x + by, y: grip.y });
    await expect.poll(async () => (await boxOf(editor.resource(name))).x).toBeGreaterThan(before.x + by / 2);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => Math.round((await boxOf(editor.resource(name))).x))
      .toBe(Math.round(before.x));
  });

  await test.step('what an edit does to the verdicts is told, and told again when it is undone', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('combobox', { name: 'Find on the canvas' }).fill('a7-4-1');
    await page.keyboard.press('Control+Enter');
    await expect(editor.resource('a7-4-1')).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Delete');
    await expect(editor.verdicts).toContainText(`${file.arrows - 1} arrive`);
    await page.keyboard.press('Control+z');
    await expect(editor.verdicts).toContainText(`${file.arrows} arrive`);
  });
});

/** How many pixels of the picture of what is not mounted are dark enough to be words or lines. */
async function inkOf(page: Page): Promise<number> {
  return page
    .locator('canvas.far-layer')
    .first()
    .evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) return 0;
      const { width, height } = element;
      const paper = new OffscreenCanvas(width, height).getContext('2d');
      // What shows a bitmap cannot be read itself.
      paper?.drawImage(element, 0, 0);
      const { data } = paper?.getImageData(0, 0, width, height) ?? { data: [] };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at + 3] ?? 0) > 160 && (data[at] ?? 255) < 120) dark++;
      return dark;
    });
}
