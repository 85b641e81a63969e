import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { privateDomainsOf } from '../core/network/serviceNames';
import { fullServiceName } from '../core/network/serviceNames';
import { defineRule } from '../core/rules/rule';
import { domainOf } from './shared/dns';
import { vpcOf } from './shared/networks';
import { withoutPrivateDns } from './shared/privateDns';
import { serviceOf } from './shared/services';
import { called } from './shared/words';

export default defineRule({
  id: 'private-dns-conflicts-with-hosted-zone',
  severity: 'error',
  summary: {
    en: 'A VPC cannot have both private DNS of an endpoint and a hosted zone for the same name',
    ja: '1 つの VPC で、エンドポイントのプライベート DNS と同じ名前のホストゾーンは併用できません',
  },
  why: {
    en: 'Private DNS is a hidden hosted zone for the service’s name, and AWS refuses to enable it in a VPC that is associated with a private hosted zone of that name. Keep one: private DNS for this VPC, or a hosted zone of your own, which other VPCs may share.',
    ja: 'プライベート DNS は、サービスの名前を持つ非公開のホストゾーンです。同じ名前のプライベートホストゾーンが関連付けられた VPC では有効にできません。この VPC だけで使うならプライベート DNS、ほかの VPC とも共有するなら独自のホストゾーンのどちらかにしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  ],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const service = serviceOf(context, endpoint);
      const vpc = vpcOf(context, endpoint.id);
      if (endpoint.props.privateDns !== true || service === undefined || vpc === undefined) continue;
      const domains = privateDomainsOf(fullServiceName(service, context.around(endpoint.id).region));
      for (const zone of context.all('hosted-zone')) {
        const domain = domainOf(zone);
        if (zone.props.vpcs[vpc.id] !== true || domain === undefined || !domains.includes(domain)) continue;
        const name = called(context, endpoint.id);
        yield {
          on: [endpoint.id, zone.id],
          field: 'privateDns',
          message: {
            en: `${name} has private DNS for ${domain}, for which ${called(context, vpc.id)} has the hosted zone ${called(context, zone.id)}`,
            ja: `${name} は ${domain} のプライベート DNS を有効にしていますが、${called(context, vpc.id)} には同じ名前のホストゾーン ${called(context, zone.id)} があります`,
          },
          fixes: harmless(context, [withoutPrivateDns(context, endpoint)]),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('interface-endpoint', 'Endpoint', { service: 'sqs' })),
        ),
        box('hosted-zone', 'Zone', { domain: 'example.internal', vpcs: { Vpc: true } }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('interface-endpoint', 'Endpoint', { service: 'sqs' })),
        ),
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'A',
              target: 'Endpoint',
              value: '',
              alias: true,
              standby: false,
            },
          },
        }),
      ),
    ],
  },
});
