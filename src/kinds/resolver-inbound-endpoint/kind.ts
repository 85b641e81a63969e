/**
 * A Route 53 Resolver inbound endpoint: addresses in a VPC to which DNS servers elsewhere (on premises, in another VPC) send
 * their queries, and which answer as the resolver of the VPC does. Its security groups must let DNS in.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html
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
    'resolver-inbound-endpoint': ResolverEndpointProps;
  }
}

export default defineKind({
  kind: 'resolver-inbound-endpoint',
  label: { en: 'Resolver inbound endpoint', ja: 'Resolver インバウンドエンドポイント' },
  summary: {
    en: 'Lets networks outside ask the resolver of a VPC',
    ja: 'VPC の外から VPC のリゾルバーへの問い合わせを受け付けます',
  },
  group: 'endpoints',
  rank: 2,
  icon: 'resource/AmazonRoute53Resolver',
  defaultName: 'InboundEndpoint',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('IN') },
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
      'inbound',
      around.ancestor('vpc')?.id,
      around.ancestor('subnet')?.id,
    );
  },
  cfn: {
    types: ['AWS::Route53Resolver::ResolverEndpoint'],
    recognises: (reader) => isResolverEndpoint(reader, 'inbound'),
    *write(endpoint, scope) {
      yield writeResolverEndpoint(
        endpoint,
        'inbound',
        scope,
        scope.ancestor('vpc')?.id,
        scope.ancestor('subnet')?.id,
      );
    },
    read: (reader) => readResolverEndpoint(reader, 'subnet', 'security-group'),
  },
});
