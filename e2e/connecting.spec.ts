import { expect, test, type Page } from '@playwright/test';
import { boxOf, EditorPage, middleOf } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

/** The middle of the dot at the right edge of a resource's icon, which is selected for it. */
async function rightEdge(name: string): Promise<{ x: number; y: number }> {
  await editor.select(name);
  return middleOf(editor.diagram.locator('.connector-right'));
}

/** Goes to a resource with Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  await editor.diagram.focus();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await editor.resource(name).getAttribute('aria-current')) === 'true') return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('an arrow dragged from an icon’s edge to empty canvas asks what is there, and both are one step [gesture connect-handle]', async ({
  page,
}) => {
  await editor.open();
  const count = await editor.resources().count();
  const edge = await rightEdge('Web');
  const region = await boxOf(editor.resource('Tokyo'));
  const empty = { x: region.x - 40, y: region.y + 300 };

  await editor.drag(edge, empty);
  const box = page.getByRole('dialog', { name: 'What the arrow leads to' });
  await expect(box.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(box).toHaveCount(0);
  await expect(editor.resources()).toHaveCount(count);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();

  await editor.drag(await rightEdge('Web'), empty);
  await expect(box.getByRole('option', { name: 'EC2 instance' })).toHaveCount(0);
  await box.getByRole('option', { name: 'Internet', exact: true }).click();

  await expect(editor.resource('Internet')).toBeVisible();
  await expect(editor.flow('Web', 'Internet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.resources()).toHaveCount(count);
  await expect(editor.flow('Web', 'Internet')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('an arrow to a service that has no way is offered ways, and the one that is chosen makes it arrive', async ({
  page,
}) => {
  await editor.open();

  await editor.drag(await rightEdge('Isolated'), await editor.handleOf('DynamoDB'));

  const offer = page.getByRole('region', { name: 'No way yet: give it one' });
  await expect(offer).toBeVisible({ timeout: 20_000 });
  // The endpoint that is there, and an interface endpoint. A route to the NAT gateway would open what is to be blocked.
  await expect(offer.getByRole('listitem')).toHaveCount(2, { timeout: 20_000 });
  await offer
    .getByRole('button', { name: /changes|\+/ })
    .first()
    .click();

  await expect(offer).toHaveCount(0);
  await expect(editor.flow('Isolated', 'DynamoDB')).toHaveAccessibleName(/Arrives/);
  await page.keyboard.press('Control+z');
  await expect(editor.flow('Isolated', 'DynamoDB')).toHaveAccessibleName(/Blocked/);
});

test('a connected neighbour is made and given a way with the keyboard alone', async ({ page }) => {
  await editor.open();
  await tabTo(page, 'Isolated');

  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('combobox', { name: 'What the arrow leads to' })).toBeFocused();
  await page.keyboard.type('dynamodb');
  await page.keyboard.press('Enter');
  await expect(editor.flow('Isolated', 'DynamoDB2')).toBeAttached();
  await expect(page.getByRole('status').filter({ hasText: '2 ways to give it one' })).toBeAttached({
    timeout: 20_000,
  });
  await page.keyboard.press('Control+.');
  await expect(
    page.getByRole('button', { name: /^Add DynamoDBEndpoint to IsolatedTable changes/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(editor.flow('Isolated', 'DynamoDB2')).toHaveAccessibleName(/Arrives/);
  await expect(editor.diagram).toBeFocused();
});

test('over what is no end of traffic the reason stands beside the pointer, in the language of the page', async ({
  page,
}) => {
  await editor.open();
  const edge = await rightEdge('App');
  const gateway = await editor.handleOf('InternetGateway');

  await editor.drag(edge, gateway, async () => {
    await expect(page.getByText('Internet gateway: no end of traffic').first()).toBeVisible();
    const reason = await boxOf(page.locator('.pointer-reason'));
    expect(Math.hypot(reason.x - gateway.x, reason.y - gateway.y)).toBeLessThan(40);
    await page.keyboard.press('Escape');
  });

  await expect(page.locator('.pointer-reason')).toHaveCount(0);
});
