/** The first visit: the tour with the mouse, with the keyboard alone, in Japanese, and in a small window; and beginning empty. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

const tourOf = (page: Page): Locator => page.getByRole('region', { name: /^(Tour|ツアー)$/ });
const cardOf = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** Whether two things on the screen lie apart. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
}

/** When the card has come to rest. */
async function expectApart(card: Locator, others: readonly Locator[]): Promise<void> {
  for (const other of others) await expect.poll(() => areApart(card, other)).toBe(true);
}

test('with the mouse: the tour is offered beside the diagram, each step moves on when it is done, and it never comes again', async ({
  page,
}) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.open();
  await expect(tourOf(page)).toBeVisible();
  for (const each of [editor.diagram, page.getByRole('tablist')]) await expectApart(tourOf(page), [each]);

  await tourOf(page).getByRole('button', { name: 'Take the tour' }).click();
  const draw = cardOf(page, 'Draw');
  const entry = page.getByRole('button', { name: 'EC2 instance', exact: true });
  await expect(draw).toBeFocused();
  await expectApart(draw, [editor.resource('AppSubnet'), entry]);
  expect(await axeFaults(page)).toEqual([]);
  const { x, y, width, height } = await boxOf(editor.resource('AppSubnet'));
  await editor.dragFromPalette('EC2 instance', { x: x + width * 0.75, y: y + height * 0.75 });

  const ask = cardOf(page, 'Ask');
  await expect(ask).toContainText('is drawn');
  await expectApart(ask, [editor.resource('Isolated'), editor.resource('DynamoDB')]);
  await editor.diagram.focus();
  await editor.connect('Isolated', 'DynamoDB');

  const mend = cardOf(page, 'Mend');
  await expect(mend).toContainText('Isolated → DynamoDB: blocked.');
  const fix = page
    .getByRole('region', { name: 'No way yet: give it one' })
    .getByRole('button', { name: /^Add DynamoDBEndpoint/ });
  await expectApart(mend, [fix, editor.inspector]);
  await fix.click();

  const show = cardOf(page, 'Show');
  await expect(show).toContainText('Isolated → DynamoDB arrives now.');
  await page.getByRole('button', { name: 'Present', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(show).toHaveCount(0);
  await page.keyboard.press('Escape');

  const take = cardOf(page, 'Take it away');
  await expect(take).toBeVisible();
  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export CloudFormation \\(YAML\\)');
  expect((await download).suggestedFilename()).toMatch(/\.ya?ml$/);
  await expect(take).toHaveCount(0);

  await page.reload();
  await expect(editor.resource('Isolated')).toBeVisible();
  await page.waitForTimeout(2500);
  await expect(tourOf(page)).toHaveCount(0);
});

test('with the keyboard alone: each step is done from its card, said as it comes, and F1 brings back to it', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const { keyboard } = page;
  const said = page.locator('.canvas-live');
  await expect(said).toContainText('A tour of five steps is offered');

  await keyboard.press('F1');
  const draw = cardOf(page, 'Draw');
  await expect(draw).toBeFocused();
  await draw.getByRole('button', { name: 'Add by name…' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.type('EC2 instance');
  await keyboard.press('Enter');

  await expect(said).toContainText('Step 2 of 5: Ask');
  await editor.diagram.focus();
  await keyboard.press('F1');
  const ask = cardOf(page, 'Ask');
  await expect(ask).toBeFocused();
  await ask.getByRole('button', { name: 'Draw it by name…' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.type('DynamoDB');
  await page
    .getByRole('option', { name: /^DynamoDB(?!Endpoint)/ })
    .first()
    .waitFor();
  await keyboard.press('Enter');

  const mend = cardOf(page, 'Mend');
  await expect(mend).toContainText('Isolated → DynamoDB: blocked.');
  await expect(page.getByRole('region', { name: 'No way yet: give it one' })).toBeVisible();
  await keyboard.press('Control+.');
  await keyboard.press('Enter');

  const show = cardOf(page, 'Show');
  await expect(show).toBeVisible();
  await show.getByRole('button', { name: 'Back' }).press('Enter');
  await expect(mend).toBeVisible();
  // Escape belongs to the canvas first, and to the tour when the canvas has no use for it.
  await mend.getByRole('button', { name: 'Next' }).focus();
  await keyboard.press('Escape');
  await expect(mend).toHaveCount(0);
  await expect(editor.diagram).toBeFocused();

  await page.getByRole('button', { name: 'Help' }).press('Enter');
  await page.getByRole('menuitem', { name: /^Take the tour/ }).press('Enter');
  await expect(draw).toBeFocused();
  // Enter on a card itself goes on.
  await keyboard.press('Enter');
  await expect(ask).toBeFocused();
  await expect(said).toContainText('Step 2 of 5: Ask');
});

test.describe('in Japanese, in the dark, at 200 % of a small window', () => {
  test.use({
    locale: 'ja-JP',
    colorScheme: 'dark',
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });

  test('the tour is whole inside the window and covers nothing of what it points at', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    await tourOf(page).getByRole('button', { name: 'ツアーを始める' }).click();
    const titles = ['描く', '通信を確かめる', '直す', '見せる', '持ち出す'];
    for (const [index, title] of titles.entries()) {
      const card = cardOf(page, title);
      await expect(card).toBeVisible();
      const { x, y, width, height } = await boxOf(card);
      expect(x >= 0 && y >= 0 && x + width <= 640 && y + height <= 450, title).toBe(true);
      for (const ring of await page.locator('.tour-ring').all()) await expectApart(card, [ring]);
      if (index === 0) expect(await axeFaults(page)).toEqual([]);
      await card.getByRole('button', { name: index < 4 ? '次へ' : '完了' }).click();
    }
    await expect(page.locator('.tour-card')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'お知らせ' })).toContainText('ツアーは以上です');
  });
});

test('a tour that is interrupted goes on at its step: after a reload, and when its diagram is back on the desk', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await tourOf(page).getByRole('button', { name: 'Take the tour' }).click();
  await cardOf(page, 'Draw').getByRole('button', { name: 'Next' }).click();
  const ask = cardOf(page, 'Ask');
  await expect(ask).toBeVisible();

  await page.reload();
  await expect(ask).toBeVisible();
  await expect(ask).not.toBeFocused();
  await ask.getByRole('button', { name: 'Next' }).click();
  const mend = cardOf(page, 'Mend');
  await expect(mend).toBeVisible();

  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await expect(mend).toHaveCount(0);
  await page.getByRole('button', { name: /^Back to “Three paths/ }).click();
  await expect(mend).toBeVisible();
  await editor.chooseFromMenu('File', 'New');
  await expect(mend).toHaveCount(0);
  await page.keyboard.press('F1');
  await expect(mend).toBeVisible();
  await expect(editor.resource('Isolated')).toBeVisible();

  await mend.getByRole('button', { name: 'Skip the tour' }).click();
  await page.reload();
  await expect(editor.resource('Isolated')).toBeVisible();
  await page.waitForTimeout(2500);
  await expect(page.locator('.tour-card')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the tour rings nothing that lies behind the palette', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    await tourOf(page).getByRole('button', { name: 'Take the tour' }).click();
    const rings = page.locator('.tour-ring');
    await expect(rings).toHaveCount(2);

    await page.getByRole('button', { name: 'Open the palette' }).click();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(rings).toHaveCount(1);
    await page.keyboard.press('Escape');

    await expect(rings).toHaveCount(2);
  });
});

test('beginning empty: one click to an empty canvas, one more to a network to draw on, and each empty list says what to do', async ({
  page,
}) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.open();
  await page.getByRole('button', { name: 'New diagram' }).click();
  await expect(editor.resources()).toHaveCount(0);
  await expect(tourOf(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Draw your network' })).toBeVisible();
  for (const name of ['Gallery…', 'Open…', 'Import from AWS…'])
    await expect(editor.diagram.getByRole('button', { name })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  for (const name of ['Outline', 'Problems', 'Flows'] as const) {
    const panel = await editor.openPanel(name);
    await expect(panel.getByRole('button', { name: 'Start with a VPC in two AZs' })).toBeVisible();
  }
  const scenes = await editor.openPanel('Scenes');
  await expect(scenes.getByRole('button', { name: 'Add scene from this view' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search resources' }).fill('no such thing');
  await page.getByRole('navigation').getByRole('button', { name: 'Clear the search' }).last().click();
  await expect(page.getByRole('button', { name: 'VPC', exact: true })).toBeVisible();
  await editor.diagram.focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('button', { name: 'Add to the canvas…' }).click();
  await expect(page.getByRole('dialog', { name: 'Add to the canvas' })).toBeVisible();
  await page.keyboard.type('no such thing');
  await page.getByRole('dialog').getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await editor.diagram.getByRole('button', { name: 'Start with a VPC in two AZs' }).click();
  await expect(editor.resource('Public1')).toBeVisible();
  const problems = await editor.openPanel('Problems');
  await expect(problems).toContainText('No problems found');
  await expect(problems.getByRole('button', { name: 'Reachability matrix' })).toBeVisible();
  await editor.diagram.focus();
  await page.keyboard.press('Control+z');
  await expect(editor.resources()).toHaveCount(0);
});
