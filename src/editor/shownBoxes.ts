/** The boxes of a diagram with the gesture under way over them. */
import type { Catalog } from '../core/catalog/catalog';
import { createBoxes, sameBox, type Box, type Boxes } from '../core/drawing/boxes';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { rememberedChildren, type ChildrenByParent } from '../core/model/queries';
import { overlaid } from '../lib/overlaid';
import type { Gesture } from './session';

/** With no gesture the boxes are those that stand, the same map each time. */
export function createShownBoxes(catalog: Catalog): (document: Document, gesture: Gesture | null) => Boxes {
  const standingIn = createBoxes(catalog);
  const spacedIn = createBoxes(catalog);
  let lastStanding: Boxes | undefined;
  let lastGesture: Gesture | null = null;
  let shown: Boxes = new Map();

  return (document, gesture) => {
    const standing = standingIn(document);
    if (standing !== lastStanding) {
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
    shown = withGesture(standing, rememberedChildren(document), gesture, shown);
    return shown;
  };
}

function withGesture(standing: Boxes, byParent: ChildrenByParent, gesture: Gesture, before: Boxes): Boxes {
  if (gesture.doing === 'resizing') {
    const box = standing.get(gesture.id);
    if (box === undefined) return standing;
    const { x, y, w, h, props } = gesture;
    // Props of a gesture are those of the resource that it is about.
    const resource =
      props === undefined
        ? box.resource
        : ({ ...box.resource, props: { ...box.resource.props, ...props } } as Resource);
    const now = sameBox(before.get(gesture.id), { ...box, resource, x, y, w, h });
    return overlaid(standing, new Map([[gesture.id, now]]));
  }
  if (gesture.doing !== 'moving' || gesture.copying) return standing;
  const moved = new Map<ResourceId, Box>();
  const shift = (id: ResourceId, dx: number, dy: number): void => {
    const box = standing.get(id);
    if (box === undefined) return;
    moved.set(id, sameBox(before.get(id), { ...box, x: box.x + dx, y: box.y + dy }));
    for (const child of byParent.get(id) ?? []) shift(child.id, dx, dy);
  };
  for (const [id, { x, y }] of gesture.positions) {
    const box = standing.get(id);
    if (box !== undefined) shift(id, x - box.x, y - box.y);
  }
  return overlaid(standing, moved);
}
