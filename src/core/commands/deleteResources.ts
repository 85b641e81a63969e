import { replaceReferences } from '../catalog/references';
import type { ResourceId } from '../model/document';
import { withDescendants } from '../model/queries';
import type { ResourceDraft } from './command';
import { defineCommand } from './command';
import { isSaidOfNothing } from './soundScope';

/** Deletes resources with all that stands in them, their flows, and every reference to them. */
export const deleteResources = defineCommand<{ readonly ids: readonly ResourceId[] }>({
  label: { en: 'Delete', ja: '削除' },
  run(draft, { ids }, { catalog }) {
    const doomed = new Set(withDescendants(draft, ids));
    if (doomed.size === 0) return;
    for (const id of doomed) draft.resources.delete(id);
    for (const resource of draft.resources.values()) {
      const props = replaceReferences(catalog, resource, (id) => (doomed.has(id) ? null : id));
      if (props !== resource.props) resource.props = props as ResourceDraft['props'];
    }
    for (const flow of draft.flows.values())
      if (doomed.has(flow.from) || doomed.has(flow.to)) draft.flows.delete(flow.id);
    for (const scene of draft.scenes.values())
      for (const flow of Object.keys(scene.flows)) if (!draft.flows.has(flow)) delete scene.flows[flow];
    for (const scope of draft.scopes.values()) {
      for (const member of Object.keys(scope.members)) if (doomed.has(member)) delete scope.members[member];
      for (const [key, { other }] of Object.entries(scope.expectations))
        if ('resource' in other && doomed.has(other.resource)) delete scope.expectations[key];
      if (isSaidOfNothing(scope)) draft.scopes.delete(scope.id);
    }
  },
});
