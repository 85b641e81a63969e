/** By a peering connection: to what is in the other VPC, or to a service by that one's interface endpoint (PX1). */
import type { Approach } from '../../../../core/compare/approach';
import type { Flow } from '../../../../core/model/document';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import type { Words } from '../../../../lib/words';
import { acceptance } from '../../acceptance';
import { vpcOf } from '../../networks';
import { peersOf } from '../../peerings';
import { titleOf } from '../../services';
import { called } from '../../words';
import { newPeering } from '../connections';
import { destinationOf } from '../ends';
import { endsOf, routesTo } from '../vpcEnds';
import { answeredWith, farEndpoints } from './farEndpoint';
import { mending } from './mending';
import { withoutOwnEndpoint } from './otherWays';

export const peering: Approach = {
  id: 'peering',
  title: { en: 'VPC peering', ja: 'VPC ピアリング' },
  whyNot(context, flow) {
    const destination = destinationOf(context, flow);
    if (destination.is === 'internet')
      return {
        en: 'a peering connection does not lead on to the other VPC’s gateways',
        ja: 'ピアリング接続から、相手の VPC のゲートウェイを使うことはできません',
      };
    if (destination.is === 'service') return noFarEndpoint(context, flow, destination.service);
    return endsOf(context, flow, 'forward') === undefined ? notBetweenVpcs(context, flow) : undefined;
  },
  *lead(context, flow, trace) {
    const [far] = farEndpoints(context, flow).filter(({ vpc }) => isPeered(context, flow, vpc.id));
    if (far === undefined) {
      yield* joined(context, flow);
      return;
    }
    yield* joined(context, { ...flow, to: far.endpoint.id });
    const answered = answeredWith(context, flow, far.endpoint, trace);
    if (answered !== undefined) yield answered;
    const own = vpcOf(context, flow.from);
    if (own !== undefined) yield* withoutOwnEndpoint(context, own, trace);
  },
  mend: mending,
};

/** Whether the two VPCs that a flow is between are what is asked for. */
export function notBetweenVpcs(context: RuleContext, { from, to }: Flow): Words {
  const [own, other] = [vpcOf(context, from), vpcOf(context, to)];
  if (own !== undefined && own.id === other?.id)
    return {
      en: `both ends are in ${called(context, own.id)}`,
      ja: `どちらの端も ${called(context, own.id)} にあります`,
    };
  return {
    en: `it joins VPCs, and the flow is not from a subnet of one to a subnet of another`,
    ja: `VPC 同士を接続するものですが、この通信は VPC のサブネット間ではありません`,
  };
}

function noFarEndpoint(context: RuleContext, flow: Flow, service: string): Words | undefined {
  if (farEndpoints(context, flow).some(({ vpc }) => isPeered(context, flow, vpc.id))) return undefined;
  return {
    en: `no VPC that is peered with this one has an interface endpoint for ${titleOf(service)}`,
    ja: `この VPC とピアリングされた VPC に、${titleOf(service)} のインターフェイスエンドポイントがありません`,
  };
}

function isPeered(context: RuleContext, { from }: Flow, other: string): boolean {
  const own = vpcOf(context, from);
  return own !== undefined && peersOf(context, own.id).some(({ vpc }) => vpc.id === other);
}

/** The connection, accepted, with routes there and back. */
function* joined(context: RuleContext, flow: Flow): Generator<Plan> {
  const ends = endsOf(context, flow, 'forward');
  if (ends === undefined) return;
  const all = peersOf(context, ends.own.id).filter(({ vpc }) => vpc.id === ends.other.id);
  const accepted = all.find(({ peering: { connection } }) => connection.props.accepted !== false);
  const [first] = all;
  const chosen = accepted ?? first;
  if (chosen === undefined) {
    const added = newPeering(context, ends);
    if (added !== undefined) yield added;
    return;
  }
  const { connection } = chosen.peering;
  if (accepted === undefined) yield acceptance(context, connection.id);
  const there = routesTo(context, ends, connection);
  if (there !== undefined) yield there;
  const reply = endsOf(context, flow, 'return');
  const back = reply === undefined ? undefined : routesTo(context, reply, connection);
  if (back !== undefined) yield back;
}
