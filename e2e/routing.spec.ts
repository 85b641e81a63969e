import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { EditorPage, middleOf } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
  await editor.open();
  await expect(editor.flow('Web', 'S3')).toBeVisible();
});

const bends = (page: Page) => page.locator('.arrow-bend');

/** Takes the arrow of the web server at its label and bends it there; gives where it was let go. */
async function bendWeb() {
  const start = await middleOf(editor.flow('Web', 'S3'));
  const to = { x: start.x + 40, y: start.y - 48 };
  await editor.drag(start, to);
  return to;
}

/** Pairs of labels that stand on one another; those without room are not shown. */
const labelsOverOneAnother = (page: Page) =>
  page.evaluate(() => {
    const plates = [...document.querySelectorAll('.arrow-label:not(.has-no-room) .arrow-plate')];
    const rects = plates.map((plate) => plate.getBoundingClientRect());
    return rects.flatMap((a, index) =>
      rects
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    ).length;
  });

test('an arrow is bent with the mouse, and by keyboard, and no label comes to stand on another', async ({
  page,
}) => {
  expect(await labelsOverOneAnother(page)).toBe(0);

  const to = await bendWeb();
  await expect(bends(page)).toHaveCount(1);
  const bend = await middleOf(bends(page));
  expect(Math.hypot(bend.x - to.x, bend.y - to.y)).toBeLessThan(10);
  await editor.drag(bend, { x: bend.x, y: bend.y - 24 });
  await expect(bends(page)).toHaveCount(1);
  expect((await middleOf(bends(page))).y).toBeLessThan(bend.y - 10);
  expect(await labelsOverOneAnother(page)).toBe(0);

  // A bend in hand goes with the arrow keys.
  await editor.flow('Worker', 'SQS').click();
  await editor.diagram.focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('status').filter({ hasText: 'Bend 1 of 1' })).toHaveCount(1);
  await expect(bends(page)).toHaveCount(2);
  const inHand = page.locator('.arrow-bend.is-in-hand');
  const before = await middleOf(inHand);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await middleOf(inHand)).x).toBeGreaterThan(before.x + 20);
  await page.keyboard.press('Delete');
  await expect(bends(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(bends(page)).toHaveCount(2);
});

test('an arrow keeps its bends when an end moves and in a file, until they are taken out', async ({
  page,
}) => {
  await bendWeb();
  await expect(bends(page)).toHaveCount(1);
  await editor.select('Web');
  await page.keyboard.press('ArrowRight');
  await expect(bends(page)).toHaveCount(1);

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const text = readFileSync(await (await download).path(), 'utf8');
  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await editor.openFile({ name: 'bent.vpcanvas.json', text });
  await expect(bends(page)).toHaveCount(1);

  await editor.flow('Web', 'S3').click();
  const bend = await middleOf(bends(page));
  await page.mouse.dblclick(bend.x, bend.y);
  await expect(bends(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(bends(page)).toHaveCount(1);
});
