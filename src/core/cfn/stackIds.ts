import type { ResourceId } from '../model/document';
import type { Stack } from './stack';

/** Logical IDs are ids, behind the file's name where two files have the same one. */
export function idsFor(stacks: readonly Stack[]): {
  idOf(stack: Stack, logicalId: string): ResourceId;
  isTaken(id: ResourceId): boolean;
} {
  const uses = new Map<string, number>();
  for (const { resources } of stacks)
    for (const logicalId of resources.keys()) uses.set(logicalId, (uses.get(logicalId) ?? 0) + 1);
  const idOf = (stack: Stack, logicalId: string): ResourceId =>
    (uses.get(logicalId) ?? 0) > 1 ? `${stack.file}:${logicalId}` : logicalId;
  const all = new Set(stacks.flatMap((stack) => [...stack.resources.keys()].map((id) => idOf(stack, id))));
  return { idOf, isTaken: (id) => all.has(id) };
}
