/** By an interface endpoint in the source's own VPC, which private DNS leads to (IE3). */
import { call } from '../../../../core/commands';
import type { Approach } from '../../../../core/compare/approach';
import type { Resource } from '../../../../core/model/document';
import { isKind } from '../../../../core/model/queries';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { interfaceEndpointFor } from '../../endpointPlans';
import { inVpc, vpcOf } from '../../networks';
import { serviceOf } from '../../services';
import { called, plan } from '../../words';
import { destinationOf, sourceOf } from '../ends';
import { mending } from './mending';
import { withoutPrivateAnswer } from './otherWays';
import { inOtherRegion, notInSubnet } from './whyNot';

export const interfaceEndpoint: Approach = {
  id: 'interface-endpoint',
  title: { en: 'Interface endpoint', ja: 'インターフェイスエンドポイント' },
  whyNot(context, flow) {
    const destination = destinationOf(context, flow);
    if (destination.is === 'internet')
      return {
        en: 'an endpoint leads to one service, not to the internet',
        ja: 'エンドポイントは 1 つのサービスへの接続用で、インターネットには接続できません',
      };
    if (destination.is === 'service') return notInSubnet(context, flow) ?? inOtherRegion(context, flow);
    const to = context.resource(flow.to);
    if (to !== undefined && isKind(to, 'interface-endpoint')) return undefined;
    const name = called(context, flow.to);
    if (vpcOf(context, flow.from)?.id === vpcOf(context, flow.to)?.id)
      return {
        en: `${name} is in the same VPC, where no endpoint is needed`,
        ja: `${name} は同じ VPC にあり、エンドポイントは不要です`,
      };
    return {
      en: `an interface endpoint leads to ${name} only through an endpoint service with a load balancer in front of it; draw the endpoint and let the flow go there`,
      ja: `インターフェイスエンドポイントから ${name} への接続には、ロードバランサーとエンドポイントサービスが必要です。エンドポイントを描き、それを通信の宛先にしてください`,
    };
  },
  *lead(context, flow, trace) {
    const source = sourceOf(context, flow);
    const destination = destinationOf(context, flow);
    if (source === undefined || destination.is !== 'service') return;
    const [existing] = inVpc(context, source.vpc.id, 'interface-endpoint').filter(
      (each) => serviceOf(context, each) === destination.service,
    );
    const led =
      existing === undefined
        ? interfaceEndpointFor(context, destination.service, [source.workload])
        : answering(context, existing, destination.service);
    if (led !== undefined) yield led;
    // A zone with the service's name would answer in its place.
    const by = context.resource(trace.resolution?.by);
    if (by !== undefined && isKind(by, 'hosted-zone')) yield* withoutPrivateAnswer(context, source, trace);
  },
  mend: mending,
};

/** Its private DNS answers the VPC; undefined where it does already. */
function answering(
  context: RuleContext,
  { id, props }: Resource<'interface-endpoint'>,
  service: string,
): Plan | undefined {
  const name = called(context, id);
  // IE5: by itself, private DNS for S3 answers inbound Resolver endpoints only.
  const isShut = props.privateDnsFor === 'inbound' || (service === 's3' && props.privateDnsFor !== 'all');
  if (props.privateDns !== false && !isShut) return undefined;
  return plan(
    `Turn on private DNS of ${name}${isShut ? ' for all of its VPC' : ''}`,
    `${name} のプライベート DNS を${isShut ? ' VPC 全体に対して' : ''}有効化`,
    call('setProps', {
      id,
      props: { privateDns: true, ...(isShut ? { privateDnsFor: 'all' as const } : {}) },
    }),
  );
}
