import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { resolverEndpoints, subnetsOfAddresses } from './shared/dns';
import { zoneOf } from './shared/networks';
import { called } from './shared/words';

export default defineRule({
  id: 'resolver-endpoint-one-zone',
  severity: 'warning',
  summary: {
    en: 'The IP addresses of a Resolver endpoint should be in two Availability Zones',
    ja: 'Resolver エンドポイントの IP アドレスは、2 つのアベイラビリティーゾーンに分けてください',
  },
  why: {
    en: 'When the zone fails that has all addresses of an endpoint, no name that goes through it is resolved any more, whatever else still works. AWS recommends addresses in at least two zones. Ignore this in a network for trying things out.',
    ja: 'すべての IP アドレスがあるアベイラビリティーゾーンに障害が起きると、ほかが正常でも、そのエンドポイントを通る名前解決ができなくなります。AWS は 2 つ以上のゾーンへの配置を推奨しています。検証用の環境では無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoint-high-availability.html',
  ],
  *check(context) {
    for (const endpoint of resolverEndpoints(context)) {
      const zones = subnetsOfAddresses(context, endpoint).map((subnet) =>
        subnet === undefined ? undefined : zoneOf(context, subnet),
      );
      const [first] = zones;
      // A zone that AWS chooses may be any.
      if (zones.length < 2 || first === undefined || first === '') continue;
      if (zones.some((zone) => zone !== first)) continue;
      yield {
        on: [endpoint.id],
        field: 'addresses',
        message: {
          en: `All IP addresses of ${called(context, endpoint.id)} are in ${first}`,
          ja: `${called(context, endpoint.id)} の IP アドレスがすべて ${first} にあります`,
        },
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { b: { subnet: 'B', ip: '' } } }),
          ),
          box('subnet', 'B', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
        ),
      ),
    ],
  },
});
