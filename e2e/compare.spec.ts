import { expect, test, type Locator, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

/** A network in a style of its own: JSON, one subnet, names of its own, no service and no arrow anywhere. */
const foreign = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: { Range: { Type: 'String', Default: '172.20.0.0/16' } },
  Resources: {
    N0: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: { Ref: 'Range' } } },
    BackSubnet: {
      Type: 'AWS::EC2::Subnet',
      Properties: { VpcId: { Ref: 'N0' }, CidrBlock: '172.20.8.0/22', AvailabilityZone: 'us-east-1b' },
    },
    Rtb: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'N0' } } },
    RtbOfBack: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: { Ref: 'BackSubnet' }, RouteTableId: { Ref: 'Rtb' } },
    },
    Crunch: {
      Type: 'AWS::EC2::Instance',
      Properties: { SubnetId: { Ref: 'BackSubnet' }, ImageId: 'ami-12345678', InstanceType: 'm7g.large' },
    },
    Munch: {
      Type: 'AWS::EC2::Instance',
      Properties: { SubnetId: { Ref: 'BackSubnet' }, ImageId: 'ami-12345678', InstanceType: 'm7g.large' },
    },
  },
});

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

const panel = (page: Page): Locator => page.getByRole('group', { name: /^(Compare paths|経路を比較)$/ });
const table = (page: Page): Locator => panel(page).getByRole('table');
const row = (page: Page, name: RegExp): Locator => table(page).getByRole('row', { name });
const stage = (page: Page): Locator =>
  page.getByRole('img', { name: /^(The design with this way|この経路にした設計)/ });
/** What screen readers hear while a way is shown: the canvas below is out of their reach. */
const said = (page: Page): Locator => page.locator('main > .canvas-live');
const undo = (page: Page): Locator => page.getByRole('button', { name: /^(Undo|元に戻す)/ });

/** The ways from the isolated instance of the three paths, which has none today. */
async function compareIsolated(page: Page): Promise<void> {
  await editor.open();
  await editor.flow('Isolated', 'S3').click({ force: true });
  await page.getByRole('button', { name: 'Compare paths', exact: true }).click();
  await expect(table(page)).toBeVisible();
}

async function documentOf(page: Page): Promise<string> {
  // What the editor keeps is what it has; the journal is written behind each change.
  return page.evaluate(() =>
    JSON.stringify(
      [...document.querySelectorAll('main > .canvas [data-id]')].map((each) => each.getAttribute('data-id')),
    ),
  );
}

/** Chooses the first line of the box of commands, by keyboard: a command, or a resource. */
async function fromBox(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a design that was not made for it: the ways to a service that is not even drawn, priced, applied and undone', async ({
  page,
}) => {
  await editor.openEmpty();
  await editor.openFile({ name: 'crunch.json', text: foreign });
  await expect(editor.resource('Crunch')).toBeVisible();
  await page.getByRole('button', { name: 'Compare paths', exact: true }).click();
  await expect(panel(page)).toContainText('Which traffic?');

  await panel(page).getByLabel('From').selectOption('Crunch');
  await panel(page).getByLabel('To', { exact: true }).selectOption({ label: 'Amazon S3' });
  await panel(page).getByLabel('GB a month').fill('1000');
  await page.keyboard.press('Enter');

  await expect(table(page).getByRole('columnheader')).toHaveText([
    /Internet gateway/,
    /NAT gateway/,
    /Gateway endpoint/,
    /Interface endpoint/,
  ]);
  // us-east-1: 36.50 for the gateway and its address, 0.045 for each GB.
  await expect(row(page, /^A month/)).toContainText('$81.50');
  await expect(row(page, /^A month/)).toContainText('$0.00');
  await expect(row(page, /^Zone fails/)).toContainText('stops');
  await expect(panel(page).locator('summary')).toContainText('No way');
  await panel(page).getByRole('button', { name: 'Price lines' }).click();
  await expect(row(page, /^A month/)).toContainText('1000 GB × $0.045 = $45.00');

  await panel(page).getByRole('button', { name: 'Apply: Gateway endpoint' }).click();

  await expect(editor.resource('S3Endpoint')).toBeVisible();
  await expect(editor.flow('Crunch', 'S3')).toHaveCount(1);
  await expect(table(page).getByRole('columnheader', { name: /Gateway endpoint/ })).toContainText(
    'as it is today',
  );
  await undo(page).click();
  await expect(editor.resource('S3Endpoint')).toHaveCount(0);
  await expect(editor.flow('Crunch', 'S3')).toHaveCount(0);
  // The question is still the same one.
  await expect(table(page).getByRole('columnheader', { name: /Gateway endpoint/ })).toContainText('Apply');
});

test('digits flip the canvas between the ways, from the canvas and from the panel, and leave the design alone', async ({
  page,
}) => {
  await compareIsolated(page);
  const before = await documentOf(page);
  await expect(page.locator('.way-line')).toHaveCount(4);

  await page.keyboard.press('4');
  await expect(stage(page)).toHaveAccessibleName(/4\. Interface endpoint/);
  await expect(
    page.locator('.way-picture [data-id]').filter({ hasText: 'S3Endpoint2' }).first(),
  ).toBeVisible();
  await expect(page.locator('.way-picture .arrow.is-in-focus.arrow-arrives')).toHaveCount(1);
  await expect(said(page)).toContainText('4 of 4: Interface endpoint');
  await page.keyboard.press('2');
  await expect(stage(page)).toHaveAccessibleName(/2\. NAT gateway/);
  // With the focus on the canvas that shows it.
  await stage(page).click();
  await page.keyboard.press('3');
  await expect(stage(page)).toHaveAccessibleName(/3\. Gateway endpoint/);
  // What would change the design does nothing here.
  await page.keyboard.press('Delete');
  await page.keyboard.press('t');
  await page.keyboard.press('5');
  await expect(stage(page)).toHaveAccessibleName(/3\. Gateway endpoint/);
  await page.keyboard.press('0');
  await expect(stage(page)).toHaveCount(0);
  await expect(editor.diagram).toBeFocused();
  await page.keyboard.press('1');
  await expect(stage(page)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(stage(page)).toHaveCount(0);
  await expect(panel(page)).toHaveCount(0);
  await expect(editor.diagram).toBeFocused();
  expect(await documentOf(page)).toBe(before);
  await expect(undo(page)).toBeDisabled();
});

test('the sheet of keys has the digits, and they mean nothing while nothing is compared', async ({
  page,
}) => {
  await editor.open();
  await editor.diagram.focus();
  await page.keyboard.press('2');
  await expect(stage(page)).toHaveCount(0);

  await page.keyboard.press('?');

  const sheet = page.getByRole('dialog', { name: 'Keyboard and mouse' });
  await expect(sheet).toContainText('Show path 1');
  await expect(sheet).toContainText('Show all paths');
});

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('two resources are compared, looked at and applied with the keyboard alone', async ({ page }) => {
    await editor.open();
    await editor.diagram.focus();
    await fromBox(page, 'Isolated');
    await fromBox(page, '経路を比較');
    await expect(panel(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(panel(page).getByLabel('送信元')).toHaveValue(/Isolated/);
    await page.keyboard.press('Tab');
    await expect(panel(page).getByLabel('送信先')).toBeFocused();
    await page.keyboard.type('SQS');
    await page.keyboard.press('Enter');
    await expect(table(page)).toBeVisible();

    // Out of the list of ends, in which digits are typed.
    const show = table(page).getByRole('button', { name: 'NAT ゲートウェイ', exact: true });
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if (await show.evaluate((each) => each === document.activeElement)) break;
    }
    await expect(show).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(stage(page)).toHaveAccessibleName(/NAT ゲートウェイ/);
    await page.keyboard.press('0');
    await expect(stage(page)).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(table(page).getByRole('button', { name: '適用: NAT ゲートウェイ' })).toBeFocused();
    await page.keyboard.press('Enter');

    await expect(table(page).getByRole('columnheader', { name: /NAT ゲートウェイ/ })).toContainText(
      '現在の経路',
    );
    await page.keyboard.press('Control+z');
    await expect(table(page).getByRole('columnheader', { name: /NAT ゲートウェイ/ })).toContainText('適用');
  });
});

test('a presentation is made of it as one step, and shows each way on its own design', async ({ page }) => {
  await compareIsolated(page);

  await panel(page).getByRole('button', { name: 'Make a presentation of it' }).click();

  await expect(page.getByRole('tab', { name: /^Scenes/ })).toHaveAttribute('aria-selected', 'true');
  const scenes = page.getByRole('tabpanel').getByRole('list', { name: 'Scenes' }).getByRole('listitem');
  await expect(scenes).toHaveCount(16);
  await expect(scenes.nth(10)).toContainText('4 ways from Isolated to S3');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('One VPC, one question');
  for (const [number, title, hops] of [
    [12, '1. Internet gateway', 'Isolated → InternetGateway → S3'],
    [13, '2. NAT gateway', 'Isolated → NatGateway → InternetGateway → S3'],
    [15, '4. Interface endpoint', 'Isolated → S3Endpoint2 → S3'],
  ] as const) {
    for (const digit of `${number}`) await page.keyboard.press(digit);
    await page.keyboard.press('Enter');
    await expect(heading).toContainText(title);
    await expect(page.locator('.presenter')).toContainText(hops);
    await expect(page.locator('.presenter .arrow.is-in-focus.arrow-arrives')).toHaveCount(1);
  }
  await page.keyboard.press('End');
  await expect(heading).toHaveText('Side by side');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.presenter')).toContainText('1, 2: no; 3, 4: yes');
  await page.keyboard.press('Escape');
  await undo(page).click();
  await editor.openPanel('Scenes');
  await expect(scenes).toHaveCount(10);
});

test('what is wrong with a question is said: the same end twice, an end that was deleted, no way at all', async ({
  page,
}) => {
  await compareIsolated(page);
  await panel(page).getByLabel('To', { exact: true }).selectOption('Isolated');
  await expect(panel(page)).toContainText('Source and destination are the same');

  // Two instances in one network need no gateway, and no alternative is one.
  await panel(page).getByLabel('To', { exact: true }).selectOption('Batch');
  await expect(panel(page)).toContainText('No way was found');
  await expect(panel(page).getByText('VPC peering')).toBeVisible();

  await editor.select('Batch');
  await page.keyboard.press('Delete');
  await expect(panel(page)).toContainText('The destination was deleted');
  await undo(page).click();
  await expect(panel(page)).toContainText('No way was found');
});

for (const appearance of appearances)
  test.describe(`${appearance.colorScheme}, ${appearance.locale}`, () => {
    test.use(appearance);

    test('axe finds nothing in the comparison, with all ways and with one', async ({ page }) => {
      await editor.open();
      await editor.flow('Isolated', 'S3').click({ force: true });
      await page.getByRole('button', { name: /^(Compare paths|経路を比較)$/ }).click();
      await expect(table(page)).toBeVisible();
      await panel(page)
        .getByRole('button', { name: /^(Price lines|料金の内訳)$/ })
        .click();

      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('2');
      await expect(stage(page)).toBeVisible();
      await expect(page.locator('.way-picture .arrow.is-in-focus.arrow-arrives')).toHaveCount(1);
      expect(await axeFaults(page)).toEqual([]);
    });
  });
