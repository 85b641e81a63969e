import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import type { RuleContext } from '../../core/rules/rule';
import { attachments } from './attachments';

/** The props that give a workload a public IPv4 address; undefined for one that has none of its own. */
export function publicAddressProps(
  context: RuleContext,
  resource: Resource,
): Readonly<Record<string, unknown>> | undefined {
  if (isKind(resource, 'ecs-service')) return { assignPublicIp: true };
  if (isKind(resource, 'rds-instance')) return { publiclyAccessible: true };
  if (isKind(resource, 'network-interface')) return { elasticIp: true };
  if (!isKind(resource, 'instance')) return undefined;
  // An interface of its own gets no address when the instance starts, nor does one of several.
  const startsWithMore = attachments(context).some(
    ({ instance, interfaces }) =>
      instance.id === resource.id && interfaces.some(({ props }) => props.atLaunch !== false),
  );
  return startsWithMore || resource.props.separateInterface !== false
    ? { publicIp: 'elastic', separateInterface: true }
    : { publicIp: 'yes' };
}
