/** The gestures that are measured, the same on both canvases: the pointer takes equal steps over equal content. */
import type { Page } from '@playwright/test';
import type { Document, Point, ResourceId } from '../../core/model/document';
import { takenInstance, takenVpc } from './canvasDesign';
import { costsOf, type Cost } from './frames';
import { screenPoint, type Camera } from './cameras';

/** Of one round. */
export const stepsInRound = 30;

export interface Gesture {
  readonly name: string;
  run(page: Page, camera: Camera, round: number): Promise<readonly Cost[]>;
}

/** Half a row of the wheel and most of one, as a hand on a trackpad pans, in px of the screen. */
const panned = { x: 24, y: 36 };
/** Of a pinch; a step zooms by about 3 %. */
const pinched = 2;
/** Of a drag, in px of the screen. */
const dragged = { x: 3, y: 2 };

export const gestures = (placeOf: (id: ResourceId) => Point): readonly Gesture[] => [
  {
    name: 'pan',
    // There in one round and back in the next, so that new parts come into view.
    run: async (page, camera, round) => {
      const way = round % 2 === 0 ? 1 : -1;
      await page.mouse.move(camera.middle.x, camera.middle.y);
      return costsOf(page, stepsInRound, () => page.mouse.wheel(way * panned.x, way * panned.y));
    },
  },
  {
    name: 'zoom',
    run: async (page, camera) => {
      await page.mouse.move(camera.middle.x, camera.middle.y);
      await page.keyboard.down('Control');
      const inFirst = camera.zoom < 0.5 ? -1 : 1;
      const costs = await costsOf(page, stepsInRound, (step) =>
        page.mouse.wheel(0, (step < stepsInRound / 2 ? inFirst : -inFirst) * pinched),
      );
      await page.keyboard.up('Control');
      return costs;
    },
  },
  drag('drag a resource', (camera) => {
    const { x, y } = placeOf(takenInstance);
    return screenPoint(camera, { x: x + 48, y: y + 24 });
  }),
  drag('drag a VPC', (camera) => {
    const { x, y } = screenPoint(camera, placeOf(takenVpc));
    return { x: x + 2, y: y + 4 };
  }),
];

/** Out and back again, so that nothing has moved when it is let go. */
function drag(name: string, from: (camera: Camera) => Point): Gesture {
  return {
    name,
    run: async (page, camera) => {
      const start = from(camera);
      const at = (step: number): Point => {
        const out = Math.min(step, stepsInRound - step);
        return { x: start.x + dragged.x * out, y: start.y + dragged.y * out };
      };
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      const costs = await costsOf(page, stepsInRound, (step) => {
        const { x, y } = at(step + 1);
        return page.mouse.move(x, y);
      });
      await page.mouse.up();
      return costs;
    },
  };
}

/** Where each resource stands on the canvas, in canvas px. */
export function placesIn(document: Document): (id: ResourceId) => Point {
  return function place(id): Point {
    const resource = document.resources.get(id);
    if (resource === undefined) throw new Error(`the design has no ${id}`);
    const { x, y, parentId } = resource;
    const parent = parentId === null ? { x: 0, y: 0 } : place(parentId);
    return { x: parent.x + x, y: parent.y + y };
  };
}
