import type { Flow, Resource } from '../model/document';
import { canHold } from './canHold';
import type { FlowDraft, ResourceDraft } from './command';
import { defineCommand } from './command';

export interface PasteArgs {
  /** Complete records with fresh ids, each container before its content (`editor/clipboard` makes them). */
  readonly resources: readonly Resource[];
  readonly flows: readonly Flow[];
}

export const pasteResources = defineCommand<PasteArgs>({
  label: { en: 'Paste', ja: '貼り付け' },
  run(draft, { resources, flows }, { catalog }) {
    for (const resource of resources)
      if (!draft.resources.has(resource.id) && canHold(catalog, draft, resource.parentId))
        draft.resources.set(resource.id, resource as ResourceDraft);
    for (const flow of flows)
      if (!draft.flows.has(flow.id) && draft.resources.has(flow.from) && draft.resources.has(flow.to))
        draft.flows.set(flow.id, flow as FlowDraft);
  },
});
