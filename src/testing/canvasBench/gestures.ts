/** The gestures that are measured, the same on both canvases: the pointer takes equal steps over equal content. */
import type { Page } from '@playwright/test';
import type { Document, Point, ResourceId } from '../../core/model/document';
import type { Rect } from '../../lib/rect';
import { takenInstance, takenVpc } from './canvasDesign';
import { costsOf, type Cost } from './frames';
import { cameraOf, screenPoint, type Camera } from './cameras';

export interface Gesture {
  readonly name: string;
  /** From afar what it takes hold of is too small. */
  readonly isOnlyNear?: true;
  run(page: Page, camera: Camera, round: number): Promise<readonly Cost[]>;
}

/** As a hand on a trackpad pans, in px of the screen. */
const panned = { x: 36, y: 24 };
/** Of a pinch; a step zooms by about 3 %. */
const pinched = 2;
/** Of a drag, in px of the screen. */
const dragged = { x: 3, y: 2 };

/** So many steps make a round of each. */
export function gestures(placeOf: (id: ResourceId) => Rect, steps: number): readonly Gesture[] {
  const cornerOf = async (page: Page, camera: Camera, id: ResourceId): Promise<Point> =>
    (await nodeCorner(page, id)) ?? screenPoint(camera, placeOf(id));
  return [
    {
      name: 'nothing',
      // What waiting for frames and asking for the costs takes of itself, which is in the other numbers too.
      run: (page) => costsOf(page, steps, async () => {}),
    },
    {
      name: 'pan',
      // There in one round and back in the next, so that new parts come into view.
      run: async (page, camera, round) => {
        const way = round % 2 === 0 ? 1 : -1;
        await page.mouse.move(camera.middle.x, camera.middle.y);
        return costsOf(page, steps, () => page.mouse.wheel(way * panned.x, way * panned.y));
      },
    },
    {
      name: 'zoom',
      run: async (page, camera) => {
        await page.mouse.move(camera.middle.x, camera.middle.y);
        await page.keyboard.down('Control');
        const inFirst = camera.zoom < 0.5 ? -1 : 1;
        const costs = await costsOf(page, steps, (step) =>
          page.mouse.wheel(0, (step < steps / 2 ? inFirst : -inFirst) * pinched),
        );
        await page.keyboard.up('Control');
        return costs;
      },
    },
    {
      ...drag(
        'resize a VPC',
        () => takenVpc,
        steps,
        (camera, page) => cornerOf(page, camera, takenVpc),
        {
          // Outwards, for inwards its content would soon hold it up.
          way: -1,
          first: async (page, camera) => {
            const { x, y } = titleOf(await cornerOf(page, camera, takenVpc));
            await page.mouse.click(x, y);
            await page.waitForTimeout(300);
          },
        },
      ),
      isOnlyNear: true,
    },
    drag('drag a resource', instanceAt, steps, async (camera, page) => {
      const id = instanceAt(camera);
      return shifted(await cornerOf(page, camera, id), 48 * camera.zoom, 24 * camera.zoom);
    }),
    drag(
      'drag a VPC',
      () => takenVpc,
      steps,
      async (camera, page) => {
        const vpc = placeOf(takenVpc);
        const corner = await cornerOf(page, camera, takenVpc);
        // From near by its name, as a corner of what is selected resizes it; from afar beside its left border, where no arrow, no gateway and no handle is.
        return camera.zoom >= 0.5 ? titleOf(corner) : shifted(corner, 1, (vpc.h / 5) * camera.zoom);
      },
      {
        // From afar that border may be out of view.
        first: async (page, { zoom, middle }) => {
          if (zoom >= 0.5) return;
          await page.mouse.move(middle.x, middle.y);
          await page.mouse.wheel(-120, 0);
          await page.waitForTimeout(500);
        },
      },
    ),
  ];
}

function instanceAt({ zoom }: Camera): ResourceId {
  return zoom >= 0.5 ? takenInstance.near : takenInstance.far;
}

/** What is on either page while a drag has hold of that one. */
const underWay = (id: ResourceId): string =>
  [
    ...['moving', 'resizing'].map(
      (doing) => `.canvas.doing-${doing} [data-node="${id}"][aria-current="true"]`,
    ),
    `.react-flow__node.dragging[data-id="${id}"]`,
    `.react-flow__node[data-id="${id}"] .plain-container .react-flow__resize-control`,
  ].join(', ');

/** Out and back again, so that nothing has moved when it is let go. Throws where anything else is dragged, or nothing. */
function drag(
  name: string,
  taken: (camera: Camera) => ResourceId,
  steps: number,
  from: (camera: Camera, page: Page) => Point | Promise<Point>,
  { way = 1, first = async () => {} }: DragOptions = {},
): Gesture {
  return {
    name,
    run: async (page, camera) => {
      await first(page, camera);
      // What was clicked first may have been brought into view.
      const start = await from(await cameraOf(page), page);
      const at = (step: number): Point => {
        const out = way * Math.min(step, steps - step);
        return { x: start.x + dragged.x * out, y: start.y + dragged.y * out };
      };
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      const costs = await costsOf(page, steps, (step) => {
        const { x, y } = at(step + 1);
        return page.mouse.move(x, y);
      });
      const id = taken(await cameraOf(page));
      if ((await page.locator(underWay(id)).count()) === 0)
        throw new Error(
          `${id} was not held to ${name} in ${page.url()} at ${camera.zoom}: under the pointer, at ${start.x} ${start.y}, is ${await thingAt(page, start)}`,
        );
      await page.mouse.up();
      return costs;
    },
  };
}

/** What a press there reaches, by its tags and classes. */
async function thingAt(page: Page, { x, y }: Point): Promise<string> {
  return page.evaluate(
    (at) => {
      const all = document.elementsFromPoint(at.x, at.y).slice(0, 4);
      return all.map((each) => `${each.tagName}.${each.getAttribute('class') ?? ''}`).join(' over ');
    },
    { x, y },
  );
}

/** On the screen. React Flow leaves what it drags a step away from where it was, and from afar a few steps are out of reach. */
async function nodeCorner(page: Page, id: ResourceId): Promise<Point | undefined> {
  const box = await page
    .locator(`.react-flow__node[data-id="${id}"]`)
    .first()
    .boundingBox({ timeout: 200 })
    .catch(() => null);
  return box === null ? undefined : { x: box.x, y: box.y };
}

interface DragOptions {
  /** -1: upwards and to the left. */
  readonly way?: 1 | -1;
  readonly first?: (page: Page, camera: Camera) => Promise<void>;
}

/** A place on the words of a container whose corner is there. */
function titleOf(corner: Point): Point {
  return shifted(corner, 50, 12);
}

function shifted({ x, y }: Point, dx: number, dy: number): Point {
  return { x: x + dx, y: y + dy };
}

/** Where each resource stands on the canvas, in canvas px. */
export function placesIn(document: Document): (id: ResourceId) => Rect {
  return function place(id): Rect {
    const resource = document.resources.get(id);
    if (resource === undefined) throw new Error(`the design has no ${id}`);
    const { x, y, w, h, parentId } = resource;
    const parent = parentId === null ? { x: 0, y: 0 } : place(parentId);
    return { x: parent.x + x, y: parent.y + y, w, h };
  };
}
