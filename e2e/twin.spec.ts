import { expect, test, type Locator, type Page } from '@playwright/test';
import { EditorPage } from './editorPage';
import { inputMethod } from './inputMethod';
import { expectSaid, listen } from './speech';

const tree = (page: Page): Locator => page.getByRole('treegrid', { name: /^(Resources|リソース)$/ });
/** A row by the name in its first cell. */
const row = (page: Page, name: string): Locator =>
  tree(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test.beforeEach(({ page }) => listen(page));

/** Types into the box that is open, and takes the first line. */
async function choose(page: Page, box: RegExp, text: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: box })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: box })).toHaveCount(0);
}

test('an endpoint beside an instance is drawn, connected, deleted and brought back from the outline and the commands alone', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  const { keyboard } = page;
  await editor.open();
  await page.getByRole('button', { name: 'File', exact: true }).focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(editor.resources()).toHaveCount(0);
  await keyboard.press('o');
  await expect(page.getByText('Nothing is drawn yet')).toBeVisible();

  await keyboard.press('Control+k');
  await choose(page, /^Commands/, 'Add to the canvas');
  await choose(page, /^Add to the canvas/, 'VPC');
  await expect(row(page, 'Vpc')).toBeFocused();
  await keyboard.press('i');
  await choose(page, /^Add to Vpc/, 'Subnet');
  await expect(row(page, 'Subnet')).toBeFocused();
  await keyboard.press('i');
  await choose(page, /^Add to Subnet/, 'EC2 instance');
  await expect(row(page, 'Instance')).toBeFocused();
  await expect(row(page, 'Instance')).toHaveAttribute('aria-level', '3');

  await keyboard.press('ArrowLeft');
  await expect(row(page, 'Subnet')).toBeFocused();
  await keyboard.press('i');
  await choose(page, /^Add to Subnet/, 'Interface endpoint');
  await expect(row(page, 'InterfaceEndpoint')).toBeFocused();
  // With nothing selected, what is added stands on the canvas.
  await keyboard.press('Control+Space');
  await keyboard.press('i');
  await choose(page, /^Add to the canvas/, 'Amazon SQS');
  await expect(row(page, 'SQS')).toBeFocused();

  await keyboard.press('Home');
  while (!(await row(page, 'Instance').evaluate((each) => each === document.activeElement)))
    await keyboard.press('ArrowDown');
  await keyboard.press('Shift+C');
  await choose(page, /^Arrow from Instance to/, 'SQS');
  await expect(editor.flow('Instance', 'SQS')).toHaveAccessibleName(/Blocked/);
  // That it is blocked is said first, and then what would give it a way.
  await expectSaid(page, /^The arrow has no way/);

  await keyboard.press('Home');
  while (!(await row(page, 'InterfaceEndpoint').evaluate((each) => each === document.activeElement)))
    await keyboard.press('ArrowDown');
  await keyboard.press('Delete');
  await expect(row(page, 'InterfaceEndpoint')).toHaveCount(0);
  await expect(row(page, 'Subnet')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(row(page, 'InterfaceEndpoint')).toBeVisible();
  await expectSaid(page, /^Undone: Delete/);
});

test('the selection is one: what is walked to in the outline is selected on the canvas, and the other way round', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openPanel('Outline');

  await editor.select('Web');
  await expect(row(page, 'Web')).toHaveAttribute('aria-selected', 'true');
  await row(page, 'Web').focus();
  await page.keyboard.press('ArrowLeft');

  await expect(row(page, 'PublicSubnet')).toBeFocused();
  await expect(editor.inspector).toContainText('PublicSubnet');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'PublicSubnet')).toHaveAttribute('aria-expanded', 'false');
  await expect(row(page, 'Web')).toHaveCount(0);
  await editor.select('Web');
  await expect(row(page, 'Web')).toBeVisible();
});

test('Move to… says where a thing may not go and why, and what the move did to the network', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await expect(editor.verdicts).toContainText('6 arrive');
  await page.keyboard.press('o');
  await editor.select('Web');
  await row(page, 'Web').focus();

  await page.keyboard.press('Shift+M');
  const box = page.getByRole('combobox', { name: 'Move Web to…' });
  await expect(box).toBeFocused();
  const vpc = page.getByRole('option', { name: /^Vpc/ });
  await expect(vpc).toHaveAttribute('aria-disabled', 'true');
  await expect(vpc).toContainText('EC2 instance cannot stand in VPC; it goes in Subnet');
  await page.keyboard.type('IsolatedSubnet');
  await page.keyboard.press('Enter');

  await expectSaid(
    page,
    /^Moved Web to Private subnet IsolatedSubnet.*; Web lost its route to the internet; .*Web to S3/,
  );
  await expect(row(page, 'Web')).toBeFocused();
  await expect(editor.flow('Web', 'S3')).toHaveAccessibleName(/Blocked/);
  await page.keyboard.press('Control+z');
  await expectSaid(page, /^Undone: Move; Web got a route to the internet/);
});

test('F2 renames in the row, the menu opens by Shift+F10, and what is copied is pasted into what is selected', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  const { keyboard } = page;
  await editor.open();
  await page.keyboard.press('o');
  await editor.select('Web');
  await row(page, 'Web').focus();

  await keyboard.press('F2');
  await expect(tree(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('Front');
  await keyboard.press('Enter');
  await expect(row(page, 'Front')).toBeFocused();
  await expect(editor.resource('Front')).toBeVisible();

  await keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Move to…' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(tree(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(row(page, 'Front')).toBeFocused();

  await keyboard.press('Control+d');
  await expect(row(page, 'Front2')).toBeFocused();
  await keyboard.press('Delete');
  await expect(row(page, 'PublicSubnet')).toBeFocused();
});

test('the outline is filtered, sorted and walked cell by cell; a cell leads to what it shows', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  const { keyboard } = page;
  await editor.open();
  await editor.openPanel('Outline');

  await page.getByRole('searchbox', { name: 'Filter the outline' }).fill('batch subnet');
  await expect(tree(page).getByRole('row')).toHaveCount(4);
  await page.getByRole('searchbox', { name: 'Filter the outline' }).press('ArrowDown');
  await keyboard.press('End');
  await expect(row(page, 'BatchSubnet')).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  for (let cell = 0; cell < 2; cell++) await keyboard.press('ArrowRight');
  await expect(tree(page).getByRole('gridcell', { name: '10.0.3.0/24' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(editor.inspector.getByRole('textbox', { name: /CIDR/ }).first()).toBeFocused();

  await page.getByRole('searchbox', { name: 'Filter the outline' }).fill('');
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name');
  await expect(tree(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('the table of flows says of each why it does not arrive', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await expect(editor.verdicts).toContainText('6 arrive');
  const panel = await editor.openPanel('Outline');

  await panel.getByRole('button', { name: 'Flows', exact: true }).first().click();
  const blocked = panel.getByRole('row').filter({ hasText: 'Isolated' });

  await expect(blocked).toContainText('Blocked');
  await expect(blocked).toContainText(/no route/);
});

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('a resource is found, moved and renamed with composed text, and the move is told in Japanese', async ({
    page,
  }) => {
    const editor = new EditorPage(page);
    const { keyboard } = page;
    await editor.open();
    await keyboard.press('o');
    await editor.select('AppSubnet');
    await row(page, 'AppSubnet').focus();
    await keyboard.press('F2');
    const field = tree(page).getByRole('textbox', { name: '名前' });
    await expect(field).toBeFocused();
    const method = await inputMethod(page);

    await method.compose('ほ', 'ほん', 'ほんば', 'ほんばん');
    await method.pressEnter();
    await expect(field).toBeFocused();
    await method.choose('本番');
    await keyboard.press('Enter');
    await expect(row(page, '本番')).toBeFocused();

    await editor.select('Web');
    await row(page, 'Web').focus();
    await keyboard.press('Shift+M');
    await expect(page.getByRole('combobox', { name: 'Web の移動先' })).toBeFocused();
    await method.compose('ほ', 'ほんばん');
    await method.pressEnter();
    await expect(page.getByRole('combobox', { name: 'Web の移動先' })).toBeFocused();
    await method.choose('本番');
    await keyboard.press('Enter');

    await expectSaid(page, /^Web をプライベートサブネット 本番.*Web はインターネットへのルートを失いました/);
  });
});
