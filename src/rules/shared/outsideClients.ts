/** Whether what wears a security group is there for clients that come from outside the VPC. */
import { alwaysPreservesClientIp } from '../../lib/listenerProtocols';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { forwards, targetsOf, type TargetGroup } from './balancers';

/**
 * Whether the clients of everything that wears a group can be inside: nothing of it has a public address, or may have one,
 * or is handed the packets of an internet-facing load balancer with their senders' own addresses.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
 */
export function clientsCanBeInside(context: RuleContext, group: ResourceId): boolean {
  const wearers = context.referrers(group).filter((each) => wears(context, each, group));
  return !wearers.some((each) => mayBePublic(context, each) || mayMeetForeigners(context, each));
}

/** A group may be named as a source by other groups, which is not to wear it. */
function wears(context: RuleContext, resource: Resource, group: ResourceId): boolean {
  return interfacesOf(context, resource).some(({ securityGroups }) => securityGroups?.includes(group));
}

function mayBePublic(context: RuleContext, resource: Resource): boolean {
  return interfacesOf(context, resource).some(({ publicIpv4 }) => publicIpv4 !== false);
}

function mayMeetForeigners(context: RuleContext, resource: Resource): boolean {
  return forwards(context).some(
    ({ balancer, group }) =>
      balancer.kind === 'network-load-balancer' &&
      balancer.props.scheme !== 'internal' &&
      mayKeepClientAddress(group) &&
      // Of a group with targets that nobody knows, anything may be one.
      targetsOf(context, group)?.some((target) => target.resource.id === resource.id) !== false,
  );
}

/** LB2: with some protocols always; else as it is set, and by default where targets are registered as instances. */
function mayKeepClientAddress({ props: { preserveClientIp, targetType, protocol } }: TargetGroup): boolean {
  if (isUnknown(protocol) || isUnknown(targetType) || isUnknown(preserveClientIp)) return true;
  if (alwaysPreservesClientIp(protocol) || targetType === 'alb') return true;
  return preserveClientIp === 'on' || (preserveClientIp === 'default' && targetType === 'instance');
}

function interfacesOf(
  context: RuleContext,
  resource: Resource,
): readonly {
  readonly securityGroups: readonly ResourceId[] | null;
  readonly publicIpv4: unknown;
}[] {
  const facts = context.catalog.kind(resource.kind).facts?.(resource, context.around(resource.id)) ?? [];
  return [...facts].flatMap((fact) => (fact.fact === 'interface' ? [fact] : []));
}
