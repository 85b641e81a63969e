/**
 * An endpoint service: makes a Network Load Balancer available to interface endpoints in other VPCs (PrivateLink), or a
 * Gateway Load Balancer to endpoints of its kind. Nothing is routed between the VPCs. A private DNS name for it, which must
 * be verified by hand, is not modelled.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html
 */
import { columns, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import type { Value } from '../../core/model/value';
import { cfn } from './cfn';

export interface AllowedPrincipal {
  /** An ARN of an account, a role or a user, or `*` for everybody. */
  readonly principal: Value<string>;
}

interface EndpointServiceProps {
  readonly loadBalancers: Refs;
  readonly acceptanceRequired: Value<boolean>;
  readonly principals: Rows<AllowedPrincipal>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'endpoint-service': EndpointServiceProps;
  }
}

export default defineKind({
  kind: 'endpoint-service',
  label: { en: 'Endpoint service', ja: 'エンドポイントサービス' },
  summary: {
    en: 'Offers a load balancer to endpoints in other VPCs',
    ja: 'ロードバランサーを他の VPC のエンドポイントに公開します',
  },
  group: 'endpoints',
  rank: 2,
  icon: 'architecture-service/AWSPrivateLink',
  defaultName: 'EndpointService',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    loadBalancers: {
      control: 'refs',
      kinds: ['network-load-balancer', 'gateway-load-balancer'],
      label: { en: 'Load balancers', ja: 'ロードバランサー' },
      property: 'NetworkLoadBalancerArns',
      default: {},
      drawn: true,
    },
    acceptanceRequired: {
      control: 'toggle',
      label: { en: 'Acceptance required', ja: '承諾が必要' },
      help: {
        en: 'A connection waits until the provider accepts it',
        ja: 'プロバイダーが承諾するまで、接続は承諾待ちになります',
      },
      property: 'AcceptanceRequired',
      default: true,
    },
    principals: {
      control: 'rows',
      label: { en: 'Allowed principals', ja: '許可されたプリンシパル' },
      addLabel: { en: 'Add principal', ja: 'プリンシパルを追加' },
      help: {
        en: 'Who may make endpoints besides the service’s own account',
        ja: 'サービスと同じアカウント以外で、エンドポイントを作成できるプリンシパル',
      },
      default: {},
      columns: columns<AllowedPrincipal>({
        principal: {
          control: 'text',
          label: { en: 'Principal', ja: 'プリンシパル' },
          property: 'AllowedPrincipals',
          default: '*',
          suggestions: () => ['*', 'arn:aws:iam::123456789012:root'],
        },
      }),
    },
  },
  propose(service, around) {
    const others = around.all('endpoint-service').filter(({ id }) => id !== service.id);
    const free = around
      .all('network-load-balancer')
      .find(({ id }) => others.every(({ props }) => props.loadBalancers[id] !== true));
    return free === undefined ? {} : { loadBalancers: { [free.id]: true as const } };
  },
  tidy: () => ({ column: '1', row: 2 }),
  *facts({ id, props }, around) {
    yield {
      fact: 'endpoint-service',
      by: id,
      region: around.region,
      acceptanceRequired: props.acceptanceRequired,
      loadBalancers: Object.keys(props.loadBalancers),
      principals: Object.values(props.principals).map(({ principal }) => principal),
    };
  },
  cfn: { types: ['AWS::EC2::VPCEndpointService'], ...cfn },
});
