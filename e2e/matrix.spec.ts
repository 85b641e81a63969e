import { expect, test, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

async function openMatrix(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Reachability matrix|到達可能性マトリクス)$/ }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

test('who reaches whom is seen in a grid, and the path behind a cell by keyboard alone', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await expect(editor.verdicts).toContainText('6 arrive');
  await page.keyboard.press('m');
  const grid = page.getByRole('grid', { name: 'Reachability matrix' });
  const cell = (name: string | RegExp) => grid.getByRole('gridcell', { name });
  await expect(cell('Batch → Internet: Arrives: all TCP, UDP and ICMP')).toBeVisible();
  await expect(cell('Isolated → Internet: Blocked')).toBeVisible();

  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (let down = 0; down < 5; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const path = page.getByRole('region', { name: 'Path', exact: true });
  await expect(path).toContainText('Isolated → Internet');
  await expect(path).toContainText('Nothing arrives');
  await expect(path.getByRole('heading', { name: 'Forward' })).toBeVisible();

  await path
    .getByRole('button', { name: /Isolated$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.inspector).toContainText('Isolated');
});

test('what a missing NAT gateway would cost is counted, listed and marked, and nothing is changed', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await expect(editor.verdicts).toContainText('6 arrive, 1 blocked');
  await openMatrix(page);

  await page.getByRole('combobox', { name: 'What if' }).selectOption({ label: 'NatGateway is gone' });

  const told = page.getByRole('region', { name: 'Path', exact: true });
  await expect(told).toContainText('3 pairs lose their path.');
  await expect(told).toContainText('Batch → S3');
  await expect(page.getByRole('gridcell', { name: /^Batch → Internet: .*, loses its path$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.verdicts).toContainText('6 arrive, 1 blocked');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the grid is filtered by name, verdict and port', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await openMatrix(page);
  const grid = page.getByRole('grid');

  await page.getByRole('searchbox', { name: 'From' }).fill('isol');
  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('Arrives');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('gridcell', { name: 'Isolated → SQS: Arrives: TCP 443' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Port' }).fill('80');
  await expect(page.getByText('Nothing matches these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(grid.getByRole('row')).toHaveCount(7);
});

test('a what-if ends with the matrix in which it was asked', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await openMatrix(page);
  const whatIf = page.getByRole('combobox', { name: 'What if' });
  await whatIf.selectOption({ label: 'NatGateway is gone' });
  await expect(page.getByRole('gridcell', { name: /loses its path$/ }).first()).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openMatrix(page);

  await expect(whatIf.locator('option:checked')).toHaveText('Nothing fails');
  await expect(page.getByRole('gridcell', { name: /its path$/ })).toHaveCount(0);
});

test('columns that are out of sight are counted, and brought into sight', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await openMatrix(page);
  const more = page.getByRole('button', { name: /more columns? →$/ });
  const last = page.getByRole('columnheader').last();
  const first = page.getByRole('rowheader').first();
  await expect(more).toHaveText('4 more columns →');
  const before = await first.boundingBox();

  await more.click();

  await expect(more).toHaveCount(0);
  await expect(last).toBeInViewport({ ratio: 0.9 });
  // The names of the rows stay where they are.
  expect(await first.boundingBox()).toEqual(before);
  await page.setViewportSize({ width: 2200, height: 900 });
  await expect(more).toHaveCount(0);
});

test('a blocked pair becomes a flow, whose changes are shown on the diagram before they are made', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await openMatrix(page);
  await page.getByRole('gridcell', { name: 'Isolated → App: Blocked' }).click();

  await page.getByRole('button', { name: 'Draw as a flow' }).click();

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.flow('Isolated', 'App')).toBeVisible();
  await expect(editor.inspector).toContainText('Blocked');
  const change = editor.inspector.locator('.fix-button').first();
  await change.hover();
  await expect(page.locator('.ghost').first()).toBeVisible();
  await page.mouse.move(400, 200);
  await expect(page.locator('.ghost')).toHaveCount(0);

  // The same cell now leads to the flow.
  await openMatrix(page);
  await page.getByRole('gridcell', { name: 'Isolated → App: Blocked' }).click();
  await page.getByRole('button', { name: 'Show the flow', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.flow('Isolated', 'App')).toHaveCount(0);
});

test('a change that mends a problem is shown on the diagram from the list of problems, by pointer and by key', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const problems = await editor.openPanel('Problems');
  const change = problems.locator('.fix-button').first();

  await change.hover();
  await expect(page.locator('.ghost').first()).toBeVisible();
  await page.mouse.move(400, 200);
  await expect(page.locator('.ghost')).toHaveCount(0);
  await change.focus();
  await expect(page.locator('.ghost').first()).toBeVisible();
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing in the matrix, with a path and with what a failure costs', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await openMatrix(page);
      expect(await axeFaults(page)).toEqual([]);

      await page.getByRole('gridcell', { name: /^Isolated → (Internet|インターネット)/ }).click();
      await expect(page.getByRole('region').getByRole('list').first()).toBeVisible();
      expect(await axeFaults(page), 'a path').toEqual([]);

      await page.getByRole('combobox', { name: /What if|障害の想定/ }).selectOption({ index: 2 });
      await expect(
        page.getByRole('gridcell', { name: /loses its path|経路を失います/ }).first(),
      ).toBeVisible();
      expect(await axeFaults(page), 'a failure').toEqual([]);
    });
  });
