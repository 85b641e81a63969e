import type { ResourceId } from '../model/document';
import { defineCommand } from './command';

export interface CollapseArgs {
  readonly ids: readonly ResourceId[];
  /** False opens them again. */
  readonly collapsed: boolean;
}

/** Draws containers as chips, their content out of sight, or opens them again. What holds nothing is left alone. */
export const collapseResources = defineCommand<CollapseArgs>({
  label: { en: 'Collapse', ja: '折りたたみ' },
  run(draft, { ids, collapsed }, { catalog }) {
    for (const id of ids) {
      const resource = draft.resources.get(id);
      if (resource === undefined || catalog.kind(resource.kind).shape.as !== 'container') continue;
      if (collapsed) resource.collapsed = true;
      else delete resource.collapsed;
    }
  },
});
