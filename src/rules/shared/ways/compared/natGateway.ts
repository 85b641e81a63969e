/** By a NAT gateway: the one that stands there, else one in each zone that the flow begins in, as endpoints would be (NG7). */
import type { Approach } from '../../../../core/compare/approach';
import type { Resource, ResourceId } from '../../../../core/model/document';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { addition } from '../../additions';
import { defaultTarget, inVpc, subnetOf, tableOf, vpcOf, wayOut, zoneOf } from '../../networks';
import { publicSubnets, routeForSubnet } from '../../routing';
import { called, followedBy, plan } from '../../words';
import { destinationOf, sourceOf, type Source } from '../ends';
import { mendingRoutes } from './mending';
import { hasOthers, isMovable, movedTo, newPrivateSubnet, newPublicSubnet } from './moved';
import { withoutGatewayEndpoint, withoutPrivateAnswer } from './otherWays';
import { isInternet, notOutward, withoutIpv4 } from './whyNot';

export const natGateway: Approach = {
  id: 'nat-gateway',
  title: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
  whyNot(context, flow) {
    if (isInternet(context, flow.from))
      return {
        en: 'a NAT gateway lets nobody in who begins outside',
        ja: 'NAT ゲートウェイは外部から開始された接続を通しません',
      };
    const refused = notOutward(context, flow);
    const source = sourceOf(context, flow);
    if (refused !== undefined || source === undefined) return refused;
    if (!withoutIpv4(source)) return undefined;
    const name = called(context, source.workload.resource.id);
    return {
      en: `${name} has no IPv4 address; a NAT gateway takes IPv6 only by NAT64, for which no plan is made`,
      ja: `${name} には IPv4 アドレスがありません。NAT ゲートウェイは NAT64 でのみ IPv6 を扱いますが、そのプランは作成しません`,
    };
  },
  *lead(context, flow, trace) {
    const source = sourceOf(context, flow);
    if (source === undefined) return;
    const destination = destinationOf(context, flow);
    const lacking: Resource<'subnet'>[] = [];
    for (const subnet of source.workload.subnets) {
      if (isBehindNat(context, subnet)) continue;
      // Others there need its way to the internet gateway; NG5: above all a NAT gateway itself.
      if (wayOut(context, subnet) !== 'internet' || !hasOthers(context, subnet, source.workload.resource))
        lacking.push(subnet);
      else {
        const moved = outOfPublicSubnet(context, source, subnet);
        if (moved !== undefined) yield moved;
      }
    }
    const led = ledToNats(context, source, lacking);
    if (led !== undefined) yield led;
    if (destination.is !== 'service') return;
    yield* withoutGatewayEndpoint(context, source, destination.service);
    yield* withoutPrivateAnswer(context, source, trace);
  },
  mend: mendingRoutes,
};

function outOfPublicSubnet(
  context: RuleContext,
  { workload, vpc }: Source,
  subnet: Resource<'subnet'>,
): Plan | undefined {
  if (!isMovable(workload.resource) || workload.subnets.length > 1) return undefined;
  return movedTo(context, workload.resource, subnet, {
    standing: inVpc(context, vpc.id, 'subnet').filter((each) => isBehindNat(context, each)),
    made: () => newPrivateSubnet(context, vpc, subnet),
  });
}

function isBehindNat(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  const table = tableOf(context, subnet);
  const target = table === undefined ? undefined : defaultTarget(context, table);
  const vpc = vpcOf(context, subnet.id);
  return (
    target != null &&
    vpc !== undefined &&
    inVpc(context, vpc.id, 'nat-gateway').some(
      ({ id, props }) => id === target.id && props.connectivity === 'public',
    )
  );
}

/** One after the other, each in the design that the one before has left. */
function ledToNats(
  context: RuleContext,
  source: Source,
  subnets: readonly Resource<'subnet'>[],
): Plan | undefined {
  const own = new Set(source.workload.subnets.map(({ id }) => id));
  // NG5: a subnet that hosts the gateway cannot send its own default route there.
  const standing = inVpc(context, source.vpc.id, 'nat-gateway').filter(
    ({ id, props }) => props.connectivity === 'public' && !own.has(subnetOf(context, id)?.id ?? ''),
  );
  let all: Plan | undefined;
  let within = context;
  for (const { id } of subnets) {
    const subnet = within.all('subnet').find((each) => each.id === id);
    if (subnet === undefined) return undefined;
    const zone = zoneOf(within, subnet);
    // Where none stands, each zone gets one of its own.
    const nats = standing.length > 0 ? standing : natsIn(within, source, zone);
    const nearest = nats.find((nat) => natZone(within, nat.id) === zone) ?? nats[0];
    const next =
      nearest === undefined
        ? byNewNat(within, source, subnet, own)
        : routeForSubnet(within, subnet, '0.0.0.0/0', { id: nearest.id, name: called(within, nearest.id) });
    if (next === undefined) return undefined;
    all = all === undefined ? next : followedBy(all, next);
    within = within.after(next);
  }
  return all;
}

function natsIn(
  context: RuleContext,
  { vpc }: Source,
  zone: string | undefined,
): readonly Resource<'nat-gateway'>[] {
  return inVpc(context, vpc.id, 'nat-gateway').filter(
    ({ id, props }) => props.connectivity === 'public' && natZone(context, id) === zone,
  );
}

function byNewNat(
  context: RuleContext,
  { vpc }: Source,
  subnet: Resource<'subnet'>,
  own: ReadonlySet<ResourceId>,
): Plan | undefined {
  const zone = zoneOf(context, subnet);
  let first: Plan | undefined;
  let within = context;
  let home = publicSubnets(context, vpc.id).find(
    (each) => !own.has(each.id) && zoneOf(context, each) === zone,
  );
  if (home === undefined) {
    const made = newPublicSubnet(context, vpc, subnet);
    if (made === undefined) return undefined;
    first = made.plan;
    within = context.after(first);
    home = inVpc(within, vpc.id, 'subnet').find(({ id }) => id === made.id);
  }
  if (home === undefined) return undefined;
  const nat = addition(within, 'nat-gateway', home, 'NatGateway', {});
  const name = called(within, home.id);
  const added = plan(`Add a NAT gateway to ${name}`, `${name} に NAT ゲートウェイを追加`, nat.call);
  const after = within.after(added);
  const behind = inVpc(after, vpc.id, 'subnet').find(({ id }) => id === subnet.id);
  const routed = behind === undefined ? undefined : routeForSubnet(after, behind, '0.0.0.0/0', nat);
  if (routed === undefined) return undefined;
  const both = followedBy(added, routed);
  return first === undefined ? both : followedBy(first, both);
}

/** Undefined for a regional one, which stands in no zone. */
function natZone(context: RuleContext, id: ResourceId): string | undefined {
  const subnet = subnetOf(context, id);
  return subnet === undefined ? undefined : zoneOf(context, subnet);
}
