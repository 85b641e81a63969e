import type { ResourceId } from '../model/document';
import { carryBends } from './carryBends';
import { defineCommand } from './command';

/** A rectangle in px, relative to the parent. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Gives resources new positions and sizes within their parents: resizing, aligning, Tidy and Arrange. */
export const placeResources = defineCommand<{
  readonly places: Readonly<Record<ResourceId, Partial<Placement>>>;
}>({
  label: { en: 'Arrange', ja: '配置' },
  run(draft, { places }) {
    carryBends(draft, () => {
      for (const [id, place] of Object.entries(places)) {
        const resource = draft.resources.get(id);
        if (resource !== undefined) Object.assign(resource, place);
      }
    });
  },
});
