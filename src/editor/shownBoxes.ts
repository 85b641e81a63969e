/** The boxes of a diagram with the gesture under way over them. */
import type { Catalog } from '../core/catalog/catalog';
import { createBoxes, sameBox, type Boxes } from '../core/drawing/boxes';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { childrenByParent } from '../core/model/queries';
import type { Gesture } from './session';

/** With no gesture the boxes are those that stand, the same map each time. */
export function createShownBoxes(catalog: Catalog): (document: Document, gesture: Gesture | null) => Boxes {
  const standingIn = createBoxes(catalog);
  const spacedIn = createBoxes(catalog);
  let lastStanding: Boxes | undefined;
  let lastGesture: Gesture | null = null;
  let byParent: ReturnType<typeof childrenByParent> | undefined;
  let shown: Boxes = new Map();

  return (document, gesture) => {
    const standing = standingIn(document);
    if (standing !== lastStanding) {
      byParent = undefined;
      shown = standing;
      lastGesture = null;
    }
    lastStanding = standing;
    if (gesture === null) return standing;
    if (gesture === lastGesture) return shown;
    lastGesture = gesture;
    if (gesture.doing === 'spacing') {
      shown = spacedIn(gesture.after);
      return shown;
    }
    byParent ??= childrenByParent(document);
    shown = withGesture(standing, byParent, gesture, shown);
    return shown;
  };
}

function withGesture(
  standing: Boxes,
  byParent: ReturnType<typeof childrenByParent>,
  gesture: Gesture,
  before: Boxes,
): Boxes {
  if (gesture.doing === 'resizing') {
    const box = standing.get(gesture.id);
    if (box === undefined) return standing;
    const { x, y, w, h, props } = gesture;
    // Props of a gesture are those of the resource that it is about.
    const resource =
      props === undefined
        ? box.resource
        : ({ ...box.resource, props: { ...box.resource.props, ...props } } as Resource);
    return new Map(standing).set(
      gesture.id,
      sameBox(before.get(gesture.id), { ...box, resource, x, y, w, h }),
    );
  }
  if (gesture.doing !== 'moving' || gesture.copying) return standing;
  const boxes = new Map(standing);
  const shift = (id: ResourceId, dx: number, dy: number): void => {
    const box = standing.get(id);
    if (box === undefined) return;
    boxes.set(id, sameBox(before.get(id), { ...box, x: box.x + dx, y: box.y + dy }));
    for (const child of byParent.get(id) ?? []) shift(child.id, dx, dy);
  };
  for (const [id, { x, y }] of gesture.positions) {
    const box = standing.get(id);
    if (box !== undefined) shift(id, x - box.x, y - box.y);
  }
  return boxes;
}
