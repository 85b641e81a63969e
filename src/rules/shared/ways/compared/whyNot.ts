/** Why something is no way for a flow, in words that several alternatives share. */
import type { Flow } from '../../../../core/model/document';
import { isKind } from '../../../../core/model/queries';
import type { RuleContext } from '../../../../core/rules/rule';
import type { Words } from '../../../../lib/words';
import { vpcOf } from '../../networks';
import { called } from '../../words';
import { destinationOf, sourceOf, type Source } from '../ends';

/** For what leads out of a VPC: the source stands in one, and the destination is outside of all. */
export function notOutward(context: RuleContext, flow: Flow): Words | undefined {
  const stands = notInSubnet(context, flow);
  if (stands !== undefined) return stands;
  const { is } = destinationOf(context, flow);
  if (is === 'service' || is === 'internet') return undefined;
  const name = called(context, flow.to);
  const [own, other] = [vpcOf(context, flow.from), vpcOf(context, flow.to)];
  if (own !== undefined && own.id === other?.id)
    return {
      en: `${name} is in the same VPC, where the local route leads to it whatever else there is`,
      ja: `${name} は同じ VPC にあり、ほかに何があってもローカルルートで到達します`,
    };
  return {
    en: `${name} is reached at its private address, which is not routed over the internet`,
    ja: `${name} にはプライベートアドレスで到達するため、インターネット経由ではルーティングされません`,
  };
}

export function notInSubnet(context: RuleContext, flow: Flow): Words | undefined {
  if (sourceOf(context, flow) !== undefined) return undefined;
  const name = called(context, flow.from);
  return {
    en: `plans are sought for what sends from a subnet; ${name} does not`,
    ja: `プランはサブネットから送信するものについて検討します。${name} はサブネットにありません`,
  };
}

/** IPv4 only: a NAT gateway takes IPv6 by NAT64, which is not planned. */
export function withoutIpv4({ workload }: Source): boolean {
  return workload.subnets.every(({ props }) => props.ipv6Native === true);
}

/** The Region of a flow's source, to which endpoints belong. */
export function inOtherRegion(context: RuleContext, flow: Flow): Words | undefined {
  const destination = destinationOf(context, flow);
  const { region } = context.around(flow.from);
  if (destination.is !== 'service' || destination.region === region) return undefined;
  return {
    en: `${called(context, flow.to)} is in ${destination.region}; an endpoint here leads to the service in ${region} only`,
    ja: `${called(context, flow.to)} は ${destination.region} にあります。ここのエンドポイントは ${region} のサービスだけに接続します`,
  };
}

export function isInternet(context: RuleContext, id: string): boolean {
  const resource = context.resource(id);
  return resource !== undefined && isKind(resource, 'internet');
}
