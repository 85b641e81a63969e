import { expect, test } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

/** An empty canvas with a VPC, a subnet and an instance in a Region. */
async function drawInstance(): Promise<void> {
  await editor.openEmpty();
  await editor.dragFromPalette('Region', { x: 560, y: 420 });
  await editor.dragFromPalette('VPC', await editor.middle('Region'));
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await editor.dragFromPalette('EC2 instance', await editor.middle('Subnet'));
  await expect(editor.resource('Instance')).toBeVisible();
}

test('an arrow dragged from an icon’s edge to empty canvas asks what is there, and both are one step', async ({
  page,
}) => {
  await drawInstance();
  await editor.select('Instance');
  const edge = await boxOf(editor.diagram.locator('.connector-right'));
  const count = await editor.resources().count();

  await editor.drag({ x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }, { x: 1010, y: 700 });
  const box = page.getByRole('dialog', { name: 'What the arrow leads to' });
  await expect(box.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(box).toHaveCount(0);
  await expect(editor.resources()).toHaveCount(count);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('title', /./);

  await editor.drag({ x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }, { x: 1010, y: 700 });
  await page.getByRole('option', { name: 'Internet', exact: true }).click();

  await expect(editor.resource('Internet')).toBeVisible();
  await expect(editor.flow('Instance', 'Internet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.resources()).toHaveCount(count);
  await expect(editor.flow('Instance', 'Internet')).toHaveCount(0);
});

test('an arrow to a service that has no way is offered ways, and the one that is chosen makes it arrive', async ({
  page,
}) => {
  await drawInstance();
  await editor.select('Instance');
  await editor.diagram.focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('combobox', { name: 'What the arrow leads to' })).toBeFocused();
  await page.keyboard.type('s3');
  await page.keyboard.press('Enter');

  const offer = page.getByRole('region', { name: 'No way yet: give it one' });
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await expect(offer.getByRole('listitem')).toHaveCount(3);
  await expect(offer.getByRole('listitem').first()).toContainText('+ ');
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: '/tmp/boxes-offer-light.png' });
  await offer
    .getByRole('button', { name: /gateway endpoint/i })
    .first()
    .click();

  await expect(offer).toHaveCount(0);
  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Arrives/);
  await page.keyboard.press('Control+z');
  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Blocked/);
});

test('the same is done with the keyboard alone', async ({ page }) => {
  await drawInstance();
  await editor.diagram.focus();
  await page.keyboard.press('Escape');
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab');
    if ((await editor.resource('Instance').getAttribute('aria-current')) === 'true') break;
  }
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('combobox', { name: 'What the arrow leads to' })).toBeFocused();
  await page.keyboard.type('s3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'The arrow has no way' })).toBeAttached({
    timeout: 20_000,
  });
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Arrives/);
});

test('over what is no end of traffic the reason stands beside the pointer, in the language of the page', async ({
  page,
}) => {
  await editor.open();
  await editor.select('App');
  const edge = await boxOf(editor.diagram.locator('.connector-right'));
  const gateway = await editor.handleOf('InternetGateway');

  await editor.drag({ x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }, gateway, async () => {
    await expect(page.getByText('Internet gateway: no end of traffic').first()).toBeVisible();
    const reason = await boxOf(page.locator('.pointer-reason'));
    expect(Math.hypot(reason.x - gateway.x, reason.y - gateway.y)).toBeLessThan(40);
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: '/tmp/boxes-reason.png' });
    await page.keyboard.press('Escape');
  });

  await expect(page.locator('.pointer-reason')).toHaveCount(0);
});

test('the box and the offer in Japanese and in the dark', async ({ page }) => {
  test.skip(process.env['SHOTS'] === undefined, 'only when it is asked for');
  await page.setViewportSize({ width: 1400, height: 900 });
  await drawInstance();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await editor.select('Instance');
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('combobox', { name: '矢印の接続先' })).toBeFocused();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/boxes-newend-ja-dark.png' });
  await page.keyboard.type('s3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '経路がありません。作成しますか' })).toBeVisible({
    timeout: 20_000,
  });
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/boxes-offer-ja-dark.png' });
});
