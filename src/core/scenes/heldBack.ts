/** The flows of which nothing may show the verdict yet, so that the audience can guess. */
import type { FlowId, Scene } from '../model/document';
import type { Moment } from './moments';

/** The flow that is asked about, and those that later scenes will ask about, but for what this scene shows itself. */
export function heldBack(scenes: readonly Scene[], scene: Scene, now: Moment): ReadonlySet<FlowId> {
  const later = scenes.slice(scenes.indexOf(scene) + 1).flatMap(({ asks }) => asks ?? []);
  const held = new Set(later.filter((flow) => !now.flows.has(flow)));
  if (now.asking !== null) held.add(now.asking);
  return held;
}
