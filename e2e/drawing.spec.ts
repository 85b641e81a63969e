import { expect, test } from '@playwright/test';
import { boxOf, EditorPage } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  // Without the operating system's file dialogs, which no test can drive.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

test('whoever opens the editor for the first time sees the three paths, all checked', async () => {
  await editor.open();

  await expect(editor.resource('PublicSubnet')).toBeVisible();
  await expect(editor.verdicts).toContainText('7 flows: 6 arrive, 1 blocked');
  await expect(editor.flow('Isolated', 'S3')).toBeVisible();
});

test('a VPC, a subnet in it and an instance in that are dragged from the palette', async ({ page }) => {
  await editor.openEmpty();

  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await editor.dragFromPalette('EC2 instance', await editor.middle('Subnet'));

  await editor.select('Instance');
  const path = editor.inspector.getByRole('list').first();
  await expect(path.or(editor.inspector)).toContainText('Subnet');
  await expect(editor.resource('Subnet')).toHaveAccessibleName(/10\.0\.0\.0\/24/);
  const [subnet, instance] = [
    await boxOf(editor.resource('Subnet')),
    await boxOf(editor.resource('Instance')),
  ];
  expect(instance.x).toBeGreaterThan(subnet.x);
  expect(instance.x + instance.width).toBeLessThanOrEqual(subnet.x + subnet.width);
  await expect(page.getByRole('tab', { name: /^Problems/ })).toBeVisible();
});

test('what was dragged from the palette is renamed, nudged and deleted by the keys that follow', async ({
  page,
}) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 220 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));

  await expect(editor.resource('Subnet')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Front');
  await page.keyboard.press('Enter');
  await expect(editor.resource('Front')).toBeVisible();
  const before = await boxOf(editor.resource('Front'));
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(editor.resource('Front'))).x).toBeGreaterThan(before.x);
  await page.keyboard.press('Delete');
  await expect(editor.resource('Front')).toHaveCount(0);
});

test('a route table is renamed with F2 though it is a chip, which gives way to the name of its subnet', async ({
  page,
}) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 220 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await editor.dragFromPalette('Route table', await editor.middle('Subnet'));
  await expect(editor.inspector).toContainText('Used by');

  await page.keyboard.press('F2');
  await page.keyboard.type('A route table with a long name');
  await page.keyboard.press('Enter');

  await expect(
    page.getByRole('button', { name: 'Route table A route table with a long name' }),
  ).toBeVisible();
  const name = editor.resource('Subnet').locator('.box-name');
  await expect(name).toHaveText('Subnet');
  const { shown, wanted } = await name.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return { shown: element.getBoundingClientRect().width, wanted: words.getBoundingClientRect().width };
  });
  expect(shown).toBeGreaterThanOrEqual(wanted);
});

test('the second subnet takes the next free CIDR block', async () => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  const vpc = await boxOf(editor.resource('Vpc'));

  await editor.dragFromPalette('Subnet', { x: vpc.x + vpc.width * 0.25, y: vpc.y + vpc.height / 2 });
  await editor.dragFromPalette('Subnet', { x: vpc.x + vpc.width * 0.75, y: vpc.y + vpc.height / 2 });

  await expect(editor.resource('Subnet')).toHaveAccessibleName(/10\.0\.0\.0\/24/);
  await expect(editor.resource('Subnet2')).toHaveAccessibleName(/10\.0\.1\.0\/24/);
});

test('an instance dragged into another subnet belongs to it, and undo takes it back', async ({ page }) => {
  await editor.open();
  await expect(editor.flow('App', 'S3')).toHaveAccessibleName(/Arrives/);

  await editor.dragResource('App', await editor.middle('IsolatedSubnet'), async () => {
    await expect(editor.resource('IsolatedSubnet')).toHaveClass(/is-target/);
  });

  await expect(editor.flow('App', 'S3')).toHaveAccessibleName(/Blocked/);
  await expect(editor.inspector).toContainText('IsolatedSubnet');

  await page.getByRole('button', { name: /^Undo/ }).click();

  await expect(editor.flow('App', 'S3')).toHaveAccessibleName(/Arrives/);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('Escape during a drag leaves everything as it was', async ({ page }) => {
  await editor.open();
  const before = await boxOf(editor.resource('App'));

  await editor.dragResource('App', await editor.middle('IsolatedSubnet'), () =>
    page.keyboard.press('Escape'),
  );

  expect(await boxOf(editor.resource('App'))).toEqual(before);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('the arrows and labels in what is dragged go along with it under the pointer, and stay where it is let go', async ({
  page,
}) => {
  await editor.open();
  await editor.settledVerdicts();
  // The arrows of all flows stand in it.
  const box = editor.resource('Tokyo');
  const parts = {
    box,
    label: editor.flow('App', 'DynamoDB'),
    line: page
      .locator('.arrow-layer .arrow-allowed .arrow-line, .arrow-layer .arrow-arrives .arrow-line')
      .first(),
  };
  const places = async () => ({
    box: await boxOf(parts.box),
    label: await boxOf(parts.label),
    line: await boxOf(parts.line),
  });
  const before = await places();
  const grip = await editor.handleOf('Tokyo');
  const held: Awaited<ReturnType<typeof places>>[] = [];

  await editor.drag(grip, { x: grip.x + 90, y: grip.y + 60 }, async () => {
    held.push(await places());
  });

  const by = (held[0]?.box.x ?? 0) - before.box.x;
  expect(by).toBeGreaterThan(60);
  expect(held[0]?.label.x).toBeCloseTo(before.label.x + by, 0);
  expect(held[0]?.line.x).toBeCloseTo(before.line.x + by, 0);
  const after = await places();
  expect(after.box.x).toBeCloseTo(before.box.x + by, 0);
  expect(after.label.x).toBeCloseTo(before.label.x + by, 0);
  expect(after.line.x).toBeCloseTo(before.line.x + by, 0);
});

test('a VPC cannot be dropped into a subnet, and says why while it hovers', async ({ page }) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  const palette = await page.getByRole('button', { name: 'VPC', exact: true }).boundingBox();
  await editor.drag(
    { x: (palette?.x ?? 0) + 40, y: (palette?.y ?? 0) + 10 },
    await editor.middle('Subnet'),
    async () => {
      await expect(page.getByText(/drop it in|cannot stand in/i).first()).toBeVisible();
    },
  );

  await expect(editor.resource('Vpc2')).toHaveCount(0);
});

test('an arrow drawn to S3 is red, says which route is missing, and one click mends it', async ({ page }) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 480 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await editor.dragFromPalette('EC2 instance', await editor.middle('Subnet'));
  await editor.dragFromPalette('Amazon S3', { x: 700, y: 130 });

  await editor.connect('Instance', 'S3');

  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Blocked/);
  await expect(editor.inspector).toContainText(/no route/);
  await expect(editor.inspector).toContainText('NO_ROUTE_TO_DESTINATION');

  await editor.inspector
    .getByRole('button', { name: /gateway endpoint/i })
    .first()
    .click();

  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Arrives/);
  await page.keyboard.press('Control+z');
  await expect(editor.flow('Instance', 'S3')).toHaveAccessibleName(/Blocked/);
});

test('copies of a subnet carry what is in them and take free CIDR blocks', async ({ page }) => {
  await editor.open();

  await editor.select('BatchSubnet');
  await page.keyboard.press('Control+d');

  await expect(editor.resource('BatchSubnet2')).toHaveAccessibleName(/10\.0\.5\.0\/24/);
  await expect(editor.resource('Batch2')).toHaveCount(1);
});

test('Delete removes a resource with its arrows, and undo brings both back', async ({ page }) => {
  await editor.open();

  await editor.select('App');
  await page.keyboard.press('Delete');

  await expect(editor.resource('App')).toHaveCount(0);
  await expect(editor.flow('App', 'S3')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(editor.resource('App')).toHaveCount(1);
  await expect(editor.flow('App', 'S3')).toHaveAccessibleName(/Arrives/);
});

test('a marquee takes all that it touches, and the arrow keys move it', async ({ page }) => {
  await editor.open();
  const subnet = await boxOf(editor.resource('WorkerSubnet'));

  await editor.drag(
    { x: subnet.x + 8, y: subnet.y + subnet.height - 6 },
    { x: subnet.x + subnet.width - 8, y: subnet.y + 30 },
  );
  await expect(editor.inspector).toContainText(/3/);
  const before = await boxOf(editor.resource('SqsEndpoint'));
  await page.keyboard.press('ArrowRight');

  await expect(async () =>
    expect((await boxOf(editor.resource('SqsEndpoint'))).x).toBeGreaterThan(before.x),
  ).toPass();
});

test('a diagram is laid out anew as one step', async ({ page }) => {
  await editor.open();

  await editor.chooseFromMenu('Arrange', 'Lay out anew');
  await page.getByRole('button', { name: /^Apply/ }).click();

  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
  await expect(editor.verdicts).toContainText('6 arrive');
});

test('a long name breaks between its words', async ({ page }) => {
  await editor.open();
  await editor.chooseFromMenu('File', 'Gallery');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /DynamoDB/ })
    .first()
    .click();
  const name = editor.resource('DynamoDBEndpoint').locator('.name-plate');
  await expect(name).toBeVisible();

  const lines = await name.evaluate((element) => {
    const found = new Map<number, string>();
    for (const node of element.childNodes)
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        found.set(top, (found.get(top) ?? '') + (node.textContent ?? '')[at]);
      }
    return [...found.values()];
  });

  expect(['DynamoDB,Endpoint', 'DynamoDBEndpoint']).toContain(lines.join());
});
