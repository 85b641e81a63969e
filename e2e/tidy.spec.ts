import { expect, test } from '@playwright/test';
import { axeFaults } from './axe';
import { boxOf, EditorPage } from './editorPage';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('Tidy shows what it would move, leaves it on Escape, does it on Enter, and keeps what is locked', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const ghosts = page.locator('.ghost');
  const bar = page.getByRole('group', { name: /^Tidy the diagram/ });
  const boxes = () => Promise.all(['Web', 'NatGateway', 'S3'].map((name) => boxOf(editor.resource(name))));

  // The web server is put onto the NAT gateway, which is locked.
  await editor.select('NatGateway');
  await page.keyboard.press('Control+Shift+L');
  await expect(editor.resource('NatGateway')).toHaveAccessibleName(/locked/);
  await page.keyboard.press('Escape');
  const nat = await editor.handleOf('NatGateway');
  await editor.dragResource('Web', { x: nat.x + 24, y: nat.y + 10 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const messy = await boxes();
  expect(overlap(messy[0] as Box, messy[1] as Box)).toBe(true);

  await editor.diagram.focus();
  await page.keyboard.press('Alt+Shift+T');
  await expect(bar).toBeVisible();
  await expect(ghosts.first()).toBeVisible();
  expect(await boxes()).toEqual(messy);
  expect(await axeFaults(page, { within: '.proposal-bar' })).toEqual([]);
  await page.screenshot({ path: 'test-results/tidy-ghosts.png' });
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(ghosts).toHaveCount(0);
  expect(await boxes()).toEqual(messy);

  await page.keyboard.press('Alt+Shift+T');
  await expect(bar).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await expect.poll(async () => overlap(...((await boxes()).slice(0, 2) as [Box, Box]))).toBe(false);
  const tidied = await boxes();
  expect(tidied[1]).toEqual(messy[1]);
  expect(tidied[2]).toEqual(messy[2]);
  await page.keyboard.press('Control+z');
  await expect.poll(boxes).toEqual(messy);

  // By AWS's conventions, whatever stood where.
  await editor.chooseFromMenu('Arrange', 'Lay out anew');
  const anew = page.getByRole('group', { name: /^Lay out the diagram/ });
  await expect(anew).toBeVisible();
  await page.screenshot({ path: 'test-results/tidy-anew.png' });
  await anew.getByRole('button', { name: /^Apply/ }).click();
  await expect(anew).toBeHidden();
  await expect
    .poll(async () => (await boxes())[2]?.y !== messy[2]?.y || (await boxes())[2]?.x !== messy[2]?.x)
    .toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(boxes).toEqual(messy);
});

test('a message stands above what Tidy asks, and above what the canvas says at its foot', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  await editor.openFile({ name: 'net.yaml', text: crowded });
  const message = page.locator('.message');
  await expect(message).toContainText('net.yaml');

  await editor.select('App');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const hints = page.locator('.canvas-hints');
  await expect(hints).toBeVisible();
  await expect.poll(async () => overlap(await boxOf(message), await boxOf(hints))).toBe(false);
  await page.keyboard.press('Escape');

  await editor.chooseFromMenu('Arrange', 'Lay out anew');
  const bar = page.locator('.proposal-bar');
  await expect(bar).toBeVisible();
  await expect.poll(async () => overlap(await boxOf(message), await boxOf(bar))).toBe(false);
});

const crowded = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/24 } }
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/25 } }
`;
