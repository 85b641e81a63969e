import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

const folder = 'examples/describe/two-tier-nat';
const paths = readdirSync(folder).map((name) => `${folder}/${name}`);

test('the commands for a live network are shown for a Region, copied at once, and lead to opening their answers', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open();
  await editor.chooseFromMenu('File', 'Import from AWS');
  const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
  await dialog.getByLabel('Region').selectOption('eu-west-1');

  await dialog.getByRole('button', { name: 'Copy all' }).click();

  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(async () => navigator.clipboard.readText());
  expect(copied).toContain(
    'aws ec2 describe-vpcs --region eu-west-1 --output json > ec2-describe-vpcs.json\n',
  );
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open the files' }).click();
  await (await chooser).setFiles(paths);
  await expect(editor.resource('staging')).toBeVisible();
  await expect(editor.resource('staging-private-a')).toBeVisible();
});

test('a folder of answers is dropped on the window and becomes a diagram, and the diagram such a folder', async ({
  page,
}) => {
  await editor.open();
  const files = paths.map((path) => ({ name: path.replace(/^.*\//, ''), text: readFileSync(path, 'utf8') }));

  // A drop of a folder, as the browser hands it on.
  await page.evaluate((given) => {
    const entries = given.map(({ name, text }) => ({
      isFile: true,
      isDirectory: false,
      name,
      fullPath: `/aws/${name}`,
      file: (done: (file: File) => void) => done(new File([text], name)),
    }));
    let asked = false;
    const directory = {
      isFile: false,
      isDirectory: true,
      name: 'aws',
      fullPath: '/aws',
      createReader: () => ({
        readEntries: (done: (some: unknown[]) => void) => {
          done(asked ? [] : entries);
          asked = true;
        },
      }),
    };
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', {
      value: {
        types: ['Files'],
        files: [new File([], 'aws')],
        items: [{ webkitGetAsEntry: () => directory }],
      },
    });
    window.dispatchEvent(event);
  }, files);

  await expect(editor.resource('staging')).toBeVisible();
  await expect(editor.resource('staging-private-a')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export AWS CLI output');
  const download = await waiting;
  const archive = unzipSync(readFileSync(await download.path()));
  const vpcs = JSON.parse(new TextDecoder().decode(archive['ec2-describe-vpcs.json'])) as {
    readonly Vpcs: readonly { readonly VpcId: string }[];
  };
  expect(files.find(({ name }) => name.startsWith('ec2-describe-vpcs'))?.text).toContain(vpcs.Vpcs[0]?.VpcId);
});
