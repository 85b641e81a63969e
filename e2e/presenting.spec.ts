import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage } from './editorPage';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Presents an example by one click of its card. */
async function presentExample(page: Page, name: RegExp): Promise<void> {
  await new EditorPage(page).chooseFromMenu('File', 'Gallery');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^Present: ${name.source}`) })
    .click();
  await expect(page.locator('.presenter')).toBeVisible();
}

/** Presents the three paths and goes to a scene of theirs. */
async function presentScene(page: Page, number: number, title: string): Promise<void> {
  await new EditorPage(page).open();
  await page.getByRole('button', { name: /^(Present|プレゼンテーション)$/ }).click();
  await expect(heading(page)).toBeVisible();
  await jumpTo(page, number);
  await expect(heading(page)).toHaveText(title);
}

async function jumpTo(page: Page, number: number): Promise<void> {
  for (const digit of `${number}`) await page.keyboard.press(digit);
  await page.keyboard.press('Enter');
}

/** The scenes by number: what the nav calls them. */
const dots = (page: Page) => page.locator('.presenter-dot');

test('the three paths are presented with the keys of a clicker, moment by moment', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(heading(page)).toHaveText('One VPC, one question');
  const second = page.getByText('All four services have public addresses', { exact: false });
  await expect(second).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(second).toBeVisible();
  await expect(page.locator('.highlight')).toHaveCount(4);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText('The point of departure: no way out');

  // Back is where the scene before was left: with all that came in it.
  await page.keyboard.press('PageUp');
  await expect(heading(page)).toHaveText('One VPC, one question');
  await expect(second).toBeVisible();

  await jumpTo(page, 10);
  await expect(heading(page)).toHaveText('Three paths, side by side');
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is blank')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is blank')).toBeHidden();
  await page.keyboard.press('Home');
  await expect(heading(page)).toHaveText('One VPC, one question');
  await page.keyboard.press('k');
  await expect(page.locator('.presenter-laser')).toBeVisible();
  await page.mouse.move(400, 300, { steps: 5 });
  await page.keyboard.press('k');
  await expect(page.locator('.presenter-laser')).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(page.locator('.presenter')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('whoever leaves the presentation goes on on the canvas with the keyboard', async ({ page }) => {
  await presentScene(page, 2, 'The point of departure: no way out');

  await page.keyboard.press('Escape');

  await expect(new EditorPage(page).diagram).toBeFocused();
});

test('before the audience has answered nothing gives the verdict away', async ({ page }) => {
  await presentScene(page, 2, 'The point of departure: no way out');
  const question = page.getByRole('group', { name: 'Does it arrive?' });
  await expect(question).toContainText('Isolated → S3');
  // The other arrows have their verdicts by now.
  await expect(page.locator('.presenter .arrow.arrow-arrives').first()).toBeAttached();
  await expect(page.locator('.presenter .arrow.arrow-blocked')).toHaveCount(0);
  await expect(page.locator('.presenter .arrow-cross')).toHaveCount(0);
  await expect(page.locator('.packet, .hop-card')).toHaveCount(0);

  await page.keyboard.press('y');

  const answer = page.locator('.question');
  await expect(answer).toContainText('Blocked');
  await expect(answer).toContainText('Not as guessed');
  await expect(page.locator('.presenter .arrow.arrow-blocked')).toHaveCount(1);
  await expect(page.locator('.hop-card')).toContainText('IsolatedTable', { timeout: 20_000 });

  // Any arrow can be asked about, whatever its scene says.
  await jumpTo(page, 3);
  await expect(heading(page)).toHaveText('Path 1: internet gateway');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.hop-card')).toBeVisible();
  await page.keyboard.press('q');
  await expect(question).toContainText('Web → S3');
  await page.keyboard.press('PageDown');
  await expect(answer).toContainText('Arrives');
});

test('the packet is paused and scrubbed from hop to hop, with its header before and after translation', async ({
  page,
}) => {
  await presentScene(page, 3, 'Path 1: internet gateway');
  await page.keyboard.press('PageDown');
  const slider = page.getByRole('slider', { name: 'Hop' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^1 \/ 5, Web/);
  await page.keyboard.press('a');
  await expect(page.getByRole('button', { name: 'Play the packet' })).toBeVisible();

  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^2 \/ 5, InternetGateway, Address translation/);
  const card = page.locator('.hop-card');
  await expect(card).toContainText('Came as');
  await expect(card.locator('[data-changed="true"]').first()).toContainText('10.0.0.');
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^5 \/ 5, Web, Reply/);
  await expect(card).toContainText('Reply');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /^3|^4/);
  // The scene is still the same: the slider has its arrows for itself.
  await expect(heading(page)).toHaveText('Path 1: internet gateway');
  await page.keyboard.press('PageDown');
});

test('the presenter has a window of their own, in step with the audience’s, in which the scene is edited', async ({
  page,
}) => {
  // Two windows, and axe in one of them.
  test.slow();
  await presentScene(page, 4, 'Path 2: gateway endpoint');

  const popup = page.waitForEvent('popup');
  await page.keyboard.press('p');
  const second = await popup;
  await expect(heading(second)).toContainText('Path 2: gateway endpoint');
  await expect(second.getByRole('region', { name: 'Notes' })).toContainText('Most will say it is blocked');
  await expect(second.getByRole('region', { name: 'Next' })).toContainText('Path 3: interface endpoint');
  await expect(second.getByRole('timer')).toContainText('0:0');
  await expect(second.getByRole('timer')).toContainText(/of about 3:\d\d/);
  expect(await axeFaults(second)).toEqual([]);

  // The next step there is the next step here; and the keys work in either window.
  await second.getByRole('button', { name: /^Next step/ }).click();
  await expect(page.locator('.question')).toContainText('Arrives');
  await second.keyboard.press('End');
  await expect(heading(page)).toHaveText('Three paths, side by side');
  await jumpTo(page, 4);
  await expect(heading(second)).toContainText('Path 2: gateway endpoint');

  await second.getByRole('button', { name: 'Edit this scene' }).click();
  await second.getByLabel('Title (English)').fill('Path 2: my own words');
  await second.getByLabel('Text (English)').fill('Typed **boldly** with b and k');
  await second.getByLabel('Notes (English)').click();
  await expect(heading(page)).toHaveText('Path 2: my own words');
  await expect(page.locator('.presenter-words strong').first()).toHaveText('boldly');
  // It may be closed at any time, and what was being typed is kept.
  await second.getByLabel('Notes (English)').fill('Unfinished');
  await second.close();
  await expect(page.getByRole('button', { name: 'Presenter view' })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.presenter')).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByLabel('Notes (English)')).toHaveValue('Unfinished');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.presenter')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
});

for (const [example, flows] of [
  [/Three paths/, 10],
  [/No NAT/, 4],
  [/PrivateLink/, 5],
  [/ECS/, 5],
  [/Names/, 8],
] as const)
  test(`${example.source} is presented from the gallery by keyboard alone, in both languages`, async ({
    page,
  }) => {
    // Every scene of it, twice.
    test.slow();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const editor = new EditorPage(page);
    await editor.open();
    await presentExample(page, example);
    await expect(dots(page)).toHaveCount(flows);
    await expect(heading(page)).toBeVisible();
    const titles = new Set<string>();
    for (let press = 0; press < 60; press++) {
      titles.add((await heading(page).textContent()) ?? '');
      const isLast = await dots(page).last().getAttribute('aria-current');
      if (isLast === 'true') break;
      await page.keyboard.press('PageDown');
    }
    expect(titles.size).toBe(flows);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: '日本語' }).click();
    await page.getByRole('button', { name: 'プレゼンテーション', exact: true }).click();
    await expect(heading(page)).toBeVisible();
    for (let scene = 1; scene <= flows; scene++) {
      await jumpTo(page, scene);
      await expect(dots(page).nth(scene - 1)).toHaveAttribute('aria-current', 'true');
      expect(await heading(page).textContent()).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(await page.locator('.scene-block').first().textContent()).toMatch(
        /[\u3040-\u30ff\u4e00-\u9fff]/,
      );
    }
    expect(errors).toEqual([]);
  });

test('a scene with a change shows the design as it was before, and leaves it alone', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await presentExample(page, /No NAT/);
  await expect(heading(page)).toHaveText('An instance nobody can reach');
  await expect(page.locator('.presenter').getByText('SsmEndpoint', { exact: true })).toHaveCount(0);
  await jumpTo(page, 2);
  await expect(page.locator('.presenter').getByText('SsmEndpoint', { exact: true })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await expect(editor.resource('SsmEndpoint')).toBeVisible();
  await expect(editor.resource('S3Endpoint')).toBeVisible();
});

test('with reduced motion the packet goes hop by hop, by key, and the view is there at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await presentScene(page, 4, 'Path 2: gateway endpoint');
  await page.keyboard.press('n');
  await expect(page.locator('.hop-card')).toContainText('App');
  const before = await page.locator('.presenter .react-flow__viewport').getAttribute('style');

  await page.keyboard.press('ArrowRight');

  await expect(page.locator('.hop-card')).toContainText('S3Endpoint');
  await expect(heading(page)).toHaveText('Path 2: gateway endpoint');
  expect(await page.locator('.presenter .react-flow__viewport').getAttribute('style')).toBe(before);
});

test('a scene is made from what is in view, described, built step by step, and presented', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 300 });
  const scenes = await editor.openPanel('Scenes');

  await scenes.getByRole('button', { name: /Add scene/ }).click();
  await scenes.getByLabel('Title (English)').fill('My network');
  await scenes.getByLabel('Text (English)').fill('It begins with a **VPC**.\n\nThen come subnets.');
  await scenes.getByLabel('Title (Japanese)').fill('私のネットワーク');
  await scenes.getByRole('button', { name: 'Add step' }).click();
  await scenes.getByRole('button', { name: 'Present from here' }).click();

  await expect(heading(page)).toHaveText('My network');
  await expect(page.getByText('It begins with a VPC.')).toBeVisible();
  await expect(page.getByText('Then come subnets.')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Then come subnets.')).toBeVisible();
});

test('why an arrow is blocked becomes a presentation that ends with what mends it, as one step', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  const editor = new EditorPage(page);
  await editor.open();
  await editor.openFile('examples/three-paths/broken/endpoint-not-on-table.vpcanvas.json');
  const explain = editor.inspector.getByRole('button', { name: 'Make a presentation: why is it blocked' });
  // An arrow whose verdict comes in takes another way, away from where it was clicked.
  await expect(async () => {
    await editor.flow('App', 'S3').click({ force: true });
    await expect(explain).toBeVisible({ timeout: 2000 });
  }).toPass();
  await explain.click();

  await expect(heading(page)).toHaveText('What is wanted: App → S3');
  await expect(page.getByRole('group', { name: 'Does it arrive?' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.locator('.question')).toContainText('Well guessed');
  await page.keyboard.press('End');
  await expect(heading(page)).toHaveText('And it arrives');
  await expect(page.locator('.presenter .arrow.arrow-arrives.is-in-focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('a scene whose arrow and resources were deleted says so, in the panel and while it is presented', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('Isolated');
  await page.keyboard.press('Delete');
  const scenes = await editor.openPanel('Scenes');
  await scenes.getByRole('button', { name: /The point of departure/ }).click();
  const said = 'Deleted from the diagram, and no longer shown here: Isolated, Isolated → S3.';
  await expect(scenes.getByText(said)).toBeVisible();
  await scenes.getByRole('button', { name: 'Present from here' }).click();
  await expect(page.locator('.presenter').getByText(said)).toBeVisible();
  await page.keyboard.press('Escape');
  await scenes.getByRole('button', { name: 'Do not mention it again' }).click();
  await expect(scenes.getByText('no longer shown here')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const)
  for (const locale of ['en-US', 'ja-JP'] as const)
    test.describe(`${scheme}, ${locale}`, () => {
      test.use({ colorScheme: scheme, locale });

      test('axe finds nothing while the packet moves, a question is asked and a scene is edited', async ({
        page,
      }) => {
        const title = locale === 'en-US' ? 'The point of departure: no way out' : '出発点: 外への経路がない';
        await presentScene(page, 2, title);
        await expect(page.locator('.question')).toBeVisible();
        await page.keyboard.press('e');
        expect(await axeFaults(page), 'a question').toEqual([]);
        await page.keyboard.press('PageDown');
        await expect(page.locator('.hop-card')).toBeVisible();
        expect(await axeFaults(page), 'a packet').toEqual([]);
      });
    });

for (const { language, present, sheet, first } of [
  {
    language: 'en-US',
    present: 'Present',
    sheet: 'Keys while presenting',
    first: 'Next step, or next scene',
  },
  {
    language: 'ja-JP',
    present: 'プレゼンテーション',
    sheet: 'プレゼンテーション中のキー',
    first: '次のステップまたは次のシーン',
  },
])
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });
    test('? shows the keys of presenting over the scene, and Escape takes away only the sheet', async ({
      page,
    }) => {
      await new EditorPage(page).open();
      await page.getByRole('button', { name: present, exact: true }).click();
      await expect(heading(page)).toBeVisible();
      const title = await heading(page).textContent();

      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: sheet });
      await expect(keys).toBeVisible();
      await expect(keys).toContainText(first);
      await expect(keys.locator('kbd').filter({ hasText: /^PageDown$/ })).toHaveCount(1);
      expect(await axeFaults(page)).toEqual([]);
      // Nothing behind the sheet moves.
      await page.keyboard.press('End');
      await page.keyboard.press('Escape');

      await expect(keys).toHaveCount(0);
      await expect(page.locator('.presenter')).toBeVisible();
      await expect(heading(page)).toHaveText(title ?? '');
      await page.keyboard.press('End');
      await expect(heading(page)).not.toHaveText(title ?? '');
      await page.keyboard.press('Escape');
      await expect(page.locator('.presenter')).toHaveCount(0);
    });
  });
