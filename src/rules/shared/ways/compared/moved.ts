/** An instance that others share its subnet with goes to another subnet, so that theirs stays as it is. */
import { call } from '../../../../core/commands';
import type { Resource } from '../../../../core/model/document';
import { isKind } from '../../../../core/model/queries';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { addition, moveInto } from '../../additions';
import { contentOfVpc, freeSubnetBlock, inVpc, subnetOf, vpcOf, zoneOf } from '../../networks';
import { internetRouteFor } from '../../routing';
import { called, followedBy, plan } from '../../words';
import { workloadOf } from '../../workloads';

/** With one address of its subnet, which it leaves there; others that have further ones are not moved. */
export function isMovable(resource: Resource): resource is Resource<'instance'> {
  return isKind(resource, 'instance') && Object.keys(resource.props.furtherIps).length === 0;
}

/** Whether anything else in the subnet sends by its route table: a workload, a NAT gateway, a load balancer. */
export function hasOthers(context: RuleContext, subnet: Resource<'subnet'>, own: Resource): boolean {
  return contentOfVpc(context, vpcOf(context, subnet.id)?.id ?? '').some((each) => {
    if (each.id === own.id) return false;
    if (workloadOf(context, each.id)?.subnets.some(({ id }) => id === subnet.id) === true) return true;
    const stands = subnetOf(context, each.id)?.id === subnet.id;
    return stands && each.kind !== 'interface-endpoint' && each.id !== subnet.id;
  });
}

export interface NewSubnet {
  readonly plan: Plan;
  readonly id: string;
}

/** To a subnet of its zone that stands there, else to a new one. */
export function movedTo(
  context: RuleContext,
  instance: Resource<'instance'>,
  from: Resource<'subnet'>,
  to: { readonly standing: readonly Resource<'subnet'>[]; readonly made: () => NewSubnet | undefined },
): Plan | undefined {
  const zone = zoneOf(context, from);
  const home = to.standing.find((each) => each.id !== from.id && zoneOf(context, each) === zone);
  if (home !== undefined) return move(context, instance, home);
  const made = to.made();
  const within = made === undefined ? undefined : context.after(made.plan);
  const subnet = within?.all('subnet').find(({ id }) => id === made?.id);
  return made === undefined || within === undefined || subnet === undefined
    ? undefined
    : followedBy(made.plan, move(within, instance, subnet));
}

function move(context: RuleContext, instance: Resource<'instance'>, to: Resource<'subnet'>): Plan {
  const [name, subnet] = [called(context, instance.id), called(context, to.id)];
  return plan(
    `Move ${name} to ${subnet}`,
    `${name} を ${subnet} に移動`,
    moveInto(context, instance, to),
    ...(instance.props.privateIp === ''
      ? []
      : [call('setProps', { id: instance.id, props: { privateIp: '' } })]),
  );
}

/** A public subnet in the zone of another one, with a route to the internet gateway. */
export function newPublicSubnet(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  beside: Resource<'subnet'>,
): NewSubnet | undefined {
  const fresh = newSubnet(context, vpc, beside, 'PublicSubnet', {
    en: 'public subnet',
    ja: 'パブリックサブネット',
  });
  const within = fresh === undefined ? undefined : context.after(fresh.plan);
  const subnet =
    within === undefined ? undefined : inVpc(within, vpc.id, 'subnet').find(({ id }) => id === fresh?.id);
  const routed = within === undefined || subnet === undefined ? undefined : internetRouteFor(within, subnet);
  return fresh === undefined || routed === undefined
    ? undefined
    : { ...fresh, plan: { ...fresh.plan, commands: [...fresh.plan.commands, ...routed.commands] } };
}

/** A subnet with no route but the local one, until somebody gives it one. */
export function newPrivateSubnet(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  beside: Resource<'subnet'>,
): NewSubnet | undefined {
  return newSubnet(context, vpc, beside, 'PrivateSubnet', {
    en: 'private subnet',
    ja: 'プライベートサブネット',
  });
}

function newSubnet(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  beside: Resource<'subnet'>,
  wanted: string,
  sort: { readonly en: string; readonly ja: string },
): NewSubnet | undefined {
  const cidr = freeSubnetBlock(context, vpc, '', 24);
  if (cidr === undefined) return undefined;
  const parent = context.resource(beside.parentId) ?? vpc;
  const table = addition(context, 'route-table', vpc, `${wanted}RouteTable`, {});
  const first = plan('', '', table.call);
  const fresh = addition(context.after(first), 'subnet', parent, wanted, {
    cidr,
    zone: beside.props.zone,
    routeTable: table.id,
  });
  return {
    id: fresh.id,
    plan: plan(
      `Add the ${sort.en} ${fresh.name} (${cidr})`,
      `${sort.ja} ${fresh.name} (${cidr}) を追加`,
      table.call,
      fresh.call,
    ),
  };
}
