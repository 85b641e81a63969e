/** Load balancers as rules ask about them: their nodes, their listeners, and the targets behind them. */
import { addressOf, containsAddress } from '../../lib/cidr';
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import { asked } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';
import { inVpc, subnetBlock, subnetOf, vpcOf, zoneOf } from './networks';

export type LoadBalancer = Resource<'network-load-balancer'> | Resource<'application-load-balancer'>;
export type Listener = LoadBalancer['props']['listeners'][string];
export type TargetGroup = Resource<'target-group'>;

export function loadBalancers(context: RuleContext): readonly LoadBalancer[] {
  return [...context.all('network-load-balancer'), ...context.all('application-load-balancer')];
}

/** The subnets that a load balancer has nodes in: the one it is drawn in first. */
export function subnetsOfBalancer(
  context: RuleContext,
  balancer: LoadBalancer,
): readonly Resource<'subnet'>[] {
  const own = subnetOf(context, balancer.id);
  const others = Object.keys(balancer.props.subnets).flatMap((id) => {
    const subnet = context.resource(id);
    return subnet !== undefined && isKind(subnet, 'subnet') && id !== own?.id ? [subnet] : [];
  });
  return own === undefined ? others : [own, ...others];
}

/** The zones of a load balancer's nodes; undefined when one of them is not known. */
export function zonesOfBalancer(context: RuleContext, balancer: LoadBalancer): readonly string[] | undefined {
  const zones = subnetsOfBalancer(context, balancer).map((subnet) => zoneOf(context, subnet) ?? '');
  return zones.includes('') ? undefined : zones;
}

/** Subnets of its VPC in zones where it has none, on the same table as those it has if there are such. */
export function moreSubnets(context: RuleContext, balancer: LoadBalancer): readonly Resource<'subnet'>[] {
  const vpc = vpcOf(context, balancer.id);
  const own = subnetsOfBalancer(context, balancer);
  if (vpc === undefined) return [];
  const taken = new Set(own.map((subnet) => zoneOf(context, subnet)));
  const free = inVpc(context, vpc.id, 'subnet').filter((subnet) => {
    const zone = zoneOf(context, subnet);
    return zone !== undefined && zone !== '' && !taken.has(zone);
  });
  const table = own[0]?.props.routeTable;
  const like = free.filter(({ props }) => props.routeTable === table);
  return like.length > 0 ? like : free;
}

export interface Forward {
  readonly balancer: LoadBalancer;
  /** The key of the listener's row. */
  readonly row: string;
  readonly listener: Listener;
  readonly group: TargetGroup;
}

/** Which listener sends to which target group, by its default action or by a rule. */
export const forwards = asked((context): readonly Forward[] =>
  loadBalancers(context).flatMap((balancer) =>
    Object.entries(balancer.props.listeners).flatMap(([row, listener]): Forward[] => {
      const ruled =
        balancer.kind === 'application-load-balancer'
          ? Object.values(balancer.props.rules).filter((rule) => rule.listener === listener.port)
          : [];
      const ids = new Set([
        known(listener.targetGroup),
        ...Object.keys(listener.others),
        ...ruled.map(({ targetGroup }) => known(targetGroup)),
      ]);
      return [...ids].flatMap((id) => {
        const group = context.resource(id);
        return group !== undefined && isKind(group, 'target-group')
          ? [{ balancer, row, listener, group }]
          : [];
      });
    }),
  ),
);

export interface KnownTarget {
  /** The key of its row; null for what registers itself. */
  readonly row: string | null;
  readonly resource: Resource;
  readonly subnets: readonly Resource<'subnet'>[];
  readonly port: number | undefined;
}

/** The drawn targets of a group; undefined when it may have others. */
export function targetsOf(context: RuleContext, group: TargetGroup): readonly KnownTarget[] | undefined {
  const port = known(group.props.port);
  const found: KnownTarget[] = [];
  for (const [row, { target, port: own }] of Object.entries(group.props.targets)) {
    if (isUnknown(target)) return undefined;
    const resource =
      typeof target === 'string' ? ownerOf(context, group, target) : context.resource(target.ref);
    if (resource === undefined) {
      // An address that nobody drawn is known to have.
      if (typeof target === 'string' && target !== '') return undefined;
      continue;
    }
    found.push({ row, resource, subnets: subnetsUnder(context, resource), port: known(own) ?? port });
  }
  for (const service of context.all('ecs-service'))
    if (service.props.targetGroups[group.id] === true)
      found.push({
        row: null,
        resource: service,
        subnets: subnetsUnder(context, service),
        port: known(service.props.containerPort),
      });
  return found;
}

/** The instance with a fixed address. */
function ownerOf(context: RuleContext, group: TargetGroup, text: string): Resource | undefined {
  const vpc = vpcOf(context, group.id);
  if (vpc === undefined || addressOf(text) === undefined) return undefined;
  return inVpc(context, vpc.id, 'instance').find(({ props }) => props.privateIp === text);
}

function subnetsUnder(context: RuleContext, resource: Resource): readonly Resource<'subnet'>[] {
  if (isKind(resource, 'network-load-balancer') || isKind(resource, 'application-load-balancer'))
    return subnetsOfBalancer(context, resource);
  const own = subnetOf(context, resource.id);
  const others =
    isKind(resource, 'ecs-service') || isKind(resource, 'lambda-function')
      ? Object.keys(resource.props.subnets).flatMap((id) => {
          const subnet = context.resource(id);
          return subnet !== undefined && isKind(subnet, 'subnet') ? [subnet] : [];
        })
      : [];
  return own === undefined ? others : [own, ...others];
}

/** Whether an address lies in a subnet of a VPC; undefined where blocks are not known. */
export function isInVpc(context: RuleContext, vpc: ResourceId, text: string): boolean | undefined {
  const address = addressOf(text);
  if (address === undefined) return undefined;
  const blocks = inVpc(context, vpc, 'subnet').map(subnetBlock);
  if (blocks.some((block) => block !== undefined && containsAddress(block, address))) return true;
  return blocks.includes(undefined) ? undefined : false;
}

/** `TCP 80` */
export function listenerText({ protocol, port }: Listener): string {
  return `${known(protocol) ?? '?'} ${known(port) ?? '?'}`;
}
