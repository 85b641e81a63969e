import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage, boxOf } from './editorPage';
import { inputMethod } from './inputMethod';

/** An image of one red pixel that a browser can read. */
const redPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** The PNG with another width and height in its header, in pixels. */
function withSize(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  return changed;
}

/** Lets go of a file over the canvas, or pastes it, as the browser would hand it over. */
async function handOver(
  page: Page,
  how: 'drop' | 'paste',
  file: { readonly name: string; readonly type: string; readonly text?: string; readonly base64?: string },
): Promise<void> {
  await page.evaluate(
    ({ how: event, file: given }) => {
      const bytes =
        given.base64 === undefined
          ? new TextEncoder().encode(given.text ?? '')
          : Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], given.name, { type: given.type }));
      const canvas = document.querySelector<HTMLElement>('[role="application"]');
      canvas?.focus();
      canvas?.dispatchEvent(
        event === 'drop'
          ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, clientX: 700, clientY: 400 })
          : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }),
      );
    },
    { how, file },
  );
}

const image = (page: Page) => page.locator('.picture-image');

test('any icon of the AWS set is found by a search and placed as a picture that no verdict knows of', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const verdicts = await editor.settledVerdicts();
  await page.getByRole('searchbox', { name: 'Search resources' }).fill('quick suite');

  await editor.dragFromPalette('Amazon Quick Suite', { x: 1000, y: 160 });

  const icon = editor.resource('Amazon Quick Suite');
  await expect(icon).toHaveAccessibleName(/^AWS icon/);
  await expect(icon.locator('img')).toHaveAttribute('src', /architecture-service\/Amazon.*\.svg$/);
  expect(await editor.settledVerdicts()).toBe(verdicts);
});

test('a service is found by its name as it is said in Japanese: what is modelled before a picture of it', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await page.getByRole('searchbox', { name: 'Search resources' }).fill('らむだ');

  const found = page.locator('.palette [data-entry]');
  await expect(found.first()).toHaveAttribute('data-entry', 'lambda-function');
  await expect(page.locator('[data-entry="icon:architecture-service/AWSLambda"]')).toBeVisible();
});

test('a handle at the edge of the canvas moves by as much as the pointer, and the view stays', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await page.keyboard.press('f');
  await editor.drag({ x: 900, y: 240 }, { x: 1110, y: 440 });
  const frame = editor.resource('Frame');
  // The inspector has opened beside it.
  await expect(editor.inspector).toBeVisible();
  const { x, y, width, height } = await boxOf(frame);
  const edge = (await boxOf(editor.inspector)).x;
  expect(edge - (x + width)).toBeLessThan(28);

  await page.mouse.move(x + width, y + height);
  await page.mouse.down();
  for (const by of [2, 5, 8]) {
    await page.mouse.move(x + width + by, y + height + by);
    await page.waitForTimeout(80);
  }
  const dragged = await boxOf(frame);
  await page.mouse.up();

  expect(dragged.x).toBe(x);
  expect(dragged.width - width).toBeLessThanOrEqual(16);
});

test('an image that is dropped stands where it was dropped, is resized, renamed, saved and read again', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await handOver(page, 'drop', { name: 'Logo.png', type: 'image/png', base64: redPixel.toString('base64') });

  const logo = editor.resource('Logo');
  await expect(image(page)).toHaveAttribute('src', /^data:image\/png;base64,/);
  await expect(logo).toHaveAccessibleName('Image Logo');
  const before = await boxOf(logo);
  expect(Math.abs(before.x + before.width / 2 - 700)).toBeLessThan(20);

  await editor.inspector.getByRole('textbox', { name: 'Width' }).fill('120');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await boxOf(logo)).width / before.width).toBeGreaterThan(2);
  const overhang = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await editor.inspector.locator('.inspector').evaluate(overhang)).toBe(0);

  const saved = page.waitForEvent('download');
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.keyboard.press('Control+s');
  const path = await (await saved).path();
  await editor.chooseFromMenu('File', 'New');
  await expect(image(page)).toHaveCount(0);
  await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  await editor.openFile(path);

  await expect(image(page)).toHaveAttribute('src', /^data:image\/png;base64,/);
});

test('an SVG comes in as pixels: what it holds besides does not run and is not loaded', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (/example\.com/.test(request.url())) elsewhere.push(request.url());
  });
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" onload="window.ran = true">
    <script>window.ran = true</script><image href="https://example.com/spy.png" width="9" height="9"/>
    <foreignObject width="80" height="40"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://example.com"/></body></foreignObject>
    <rect width="80" height="40" fill="green"/></svg>`;

  await handOver(page, 'paste', { name: 'evil.svg', type: 'image/svg+xml', text });

  await expect(image(page)).toHaveAttribute('src', /^data:image\/png;base64,/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(elsewhere).toEqual([]);
});

test('what is no image is refused in words, and nothing is added', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  for (const file of [
    { name: 'page.png', type: 'image/png', text: '<script>alert(1)</script>' },
    { name: 'half.png', type: 'image/png', base64: redPixel.subarray(0, 30).toString('base64') },
    // A few bytes that would ask the browser for 40 GB.
    { name: 'huge.png', type: 'image/png', base64: withSize(redPixel, 100_000, 100_000).toString('base64') },
    { name: 'drawing.svg', type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>' },
  ]) {
    await handOver(page, 'drop', file);
    await expect(page.getByText(`${file.name} was not added`)).toBeVisible();
  }
  await expect(editor.resources()).toHaveCount(0);
});

test('a diagram file with a broken image is read, shows where it was and says so once', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  const picture = {
    id: 'p',
    kind: 'image',
    name: 'Plan',
    parentId: null,
    order: 'U',
    x: 0,
    y: 0,
    w: 160,
    h: 120,
    props: { image: 'data:image/png;base64,bm90IGFuIGltYWdl' },
  };

  await editor.openFile({
    name: 'broken.vpcanvas.json',
    text: JSON.stringify({
      vpcanvas: 1,
      name: 'Broken',
      settings: { region: 'eu-west-1' },
      resources: [picture],
    }),
  });

  await expect(editor.resource('Plan')).toContainText('This image cannot be shown');
  await expect(editor.resource('Plan')).toHaveAccessibleName(/1 finding/);
});

test('frames, plain arrows and numbers are drawn by hand, grouped and moved together', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await page.keyboard.press('f');
  await editor.drag({ x: 500, y: 240 }, { x: 820, y: 440 });
  const frame = editor.resource('Frame');
  const drawn = await boxOf(frame);
  expect(Math.round(drawn.width / 10)).toBe(32);

  await page.keyboard.press('Shift+L');
  await editor.drag({ x: 540, y: 380 }, { x: 700, y: 320 });
  await expect(editor.resource('Line')).toBeVisible();
  await page.keyboard.press('t');
  await page.mouse.click(900, 620);
  await page.keyboard.type('Words');
  await page.keyboard.press('Escape');
  const line = await boxOf(editor.resource('Line'));

  // The frame takes along what stands in it, and leaves it behind with Ctrl.
  await editor.drag({ x: drawn.x + 40, y: drawn.y + 8 }, { x: drawn.x + 120, y: drawn.y + 88 });
  await expect.poll(async () => Math.round((await boxOf(editor.resource('Line'))).x - line.x)).toBe(80);

  await page.mouse.click(100 + 260, 700);
  await editor.select('Frame');
  await page.keyboard.down('Shift');
  const moved = await boxOf(editor.resource('Line'));
  await page.mouse.click(moved.x + moved.width / 2, moved.y + moved.height / 2);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('status').filter({ hasText: '2 grouped' })).toHaveCount(1);
  await page.mouse.click(1000, 760);
  await editor.select('Frame');
  await expect(editor.inspector).toContainText('2');
  await page.keyboard.press('Control+Shift+g');
  await expect(page.getByRole('status').filter({ hasText: 'Ungrouped' })).toHaveCount(1);
});

test('pictures are added, moved, resized and renamed with the keyboard alone', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  const { keyboard } = page;
  const search = page.getByRole('searchbox', { name: 'Search resources' });
  await search.focus();
  await keyboard.type('quick suite');
  await expect(page.getByRole('group', { name: /^AWS icons/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(editor.resource('Amazon Quick Suite')).toHaveAccessibleName(/^AWS icon/);

  await search.focus();
  await keyboard.press('Control+a');
  await keyboard.type('AWS Cloud');
  await keyboard.press('Enter');
  const cloud = editor.resource('AWS Cloud');
  await expect(cloud).toHaveAccessibleName('AWS Cloud AWS Cloud');
  const before = await boxOf(cloud);
  await editor.diagram.focus();
  await cloud.focus();
  await keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(cloud)).x).toBeGreaterThan(before.x);
  await keyboard.press('F2');
  await keyboard.press('Control+a');
  await keyboard.type('Our cloud');
  await keyboard.press('Enter');
  await expect(editor.resource('Our cloud')).toBeVisible();
  await editor.inspector.getByRole('textbox', { name: 'Height' }).focus();
  await keyboard.press('Control+a');
  await keyboard.type('400');
  await keyboard.press('Enter');
  await expect
    .poll(async () => (await boxOf(editor.resource('Our cloud'))).height)
    .toBeGreaterThan(before.height);

  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await keyboard.type('add a number');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keyboard.press('Escape');
  for (const _ of [1, 2]) {
    await search.focus();
    await keyboard.press('Control+a');
    await keyboard.type('call-out');
    await keyboard.press('Enter');
  }
  await expect(page.getByRole('group', { name: /^Numbered call-out .*, 2$/ })).toBeVisible();
});

test('a frame is named with an input method, whose keys are nobody’s shortcuts', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await page.keyboard.press('f');
  await editor.drag({ x: 500, y: 240 }, { x: 820, y: 440 });
  await editor.resource('Frame').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  const ime = await inputMethod(page);
  await ime.compose('ほ', 'ほんばん');
  await ime.pressEnter();
  await ime.choose('本番環境');
  await page.keyboard.press('Enter');

  await expect(editor.resource('本番環境')).toBeVisible();
});

for (const [scheme, locale] of [
  ['light', 'en-US'],
  ['dark', 'ja-JP'],
] as const)
  test.describe(`${scheme}, ${locale}`, () => {
    test.use({ colorScheme: scheme, locale });

    test('axe finds nothing with pictures of every sort on the canvas', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Control+o');
      await (
        await chooser
      ).setFiles({
        name: 'all.vpcanvas.json',
        mimeType: 'application/json',
        buffer: Buffer.from(everySort()),
      });
      await expect(image(page)).toBeVisible();
      await page.keyboard.press('Shift+1');
      expect(await axeFaults(page)).toEqual([]);

      for (const name of ['Prod', 'One', 'Logo']) {
        const { x, y, height, width } = await boxOf(editor.resource(name));
        await page.mouse.click(x + Math.min(width / 2, 20), y + Math.min(height / 2, 8));
        await expect(editor.inspector).toBeVisible();
        expect(await axeFaults(page), name).toEqual([]);
      }
      await page
        .getByRole('searchbox')
        .first()
        .fill(locale === 'ja-JP' ? 'データベース' : 'database');
      await expect(page.locator('[data-entry^="icon:"]').first()).toBeVisible();
      expect(await axeFaults(page), 'icons').toEqual([]);
    });
  });

/** A small design in an AWS Cloud box, with a picture of each sort. */
function everySort(): string {
  const record = (
    id: string,
    kind: string,
    name: string,
    place: readonly number[],
    props: object,
    parentId?: string,
  ) => ({
    id,
    kind,
    name,
    parentId: parentId ?? null,
    order: id,
    x: place[0],
    y: place[1],
    w: place[2],
    h: place[3],
    props,
  });
  return JSON.stringify({
    vpcanvas: 1,
    name: 'Pictures',
    settings: { region: 'ap-northeast-1' },
    resources: [
      record('a', 'frame', 'Prod', [0, 0, 900, 470], { group: 'cloud' }),
      record('b', 'frame', 'Account 1', [24, 40, 850, 410], { group: 'account' }),
      record('c', 'vpc', 'Vpc', [48, 80, 520, 330], { cidr: '10.0.0.0/16' }),
      record('d', 'subnet', 'SubnetA', [24, 48, 220, 220], { cidr: '10.0.0.0/24' }, 'c'),
      record('e', 'subnet', 'SubnetB', [272, 48, 220, 220], { cidr: '10.0.1.0/24' }, 'c'),
      record('f', 'instance', 'WebA', [60, 90, 96, 88], {}, 'd'),
      record('g', 'instance', 'WebB', [60, 90, 96, 88], {}, 'e'),
      record('h', 'frame', 'Web servers', [60, 110, 396, 130], { group: 'auto-scaling' }, 'c'),
      record('i', 'aws-icon', 'Lambda', [660, 90, 112, 88], { icon: 'architecture-service/AWSLambda' }),
      record('j', 'plain-line', 'Arrow', [540, 130, 120, 80], {
        from: 'sw',
        rightAngled: true,
        label: 'calls',
      }),
      record('k', 'plain-line', 'Back', [600, 330, 200, 0], { dashed: true, heads: 'both' }),
      record('l', 'call-out', 'One', [586, 150, 28, 28], { number: 1, text: 'The request' }),
      record('m', 'call-out', 'Two', [700, 200, 28, 28], { number: 12 }),
      record('n', 'image', 'Logo', [640, 240, 64, 64], {
        image: `data:image/png;base64,${redPixel.toString('base64')}`,
      }),
      record('o', 'image', 'Missing', [730, 240, 120, 64], { image: '' }),
      record('p', 'text-note', 'Note', [610, 370, 200, 48], { text: 'A note / メモ' }),
      record('q', 'frame', 'Later', [600, 220, 270, 130], { group: 'generic' }),
    ],
  });
}
