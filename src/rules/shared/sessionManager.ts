/**
 * What Session Manager needs where there is no way to the internet.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html
 */
import type { Resource, ResourceId } from '../../core/model/document';
import type { RuleContext } from '../../core/rules/rule';
import { inVpc } from './networks';
import { serviceOf } from './services';

/** The services that today's agent talks to. */
export const sessionManagerServices: readonly string[] = ['ssm', 'ssmmessages'];

/** The interface endpoints of a VPC by the service they are for. */
export function interfaceEndpointsByService(
  context: RuleContext,
  vpc: ResourceId,
): ReadonlyMap<string, Resource<'interface-endpoint'>> {
  const found = new Map<string, Resource<'interface-endpoint'>>();
  for (const endpoint of inVpc(context, vpc, 'interface-endpoint')) {
    const service = serviceOf(context, endpoint);
    if (service !== undefined && !found.has(service)) found.set(service, endpoint);
  }
  return found;
}
