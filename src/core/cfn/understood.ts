import type { ResourceId } from '../model/document';
import type { DrawnResources } from './drawn';
import type { ImportReport } from './importTemplates';
import type { NestedStacks } from './nested/openedStacks';
import { valueOf } from './source/syntax';
import type { Stack } from './stack';

/** What of the templates is drawn, and what is only kept. */
export function sortedByUse(
  nested: NestedStacks,
  drawn: DrawnResources,
  idOf: (stack: Stack, logicalId: string) => ResourceId,
): Pick<ImportReport, 'understood' | 'passedThrough'> {
  const understood: string[] = [];
  const passedThrough: string[] = [];
  for (const stack of nested.all) {
    for (const logicalId of stack.resources.keys()) {
      const isUnderstood =
        drawn.ownerOf(stack, logicalId) !== undefined || nested.childOf(stack, logicalId) !== undefined;
      (isUnderstood ? understood : passedThrough).push(idOf(stack, logicalId));
    }
    const section = valueOf(stack.root, 'Resources');
    if (section?.is === 'map')
      for (const key of section.entries.keys()) if (key.startsWith('Fn::')) passedThrough.push(key);
  }
  return { understood, passedThrough };
}
