/** An internet gateway as AWS answers for it. */
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'internet-gateway',
  id: 'igw-',
  write(gateway, scope) {
    const vpc = scope.ancestor('vpc');
    scope.add('InternetGateways', {
      Attachments: vpc === undefined ? [] : [{ State: 'available', VpcId: scope.id(vpc.id) }],
      InternetGatewayId: scope.id(gateway.id),
      OwnerId: scope.account,
      Tags: scope.tags(gateway),
    });
  },
});
