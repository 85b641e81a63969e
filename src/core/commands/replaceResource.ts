import { replaceReferences } from '../catalog/references';
import type { Resource, ResourceId } from '../model/document';
import { canHold } from './canHold';
import type { ResourceDraft } from './command';
import { asItIs, defineCommand } from './command';
import { soundScenes } from './soundScenes';
import { isSaidOfNothing } from './soundScope';

/**
 * Puts a resource of another kind in the place of one: what refers to the old one refers to the new one where the field may
 * name that kind, its arrows and expectations go over to it, and the old one is gone. What holds others is not replaced.
 */
export const replaceResource = defineCommand<{ readonly id: ResourceId; readonly by: Resource }>({
  label: { en: 'Replace', ja: '置き換え' },
  run(draft, { id, by }, { catalog }) {
    const before = asItIs(draft);
    if (!before.resources.has(id) || before.resources.has(by.id)) return;
    if (by.parentId === id || !canHold(catalog, draft, by.parentId)) return;
    for (const { parentId } of before.resources.values()) if (parentId === id) return;
    draft.resources.delete(id);
    draft.resources.set(by.id, by as ResourceDraft);
    for (const [other, resource] of before.resources) {
      if (other === id) continue;
      const props = replaceReferences(catalog, resource, (to, kinds) =>
        to !== id ? to : kinds.includes(by.kind) ? by.id : null,
      );
      const drafted = props === resource.props ? undefined : draft.resources.get(other);
      if (drafted !== undefined) drafted.props = props as ResourceDraft['props'];
    }
    const canBeEnd = catalog.kind(by.kind).isEnd === true;
    for (const [flow, { from, to }] of before.flows) {
      if (from !== id && to !== id) continue;
      const drafted = draft.flows.get(flow);
      if (!canBeEnd) draft.flows.delete(flow);
      else if (drafted !== undefined) {
        if (from === id) drafted.from = by.id;
        if (to === id) drafted.to = by.id;
        // They belonged to the path through the old one.
        drafted.bends = {};
      }
    }
    soundScenes(draft, before);
    for (const scope of draft.scopes.values()) {
      if (scope.members[id] === true) {
        delete scope.members[id];
        scope.members[by.id] = true;
      }
      for (const expectation of Object.values(scope.expectations))
        if ('resource' in expectation.other && expectation.other.resource === id)
          expectation.other = { resource: by.id };
      if (isSaidOfNothing(scope)) draft.scopes.delete(scope.id);
    }
  },
});
