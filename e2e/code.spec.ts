/** The template and the drawing follow one another. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

test.beforeEach(async ({ page }) => {
  // The dialogs of the operating system cannot be driven by a test; without them the editor uses a file input.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
});

const template = `# The network of the shop
Resources:
  Vpc: # agreed with the office
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Front:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
      AvailabilityZone: ap-northeast-1a
`;

const subnet = `
  Back:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.2.0/24
      AvailabilityZone: ap-northeast-1a`;

/** The text of the pane, as a person who types in it has it. */
class CodeText {
  readonly page: Page;
  readonly box: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('textbox', { name: /CloudFormation (template|テンプレート)/ });
  }

  /** Puts the cursor at the end of the line that has these words. */
  async endOf(words: string): Promise<void> {
    await this.box.locator('.cm-line', { hasText: words }).first().click();
    await this.page.keyboard.press('End');
  }

  /** As it is pasted: without the indentation that a typed line is given. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }
}

async function opened(page: Page, text = template): Promise<{ editor: EditorPage; code: CodeText }> {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.openFile({ name: 'shop.yaml', text });
  await editor.openPanel('Code');
  const code = new CodeText(page);
  await expect(code.box).toContainText('AWS::EC2::VPC');
  return { editor, code };
}

test('what is typed into the template is drawn, and taken back from the pane as on the canvas', async ({
  page,
}) => {
  const { editor, code } = await opened(page);

  await code.endOf('AvailabilityZone: ap-northeast-1a');
  await code.insert(subnet);
  await expect(editor.resource('Back')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');

  await expect(editor.resource('Back')).toBeHidden();
  await expect(code.box).not.toContainText('Back');
  await expect(code.box).toContainText('# agreed with the office');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor.resource('Back')).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(editor.resource('Back')).toBeHidden();
});

test('a template that cannot be read is underlined with its place, and the drawing waits for it', async ({
  page,
}) => {
  const { editor, code } = await opened(page);

  await code.endOf('CidrBlock: 10.0.1.0/24');
  await page.keyboard.press('Home');
  await page.keyboard.type('[');

  const draft = page.getByText('The diagram does not follow yet');
  await expect(draft).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).not.toHaveCount(0);
  await expect(editor.resource('Front')).toBeVisible();
  // What was typed into the draft is taken back before anything of the diagram is.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(draft).toBeHidden();
  await expect(editor.resource('Front')).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await expect(editor.resource('Front')).toContainText('10.0.1.0/23');
});

test('F2 renames a resource with its references, and the diagram keeps what stands there', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  const before = await editor.middle('Front');

  await code.endOf('VpcId: !Ref Vpc');
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'New name' });
  await expect(name).toHaveValue('Vpc');
  await name.fill('Front');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is another “Front”')).toBeVisible();
  await name.fill('ShopNetwork');
  await page.keyboard.press('Enter');

  await expect(code.box).toContainText('ShopNetwork: # agreed with the office');
  await expect(code.box).toContainText('VpcId: !Ref ShopNetwork');
  await expect(editor.resource('ShopNetwork')).toBeVisible();
  expect(await editor.middle('Front')).toEqual(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(code.box).toContainText('VpcId: !Ref Vpc');
  await expect(editor.resource('ShopNetwork')).toBeHidden();
});

test('a draft is there when the pane opens again, and gets what was changed on the canvas meanwhile', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  await code.endOf('AvailabilityZone: ap-northeast-1a');
  await code.insert(`${subnet}\n  Broken: [`);
  await expect(page.getByText('The diagram does not follow yet')).toBeVisible();

  await page.getByRole('button', { name: 'Dock at the right' }).click();
  await expect(code.box).toContainText('Broken: [');
  await editor.select('Front');
  await page.keyboard.press('F2');
  await page.keyboard.type('Shop window');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The diagram has changed since')).toBeVisible();
  await code.endOf('Broken: [');
  for (let key = 0; key < '\n  Broken: ['.length; key++) await page.keyboard.press('Backspace');

  await expect(editor.resource('Back')).toBeVisible();
  await expect(editor.resource('Shop window')).toBeVisible();
  await expect(code.box).toContainText('Shop window');
  await expect(code.box).toContainText('Back:');
});

const notFollowing = 'The diagram does not follow yet';

/** Types what cannot be read yet at the end of the template. */
async function typeHalf(page: Page, code: CodeText, half = 'Broken: ['): Promise<string> {
  await code.endOf('AvailabilityZone: ap-northeast-1a');
  await code.insert(`\n  ${half}`);
  const told = page.getByRole('status').filter({ hasText: notFollowing });
  await expect(told).toBeVisible();
  return told.innerText();
}

test('what was typed and cannot be read yet is there after a reload, with the same words, until it is given up', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  const told = await typeHalf(page, code);

  await page.reload();
  await expect(code.box).toContainText('Broken: [');
  expect(await page.getByRole('status').filter({ hasText: notFollowing }).innerText()).toBe(told);
  await expect(editor.resource('Front')).toBeVisible();
  await code.endOf('Broken: [');
  await page.keyboard.type('1, ');
  // Not even the moment until it is next written is waited for.
  await page.reload();
  await expect(code.box).toContainText('Broken: [1, ');
  await page.getByRole('button', { name: 'Discard my draft' }).click();
  await expect(code.box).not.toContainText('Broken');
  await page.reload();

  await expect(code.box).toContainText('# agreed with the office');
  await expect(code.box).not.toContainText('Broken');
  await expect(page.getByText(notFollowing)).toBeHidden();
});

test('what was typed a moment before a reload is taken over after it, and asked for no more', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  await code.endOf('AvailabilityZone: ap-northeast-1a');
  await code.insert(subnet);
  await page.reload();

  await expect(editor.resource('Back')).toBeVisible();
  await page.reload();
  await expect(editor.resource('Back')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await expect(page.getByText(notFollowing)).toBeHidden();
});

test('a draft of before a reload gets what was changed on the canvas since, on both sides of the reload', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  await typeHalf(page, code, `${subnet.trim()}\n  Broken: [`);
  const rename = async (from: string, to: string): Promise<void> => {
    await editor.select(from);
    await page.keyboard.press('F2');
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await expect(editor.resource(to)).toBeVisible();
  };
  await rename('Front', 'Shop window');
  await expect(page.getByText('The diagram has changed since')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The diagram has changed since')).toBeVisible();
  await rename('Vpc', 'Whole shop');
  await code.endOf('Broken: [');
  for (let key = 0; key < '\n  Broken: ['.length; key++) await page.keyboard.press('Backspace');

  await expect(editor.resource('Back')).toBeVisible();
  await expect(editor.resource('Shop window')).toBeVisible();
  await expect(editor.resource('Whole shop')).toBeVisible();
  await expect(code.box).toContainText('Shop window');
});

test('two tabs keep a draft each', async ({ page, context }) => {
  const { code } = await opened(page);
  await typeHalf(page, code, 'First: [');
  const second = await context.newPage();
  const other = new CodeText(second);
  await second.goto('./');
  await expect(second.getByText(/copy/i).first()).toBeVisible();
  if (!(await other.box.isVisible())) await new EditorPage(second).openPanel('Code');
  await expect(other.box).toContainText('# agreed with the office');
  await typeHalf(second, other, 'Second: [');

  await page.reload();
  await second.reload();

  await expect(code.box).toContainText('First: [');
  await expect(code.box).not.toContainText('Second: [');
  await expect(other.box).toContainText('Second: [');
  await expect(other.box).not.toContainText('First: [');
});

test('a draft waits for its diagram while another one is on the canvas', async ({ page }) => {
  const { editor, code } = await opened(page);
  await typeHalf(page, code);

  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await expect(code.box).not.toContainText('Broken');
  await page.getByRole('button', { name: /^Back to/ }).click();

  await expect(code.box).toContainText('Broken: [');
  await expect(page.getByText(notFollowing)).toBeVisible();
});

test('of two templates each has its own draft', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  const chooser = page.waitForEvent('filechooser');
  await editor.chooseFromMenu('File', 'Open…');
  await (
    await chooser
  ).setFiles(
    ['one', 'two'].map((name) => ({
      name: `${name}.yaml`,
      mimeType: 'text/plain',
      buffer: Buffer.from(template.replaceAll('Vpc', `Vpc${name}`).replaceAll('Front', `Front${name}`)),
    })),
  );
  await editor.openPanel('Code');
  const code = new CodeText(page);
  const choose = page.getByRole('combobox', { name: 'Template' });
  await expect(code.box).toContainText('Vpcone');
  await typeHalf(page, code, 'First: [');
  await choose.selectOption('two.yaml');
  await expect(code.box).toContainText('Vpctwo');
  await typeHalf(page, code, 'Second: [');

  await choose.selectOption('one.yaml');
  await expect(code.box).toContainText('First: [');
  await expect(code.box).not.toContainText('Second: [');
  await page.reload();
  // The one that was typed in last, though it is not the first template.
  await expect(code.box).toContainText('Second: [');
  await expect(page.getByText(notFollowing)).toBeVisible();
  await choose.selectOption('one.yaml');

  await expect(code.box).toContainText('First: [');
  await expect(page.getByText(notFollowing)).toBeVisible();
});

test('a new logical ID is a new name of the same resource, and a move on the canvas leaves the text alone', async ({
  page,
}) => {
  const { editor, code } = await opened(page);
  const before = await editor.middle('Front');

  await code.endOf('  Front:');
  for (const _ of 'Front:') await page.keyboard.press('Backspace');
  await page.keyboard.type('Entrance:');
  await expect(editor.resource('Entrance')).toBeVisible();
  const after = await editor.middle('Entrance');
  expect(after.x).toBeCloseTo(before.x, 0);
  expect(after.y).toBeCloseTo(before.y, 0);

  const text = await code.box.innerText();
  await editor.dragResource('Entrance', { x: after.x + 40, y: after.y + 30 });
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(600);
  expect(await code.box.innerText()).toBe(text);
});

test('what is drawn from nothing becomes a template’s by the first edit of its text', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openPanel('Code');
  const code = new CodeText(page);
  const flows = editor.diagram.getByRole('button', { name: / → / });
  await expect(flows).toHaveCount(7);
  await expect(code.box).toContainText('AWSTemplateFormatVersion');

  await code.endOf('AWSTemplateFormatVersion');
  await code.insert('\n# Ours to write from now on');

  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  await expect(flows).toHaveCount(7);
  await expect(code.box).toContainText('# Ours to write from now on');
});

test('names and properties are completed by keyboard, and a name leads to its definition', async ({
  page,
}) => {
  const { editor, code } = await opened(page);

  await code.endOf('AvailabilityZone: ap-northeast-1a');
  await code.insert('\n  Server:\n    Type: AWS::EC2::Instance\n    Properties:\n      SubnetId: !Ref ');
  await page.keyboard.type('Fr');
  await expect(page.getByRole('option', { name: /^Front/ })).toBeVisible();
  // The list takes keys once it has stood for a moment.
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await expect(code.box).toContainText('SubnetId: !Ref Front');
  await expect(editor.resource('Server')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('InstanceTy');
  await expect(page.getByRole('option', { name: /^InstanceType/ })).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await expect(code.box).toContainText('InstanceType: ');

  await code.endOf('SubnetId: !Ref Front');
  await page.keyboard.press('F12');
  await expect(page.locator('.cm-activeLine, .cm-line').filter({ hasText: /^ {2}Front:/ })).toBeInViewport();
  await page.waitForTimeout(300);
  await page.keyboard.press('End');
  await page.keyboard.type(' # the shop window');
  await expect(code.box).toContainText('Front: # the shop window');
});

test('a finding is underlined at its line, reached by F8 and mended beside the text', async ({ page }) => {
  const { code } = await opened(page, template.replace('!Ref Vpc', '!Ref Vcp'));

  await expect(page.locator('.cm-lintRange-error').filter({ hasText: 'Vcp' })).toBeVisible();
  await code.box.locator('.cm-line').first().click();
  await page.keyboard.press('F8');
  await expect(page.getByRole('tabpanel').getByRole('status').filter({ hasText: 'Vcp' })).toBeVisible();
  await page.getByRole('button', { name: 'Make VpcId of Front refer to Vpc' }).first().click();

  await expect(code.box).toContainText('!Ref Vpc');
  await expect(code.box).not.toContainText('Vcp');
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
});

test('the text is left by Escape and Tab', async ({ page }) => {
  const { code } = await opened(page);
  await code.endOf('Resources:');

  await page.keyboard.press('Tab');
  await expect(code.box).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');

  await expect(code.box).not.toBeFocused();
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing while a template is edited', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await page.getByRole('tab', { name: /^(Code|コード)/ }).click();
      const code = new CodeText(page);
      await expect(code.box).toContainText('AWSTemplateFormatVersion');

      await code.endOf('Type: AWS::EC2::VPC');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Dep');
      await expect(page.getByRole('option', { name: /^DependsOn/ })).toBeVisible();
      await expect(page.getByText(/does not follow yet|まだ反映されていません/)).toBeVisible();
      expect(await axeFaults(page), 'a draft, and what may be written').toEqual([]);

      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Discard my draft|下書きを破棄/ }).click();
      await expect(page.getByText(/does not follow yet|まだ反映されていません/)).toBeHidden();
      await page.getByText('JSON', { exact: true }).click();
      await expect(code.box).toContainText('"Resources"');
      expect(await axeFaults(page), 'the other format').toEqual([]);
    });
  });

test('the other format of a template is read only, and says how to edit it', async ({ page }) => {
  const { code } = await opened(page);

  await page.getByText('JSON', { exact: true }).click();
  await expect(code.box).toContainText('"AWS::EC2::VPC"');
  await expect(code.box).toHaveAttribute('aria-readonly', 'true');
  await page.getByRole('button', { name: 'Edit as YAML' }).click();

  await expect(code.box).toContainText('# agreed with the office');
  await expect(code.box).not.toHaveAttribute('aria-readonly', 'true');
});

test('a YAML bomb and a text nested without end are told of, and the page goes on', async ({ page }) => {
  const { editor, code } = await opened(page);
  const bomb = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++)
    bomb.push(`b${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);

  for (const hostile of [bomb.join('\n'), '['.repeat(50_000)]) {
    await code.box.click();
    await page.keyboard.press('ControlOrMeta+a');
    await code.insert(hostile);
    await expect(page.getByText('The diagram does not follow yet')).toBeVisible();
    await editor.select('Front');
    await expect(editor.inspector).toContainText('Front');
    await page.getByRole('button', { name: 'Discard my draft' }).click();
    await expect(code.box).toContainText('# agreed with the office');
  }
});
