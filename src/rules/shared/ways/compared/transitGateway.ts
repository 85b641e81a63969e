/**
 * By a transit gateway that is drawn: to what is in another VPC, to a service by that one's interface endpoint, or out to the
 * internet by its NAT gateway (TG1–TG4).
 */
import type { Approach } from '../../../../core/compare/approach';
import type { Flow, Resource } from '../../../../core/model/document';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { vpcOf } from '../../networks';
import { attachedTo } from '../../transit';
import { newAttachment } from '../../transitPlans';
import { destinationOf, sourceOf } from '../ends';
import { transit } from '../transit';
import { waysOut } from '../transitTables';
import { endsOf, routesTo } from '../vpcEnds';
import { answeredWith, farEndpoints } from './farEndpoint';
import { mending } from './mending';
import { withoutGatewayEndpoint, withoutOwnEndpoint, withoutPrivateAnswer } from './otherWays';
import { notBetweenVpcs } from './peering';

export const transitGateway: Approach = {
  id: 'transit-gateway',
  title: { en: 'Transit gateway', ja: 'Transit Gateway' },
  whyNot(context, flow) {
    const own = vpcOf(context, flow.from);
    const gateways = own === undefined ? [] : gatewaysNear(context, own);
    if (gateways.length === 0)
      return {
        en: 'no transit gateway is drawn in the Region of the source',
        ja: '送信元のリージョンに Transit Gateway が描かれていません',
      };
    const { is } = destinationOf(context, flow);
    if (is !== 'service' && is !== 'internet')
      return endsOf(context, flow, 'forward') === undefined ? notBetweenVpcs(context, flow) : undefined;
    const leads = gateways.some(
      ({ id }) =>
        waysOut(context, id, own?.id).length > 0 ||
        (is === 'service' && farOn(context, flow, id) !== undefined),
    );
    if (leads) return undefined;
    return {
      en:
        is === 'service'
          ? 'no VPC on the transit gateway has an interface endpoint for the service, or a NAT gateway'
          : 'no other VPC on the transit gateway has a NAT gateway',
      ja:
        is === 'service'
          ? 'Transit Gateway に接続された VPC に、サービスのインターフェイスエンドポイントも NAT ゲートウェイもありません'
          : 'Transit Gateway に接続されたほかの VPC に NAT ゲートウェイがありません',
    };
  },
  *lead(context, flow, trace) {
    const own = vpcOf(context, flow.from);
    const source = sourceOf(context, flow);
    if (own === undefined) return;
    const destination = destinationOf(context, flow);
    if (destination.is !== 'service' && destination.is !== 'internet') {
      yield* joined(context, flow, undefined);
      return;
    }
    for (const gateway of gatewaysNear(context, own)) {
      const far = destination.is === 'service' ? farOn(context, flow, gateway.id) : undefined;
      if (far !== undefined) {
        yield* joined(context, { ...flow, to: far.id }, gateway);
        const answered = answeredWith(context, flow, far, trace);
        if (answered !== undefined) yield answered;
        yield* withoutOwnEndpoint(context, own, trace);
        return;
      }
      if (waysOut(context, gateway.id, own.id).length === 0 || source === undefined) continue;
      if (!attachedTo(context, gateway.id).some(({ vpc }) => vpc.id === own.id)) {
        const attached = newAttachment(context, own, gateway);
        if (attached !== undefined) yield attached.plan;
      }
      const routed = routesTo(context, { subnets: source.workload.subnets, blocks: ['0.0.0.0/0'] }, gateway);
      if (routed !== undefined) yield routed;
      if (destination.is === 'service') {
        yield* withoutGatewayEndpoint(context, source, destination.service);
        yield* withoutPrivateAnswer(context, source, trace);
      }
      return;
    }
  },
  mend: [...mending, transit],
};

function gatewaysNear(context: RuleContext, { id }: Resource<'vpc'>): readonly Resource<'transit-gateway'>[] {
  const { region } = context.around(id);
  return context.all('transit-gateway').filter((gateway) => context.around(gateway.id).region === region);
}

/** An endpoint for the flow's service in another VPC that is attached. */
function farOn(
  context: RuleContext,
  flow: Flow,
  gateway: string,
): Resource<'interface-endpoint'> | undefined {
  const attached = new Set(attachedTo(context, gateway).map(({ vpc }) => vpc.id));
  return farEndpoints(context, flow).find(({ vpc }) => attached.has(vpc.id))?.endpoint;
}

/** Both VPCs attached, with routes there and back; what the gateway's own tables lack is mended after. */
function* joined(
  context: RuleContext,
  flow: Flow,
  only: Resource<'transit-gateway'> | undefined,
): Generator<Plan> {
  const ends = endsOf(context, flow, 'forward');
  const reply = endsOf(context, flow, 'return');
  if (ends === undefined || reply === undefined) return;
  const near = only === undefined ? gatewaysNear(context, ends.own) : [only];
  const has = (gateway: Resource<'transit-gateway'>, vpc: Resource<'vpc'>): boolean =>
    attachedTo(context, gateway.id).some((each) => each.vpc.id === vpc.id);
  const both = near.find((each) => has(each, ends.own) && has(each, ends.other));
  const gateway = both ?? near.find((each) => has(each, ends.own) || has(each, ends.other)) ?? near[0];
  if (gateway === undefined) return;
  for (const vpc of [ends.own, ends.other]) {
    if (has(gateway, vpc)) continue;
    const attached = newAttachment(context, vpc, gateway);
    if (attached !== undefined) yield attached.plan;
  }
  for (const each of [ends, reply]) {
    if (!has(gateway, each.own)) continue;
    const routed = routesTo(context, each, gateway);
    if (routed !== undefined) yield routed;
  }
}
