/** The editor as a person speaks of it: resources by name, the palette, the panels. Journeys know nothing of its markup. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the editor as somebody who was never here: three-paths is on the canvas. */
  async open(address = './'): Promise<void> {
    await this.page.goto(address);
    await expect(this.diagram).toBeVisible();
  }

  async openEmpty(): Promise<void> {
    await this.open();
    await this.chooseFromMenu('File', 'New');
    await expect(this.resources()).toHaveCount(0);
  }

  get diagram(): Locator {
    return this.page.getByRole('application', { name: /^(Diagram|構成図)$/ });
  }

  /** A box or an icon on the canvas, by its own name, whatever its kind. */
  resource(name: string): Locator {
    return this.diagram.getByRole('group', { name: new RegExp(`(^|[ 「])${name}([,、」]|$)`) });
  }

  resources(): Locator {
    return this.diagram.locator('[role="group"][data-id], .react-flow__node');
  }

  flow(from: string, to: string): Locator {
    return this.diagram.getByRole('button', { name: new RegExp(`^${from} → ${to},`) });
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary');
  }

  get verdicts(): Locator {
    return this.page.getByRole('button', { name: /flows?:|フロー/ }).first();
  }

  /** What the verdicts come to, once no flow is being checked any more. */
  async settledVerdicts(): Promise<string> {
    await expect(this.verdicts).toContainText(/\d/);
    await expect(this.verdicts).not.toContainText(/checking|確認中/);
    return (await this.verdicts.textContent()) ?? '';
  }

  async chooseFromMenu(menu: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  }

  async openPanel(
    name: 'Outline' | 'Problems' | 'Flows' | 'Scenes' | 'Cost' | 'Code' | 'Guidelines',
  ): Promise<Locator> {
    const tab = this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    return this.page.getByRole('tabpanel');
  }

  /** Drags a kind from the palette to a point of the screen. */
  async dragFromPalette(kind: string, to: Point): Promise<void> {
    const entry = this.page.getByRole('button', { name: kind, exact: true });
    await entry.scrollIntoViewIfNeeded();
    await this.drag(await middleOf(entry), to);
  }

  /** Takes a resource by its icon, or a box by its title, and lets go at a point of the screen. */
  async dragResource(name: string, to: Point, whileHeld?: () => Promise<void>): Promise<void> {
    await this.drag(await this.handleOf(name), to, whileHeld);
  }

  /** Draws an arrow from one resource to another with the connect tool. */
  async connect(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('c');
    await this.drag(await this.handleOf(from), await this.handleOf(to));
    await this.page.keyboard.press('v');
  }

  async select(name: string): Promise<void> {
    const { x, y } = await this.handleOf(name);
    await this.page.mouse.click(x, y);
  }

  async middle(name: string): Promise<Point> {
    return middleOf(this.resource(name));
  }

  /** Where a resource is taken up: the icon in its upper half, the title of a box. */
  async handleOf(name: string): Promise<Point> {
    const box = await boxOf(this.resource(name));
    return box.width > 130
      ? { x: box.x + 12, y: box.y + 12 }
      : { x: box.x + box.width / 2, y: box.y + box.height / 3 };
  }

  async drag(from: Point, to: Point, whileHeld?: () => Promise<void>): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 6, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 12 });
    await whileHeld?.();
    await mouse.up();
  }

  /** Opens a file as the file menu does. */
  async openFile(file: { readonly name: string; readonly text: string } | string): Promise<void> {
    // The file picker of the operating system cannot be driven; without it the editor falls back to a file input.
    const chooser = this.page.waitForEvent('filechooser');
    await this.chooseFromMenu('File', 'Open…');
    await (
      await chooser
    ).setFiles(
      typeof file === 'string'
        ? { name: file.split('/').at(-1) ?? file, mimeType: 'application/json', buffer: readFileSync(file) }
        : { name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) },
    );
  }
}

export async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}
