/** Presentations as a file: exported, opened from a folder without a network, stepped through; and animations as GIF files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

/** What went wrong, or was asked for, in the pages that `bare` opened. */
let heard: string[];

test.beforeEach(async ({ page }) => {
  heard = [];
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
});

test.afterEach(() => {
  expect(heard).toEqual([]);
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const picture = (page: Page) => page.getByRole('img');

async function exported(page: Page, item: string, before?: () => Promise<void>): Promise<string> {
  const editor = new EditorPage(page);
  await editor.chooseFromMenu('Export', item);
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  await before?.();
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  const path = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(path);
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Exported', { timeout: 60_000 });
  return path;
}

/** A page of a file alone, in a browser without a network that knows nothing of the editor. */
async function bare(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  hash = '',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => heard.push(dialog.message()));
  const address = `file://${encodeURI(path)}`;
  page.on('request', (request) => {
    // Its own icons stand in it.
    const [url = ''] = request.url().split('#');
    if (url !== address && !url.startsWith('data:image/')) heard.push(url);
  });
  await page.goto(`${address}${hash}`);
  await expect(picture(page)).toBeVisible();
  return page;
}

test('a presentation is one file that needs no network, and is led through by keyboard', async ({
  page,
  browser,
}) => {
  await new EditorPage(page).open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');

  const player = await bare(browser, path);
  await expect(heading(player)).toHaveText('One VPC, one question');
  await expect(picture(player)).toHaveAccessibleName('One VPC, one question');
  await expect(picture(player)).toHaveAccessibleDescription(
    /AWS network diagram with .* Web → S3, TCP 443: arrives/,
  );
  const second = player.getByRole('main').getByText('All four services have public addresses');
  await expect(second).toBeHidden();
  await player.keyboard.press('PageDown');
  await expect(second).toBeVisible();
  await expect(player.locator('.highlights rect')).toHaveCount(4);
  await player.keyboard.press(' ');
  await player.keyboard.press('Enter');
  await expect(heading(player)).toHaveText('The point of departure: no way out');
  await expect(player).toHaveURL(/#2$/);

  // Nothing tells the answer before somebody has guessed.
  await expect(player.getByText('Isolated → S3 (TCP 443): Does it arrive?')).toBeVisible();
  await expect(player.locator('svg.picture desc')).not.toContainText('Isolated → S3, TCP 443: blocked');
  await player.keyboard.press('n');
  await expect(player.locator('.answer')).toContainText('Well guessed.');
  await expect(player.locator('svg.picture desc')).toContainText('Isolated → S3, TCP 443: blocked');

  // Back is where the scene before was left.
  await player.keyboard.press('Shift+ ');
  await player.keyboard.press('Shift+ ');
  await expect(heading(player)).toHaveText('One VPC, one question');
  await expect(second).toBeVisible();

  await player.keyboard.press('End');
  await expect(heading(player)).toHaveText('Three paths, side by side');
  await player.keyboard.press('3');
  await player.keyboard.press('Enter');
  await expect(heading(player)).toHaveText('Path 1: internet gateway');
  await player.keyboard.press('b');
  await expect(player.locator('.blank')).toBeVisible();
  await player.keyboard.press('ArrowRight');
  await expect(player.locator('.blank')).toBeHidden();
  await expect(heading(player)).toHaveText('Path 1: internet gateway');

  await player.reload();
  await expect(heading(player)).toHaveText('Path 1: internet gateway');
  await player.context().close();
});

test('both languages are in the file, and the picture is in the one that is chosen', async ({
  page,
  browser,
}) => {
  await new EditorPage(page).open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');
  const player = await bare(browser, path, {}, '#3');
  await expect(heading(player)).toHaveText('Path 1: internet gateway');

  await player.getByRole('button', { name: '日本語' }).click();

  await expect(heading(player)).toHaveText('経路 1: インターネットゲートウェイ');
  await expect(player.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(player).toHaveTitle('経路 1: インターネットゲートウェイ · サービスへの 3 つの経路');
  await expect(picture(player)).toHaveAccessibleDescription(/AWS ネットワーク構成図/);
  await expect(player.getByRole('navigation', { name: 'スライド' })).toBeVisible();
  await player.context().close();
});

test('the packet goes from hop to hop, pauses, and says what was decided', async ({ page, browser }) => {
  await new EditorPage(page).open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');
  const player = await bare(browser, path, { reducedMotion: 'reduce' }, '#3');
  const disc = player.locator('.packet');
  const hops = player.getByRole('slider', { name: 'Hop' });
  await player.keyboard.press('ArrowRight');
  await expect(hops).toHaveValue('0');
  const start = await disc.boundingBox();

  await player.keyboard.press('Shift+ArrowRight');
  await expect(hops).toHaveValue('1');
  await expect(hops).toHaveAttribute('aria-valuetext', /InternetGateway/);
  await expect(player.locator('.hop')).toContainText('Goes on as');
  const there = await disc.boundingBox();
  expect(Math.abs((there?.y ?? 0) - (start?.y ?? 0))).toBeGreaterThan(50);

  // Who wants no motion leads the packet by key before the next scene comes.
  await player.keyboard.press('ArrowRight');
  await expect(hops).toHaveValue('2');
  await player.emulateMedia({ reducedMotion: 'no-preference' });
  await player.getByRole('button', { name: 'Play' }).click();
  await player.getByRole('button', { name: 'Pause' }).click();
  await expect(player.getByRole('button', { name: 'Play' })).toBeVisible();
  await player.context().close();
});

test('on a phone everything fits, a swipe leads on, and each scene is a sheet in print', async ({
  page,
  browser,
}) => {
  await new EditorPage(page).open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');
  const player = await bare(browser, path, { viewport: { width: 390, height: 780 }, hasTouch: true }, '#4');
  const isWide = await player.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide).toBe(false);
  const box = await player.locator('.stage').boundingBox();
  expect(box?.height).toBeGreaterThan(300);

  await player.locator('.stage').evaluate((stage) => {
    const at = (type: string, clientX: number): void => {
      const given = { pointerId: 5, pointerType: 'touch', isPrimary: true, bubbles: true };
      stage.dispatchEvent(new PointerEvent(type, { ...given, clientX, clientY: 300 }));
    };
    at('pointerdown', 300);
    at('pointerup', 120);
  });
  await expect(player.locator('.answer')).toContainText('Arrives');

  const pdf = (await player.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(10);
  await player.context().close();
});

test('a scene is seen through its lens, as when presenting, and what comes is read out', async ({
  page,
  browser,
}) => {
  await new EditorPage(page).open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');
  const player = await bare(browser, path, { reducedMotion: 'reduce' }, '#5');
  const said = player.getByRole('status');
  const lens = player.locator('.lens');
  const faint = player.locator('svg.picture > g > g[opacity="0.25"]');
  const named = (name: string) =>
    player.locator('svg.picture > g > g', { has: player.locator('title', { hasText: name }) });
  await expect(lens).toBeHidden();
  await expect(named('subnet WorkerSubnet')).not.toHaveAttribute('opacity');

  await player.keyboard.press('6');
  await player.keyboard.press('Enter');
  await expect(heading(player)).toHaveText('What guards path 3');
  await expect(lens).toHaveText('Security');
  await expect(said).toHaveText('6 / 10: What guards path 3. Security');
  await expect(picture(player)).toHaveAccessibleDescription(/Lens: Security\./);
  await expect(named('VPC Vpc')).toHaveAttribute('opacity', '0.25');
  await expect(named('subnet WorkerSubnet')).not.toHaveAttribute('opacity');
  await expect(player.locator('svg.picture text', { hasText: 'EndpointGroup' })).toBeVisible();
  // The arrows that the scene is about keep their strength.
  await expect(named('Worker → SQS')).not.toHaveAttribute('opacity');
  await expect(named('Web → S3')).toHaveAttribute('opacity', '0.25');
  await player.keyboard.press('Shift+ArrowRight');
  await expect(said).toHaveText(/^2 \/ 3, SqsEndpoint: Security group, /);

  await player.keyboard.press('7');
  await player.keyboard.press('Enter');
  await expect(lens).toBeHidden();
  await expect(named('subnet WorkerSubnet')).not.toHaveAttribute('opacity');
  expect(await faint.count()).toBeLessThan(20);

  await player.keyboard.press('2');
  await player.keyboard.press('Enter');
  await player.keyboard.press('n');
  await expect(said).toHaveText(/^Blocked Well guessed\. /);
  await player.keyboard.press('b');
  await expect(said).toHaveText(/^The screen is blank\./);
  await player.context().close();
});

test('of forty scenes there is a list in place of dots, and those whose resources are gone are shown with what is left', async ({
  page,
  browser,
}) => {
  const given = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
  const diagram = JSON.parse(given) as {
    resources: { id: string }[];
    scenes: { id: string; order: string; title: object }[];
  };
  diagram.resources = diagram.resources.filter(({ id }) => id !== 'SsmEndpoint');
  diagram.scenes = Array.from({ length: 40 }, (_, at) => ({
    ...(diagram.scenes[at % 10] ?? { title: {} }),
    id: `scene-${at}`,
    order: `a${String.fromCharCode(65 + Math.floor(at / 10))}${at % 10}1`,
    title: { en: `Lesson ${at + 1} <b>`, ja: `第 ${at + 1} 回 <b>` },
  }));
  const long = test.info().outputPath('long.vpcanvas.json');
  writeFileSync(long, JSON.stringify(diagram));
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openFile(long);
  await expect(editor.resource('SsmEndpoint')).toHaveCount(0);
  const path = await exported(page, 'Export a presentation \\(HTML\\)');

  const player = await bare(browser, path, {
    viewport: { width: 390, height: 780 },
    reducedMotion: 'reduce',
  });
  const list = player.getByRole('combobox', { name: 'Slides' });
  await expect(list.getByRole('option')).toHaveCount(40);
  await list.selectOption('17. Lesson 17 <b>');

  await expect(heading(player)).toHaveText('Lesson 17 <b>');
  await expect(player.locator('.lens')).toHaveText('Security');
  await expect(player).toHaveURL(/#17$/);
  const [bar, stage] = await Promise.all(
    ['.slides', '.stage'].map((part) => player.locator(part).boundingBox()),
  );
  expect(bar?.height).toBeLessThan(60);
  expect(stage?.height).toBeGreaterThan(300);
  expect(await axeFaults(player)).toEqual([]);
  // What comes within the scene comes first.
  await expect(async () => {
    await player.getByRole('button', { name: 'Next' }).click();
    await expect(list).toHaveValue('18', { timeout: 1000 });
  }).toPass();
  await player.context().close();
});

for (const appearance of appearances)
  test(`axe finds nothing in the player (${appearance.colorScheme}, ${appearance.locale})`, async ({
    page,
    browser,
  }) => {
    await new EditorPage(page).open();
    const isJapanese = appearance.locale === 'ja-JP';
    const path = await exported(page, 'Export a presentation \\(HTML\\)', async () => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Colours').selectOption('auto');
      if (isJapanese) await dialog.getByLabel('Language').selectOption('ja');
    });
    const player = await bare(browser, path, { ...appearance, reducedMotion: 'reduce' }, '#2');
    await expect(player.locator('html')).toHaveAttribute('data-theme', appearance.colorScheme);
    await expect(player.locator('html')).toHaveAttribute('lang', isJapanese ? 'ja' : 'en');

    expect(await axeFaults(player)).toEqual([]);
    await player.keyboard.press('y');
    await expect(player.locator('.hop')).toBeVisible();
    expect(await axeFaults(player)).toEqual([]);
    await player.keyboard.press('6');
    await player.keyboard.press('Enter');
    await expect(player.locator('.lens')).toHaveText(isJapanese ? 'セキュリティ' : 'Security');
    expect(await axeFaults(player)).toEqual([]);
    await player.context().close();
  });

test('names and texts that try to become markup stay text', async ({ page, browser }) => {
  const attack = '</script></title><img src=x onerror=alert(1)><svg onload=alert(2)>${alert(3)}\u2028&quot;';
  const given = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
  const diagram = JSON.parse(given) as {
    name: string;
    resources: { name: string }[];
    flows: { label?: string }[];
    scenes: { title: object; text: object }[];
  };
  diagram.name = attack;
  for (const resource of diagram.resources) resource.name = `${resource.name}${attack}`;
  for (const flow of diagram.flows) flow.label = attack;
  for (const scene of diagram.scenes) {
    scene.title = { en: attack, ja: attack };
    scene.text = { en: `${attack}\n\n[click](javascript:alert(4)) \`${attack}\``, ja: attack };
  }
  const hostile = test.info().outputPath('hostile.vpcanvas.json');
  writeFileSync(hostile, JSON.stringify(diagram));
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openFile(hostile);
  await expect(page.getByRole('button', { name: attack.slice(0, 20) }).first()).toBeVisible();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');

  const player = await bare(browser, path);

  await expect(heading(player)).toContainText('<img src=x onerror=alert(1)>');
  for (let step = 0; step < 12; step++) await player.keyboard.press('ArrowRight');
  await player.getByRole('button', { name: '日本語' }).click();
  const found = await player.evaluate(() => ({
    strange: document.querySelectorAll('img, iframe, a, [onload], [onerror], [href^="javascript"]').length,
    scripts: document.querySelectorAll('script').length,
  }));
  // The data and the program.
  expect(found).toEqual({ strange: 0, scripts: 2 });
  await player.context().close();
});

test('a presentation opens again as the diagram', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  const path = await exported(page, 'Export a presentation \\(HTML\\)');
  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);

  await editor.openFile(path);

  await expect(editor.resource('NatGateway')).toBeVisible();
});

test('an animation is a GIF file that plays anywhere; one that takes too long can be left', async ({
  page,
}) => {
  // Two hundred frames, on a machine that has other things to do.
  test.setTimeout(180_000);
  const editor = new EditorPage(page);
  await editor.open();
  await editor.chooseFromMenu('Export', 'Export an animation \\(GIF\\)');
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible();
  await page.keyboard.press('Escape');

  const path = await exported(page, 'Export an animation \\(GIF\\)');

  const base64 = readFileSync(path, 'base64');
  const read = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const decoder = new ImageDecoder({ data: bytes, type: 'image/gif' });
    await decoder.tracks.ready;
    await decoder.completed;
    const track = decoder.tracks.selectedTrack;
    const { image } = await decoder.decode({ frameIndex: 20 });
    return {
      frames: track?.frameCount ?? 0,
      repeats: track?.repetitionCount === Infinity,
      width: image.displayWidth,
      duration: image.duration,
    };
  }, base64);
  expect(read).toMatchObject({ repeats: true, width: 960, duration: 80_000 });
  expect(read.frames).toBeGreaterThan(100);
});
