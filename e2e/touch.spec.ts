import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { boxOf, EditorPage, type Point } from './editorPage';

test.use({ hasTouch: true });

let editor: EditorPage;
let hand: Hand;

test.beforeEach(async ({ page }) => {
  editor = new EditorPage(page);
  await editor.open();
  hand = await handOn(page);
});

/** Fingers on the screen, as the browser's own input gets them. */
interface Hand {
  /** Where the fingers are now; none: all are lifted. */
  at(...fingers: readonly Point[]): Promise<void>;
}

async function handOn(page: Page): Promise<Hand> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let down = 0;
  return {
    async at(...fingers) {
      const type = fingers.length > down ? 'touchStart' : fingers.length < down ? 'touchEnd' : 'touchMove';
      down = fingers.length;
      const touchPoints = fingers.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id }));
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    },
  };
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('a tap selects, and a tap beside everything selects nothing', async ({ page }) => {
  const { x, y } = await editor.handleOf('App');

  await page.touchscreen.tap(x, y);
  await expect(editor.inspector).toContainText('App');
  const canvas = await boxOf(editor.diagram);
  await page.touchscreen.tap(canvas.x + canvas.width / 2, canvas.y + 12);

  await expect(editor.inspector).toHaveCount(0);
  await expect(undo(page)).toBeDisabled();
});

test('a finger drags a resource into another subnet', async ({ page }) => {
  const from = await editor.handleOf('App');
  const to = await editor.middle('IsolatedSubnet');

  await hand.at(from);
  for (let step = 1; step <= 10; step++)
    await hand.at({ x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 });
  await hand.at();

  await expect(editor.inspector).toContainText('IsolatedSubnet');
  await expect(undo(page)).toBeEnabled();
});

test('two fingers pinch and drag the view, and neither selects nor moves anything [gesture pinch]', async ({
  page,
}) => {
  const before = await boxOf(editor.resource('App'));
  const middle = { x: before.x + before.width / 2, y: before.y + 20 };
  const fingers = (apart: number, dx = 0): [Point, Point] => [
    { x: middle.x - apart + dx, y: middle.y },
    { x: middle.x + apart + dx, y: middle.y },
  ];

  // Both at once: a finger that waits for the other is a long press.
  await hand.at(...fingers(40));
  for (let apart = 44; apart <= 80; apart += 4) await hand.at(...fingers(apart));
  await expect.poll(async () => (await boxOf(editor.resource('App'))).width).toBeCloseTo(2 * before.width, 0);
  const large = await boxOf(editor.resource('App'));
  expect(large.x + large.width / 2).toBeCloseTo(middle.x, 0);

  for (let dx = 10; dx <= 60; dx += 10) await hand.at(...fingers(80, dx));
  await hand.at(fingers(80, 60)[0]);
  await hand.at();

  const moved = await boxOf(editor.resource('App'));
  expect(moved.x - large.x).toBeCloseTo(60, 0);
  expect(moved.width).toBeCloseTo(large.width, 0);
  await expect(editor.inspector).toHaveCount(0);
  await expect(undo(page)).toBeDisabled();
});

test('a long press shows the menu of what is under the finger [gesture long-press]', async ({ page }) => {
  const at = await editor.handleOf('App');

  await hand.at(at);
  const menu = page.getByRole('menu', { name: 'Diagram' });
  await expect(menu).toBeVisible();
  await hand.at();

  await expect(menu).toBeVisible();
  await expect(editor.inspector).toContainText('App');
  const duplicate = await boxOf(menu.getByRole('menuitem', { name: 'Duplicate', exact: true }));
  await page.touchscreen.tap(duplicate.x + 20, duplicate.y + 10);
  await expect(editor.resource('App2')).toHaveCount(1);
});

test('a finger that moves is no long press', async ({ page }) => {
  const at = await editor.handleOf('App');

  await hand.at(at);
  await hand.at({ x: at.x + 30, y: at.y + 30 });
  await page.waitForTimeout(700);

  await expect(page.getByRole('menu', { name: 'Diagram' })).toHaveCount(0);
  await hand.at();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what is tapped is in sight above the sheet that opens for it', async ({ page }) => {
    // As on a fast machine: the view arrives in many frames, however long each of them takes here.
    await page.addInitScript(() => {
      const ask = window.requestAnimationFrame.bind(window);
      let now = 0;
      window.requestAnimationFrame = (step) => ask(() => step((now += 8)));
    });
    await editor.open();
    const { x, y } = await editor.handleOf('App');

    await page.touchscreen.tap(x, y);
    await expect(editor.inspector).toContainText('App');

    await expect
      .poll(async () => {
        const [app, canvas] = [await boxOf(editor.resource('App')), await boxOf(editor.diagram)];
        return app.y + app.height <= canvas.y + canvas.height;
      })
      .toBe(true);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the outline and the flows are laid out within its width, and lead to the inspector', async ({
    page,
  }) => {
    const scrolled = (): Promise<readonly string[]> =>
      page
        .getByRole('tabpanel')
        .locator('*')
        .evaluateAll((all) =>
          all
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
            .map((each) => each.className),
        );

    const outline = await editor.openPanel('Outline');
    const grid = outline.getByRole('treegrid', { name: 'Resources' });
    await expect(grid.getByRole('row', { name: /PublicSubnet.*10\.0\.0\.0\/24/ })).toBeVisible();
    await expect(grid).toHaveAttribute('aria-colcount', '7');
    await expect(grid.getByRole('columnheader', { name: 'Flows' })).toHaveAttribute('aria-colindex', '7');
    expect(await scrolled()).toEqual([]);
    await outline.getByRole('group').getByRole('button', { name: 'Flows' }).tap();
    await expect(outline.getByRole('grid', { name: 'Flows' })).toHaveAttribute('aria-colcount', '5');
    expect(await scrolled()).toEqual([]);

    const flows = await editor.openPanel('Flows');
    await flows.getByRole('button', { name: /^Isolated/ }).tap();
    expect(await scrolled()).toEqual([]);

    // Nothing stands beside what the sheet holds, over its whole width.
    await expect(editor.inspector).toContainText('What stops it');
    const sheet = await boxOf(editor.inspector);
    const fields = await boxOf(editor.inspector.locator('.inspector-fields').first());
    expect(fields.width).toBeGreaterThan(sheet.width - 4);
  });
});
