/** What is attached to instances. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';

export interface Attached {
  readonly instance: Resource<'instance'>;
  /** In drawing order. */
  readonly interfaces: readonly Resource<'network-interface'>[];
}

/** The instances to which further network interfaces are attached. */
export function attachments(context: RuleContext): readonly Attached[] {
  const found = new Map<ResourceId, Resource<'network-interface'>[]>();
  for (const own of context.all('network-interface')) {
    const to = known(own.props.attachedTo) ?? null;
    if (to === null) continue;
    const others = found.get(to);
    if (others === undefined) found.set(to, [own]);
    else others.push(own);
  }
  return [...found].flatMap(([id, interfaces]) => {
    const instance = context.resource(id);
    return instance !== undefined && isKind(instance, 'instance') ? [{ instance, interfaces }] : [];
  });
}
