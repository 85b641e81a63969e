/** AWS's own validator in the browser: asked for by hand, loaded only then, its findings beside ours. */
import { expect, test, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

const faulty = {
  name: 'net.yaml',
  text: `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: perhaps
  Bpa:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties:
      InternetGatewayBlockMode: off
  Queries:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: queries
      State: PAUSED
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
`,
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
});

async function opened(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openFile(faulty);
  await expect(editor.resource('Web')).toHaveCount(0);
  await expect(editor.resource('Vpc')).toBeVisible();
  return editor;
}

test('its findings stand among the problems, marked as AWS’s, until the design changes', async ({ page }) => {
  const editor = await opened(page);
  const loaded: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const panel = await editor.openPanel('Problems');
  expect(loaded.filter((url) => url.includes('.wasm'))).toEqual([]);

  await panel.getByRole('button', { name: 'Check with AWS’s validator' }).click();

  const found = panel.getByRole('listitem').filter({ hasText: 'AWS ' });
  await expect(found.filter({ hasText: 'W3030' })).toContainText("'PAUSED' is not one of");
  await expect(found.filter({ hasText: 'W3045' })).toContainText('Remove AccessControl');
  await expect(found.filter({ hasText: 'W3030' })).toContainText('Queries');
  await expect(found.filter({ hasText: 'W3030' })).toContainText('net.yaml:15:7');
  // Our own rule says it, too.
  await expect(panel.getByText('EnableDnsSupport of Vpc must be true or false')).toBeVisible();
  await expect(panel.getByText("'perhaps' is not of type")).toHaveCount(0);
  expect(loaded.filter((url) => url.includes('.wasm'))).toHaveLength(1);
  expect(complaints).toEqual([]);

  await editor.select('Vpc');
  await page.keyboard.press('ArrowRight');
  await expect(found.filter({ hasText: 'W3030' })).toBeVisible();
  await page.keyboard.press('Delete');

  await expect(found.filter({ hasText: 'W3030' })).toHaveCount(0);
});

test('from the code it tells how much there is, and leads there; a finding can be suppressed like any other', async ({
  page,
}) => {
  const editor = await opened(page);
  const code = await editor.openPanel('Code');

  await code.getByRole('button', { name: 'Check with AWS’s validator' }).click();
  await page.getByRole('button', { name: 'Show them' }).click();

  const panel = page.getByRole('tabpanel');
  const finding = panel.getByRole('listitem').filter({ hasText: 'W3045' });
  await expect(finding).toBeVisible();
  await finding.getByRole('button', { name: 'Suppress…' }).click();
  await page.getByRole('textbox', { name: /Why is it all right/ }).fill('a bucket of old');
  await page.getByRole('button', { name: 'Suppress', exact: true }).click();
  await expect(finding).toHaveCount(0);
  await expect(panel.getByRole('listitem').filter({ hasText: 'W3030' })).toBeVisible();
});

test('a design without a fault is told to have none', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const panel = await editor.openPanel('Problems');

  await panel.getByRole('button', { name: 'Check with AWS’s validator' }).press('Enter');

  await expect(
    page.getByText('AWS’s validator finds nothing that is not among the problems already.'),
  ).toBeVisible();
});

test('it runs where a server sends the page’s own policy with every file', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  await page.route(/awsWorker/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy ?? '' },
    });
  });
  const panel = await editor.openPanel('Problems');

  await panel.getByRole('button', { name: 'Check with AWS’s validator' }).click();

  await expect(page.getByText('AWS’s validator finds nothing')).toBeVisible();
});

test('where its file cannot be loaded, it says so, and can be asked again', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await page.route(/\.wasm/, (route) => route.abort());
  const panel = await editor.openPanel('Problems');
  const button = panel.getByRole('button', { name: 'Check with AWS’s validator' });

  await button.click();
  await expect(page.getByText('AWS’s validator could not be started.')).toBeVisible();
  await page.unroute(/\.wasm/);
  await button.click();

  await expect(page.getByText('AWS’s validator finds nothing')).toBeVisible();
});

test('when it does not come to an end it is given up, and the rest of the editor goes on', async ({
  page,
}) => {
  await page.clock.install();
  const editor = new EditorPage(page);
  await editor.open();
  await page.route(/\.wasm/, () => new Promise(() => undefined));
  const panel = await editor.openPanel('Problems');
  await panel.getByRole('button', { name: 'Check with AWS’s validator' }).click();
  await expect(panel.getByRole('button', { name: 'AWS’s validator is at work…' })).toBeVisible();

  await page.clock.fastForward(61_000);

  await expect(page.getByText('AWS’s validator was given up after 60 seconds.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Check with AWS’s validator' })).toBeVisible();
  await expect(panel.getByText('Batch reaches S3 through NatGateway')).toBeVisible();
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing where AWS’s findings are shown', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /^(File|ファイル)$/ }).click();
      await page.getByRole('menuitem', { name: /^(Open…|開く…)/ }).click();
      await (
        await chooser
      ).setFiles({ name: faulty.name, mimeType: 'text/plain', buffer: Buffer.from(faulty.text) });
      await expect(editor.resource('Web')).toHaveCount(0);
      await expect(editor.resource('Vpc')).toBeVisible();
      await page.getByRole('tab', { name: /^(Problems|問題)/ }).click();
      await page.getByRole('button', { name: /AWS’s validator|AWS の検証ツール/ }).click();
      await expect(page.getByRole('listitem').filter({ hasText: 'W3030' })).toBeVisible();

      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: test.info().outputPath('aws.png') });
    });
  });
