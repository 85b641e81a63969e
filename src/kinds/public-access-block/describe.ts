/** VPC Block Public Access in the answers of AWS: one for the account and Region, which may be off. */
import { describes } from '../../core/describe/describeMapping';
import { partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'public-access-block',
  calls: [{ command: 'ec2 describe-vpc-block-public-access-options', list: 'VpcBlockPublicAccessOptions' }],
  reads: {
    *VpcBlockPublicAccessOptions(answer, scope) {
      const options = partIn(answer, 'VpcBlockPublicAccessOptions');
      const mode = textIn(options, 'InternetGatewayBlockMode');
      if (mode === '' || mode === 'off') return;
      yield {
        id: `block-public-access-${textIn(options, 'AwsRegion') || scope.region}`,
        name: 'BlockPublicAccess',
        type: 'AWS::EC2::VPCBlockPublicAccessOptions',
        properties: { InternetGatewayBlockMode: mode },
      };
    },
  },
});
