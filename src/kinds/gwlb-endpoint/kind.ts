/**
 * A Gateway Load Balancer endpoint: a target of routes in one subnet. What is led to it goes through the appliances behind
 * its service, and on by the route table of that subnet, which must not be that of the traffic to be inspected. It has no
 * security group and no policy.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
 */
import { defineKind } from '../../core/catalog/kind';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import { isLinkedByParameter, nameForEndpoint } from '../../core/cfn/serviceExport';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { verbatim } from '../../lib/words';

interface GwlbEndpointProps {
  /** The full name of the endpoint service; empty where only its owner knows it. */
  readonly service: Value<string>;
  /** The endpoint service, where it is drawn; or the load balancer behind it, which no template says. */
  readonly provider: Value<ResourceId | null>;
  /** Whether the owner of the service has accepted the connection, where it requires that. Not in the template either. */
  readonly accepted: Value<boolean>;
  readonly dualStack: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'gwlb-endpoint': GwlbEndpointProps;
  }
}

export default defineKind({
  kind: 'gwlb-endpoint',
  label: { en: 'Gateway Load Balancer endpoint', ja: 'Gateway Load Balancer エンドポイント' },
  summary: {
    en: 'Leads traffic through firewall appliances, as a target of routes',
    ja: 'ルートのターゲットとして、通信をファイアウォールアプライアンスに通します',
  },
  group: 'endpoints',
  rank: 1,
  icon: 'resource/AmazonVPCEndpoints',
  defaultName: 'GwlbEndpoint',
  parents: ['subnet'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('GWLB') },
  fields: {
    service: {
      control: 'text',
      label: { en: 'Service', ja: 'サービス' },
      help: {
        en: 'The full name of the endpoint service; empty: the template asks for it',
        ja: 'エンドポイントサービスの完全な名前。空欄の場合は、テンプレートのパラメータになります',
      },
      property: 'ServiceName',
      default: '',
    },
    provider: {
      control: 'ref',
      kinds: ['endpoint-service', 'gateway-load-balancer'],
      label: { en: 'Provider', ja: 'プロバイダー' },
      help: {
        en: 'The endpoint service, or the Gateway Load Balancer behind it, where it is drawn',
        ja: '図に描かれたエンドポイントサービス、またはその先の Gateway Load Balancer',
      },
      property: 'ServiceName',
      default: null,
      none: { en: 'Not in the diagram', ja: '図にない' },
      drawn: true,
    },
    accepted: {
      control: 'toggle',
      label: { en: 'Connection accepted', ja: '接続を承諾済み' },
      help: {
        en: 'By the owner of the service; it matters where the service requires acceptance',
        ja: 'サービスの所有者が承諾したかどうか。承諾が必要なサービスでのみ意味があります',
      },
      default: false,
      advanced: true,
    },
    dualStack: {
      control: 'toggle',
      label: { en: 'IPv6 as well (dual stack)', ja: 'IPv6 も使用 (デュアルスタック)' },
      property: 'IpAddressType',
      default: false,
      advanced: true,
    },
  },
  look({ props }) {
    const service = known(props.service) ?? '?';
    return service === '' ? {} : { detail: service.split('.').at(-1) ?? service };
  },
  propose(_, around) {
    const balancers = around.all('gateway-load-balancer');
    const isBehind = ({ props }: Resource<'endpoint-service'>): boolean =>
      balancers.some(({ id }) => props.loadBalancers[id] === true);
    const services = around.all('endpoint-service').filter(isBehind);
    const [only] = services.length > 0 ? services : balancers;
    return (services.length > 0 ? services : balancers).length === 1 && only !== undefined
      ? { provider: only.id }
      : {};
  },
  tidy: () => ({ column: '0' }),
  *price() {
    yield { item: 'gwlb-endpoint', units: 1 };
  },

  *facts({ id, props }, around) {
    yield {
      fact: 'gwlb-endpoint',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      subnet: around.ancestor('subnet')?.id ?? null,
      provider: props.provider,
      accepted: props.accepted,
      dualStack: props.dualStack,
    };
  },
  cfn: {
    types: ['AWS::EC2::VPCEndpoint'],
    recognises: (reader) => reader.raw('VpcEndpointType') === 'GatewayLoadBalancer',
    *write(endpoint, scope) {
      const { props } = endpoint;
      yield {
        role: '',
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'GatewayLoadBalancer',
          VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
          ServiceName: serviceName(endpoint, scope),
          SubnetIds: [scope.ref(scope.ancestor('subnet')?.id ?? null)].flatMap((id) => id ?? []),
          IpAddressType: props.dualStack === true ? 'dualstack' : undefined,
          Tags: scope.nameTags(endpoint),
        },
      };
    },
    read(reader) {
      const type = reader.text('dualStack', 'IpAddressType', 'ipv4');
      const service = reader.text('service', 'ServiceName', '');
      const provider = reader.named('provider', 'ServiceName', ['endpoint-service']);
      const [subnet] = Object.keys(reader.refs('parentId', 'SubnetIds', ['subnet']));
      return {
        parentId: subnet ?? null,
        props: {
          service: provider === null ? service : '',
          provider,
          accepted: false,
          dualStack: isUnknown(type) ? type : type.toLowerCase() !== 'ipv4',
        },
      };
    },
  },
});

/** An endpoint service of the design by its name, whatever else a template says; a parameter for what nobody knows. */
function serviceName(endpoint: Resource<'gwlb-endpoint'>, scope: CfnWriteScope): CfnValue | undefined {
  const { props } = endpoint;
  const provider = scope.resource(known(props.provider) ?? null);
  if (provider?.kind === 'endpoint-service' && !isLinkedByParameter(endpoint))
    return nameForEndpoint(provider, scope.logicalId(provider.id), scope.all('endpoint-service'));
  if (props.service !== '') return scope.plain(props.service);
  const name = scope.logicalId(endpoint.id) ?? 'Endpoint';
  return scope.parameter(`${name}ServiceName`, {
    Type: 'String',
    Description: `The name of the endpoint service of ${name}`,
  });
}
