import type { ResourceId, TemplateId } from '../model/document';
import type { Stack } from './stack';

/** `given`: for each of the stacks, where it has an id already. Files of one name are told apart. */
export function templateIdsOf(
  stacks: readonly Stack[],
  given: readonly (TemplateId | undefined)[],
): ReadonlyMap<Stack, TemplateId> {
  const used = new Set(given);
  return new Map(
    stacks.map((stack, index) => {
      let id = given[index];
      if (id !== undefined) return [stack, id];
      id = stack.file;
      for (let number = 2; used.has(id); number++) id = `${stack.file}-${number}`;
      used.add(id);
      return [stack, id];
    }),
  );
}

/** Logical IDs are ids, behind the template's where two templates have the same one. */
export function idsFor(
  stacks: readonly Stack[],
  templateIds: ReadonlyMap<Stack, TemplateId>,
): {
  idOf(stack: Stack, logicalId: string): ResourceId;
  isTaken(id: ResourceId): boolean;
} {
  const uses = new Map<string, number>();
  for (const { resources } of stacks)
    for (const logicalId of resources.keys()) uses.set(logicalId, (uses.get(logicalId) ?? 0) + 1);
  const idOf = (stack: Stack, logicalId: string): ResourceId =>
    (uses.get(logicalId) ?? 0) > 1 ? `${templateIds.get(stack) ?? stack.file}:${logicalId}` : logicalId;
  const all = new Set(stacks.flatMap((stack) => [...stack.resources.keys()].map((id) => idOf(stack, id))));
  return { idOf, isTaken: (id) => all.has(id) };
}
