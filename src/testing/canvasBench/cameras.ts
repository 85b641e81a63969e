/** Looking at the same part of both canvases, at the same size. */
import type { Page } from '@playwright/test';
import type { Point } from '../../core/model/document';

export interface Camera {
  /** Of the canvas, on the screen, in px. */
  readonly left: number;
  readonly top: number;
  readonly middle: Point;
  /** As React Flow has it: canvas px times `zoom` and shifted are px of the screen. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** As both canvases are built on React Flow, both say by the style of its viewport where they look. */
export async function cameraOf(page: Page): Promise<Camera> {
  return page.evaluate(() => {
    const flow = document.querySelector('.react-flow')?.getBoundingClientRect();
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
    if (flow === undefined || viewport === null) throw new Error('the page shows no canvas');
    const { a, e, f } = new DOMMatrix(viewport.style.transform);
    const { left, top, width, height } = flow;
    return { left, top, middle: { x: left + width / 2, y: top + height / 2 }, x: e, y: f, zoom: a };
  });
}

export function screenPoint({ left, top, x, y, zoom }: Camera, at: Point): Point {
  return { x: left + x + at.x * zoom, y: top + y + at.y * zoom };
}

/** Shows all of the diagram in our app. */
export async function showAll(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
}

/** Selects something in our app, as its inspector takes room from the canvas and stays there while one drags. */
export async function selectAt(page: Page, at: Point): Promise<void> {
  const { x, y } = screenPoint(await cameraOf(page), at);
  await page.mouse.click(x, y);
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
  await page.waitForTimeout(500);
}

/** Where the upper left corner of what is looked at from near stands, from the canvas's own, in px of the screen. */
const corner = { x: 180, y: 120 };

/** Shows a place in our app at full size, as a person gets there: by zooming to 100 % and panning. Throws where it does not get there. */
export async function showNear(page: Page, at: Point): Promise<void> {
  await showAll(page);
  await page.keyboard.press('Shift+Digit0');
  await page.waitForTimeout(300);
  for (let attempt = 0; attempt < 8; attempt++) {
    const camera = await cameraOf(page);
    const now = screenPoint(camera, at);
    const away = { x: now.x - camera.left - corner.x, y: now.y - camera.top - corner.y };
    if (camera.zoom === 1 && Math.abs(away.x) < 2 && Math.abs(away.y) < 2) return;
    await page.mouse.move(camera.middle.x, camera.middle.y);
    // React Flow pans by half of what the wheel says.
    await page.mouse.wheel(away.x * 2, away.y * 2);
    await page.waitForTimeout(300);
  }
  throw new Error('the camera does not get to what is to be looked at from near');
}

/** Lets the plain canvas look at what ours does, in an area of the same size. */
export async function lookLike(plain: Page, camera: Camera): Promise<void> {
  await plain.evaluate(({ x, y, zoom }) => window.showPlain?.({ x, y, zoom }), camera);
  await plain.waitForTimeout(500);
}
