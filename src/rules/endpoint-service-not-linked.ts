import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { standsOn } from './shared/endpointServices';
import { called, listed, plan } from './shared/words';

/** More services than these are not offered. */
const most = 3;

export default defineRule({
  id: 'endpoint-service-not-linked',
  severity: 'advice',
  summary: {
    en: 'An endpoint whose service is given from outside may be for an endpoint service that is drawn',
    ja: 'サービス名が外部から指定されるエンドポイントは、図にあるエンドポイントサービスのものかもしれません',
  },
  why: {
    en: 'A template that takes the name of a service as a parameter does not say whose it is, so that flows through the endpoint stay unknown. Choose the endpoint service on the endpoint: the diagram remembers it, and the template keeps its parameter. It may be ignored where the service is somebody else’s.',
    ja: 'サービス名をパラメータで受け取るテンプレートからは、誰のサービスかがわからず、エンドポイント経由の通信は「不明」になります。エンドポイントの設定でエンドポイントサービスを選ぶと、図に記録され、テンプレートのパラメータはそのまま残ります。他者のサービスの場合は、無視して構いません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html'],
  *check(context) {
    const services = context
      .all('endpoint-service')
      .filter((each) => standsOn(context, each) !== 'gateway-load-balancer');
    for (const endpoint of context.all('interface-endpoint')) {
      const { service, endpointService } = endpoint.props;
      const isOpen = isUnknown(service) || service.includes('.vpce.');
      if (services.length === 0 || endpointService !== null || !isOpen) continue;
      const name = called(context, endpoint.id);
      const names = listed(services.map(({ id }) => called(context, id)));
      yield {
        on: [endpoint.id],
        field: 'endpointService',
        message: {
          en: `The service of ${name} is given from outside; it may be ${names.en}`,
          ja: `${name} のサービスは外部から指定されます。${names.ja} かもしれません`,
        },
        fixes: harmless(
          context,
          services.slice(0, most).map(({ id, props }) =>
            plan(
              `Make ${name} an endpoint for ${called(context, id)}`,
              `${name} のサービスを ${called(context, id)} に対応付け`,
              call('setProps', {
                id: endpoint.id,
                props: {
                  endpointService: id,
                  ...(props.acceptanceRequired === true ? { accepted: true } : {}),
                  ...(endpoint.props.privateDns === true ? { privateDns: false } : {}),
                },
              }),
            ),
          ),
        ),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true }, acceptanceRequired: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb'),
            box('interface-endpoint', 'Endpoint', {
              service: { unknown: { en: 'a parameter', ja: 'パラメータ' } },
              endpointService: 'Service',
              privateDns: false,
            }),
          ),
        ),
      ),
      sketch(
        box('endpoint-service', 'Inspection', { loadBalancers: { Gwlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            {},
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
            box('interface-endpoint', 'Endpoint', {
              service: { unknown: { en: 'a parameter', ja: 'パラメータ' } },
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb'),
            box('interface-endpoint', 'Endpoint', {
              service: { unknown: { en: 'a parameter', ja: 'パラメータ' } },
              privateDns: false,
            }),
          ),
        ),
      ),
    ],
  },
});
