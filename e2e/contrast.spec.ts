import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage } from './editorPage';

/** By their labels in the box of commands. */
const dialogs = [
  'Find on the canvas',
  'Keyboard and mouse',
  'Move to…',
  'Add inside…',
  'Reachability matrix',
  'Gallery',
] as const;

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await page.keyboard.type(command);
  await page.getByRole('option').filter({ hasText: command }).first().click();
}

for (const scheme of ['light', 'dark'] as const) {
  for (const contrast of ['no-preference', 'more'] as const)
    test(`axe finds nothing in the outline: ${scheme}, contrast ${contrast}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: scheme, contrast });
      const editor = new EditorPage(page);
      await editor.open();
      await expect(editor.verdicts).toContainText('6 arrive');
      const panel = await editor.openPanel('Outline');
      await editor.select('AppSubnet');
      expect(await axeFaults(page), 'the resources').toEqual([]);
      await panel.getByRole('button', { name: 'Flows', exact: true }).first().click();
      expect(await axeFaults(page), 'the flows').toEqual([]);
    });

  test(`axe finds nothing in the dialogs: ${scheme}`, async ({ page }) => {
    // Eight screens are analysed.
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme });
    const editor = new EditorPage(page);
    await editor.open();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeFaults(page), 'the commands').toEqual([]);
    await page.keyboard.press('Escape');
    for (const dialog of dialogs) {
      await editor.select('AppSubnet');
      await run(page, dialog);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axeFaults(page), dialog).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await editor.openPanel('Problems');
    await page.getByRole('button', { name: 'Suppress…' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeFaults(page), 'suppressing').toEqual([]);
  });
}

test.describe('at 200 % of a window 1280 px wide', () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });

  test('nothing is clipped or out of reach: the page does not scroll sideways, and every control is inside', async ({
    page,
  }) => {
    const editor = new EditorPage(page);
    await editor.open();
    for (const name of ['Outline', 'Problems', 'Flows'] as const) {
      const panel = await editor.openPanel(name);
      await expect(panel).not.toBeEmpty();
      expect(await outside(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    for (const keys of ['Control+k', '?', 'Control+f']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const box = await dialog.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.y ?? -1) >= 0, keys).toBe(true);
      expect(
        (box?.x ?? 0) + (box?.width ?? 999) <= 640 && (box?.y ?? 0) + (box?.height ?? 999) <= 450,
        keys,
      ).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
});

/** Controls that are shown and that neither scrolling nor anything else can bring inside the window. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>('button, input, select, [role="tab"]')) {
      if (control.closest('[role="application"] .react-flow__viewport') !== null) continue;
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      let scroller = control.parentElement;
      while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflow))
        scroller = scroller.parentElement;
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const room = (scroller ?? document.documentElement).getBoundingClientRect();
      const isInside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
      if (isInside) {
        // What lies over its middle must be itself, or something of it.
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (scroller === null && over !== null && !control.contains(over) && !over.contains(control))
          found.push(`${control.ariaLabel ?? control.textContent} is covered by ${over.className}`);
      } else if (scroller === null || room.width === 0)
        found.push(`${control.ariaLabel ?? control.textContent} is outside`);
    }
    return found;
  });
}

test('with the colours of the system, what is chosen is told by more than a background', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openPanel('Outline');
  const backgroundOf = (name: string): Promise<string> =>
    page
      .getByRole('tab', { name: new RegExp(`^${name}`) })
      .evaluate((tab) => getComputedStyle(tab).backgroundColor);

  expect(await backgroundOf('Outline')).not.toBe(await backgroundOf('Problems'));
  // No plate is put behind the letters of the filled button: they would be white on white.
  const present = page.getByRole('button', { name: 'Present', exact: true }).first();
  expect(await present.evaluate((button) => getComputedStyle(button).forcedColorAdjust)).toBe('none');
  // An icon of AWS that is nearly black keeps a light ground.
  const plate = await page
    .locator('.kind-icon')
    .first()
    .evaluate((icon) => getComputedStyle(icon).backgroundColor);
  expect(plate).toBe('rgb(255, 255, 255)');
});

test('with reduced motion nothing of the layout moves on its way', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openPanel('Outline');
  await editor.select('Web');

  const slow = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const longest = Math.max(
        ...`${transitionDuration}, ${animationName === 'none' ? '0s' : animationDuration}`
          .split(', ')
          .map(parseFloat),
      );
      return longest > 0.01 ? [`${element.tagName} ${element.getAttribute('class') ?? ''} ${longest}`] : [];
    }),
  );
  expect(slow).toEqual([]);
});

test('the name of the diagram is shown whole in a window 1440 px wide, in either language', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const name = page.getByRole('button', { name: /^(Rename diagram|ダイアグラム名を変更)/ });
  const isWhole = (): Promise<boolean> => name.evaluate((each) => each.scrollWidth <= each.clientWidth);

  expect(await isWhole()).toBe(true);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await expect(page.getByRole('button', { name: 'エクスポート' })).toBeVisible();
  expect(await isWhole()).toBe(true);
});

test('beside a long name, how the diagram is kept is said in some words or not at all, and never in a letter', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const editor = new EditorPage(page);
  await editor.open();
  await page.getByRole('button', { name: /^Rename diagram/ }).click();
  await page.keyboard.type('受注システム – prod & shared (peered)');
  await page.keyboard.press('Enter');

  const shown = await page.getByText('Saved in this browser').evaluate((words) => {
    const [own, around] = [words, words.parentElement ?? words].map((each) => each.getBoundingClientRect());
    if (own === undefined || around === undefined || own.top >= around.bottom) return 0;
    return Math.min(own.right, around.right) - Math.max(own.left, around.left);
  });
  expect(shown === 0 || shown >= 56).toBe(true);
});
