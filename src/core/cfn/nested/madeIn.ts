import type { Evaluator } from '../evaluate/evaluate';
import type { Stack, StackResource } from '../stack';
import type { NestedStacks } from './openedStacks';

/** Whether conditions let a resource be made: its own, and those of the stacks around it. */
export function madeIn(
  nested: NestedStacks,
  evaluators: ReadonlyMap<Stack, Evaluator>,
): (evaluator: Evaluator, resource: StackResource | undefined) => boolean {
  const holds = ({ condition }: Evaluator, { condition: name }: StackResource): boolean =>
    name === undefined || condition(name) !== false;
  const isStackMade = (stack: Stack): boolean => {
    const owner = nested.ownerOf(stack);
    const around = owner && evaluators.get(owner.stack);
    return owner === undefined || around === undefined
      ? true
      : holds(around, owner.resource) && isStackMade(owner.stack);
  };
  return (evaluator, resource) =>
    resource !== undefined && holds(evaluator, resource) && isStackMade(evaluator.stack);
}
