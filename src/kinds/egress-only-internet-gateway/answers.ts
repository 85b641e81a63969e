/** An egress-only internet gateway as AWS answers for it; there is none without a VPC. */
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'egress-only-internet-gateway',
  id: 'eigw-',
  write(gateway, scope) {
    const vpc = scope.ancestor('vpc');
    if (vpc === undefined) return;
    scope.add('EgressOnlyInternetGateways', {
      Attachments: [{ State: 'attached', VpcId: scope.id(vpc.id) }],
      EgressOnlyInternetGatewayId: scope.id(gateway.id),
      Tags: scope.tags(gateway),
    });
  },
});
