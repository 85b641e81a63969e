import type { Stack } from '../stack';
import type { TemplateFault } from './templateFault';

export type FaultInStack = TemplateFault & { readonly stack: Stack };

/** The faults of the templates that are read together. */
export interface FaultList {
  readonly all: readonly FaultInStack[];
  /** Those that come first speak for those that say the same. */
  add(stack: Stack, faults: Iterable<TemplateFault>): void;
}

/** What has the wrong shape has it for everybody who looks at it, and a wrong value is more to the point. */
export function createFaultList(): FaultList {
  const all: FaultInStack[] = [];
  const told = new Map<Stack, Set<number>>();
  return {
    all,
    add(stack, faults) {
      const offsets = told.get(stack) ?? new Set<number>();
      told.set(stack, offsets);
      for (const fault of faults) {
        const { rule, offset } = fault;
        if (rule === 'template-wrong-shape' && offsets.has(offset)) continue;
        if (rule === 'template-wrong-shape' || rule === 'template-wrong-value') offsets.add(offset);
        all.push({ ...fault, stack });
      }
    },
  };
}
