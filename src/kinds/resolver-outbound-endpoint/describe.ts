/** Resolver outbound endpoints in the answers of AWS. */
import { describes } from '../../core/describe/describeMapping';
import { resolverCalls, resolverEndpointIn } from '../../core/describe/resolverEndpoint';

export default describes({
  kind: 'resolver-outbound-endpoint',
  calls: resolverCalls,
  reads: { ResolverEndpoints: (endpoint, scope) => resolverEndpointIn(endpoint, 'OUTBOUND', scope) },
});
