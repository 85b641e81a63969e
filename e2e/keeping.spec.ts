import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { EditorPage } from './editorPage';
import { holdBack } from './holdBack';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

function messages(page: Page) {
  return page.getByRole('region', { name: 'Messages' });
}

/** Nothing more can be written to the storage, as when the disk is full; what is there can be read and deleted. */
async function fill(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((full) => {
    const storage = IDBObjectStore.prototype as IDBObjectStore & { honestPut?: IDBObjectStore['put'] };
    storage.honestPut ??= storage.put;
    const { honestPut } = storage;
    storage.put = full
      ? () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        }
      : honestPut;
  }, isFull);
}

test('a full storage is told of once, the work goes on, a file is offered, and it is kept again when there is room', async ({
  page,
}) => {
  await editor.open();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await fill(page, true);

  await editor.select('App');
  await page.keyboard.press('Delete');
  await expect(messages(page)).toContainText('The storage of this browser is full');
  await editor.select('Web');
  await page.keyboard.press('Delete');
  await expect(editor.resource('Web')).toHaveCount(0);
  await expect(messages(page).getByText('The storage of this browser is full')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Not saved: storage is full/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await messages(page).getByRole('button', { name: 'Save to a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).not.toContain('"name": "App"');
  expect(text).toContain('"name": "Worker"');

  await fill(page, false);
  await page.keyboard.press('Control+z');
  await expect(editor.resource('Web')).toBeVisible();
  await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
  await page.reload();
  await expect(editor.resource('Web')).toBeVisible();
  await expect(editor.resource('App')).toHaveCount(0);
});

test('versions go on in memory when the storage is full, and can be downloaded', async ({ page }) => {
  test.slow();
  await editor.open();
  await editor.select('App');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await fill(page, true);

  await editor.chooseFromMenu('File', 'Name this version');
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('While full');
  await page.keyboard.press('Enter');

  await expect(messages(page)).toContainText('“While full” is kept in this tab only');
  await editor.chooseFromMenu('File', 'Version history');
  const history = page.getByRole('dialog', { name: 'Version history' });
  await expect(history.getByRole('note')).toContainText('The storage of this browser is full');
  await history.getByRole('button', { name: /While full/ }).click();
  await expect(history.getByRole('button', { name: /While full.*in this tab only/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await history.getByRole('button', { name: 'Download' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('"name": "Worker"');
});

const forbidden = [
  {
    how: 'there is no IndexedDB',
    prepare: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  },
  {
    how: 'reaching for storage throws, as it does where site data is blocked',
    prepare: () => {
      const refuse = (): never => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: refuse });
    },
  },
  {
    how: 'opening a database fails, as it does in some private windows',
    prepare: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException(
          'A mutation operation was attempted on a database that did not allow mutations.',
          'InvalidStateError',
        );
      };
    },
  },
  {
    how: 'the browser never answers',
    prepare: () => {
      const silent = new EventTarget();
      IDBFactory.prototype.open = () => silent as IDBOpenDBRequest;
    },
  },
];

for (const { how, prepare } of forbidden)
  test(`the editor works, and says that nothing is kept, where ${how}`, async ({ page }) => {
    await page.addInitScript(prepare);
    await editor.open();
    await expect(editor.resource('App')).toBeVisible();
    await expect(messages(page)).toBeEmpty();

    await editor.select('App');
    await page.keyboard.press('Delete');

    await expect(messages(page)).toContainText('This browser does not let vpcanvas store anything');
    await expect(page.getByRole('button', { name: /^Not saved: storage is forbidden/ })).toBeVisible();
    const download = page.waitForEvent('download');
    await messages(page).getByRole('button', { name: 'Save to a file' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).not.toContain('"name": "App"');
    await editor.chooseFromMenu('File', 'Version history');
    const history = page.getByRole('dialog', { name: 'Version history' });
    await expect(history.getByRole('note')).toContainText('last only until this tab is closed');
    await history.getByRole('button', { name: /As it was opened/ }).click();
    await history.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(editor.resource('App')).toBeVisible();
  });

test('two tabs on one diagram both go on, the second with a copy, and both are there after a reload', async ({
  page,
  context,
}) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const second = new EditorPage(await context.newPage());
  await second.open();

  await expect(messages(second.page)).toContainText('open in another tab');
  await second.dragFromPalette('Subnet', await second.middle('Vpc'));
  await editor.page.bringToFront();
  await editor.select('Vpc');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(editor.resource('First')).toBeVisible();
  await page.reload();
  await second.page.reload();

  await expect(editor.resource('First')).toBeVisible();
  await expect(editor.resource('Subnet')).toHaveCount(0);
  await expect(second.resource('Vpc')).toBeVisible();
  await expect(second.resource('Subnet')).toBeVisible();
});

test('a tab that is killed in the middle of a write loses nothing that was there before it, and the next one begins sound', async ({
  page,
  context,
}) => {
  await editor.open();
  await editor.select('Web');
  await page.keyboard.press('Delete');
  await expect(editor.resource('Web')).toHaveCount(0);
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await editor.select('App');
  const devtools = await context.newCDPSession(page);

  const crashed = page.waitForEvent('crash');
  const presses = Array.from({ length: 60 }, () => page.keyboard.press('ArrowRight').catch(() => undefined));
  await presses[20];
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await Promise.all(presses);
  const again = new EditorPage(await context.newPage());
  await again.open();

  await expect(again.resource('App')).toBeVisible();
  await expect(again.resource('Web')).toHaveCount(0);
  await expect(messages(again.page)).not.toContainText('could not be read back');
  // What follows is kept upon it.
  await again.select('App');
  await again.page.keyboard.press('Delete');
  await expect(again.page.getByText('Saved in this browser')).toBeVisible();
  await again.page.reload();
  await expect(again.resource('App')).toHaveCount(0);
  await expect(again.resource('Worker')).toBeVisible();
});

test.describe('a clipboard full of something else', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  async function put(page: Page, type: string, content: string): Promise<void> {
    await page.evaluate(
      async ([sort, text]) => {
        if (sort === 'image/png') {
          const canvas = new OffscreenCanvas(8, 8);
          canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
          await navigator.clipboard.write([new ClipboardItem({ [sort]: await canvas.convertToBlob() })]);
        } else
          await navigator.clipboard.write([new ClipboardItem({ [sort]: new Blob([text], { type: sort }) })]);
      },
      [type, content] as const,
    );
  }

  /** What copies is loaded first, and a browser takes its time to write. */
  async function copiedFrom(page: Page): Promise<string> {
    let text = '';
    await expect(async () => {
      text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toContain('vpcanvasClipboard');
    }).toPass();
    return text;
  }

  test('brings nothing onto the canvas, and one message says what it is and what to do', async ({ page }) => {
    await editor.open();
    await editor.select('App');
    await page.keyboard.press('Control+c');
    const own = await copiedFrom(page);
    const count = await editor.resources().count();

    const cases: readonly (readonly [type: string, content: string, says: RegExp])[] = [
      ['text/html', '<h1>Remember</h1>', /nothing on the clipboard that can be pasted here/],
      ['text/plain', 'Remember the milk', /not copied from a diagram \(“Remember the milk”\)/],
      [
        'text/plain',
        own.slice(0, own.length / 2),
        /copied from a diagram, but cannot be read.*Copy it again/,
      ],
      ['text/plain', '{"type":"excalidraw/clipboard","elements":[]}', /not copied from a diagram/],
      ['text/plain', 'x'.repeat(3_000_000), /not copied from a diagram/],
    ];
    for (const [type, content, says] of cases) {
      await put(page, type, content);
      await editor.diagram.focus();
      await page.keyboard.press('Control+v');
      await expect(messages(page).getByText(says).last()).toBeVisible();
      expect(await editor.resources().count()).toBe(count);
      await messages(page).getByRole('button', { name: 'Close' }).last().click();
    }
    await expect(editor.verdicts).toContainText('7 flows');
  });

  test('is offered to be opened when it is a template, and the diagram before stays kept', async ({
    page,
  }) => {
    await editor.open();
    await put(
      page,
      'text/plain',
      'Resources:\n  Alone:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.9.0.0/16 }\n',
    );
    await editor.diagram.focus();
    await page.keyboard.press('Control+v');

    await messages(page).getByRole('button', { name: 'Open it' }).click();

    await expect(editor.resource('Alone')).toBeVisible();
    await messages(page)
      .getByRole('button', { name: /^Back to/ })
      .click();
    await expect(editor.resource('PublicSubnet')).toBeVisible();
  });

  test('is not pasted for what was copied here just now, however long that takes to be copied', async ({
    page,
  }) => {
    const letThrough = await holdBack(page, 'copying');
    await editor.open();
    await put(page, 'text/plain', 'Remember the milk');
    await editor.select('App');

    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    letThrough();

    await expect(editor.resource('App2')).toBeVisible();
    await expect(messages(page)).not.toContainText('not copied from a diagram');
    expect(await copiedFrom(page)).toContain('"App"');
  });

  test('is replaced by what is copied also where a page has no clipboard of its own, as over plain http', async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    await other.goto('./');
    await put(other, 'text/plain', 'Remember the milk');
    await page.bringToFront();
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
    );
    await editor.open();
    await editor.select('App');

    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');

    await expect(editor.resource('App2')).toBeVisible();
    await other.bringToFront();
    expect(await copiedFrom(other)).toContain('"App"');
  });

  test('is not mistaken for what was copied before it when it is an image', async ({ page }) => {
    await editor.open();
    await editor.select('App');
    await page.keyboard.press('Control+c');
    await put(page, 'image/png', '');
    await editor.diagram.focus();

    await page.keyboard.press('Control+v');
    await page.keyboard.press('Control+v');

    await expect(editor.resource('App')).toHaveCount(1);
    await expect(editor.resource('App2')).toHaveCount(0);
  });
});

test('keys that are pressed while nothing in a dialog has the focus do not reach the canvas behind it', async ({
  page,
}) => {
  await editor.open();
  await editor.select('App');
  await editor.chooseFromMenu('File', 'Version history');
  const history = page.getByRole('dialog', { name: 'Version history' });
  await history.getByRole('heading', { name: 'Version history' }).click();

  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');

  await expect(history).toHaveCount(0);
  await expect(editor.resource('App')).toBeVisible();
});
