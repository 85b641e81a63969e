/** A Resolver outbound endpoint as AWS answers for it. */
import { writesAnswers } from '../../core/describe/answerWriting';
import { addResolverEndpoint } from '../../core/describe/resolverAnswer';

export default writesAnswers({
  kind: 'resolver-outbound-endpoint',
  id: 'rslvr-out-',
  write(endpoint, scope) {
    addResolverEndpoint(endpoint, 'OUTBOUND', scope.ancestor('subnet')?.id, scope.ancestor('vpc')?.id, scope);
  },
});
