import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

const threePaths = 'examples/three-paths/three-paths.vpcanvas.json';

const badFiles = [
  { what: 'text that is no diagram', name: 'notes.txt', text: 'Remember the milk', says: /not|no /i },
  {
    what: 'a truncated diagram',
    name: 'cut.vpcanvas.json',
    text: readFileSync(threePaths, 'utf8').slice(0, 3000),
    says: /cut|ends|truncated|line \d+/i,
  },
  {
    what: 'a diagram of a newer version',
    name: 'new.vpcanvas.json',
    text: '{ "vpcanvas": 99 }',
    says: /newer vpcanvas/,
  },
  {
    what: 'a template with a YAML error',
    name: 'net.yaml',
    text: 'Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n   Properties: {}\n',
    says: /line \d+/i,
  },
  {
    what: 'a file of 21 MB',
    name: 'huge.vpcanvas.json',
    text: `"${'x'.repeat(21_000_000)}"`,
    says: /large|MB/i,
  },
];

for (const { what, name, text, says } of badFiles)
  test(`opening ${what} says so in one message and leaves the canvas alone`, async ({ page }) => {
    await editor.open();

    await editor.openFile({ name, text });

    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(says);
    await expect(editor.resource('PublicSubnet')).toBeVisible();
    await expect(editor.verdicts).toContainText('7 flows');
  });

test('a diagram with a cycle of containers is opened, mended and told of', async ({ page }) => {
  const text = JSON.stringify({
    vpcanvas: 1,
    name: 'Cycle',
    resources: [
      {
        id: 'a',
        kind: 'vpc',
        name: 'Alpha',
        parentId: 'b',
        order: 'U',
        x: 0,
        y: 0,
        w: 300,
        h: 200,
        props: { cidr: '10.0.0.0/33' },
      },
      {
        id: 'b',
        kind: 'vpc',
        name: 'Beta',
        parentId: 'a',
        order: 'V',
        x: 400,
        y: 0,
        w: 300,
        h: 200,
        props: { cidr: '010.0.0.0/16' },
      },
    ],
  });
  await editor.open();

  await editor.openFile({ name: 'cycle.vpcanvas.json', text });

  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/One thing was not as expected/);
  await expect(editor.resource('Alpha')).toBeVisible();
  await expect(editor.resource('Beta')).toBeVisible();
  const problems = await editor.openPanel('Problems');
  await expect(problems).toContainText('10.0.0.0/33');
  await expect(problems).toContainText('010.0.0.0/16');
});

for (const width of [1440, 1280, 1024])
  test(`the notice of an import leaves the minimap free beside the inspector, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await editor.open();
    await editor.openFile('examples/templates/client-vpn.yaml');
    const notice = page.getByRole('region', { name: 'Messages' }).getByRole('status');
    await expect(notice).toContainText('Imported');

    await editor.select('Server');
    await expect(editor.inspector).toBeVisible();

    const card = await boxOf(notice);
    const map = await boxOf(page.locator('.canvas-minimap'));
    const zoom = await boxOf(page.getByRole('button', { name: /^Zoom out/ }));
    for (const other of [map, zoom]) {
      const apart =
        card.x + card.width <= other.x || other.x + other.width <= card.x || card.y + card.height <= other.y;
      expect(apart, JSON.stringify({ card, other })).toBe(true);
    }
    expect(card.width).toBeGreaterThan(300);
  });

test('a template is drawn, and its faults point at its lines', async () => {
  const text = [
    'Resources:',
    '  Vpc:',
    '    Type: AWS::EC2::VPC',
    '    Properties:',
    '      CidrBlock: 10.0.0.0/16',
    '  Private:',
    '    Type: AWS::EC2::Subnet',
    '    Properties:',
    '      VpcId: !Ref Vcp',
    '      CidrBlock: 10.0.1.0/24',
    '',
  ].join('\n');
  await editor.open();

  await editor.openFile({ name: 'net.yaml', text });

  await expect(editor.resource('Vpc')).toBeVisible();
  await expect(editor.resource('Private')).toBeVisible();
  await expect(await editor.openPanel('Problems')).toContainText('Vcp');
});

test('what was drawn is there again after the browser was killed', async ({ page, context }) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await expect(editor.resource('Subnet')).toBeVisible();

  const devtools = await context.newCDPSession(page);
  // A crash asks nobody: no unload event, no chance to save.
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = new EditorPage(await context.newPage());
  await again.open();

  await expect(again.resource('Vpc')).toBeVisible();
  await expect(again.resource('Subnet')).toBeVisible();
});

test('a saved file opens as the same diagram', async ({ page }) => {
  await editor.open();
  await editor.select('App');
  await page.keyboard.press('Delete');
  await expect(editor.resource('App')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = await (await download).path();
  const text = readFileSync(path, 'utf8');
  await editor.chooseFromMenu('File', 'New');
  await editor.openFile({ name: 'saved.vpcanvas.json', text });

  await expect(editor.resource('Web')).toBeVisible();
  await expect(editor.resource('App')).toHaveCount(0);
  await expect(editor.verdicts).toContainText('5 flows');
});

test('the template of the diagram stands beside it, follows it, and can be taken away', async ({ page }) => {
  await editor.open();
  const code = await editor.openPanel('Code');
  await expect(code).toContainText('AWSTemplateFormatVersion');

  const download = page.waitForEvent('download');
  await code.getByRole('button', { name: 'Download' }).click();
  const yaml = readFileSync(await (await download).path(), 'utf8');

  expect(yaml).toContain('Type: AWS::EC2::VPCEndpoint');
  expect(yaml).toContain('DependsOn: InternetGatewayAttachment');
});

test('the gallery opens an example in one click, and a broken one names its fault', async ({ page }) => {
  await editor.open();
  await editor.chooseFromMenu('File', 'Gallery');

  await page
    .getByRole('dialog')
    .getByRole('button', { name: /No NAT/ })
    .first()
    .click();

  await expect(editor.resource('SsmEndpoint')).toBeVisible();
  await expect(editor.verdicts).toContainText('3 flows');
});

test('the gallery has templates with a fault, which are opened and name it', async ({ page }) => {
  await editor.open();
  await editor.chooseFromMenu('File', 'Gallery');

  await page
    .getByRole('dialog')
    .getByRole('button', { name: /depends-on-nothing/ })
    .click();

  await expect(editor.resource('Service')).toBeVisible();
  await expect(page.getByText('Imported 19 resources from depends-on-nothing.yaml')).toBeVisible();
  await expect(await editor.openPanel('Problems')).toContainText('did you mean “DynamoDBEndpoint”?');
});

test('two tabs on one diagram do not overwrite each other', async ({ page, context }) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await expect(page.getByText('Saved in this browser')).toBeVisible();

  const second = new EditorPage(await context.newPage());
  await second.open();
  await expect(second.resource('Vpc')).toBeVisible();
  await second.select('Vpc');
  await second.page.keyboard.press('Delete');
  await expect(second.resource('Vpc')).toHaveCount(0);
  await page.reload();

  await expect(editor.resource('Vpc')).toBeVisible();
});

for (const [language, main, inside] of [
  ['TypeScript', 'bin/app.ts', 'new cdk.App()'],
  ['Python', 'app.py', 'cdk.App()'],
] as const)
  test(`what is drawn downloads as a CDK project in ${language}`, async ({ page }) => {
    await editor.open();

    const download = page.waitForEvent('download');
    await editor.chooseFromMenu('Export', `Export CDK \\(${language}\\)`);

    const files = unzipSync(readFileSync(await (await download).path()));
    expect(strFromU8(files[main] ?? new Uint8Array())).toContain(inside);
    expect(
      Object.values(files)
        .map((each) => strFromU8(each))
        .join(''),
    ).toContain('CfnVPC(');
    await expect(page.getByText(/^Exported .*\.zip\./)).toBeVisible();
  });

test('what is drawn downloads as a configuration of Terraform', async ({ page }) => {
  await editor.open();

  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export Terraform');

  const files = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(files).sort()).toEqual(
    expect.arrayContaining(['main.tf', 'variables.tf', 'versions.tf']),
  );
  expect(strFromU8(files['main.tf'] ?? new Uint8Array())).toContain('resource "aws_vpc" ');
  await expect(page.getByText(/^Exported .*-terraform\.zip\./)).toBeVisible();
});

for (const [width, height, name] of [
  [720, 450, 'at 200 %'],
  [390, 844, 'on a phone'],
] as const)
  test(`the notice of an import leaves the tools and the zoom buttons free ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await editor.open();

    await editor.openFile('examples/templates/client-vpn.yaml');

    const notice = page.getByRole('region', { name: 'Messages' }).getByRole('status');
    await expect(notice).toContainText('Imported');
    const card = await boxOf(notice);
    for (const other of [page.getByRole('toolbar', { name: 'Tools' }), page.locator('.canvas-zoom')]) {
      const { x, y, width: w, height: h } = await boxOf(other);
      const isApart =
        card.x >= x + w || card.x + card.width <= x || card.y >= y + h || card.y + card.height <= y;
      expect(isApart, JSON.stringify({ card, other: { x, y, w, h } })).toBe(true);
    }
  });
