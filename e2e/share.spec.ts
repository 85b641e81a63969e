/** A diagram handed on as a link: copied, opened from the address and from the box, and what is wrong with bad ones. */
import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  editor = new EditorPage(page);
});

function messages(page: Page) {
  return page.getByRole('region', { name: /^(Messages|お知らせ)$/ });
}

/** Draws a VPC with a subnet in it and copies the link. */
async function drawnLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await editor.chooseFromMenu('File', 'Copy link');
  await expect(messages(page)).toContainText(/Copied a link of [\d,]+ characters/);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a copied link opens the same diagram in another browser, leaves the address, and nothing of it is sent', async ({
  page,
  browser,
  baseURL,
}) => {
  const link = await drawnLink(page);
  expect(link).toMatch(/^http.*\/#d=1\./);
  await expect(messages(page)).toContainText(`${link.length.toLocaleString('en')} characters`);

  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = new EditorPage(await context.newPage());
  const payload = link.split('.').at(-1) ?? '';
  const sent: string[] = [];
  other.page.on('request', (request) => {
    if (request.url().includes(payload) || (request.postData() ?? '').includes(payload))
      sent.push(request.url());
  });
  await other.page.goto(link);

  await expect(other.resource('Vpc')).toBeVisible();
  await expect(other.resource('Subnet')).toBeVisible();
  await expect(other.resources()).toHaveCount(2);
  expect(new URL(other.page.url()).hash).toBe('');
  expect(sent.filter((url) => !url.startsWith('blob:') && !url.includes('#'))).toEqual([]);

  await other.select('Subnet');
  await other.page.keyboard.press('Delete');
  await expect(other.resource('Subnet')).toHaveCount(0);
  await expect(other.page.getByText('Saved in this browser')).toBeVisible();
  await other.page.reload();

  await expect(other.resource('Vpc')).toBeVisible();
  await expect(other.resource('Subnet')).toHaveCount(0);
  await context.close();
});

test('a link pasted on the canvas is offered to be opened, and is told to be cut when its end is missing', async ({
  page,
}) => {
  const link = await drawnLink(page);
  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await page.evaluate((text) => navigator.clipboard.writeText(text.slice(0, text.length / 2)), link);
  await editor.diagram.focus();
  await page.keyboard.press('Control+v');
  await expect(messages(page)).toContainText('The link was cut');

  await page.evaluate((text) => navigator.clipboard.writeText(`See ${text}`), link);
  await editor.diagram.focus();
  await page.keyboard.press('Control+v');
  await messages(page).getByRole('button', { name: 'Open it' }).click();

  await expect(editor.resource('Subnet')).toBeVisible();
});

test('a link pasted over the address of an open page leaves the present diagram one click away', async ({
  page,
}) => {
  const link = await drawnLink(page);
  await editor.chooseFromMenu('File', 'New');
  await editor.dragFromPalette('VPC', { x: 500, y: 420 });
  await editor.dragFromPalette('VPC', { x: 900, y: 420 });
  await expect(editor.resources()).toHaveCount(2);

  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, new URL(link).hash);

  await expect(editor.resource('Subnet')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await messages(page)
    .getByRole('button', { name: /^Back to/ })
    .last()
    .click();
  await expect(editor.resource('Subnet')).toHaveCount(0);
  await expect(editor.resources()).toHaveCount(2);
});

test('a link opens from a mail that broke and quoted it, by keyboard alone', async ({ page }) => {
  const link = await drawnLink(page);
  const mail = `Hello,\n> see <${(link.match(/.{1,70}/g) ?? []).join('\n> ')}>\n> and tell me.\n`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), mail);
  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);

  await page.getByRole('button', { name: 'File', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Open a link…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeFocused();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.resource('Subnet')).toBeVisible();
});

test('each bad link gets one message of its own, in the box and in the address', async ({ page }) => {
  const link = await drawnLink(page);
  const middle = Math.floor(link.length * 0.8);
  const changed = link[middle] === 'A' ? 'B' : 'A';
  const bad: readonly (readonly [string, RegExp])[] = [
    [link.slice(0, link.length / 2), /The link was cut/],
    [link.slice(0, middle) + changed + link.slice(middle + 1), /was changed on its way/],
    [link.replace('#d=1.', '#d=7.'), /another version of vpcanvas/],
    [link.replace(/#d=1\.\w+\./, '#d=1.zzzzzz.'), /more than the 20 MB/],
    ['https://example.org/#top', /no vpcanvas link/],
  ];

  await editor.chooseFromMenu('File', 'Open a link');
  const dialog = page.getByRole('dialog', { name: 'Open a link' });
  for (const [given, says] of bad) {
    await dialog.getByRole('textbox', { name: 'Link' }).fill(given);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(says);
  }
  await page.keyboard.press('Escape');

  for (const [given, says] of bad.slice(0, -1)) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, new URL(given).hash);
    await expect(messages(page).getByRole('alert').last()).toContainText(says);
    expect(new URL(page.url()).hash).toBe('');
  }
  await expect(editor.resource('Subnet')).toBeVisible();
});

test('where the clipboard is closed, the link stands selected in a box', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await editor.open();

  await editor.chooseFromMenu('File', 'Copy link');

  const box = page.getByRole('dialog', { name: 'Copy the link' }).getByRole('textbox', { name: 'Link' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(/#d=1\./);
  const selected = await box.evaluate((element: HTMLTextAreaElement) => [
    element.selectionStart,
    element.selectionEnd - element.value.length,
  ]);
  expect(selected).toEqual([0, 0]);
});

test('a diagram that is too large for a link is refused with its length and another way', async ({
  page,
}) => {
  await editor.open();
  // Names that hardly compress.
  let state = 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const resources = Array.from({ length: 1200 }, (_, index) => ({
    id: `v${next()}`,
    kind: 'vpc',
    name: `${next()}${next()}${next()}`,
    parentId: null,
    order: `a${String(index).padStart(4, '0')}V`,
    x: (index % 30) * 300,
    y: Math.floor(index / 30) * 300,
    w: 200,
    h: 200,
    props: { cidr: '10.0.0.0/16' },
  }));
  await editor.openFile({
    name: 'large.vpcanvas.json',
    text: JSON.stringify({ vpcanvas: 1, name: 'Large', resources }),
  });
  await expect(messages(page)).toContainText('Opened large.vpcanvas.json');

  await editor.chooseFromMenu('File', 'Copy link');

  await expect(messages(page)).toContainText(/No link was copied: it would have \d\d,\d{3} characters/);
  await expect(messages(page).getByRole('button', { name: 'Save as…' })).toBeVisible();
});

for (const [language, scheme] of [
  ['en', 'light'],
  ['ja', 'dark'],
] as const)
  test.describe(`in ${language}, ${scheme}`, () => {
    test.use({ locale: language, colorScheme: scheme });

    test('the box for links has nothing that axe would complain of', async ({ page }) => {
      await editor.open();
      const [file, item] = language === 'en' ? ['File', 'Open a link'] : ['ファイル', 'リンクを開く'];
      await editor.chooseFromMenu(file, item);
      await page.getByRole('textbox').fill('https://example.org/#d=1.abc');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').filter({ hasText: /cut|途中で切れ/ })).toBeVisible();

      const faults = await axeFaults(page, { within: 'dialog' });

      await page.screenshot({ path: `test-results/share-${language}-${scheme}.png` });
      expect(faults).toEqual([]);
    });
  });
