/** VPC Block Public Access as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'public-access-block',
  id: 'vpcbpa-',
  write(block, scope) {
    scope.add('VpcBlockPublicAccessOptions', {
      VpcBlockPublicAccessOptions: {
        AwsAccountId: scope.account,
        AwsRegion: scope.region,
        InternetGatewayBlockMode: known(block.props.mode) ?? 'off',
        State: 'update-complete',
      },
    });
  },
});
