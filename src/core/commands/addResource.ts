import type { NewResource } from '../catalog/newResource';
import { newResource } from '../catalog/newResource';
import type { Resource } from '../model/document';
import { canHold } from './canHold';
import type { ResourceDraft } from './command';
import { defineCommand } from './command';

export interface AddResourceArgs extends NewResource {
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
  /** What differs from the kind's defaults. */
  readonly props?: Readonly<Record<string, unknown>>;
}

export const addResource = defineCommand<AddResourceArgs>({
  label: { en: 'Add', ja: '追加' },
  run(draft, { x, y, w, h, props, ...given }, context) {
    if (draft.resources.has(given.id) || !canHold(context.catalog, draft, given.parentId)) return;
    const fresh = newResource(context.catalog, given);
    const added = {
      ...fresh,
      x: x ?? fresh.x,
      y: y ?? fresh.y,
      w: w ?? fresh.w,
      h: h ?? fresh.h,
      props: { ...fresh.props, ...props },
    } as Resource; // props are the kind's defaults with the caller's own over them
    draft.resources.set(given.id, added as ResourceDraft);
  },
});
