import { replaceReferences } from '../catalog/references';
import type { ResourceId } from '../model/document';
import { withDescendants } from '../model/queries';
import type { ResourceDraft } from './command';
import { asItIs, defineCommand } from './command';
import { soundScenes } from './soundScenes';
import { isSaidOfNothing } from './soundScope';

/** Deletes resources with all that stands in them, their flows, and every reference to them. */
export const deleteResources = defineCommand<{ readonly ids: readonly ResourceId[] }>({
  label: { en: 'Delete', ja: '削除' },
  run(draft, { ids }, { catalog }) {
    // To draft each of 5,000 resources, of which a few are written to, took 70 ms, and to look at them takes 20.
    const before = asItIs(draft);
    const doomed = new Set(withDescendants(before, ids));
    if (doomed.size === 0) return;
    for (const id of doomed) draft.resources.delete(id);
    for (const [id, resource] of before.resources) {
      if (doomed.has(id)) continue;
      const props = replaceReferences(catalog, resource, (to) => (doomed.has(to) ? null : to));
      const drafted = props === resource.props ? undefined : draft.resources.get(id);
      if (drafted !== undefined) drafted.props = props as ResourceDraft['props'];
    }
    for (const [id, { from, to }] of before.flows)
      if (doomed.has(from) || doomed.has(to)) draft.flows.delete(id);
    soundScenes(draft, before);
    for (const scope of draft.scopes.values()) {
      for (const member of Object.keys(scope.members)) if (doomed.has(member)) delete scope.members[member];
      for (const [key, { other }] of Object.entries(scope.expectations))
        if ('resource' in other && doomed.has(other.resource)) delete scope.expectations[key];
      if (isSaidOfNothing(scope)) draft.scopes.delete(scope.id);
    }
  },
});
