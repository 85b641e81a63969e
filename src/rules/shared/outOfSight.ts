/** What templates do beside what is drawn. */
import type { ResourceId } from '../../core/model/document';
import type { RuleContext } from '../../core/rules/rule';

/** Whether something that is not analysed is given the resource and may do anything with it: a nested stack, a custom resource. */
export function isChangedElsewhere({ document }: RuleContext, id: ResourceId): boolean {
  return [...document.templates.values()].some(({ unmodelled }) =>
    unmodelled?.some(({ on, effect }) => on === id && effect.is === 'may-change'),
  );
}
