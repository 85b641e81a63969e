/** A Resolver inbound endpoint as AWS answers for it. */
import { writesAnswers } from '../../core/describe/answerWriting';
import { addResolverEndpoint } from '../../core/describe/resolverAnswer';

export default writesAnswers({
  kind: 'resolver-inbound-endpoint',
  id: 'rslvr-in-',
  write(endpoint, scope) {
    addResolverEndpoint(endpoint, 'INBOUND', scope.ancestor('subnet')?.id, scope.ancestor('vpc')?.id, scope);
  },
});
