/** The parameters of an opened template are given other values, and the diagram follows. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage } from './editorPage';

test.beforeEach(async ({ page }) => {
  // The dialogs of the operating system cannot be driven by a test; without them the editor uses a file input.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
});

const template = `Parameters:
  Stage:
    Type: String
    Default: dev
    AllowedValues: [dev, prod]
    Description: which of the two
  Block: { Type: String, Default: 10.0.0.0/16, AllowedPattern: '[0-9./]+' }
  Password: { Type: String, NoEcho: true }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Block # by stage
      Tags: [{ Key: Name, Value: !Sub '\${Stage}-vpc' }]
  Second:
    Type: AWS::EC2::VPC
    Condition: IsProd
    Properties: { CidrBlock: 10.9.0.0/16 }
`;

test('a value is chosen or typed, the diagram follows, and each is one undo step', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.openFile({ name: 'stage.yaml', text: template });
  await editor.openPanel('Code');
  await page.getByRole('button', { name: 'Parameters' }).click();
  const dialog = page.getByRole('dialog', { name: 'Parameters' });

  await dialog.getByLabel('Stage', { exact: true }).selectOption('prod');
  await expect(editor.resource('prod-vpc')).toBeVisible();
  await expect(editor.resource('Second')).toBeVisible();
  await dialog.getByLabel('Block', { exact: true }).fill('10.4.0.0/16');
  await dialog.getByLabel('Block', { exact: true }).press('Enter');
  await expect(editor.resource('prod-vpc')).toContainText('10.4.0.0/16');
  await dialog.getByLabel('Block', { exact: true }).fill('ten');
  await dialog.getByLabel('Block', { exact: true }).press('Tab');
  await expect(dialog.getByLabel('Block', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Default of Block' }).click();
  await expect(editor.resource('prod-vpc')).toContainText('10.0.0.0/16');
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'password');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(editor.resource('prod-vpc')).toContainText('10.4.0.0/16');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(editor.resource('dev-vpc')).toBeVisible();
  await expect(editor.resource('Second')).toBeHidden();
});

test('the dialog is in Japanese, and opens from the menu', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.openFile({ name: 'stage.yaml', text: template });
  await expect(editor.resource('dev-vpc')).toBeVisible();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await page.getByRole('button', { name: 'ファイル' }).click();
  await page.getByRole('menuitem', { name: 'パラメータ' }).click();
  const dialog = page.getByRole('dialog', { name: 'パラメータ' });

  await dialog.getByLabel('Stage', { exact: true }).selectOption('prod');

  await expect(dialog.getByRole('button', { name: 'Stage を既定値に戻す' })).toBeVisible();
  expect(await axeFaults(page, { within: 'dialog' })).toEqual([]);
});
