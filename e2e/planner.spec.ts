/** The address planner: the same changes by mouse, by keys and by typing, each taken back by one undo. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { boxOf, EditorPage, middleOf } from './editorPage';
import { inputMethod } from './inputMethod';

const planner = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(Plan addresses|アドレス計画)$/ });
const subnet = (page: Page, name: string): Locator =>
  planner(page).getByRole('button', { name: new RegExp(` ${name}(,|、)`) });
const free = (page: Page, block: string): Locator =>
  planner(page).getByRole('button', { name: new RegExp(`^(Free|空き): ${block}$`) });
const said = (page: Page): Locator => planner(page).getByRole('status').filter({ hasText: /./ });

async function open(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.chooseFromMenu('View', 'Plan addresses');
  await expect(subnet(page, 'PublicSubnet')).toBeVisible();
  return editor;
}

test('a subnet is moved, sized and made with the mouse, one step of undo each', async ({ page }) => {
  const editor = await open(page);
  const isolated = subnet(page, 'IsolatedSubnet');
  const before = await boxOf(isolated);

  await editor.drag(await middleOf(isolated), {
    x: before.x + before.width * 2.5,
    y: before.y + before.height / 2,
  });
  await expect(isolated).toHaveAccessibleName(/10\.0\.6\.0\/24/);
  await expect(said(page)).toHaveText('IsolatedSubnet is now 10.0.6.0/24');

  const moved = await boxOf(isolated);
  await editor.drag(
    { x: moved.x + moved.width - 3, y: moved.y + 20 },
    { x: moved.x + moved.width * 1.9, y: moved.y + 20 },
  );
  await expect(isolated).toHaveAccessibleName(/10\.0\.6\.0\/23/);

  const room = await boxOf(free(page, '10.0.4.0/23'));
  await editor.drag({ x: room.x + 4, y: room.y + 20 }, { x: room.x + room.width / 2, y: room.y + 20 });
  await expect(said(page)).toContainText('added with 10.0.4.0/24');

  for (const expected of [/10\.0\.6\.0\/23/, /10\.0\.6\.0\/24/, /10\.0\.4\.0\/24/]) {
    await page.keyboard.press('Control+z');
    await expect(isolated).toHaveAccessibleName(expected);
  }
  await expect(planner(page).getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('Escape ends a drag, and not the planner', async ({ page }) => {
  const editor = await open(page);
  const isolated = subnet(page, 'IsolatedSubnet');
  const { x, y, width } = await boxOf(isolated);

  await editor.drag({ x: x + width / 2, y: y + 20 }, { x: x + width * 2.5, y: y + 20 }, async () => {
    await page.keyboard.press('Escape');
  });

  await expect(isolated).toHaveAccessibleName(/10\.0\.4\.0\/24/);
  await expect(planner(page).getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('what cannot be is refused with the reason, and nothing changes', async ({ page }) => {
  const editor = await open(page);
  const isolated = subnet(page, 'IsolatedSubnet');
  const batch = await boxOf(subnet(page, 'BatchSubnet'));

  await editor.drag(await middleOf(isolated), { x: batch.x + batch.width / 2, y: batch.y + 20 }, async () => {
    await expect(planner(page)).toContainText('10.0.3.0/24 overlaps BatchSubnet (10.0.3.0/24)');
  });

  await expect(said(page)).toContainText('10.0.3.0/24 overlaps BatchSubnet');
  await expect(isolated).toHaveAccessibleName(/10\.0\.4\.0\/24/);
  await expect(planner(page).getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('by keyboard alone a subnet is moved, sized and made, and the canvas shows it', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.diagram.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('plan addresses');
  await page.keyboard.press('Enter');
  const isolated = subnet(page, 'IsolatedSubnet');
  await isolated.focus();

  await page.keyboard.press('ArrowRight');
  await expect(isolated).toHaveAccessibleName(/10\.0\.5\.0\/24/);
  await expect(isolated).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('+');
  await expect(isolated).toHaveAccessibleName(/10\.0\.6\.0\/23/);
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(isolated).toHaveAccessibleName(/10\.0\.4\.0\/24/);
  await page.keyboard.press('ArrowLeft');
  await expect(said(page)).toContainText('no other free place');
  await page.keyboard.press('End');
  await expect(isolated).toHaveAccessibleName(/10\.0\.255\.0\/24/);
  await expect(isolated).toBeFocused();
  await page.keyboard.press('Home');
  await expect(isolated).toHaveAccessibleName(/10\.0\.4\.0\/24/);
  await free(page, '10.0.5.0/24').focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('added with 10.0.5.0/24');
  await page.keyboard.press('Escape');

  await expect(planner(page)).toHaveCount(0);
  await expect(editor.diagram.getByRole('group', { name: /10\.0\.5\.0\/24/ })).toBeVisible();
});

test('a typed block is taken on Enter, and one that overlaps is said to', async ({ page }) => {
  await open(page);
  const field = planner(page).getByRole('textbox', { name: 'IPv4 CIDR block: IsolatedSubnet' });

  await field.fill('10.0.0.0/22');
  await expect(field).toHaveAccessibleDescription(/overlaps PublicSubnet/);
  await field.press('Enter');
  await expect(subnet(page, 'IsolatedSubnet')).toHaveAccessibleName(/10\.0\.4\.0\/24/);
  await field.fill('10.0.32.0/20');
  await field.press('Enter');

  await expect(said(page)).toHaveText('IsolatedSubnet is now 10.0.32.0/20');
  await expect(planner(page).getByRole('row', { name: /IsolatedSubnet/ })).toContainText('4,096');
});

test('an overlap and a block outside the VPC are shown, and one press mends each', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  for (const [name, block] of [
    ['IsolatedSubnet', '10.0.3.0/24'],
    ['BatchSubnet', '10.9.0.0/24'],
    ['WorkerSubnet', '10.0.3.128/25'],
  ] as const) {
    await editor.select(name);
    await editor.inspector.getByLabel('IPv4 CIDR block').fill(block);
    await page.keyboard.press('Enter');
  }
  await editor.select('Vpc');
  await editor.inspector.getByRole('button', { name: 'Plan addresses' }).click();
  const problems = planner(page).getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('BatchSubnet: 10.9.0.0/24 is not inside Vpc');
  await expect(problems).toContainText('IsolatedSubnet: 10.0.3.0/24 overlaps WorkerSubnet (10.0.3.128/25)');
  await shot(page, 'faults');

  await problems.getByRole('button').first().click();
  await problems.getByRole('button').first().click();

  await expect(problems).toHaveCount(0);
});

test('several blocks are a bar each, and an IPv6 block is one of 256 numbers', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.openFile({ name: 'net.yaml', text: dualStack });
  await expect(editor.resource('Data')).toBeVisible();
  await editor.chooseFromMenu('View', 'Plan addresses');
  const numbers = planner(page).getByRole('region', { name: 'IPv6: 256 blocks of /64, 2 taken' });
  const data = numbers.getByRole('button', { name: / Data,/ });
  await expect(
    planner(page).getByRole('region', { name: '10.1.0.0/22: 1,024 addresses, 1 subnet' }),
  ).toBeVisible();
  await shot(page, 'ipv6');

  await data.focus();
  await page.keyboard.press('ArrowRight');
  await expect(data).toHaveAccessibleName(/\/64 #2$/);
  await planner(page).getByRole('textbox', { name: 'IPv6 number: Data' }).fill('200');
  await page.keyboard.press('Enter');

  await expect(said(page)).toHaveText('Data is now /64 #200');
  await expect(data).toHaveAccessibleName(/\/64 #200$/);
});

const dualStack = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/24 } }
  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/22 } }
  Six: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  App:
    Type: AWS::EC2::Subnet
    DependsOn: Six
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/25
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]]
  Data:
    Type: AWS::EC2::Subnet
    DependsOn: [Six, More]
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.1.0/24
      Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]]
`;

test('the subnet that is chosen tells the five addresses of AWS and who takes the others', async ({
  page,
}) => {
  await open(page);

  await subnet(page, 'PublicSubnet').focus();

  const details = planner(page).getByRole('region', { name: 'PublicSubnet', exact: true });
  await expect(details).toContainText('10.0.0.1');
  await expect(details).toContainText('the VPC router');
  await expect(details).toContainText('10.0.0.255');
  await expect(details).toContainText('NatGateway');
});

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('a block is typed with an input method, whose Enter takes nothing', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    await editor.chooseFromMenu('表示', 'アドレス計画');
    const field = planner(page).getByRole('textbox', { name: /IsolatedSubnet.*IPv4 CIDR/ });
    await field.fill('');
    const method = await inputMethod(page);

    await method.compose('い', 'いち');
    await method.pressEnter();
    await expect(subnet(page, 'IsolatedSubnet')).toHaveAccessibleName(/10\.0\.4\.0\/24/);
    await field.fill('10.0.8.0/24');
    await field.press('Enter');

    await expect(said(page)).toHaveText('IsolatedSubnet を 10.0.8.0/24 にしました');
  });
});

async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/planner-${name}.png` });
}

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing in the planner', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await editor.chooseFromMenu(
        locale === 'ja-JP' ? '表示' : 'View',
        locale === 'ja-JP' ? 'アドレス計画' : 'Plan addresses',
      );
      await subnet(page, 'PublicSubnet').focus();
      await shot(page, `${colorScheme}-${locale}`);

      expect(await axeFaults(page)).toEqual([]);
    });
  });
