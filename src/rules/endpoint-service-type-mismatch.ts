import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { harmless } from '../core/plans/mend';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { connections, gatewayConnections, standsOn } from './shared/endpointServices';
import { called, plan } from './shared/words';

/** More services than these are not offered. */
const most = 3;

export default defineRule({
  id: 'endpoint-service-type-mismatch',
  severity: 'error',
  summary: {
    en: 'An endpoint is of the type of its endpoint service: interface for Network Load Balancers, Gateway Load Balancer for theirs',
    ja: 'エンドポイントのタイプは、エンドポイントサービスのロードバランサーに合わせる必要があります',
  },
  why: {
    en: 'AWS does not create an interface endpoint for an endpoint service that stands on Gateway Load Balancers, nor a Gateway Load Balancer endpoint for one that stands on Network Load Balancers. Make an endpoint of the other type, choose another endpoint service, or put a load balancer of the other type behind this one.',
    ja: 'Gateway Load Balancer を使用するエンドポイントサービスにはインターフェイスエンドポイントを、Network Load Balancer を使用するエンドポイントサービスには Gateway Load Balancer エンドポイントを作成できません。もう一方のタイプのエンドポイントを作成するか、エンドポイントサービスまたはそのロードバランサーを変更してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-gateway-load-balancer-endpoint-service.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceTypeDetail.html',
  ],
  *check(context) {
    for (const { endpoint, service } of connections(context)) {
      if (standsOn(context, service) !== 'gateway-load-balancer') continue;
      const [name, own] = [called(context, endpoint.id), called(context, service.id)];
      yield fault(context, endpoint, service, 'endpointService', {
        en: `${name} is an interface endpoint, and ${own} stands on a Gateway Load Balancer, which takes Gateway Load Balancer endpoints only`,
        ja: `${name} はインターフェイスエンドポイントですが、${own} は Gateway Load Balancer を使用しているため、接続できるのは Gateway Load Balancer エンドポイントだけです`,
      });
    }
    for (const { endpoint, service } of gatewayConnections(context)) {
      if (standsOn(context, service) !== 'network-load-balancer') continue;
      const [name, own] = [called(context, endpoint.id), called(context, service.id)];
      yield fault(context, endpoint, service, 'provider', {
        en: `${name} is a Gateway Load Balancer endpoint, and ${own} stands on a Network Load Balancer, which takes interface endpoints only`,
        ja: `${name} は Gateway Load Balancer エンドポイントですが、${own} は Network Load Balancer を使用しているため、接続できるのはインターフェイスエンドポイントだけです`,
      });
    }
  },
  examples: {
    good: [
      sketch(
        box('endpoint-service', 'Service', { acceptanceRequired: false, loadBalancers: { Gwlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
            box('gwlb-endpoint', 'Endpoint', { provider: 'Service' }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service', { acceptanceRequired: false, loadBalancers: { Gwlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
            box('interface-endpoint', 'Endpoint', {
              service: '',
              endpointService: 'Service',
              privateDns: false,
            }),
          ),
        ),
      ),
      sketch(
        box('endpoint-service', 'Service', { acceptanceRequired: false, loadBalancers: { Nlb: true } }),
        box('endpoint-service', 'Inspection', { loadBalancers: { Gwlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('network-load-balancer', 'Nlb'),
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
            box('gwlb-endpoint', 'Endpoint', { provider: 'Service' }),
          ),
        ),
      ),
    ],
  },
});

/** Another service that takes endpoints of this type may be the one that was meant. */
function fault(
  context: RuleContext,
  endpoint: Resource<'interface-endpoint' | 'gwlb-endpoint'>,
  service: Resource<'endpoint-service'>,
  field: 'endpointService' | 'provider',
  message: FoundFault['message'],
): FoundFault {
  const wanted = field === 'provider' ? 'gateway-load-balancer' : 'network-load-balancer';
  const name = called(context, endpoint.id);
  const others = context
    .all('endpoint-service')
    .filter((each) => each.id !== service.id && standsOn(context, each) === wanted);
  return {
    on: [endpoint.id, service.id],
    field,
    message,
    fixes: harmless(
      context,
      others.slice(0, most).map((other) =>
        plan(
          `Make ${name} an endpoint for ${called(context, other.id)}`,
          `${name} を ${called(context, other.id)} のエンドポイントに変更`,
          call('setProps', {
            id: endpoint.id,
            props: {
              [field]: other.id,
              ...(other.props.acceptanceRequired === true ? { accepted: true } : {}),
            },
          }),
        ),
      ),
    ),
  };
}
