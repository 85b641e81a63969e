/** What sees connections, and needs both of their directions. */
import type { Resource, ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { isKind } from '../../core/model/queries';
import { isUnknown } from '../../core/model/value';

export const appliances: ReadonlySet<KindName> = new Set(['gwlb-endpoint', 'instance', 'network-interface']);

/** A firewall may have an interface on each side. Undefined where nobody knows what an interface is attached to. */
export function machineOf(resource: Resource): ResourceId | undefined {
  if (!isKind(resource, 'network-interface')) return resource.id;
  const { attachedTo } = resource.props;
  return isUnknown(attachedTo) ? undefined : (attachedTo ?? resource.id);
}
