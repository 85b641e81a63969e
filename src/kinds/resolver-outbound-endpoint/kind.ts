/**
 * A Route 53 Resolver outbound endpoint: addresses in a VPC from which the queries leave that Resolver rules forward to DNS
 * servers elsewhere. Rules of other VPCs may use it too. Its security groups must let DNS out.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
 */
import { oneOfAnotherZone } from '../../core/catalog/zones';
import { defineKind } from '../../core/catalog/kind';
import {
  resolverEndpointFields,
  secondAddress,
  type ResolverEndpointProps,
} from '../../core/catalog/resolverFields';
import {
  isResolverEndpoint,
  readResolverEndpoint,
  resolverEndpointFacts,
  writeResolverEndpoint,
} from '../../core/cfn/resolverEndpoint';
import { known } from '../../core/model/value';
import { verbatim } from '../../lib/words';

declare module '../../core/model/kinds' {
  interface KindProps {
    'resolver-outbound-endpoint': ResolverEndpointProps;
  }
}

export default defineKind({
  kind: 'resolver-outbound-endpoint',
  label: { en: 'Resolver outbound endpoint', ja: 'Resolver アウトバウンドエンドポイント' },
  summary: {
    en: 'Sends the DNS queries that Resolver rules forward',
    ja: 'Resolver ルールが転送する DNS クエリを送信します',
  },
  group: 'endpoints',
  rank: 2,
  icon: 'resource/AmazonRoute53Resolver',
  defaultName: 'OutboundEndpoint',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('OUT') },
  fields: resolverEndpointFields('subnet', 'security-group'),
  look({ props }) {
    const ip = known(props.ip) ?? '?';
    return ip === '' ? {} : { detail: ip };
  },
  propose(_, around) {
    const subnets = around.all('subnet', around.ancestor('vpc')?.id);
    const other = oneOfAnotherZone(around.ancestor('subnet'), subnets, around);
    return secondAddress(other?.id);
  },
  tidy: () => ({ column: '2' }),
  *price({ props }, around) {
    const own = around.ancestor('subnet') === undefined ? 0 : 1;
    yield { item: 'resolver-endpoint', units: own + Object.keys(props.addresses).length };
  },

  *facts({ id, props }, around) {
    yield* resolverEndpointFacts(
      id,
      props,
      'outbound',
      around.ancestor('vpc')?.id,
      around.ancestor('subnet')?.id,
    );
  },
  cfn: {
    types: ['AWS::Route53Resolver::ResolverEndpoint'],
    recognises: (reader) => isResolverEndpoint(reader, 'outbound'),
    *write(endpoint, scope) {
      yield writeResolverEndpoint(
        endpoint,
        'outbound',
        scope,
        scope.ancestor('vpc')?.id,
        scope.ancestor('subnet')?.id,
      );
    },
    read: (reader) => readResolverEndpoint(reader, 'subnet', 'security-group'),
  },
});
