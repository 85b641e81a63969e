import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { connections } from './shared/endpointServices';
import { withoutPrivateDns } from './shared/privateDns';
import { called } from './shared/words';

export default defineRule({
  id: 'endpoint-service-private-dns',
  severity: 'error',
  summary: {
    en: 'An endpoint for an endpoint service cannot have private DNS without a private DNS name of the service',
    ja: 'プライベート DNS 名のないエンドポイントサービスでは、エンドポイントのプライベート DNS を有効にできません',
  },
  why: {
    en: 'Services of AWS have names that private DNS takes over; a service of your own has one only once you have given it a private DNS name and proved that the domain is yours, which no template does. Turn private DNS off and use the endpoint’s own names. It may be ignored where the name is set up by hand before the endpoint is made.',
    ja: 'AWS サービスの名前はプライベート DNS で解決できますが、独自のサービスにプライベート DNS 名を付けるには、ドメインの所有権の検証が必要で、テンプレートだけでは設定できません。プライベート DNS を無効にして、エンドポイント固有の名前を使ってください。エンドポイントの作成前に名前を手動で設定する場合は、無視して構いません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html'],
  *check(context) {
    for (const { endpoint, service } of connections(context)) {
      if (endpoint.props.privateDns !== true) continue;
      const [name, own] = [called(context, endpoint.id), called(context, service.id)];
      yield {
        on: [endpoint.id, service.id],
        field: 'privateDns',
        message: {
          en: `Private DNS of ${name} is on, and ${own} has no private DNS name`,
          ja: `${name} のプライベート DNS が有効ですが、${own} にプライベート DNS 名がありません`,
        },
        fixes: [withoutPrivateDns(context, endpoint)],
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
            box('interface-endpoint', 'Endpoint', { endpointService: 'Service', privateDns: false }),
          ),
        ),
      ),
    ],
    bad: [
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
            box('interface-endpoint', 'Endpoint', { endpointService: 'Service', privateDns: true }),
          ),
        ),
      ),
    ],
  },
});
