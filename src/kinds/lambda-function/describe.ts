/** Lambda functions in the answers of AWS. */
import { describes, refsTo } from '../../core/describe/describeMapping';
import { partIn, textIn, textsIn } from '../../core/describe/record';
import { regionOf } from '../../core/describe/readScope';

export default describes({
  kind: 'lambda-function',
  calls: [{ command: 'lambda list-functions', list: 'Functions' }],
  reads: {
    *Functions(lambda, scope) {
      const vpc = partIn(lambda, 'VpcConfig');
      const subnets = textsIn(vpc, 'SubnetIds');
      const region = regionOf(lambda);
      yield {
        id: textIn(lambda, 'FunctionArn') || textIn(lambda, 'FunctionName'),
        name: textIn(lambda, 'FunctionName'),
        ...(region === undefined ? {} : { region }),
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: textIn(lambda, 'Runtime') || undefined,
          Handler: textIn(lambda, 'Handler') || undefined,
          VpcConfig:
            subnets.length === 0
              ? undefined
              : { SubnetIds: refsTo(subnets), SecurityGroupIds: refsTo(textsIn(vpc, 'SecurityGroupIds')) },
          Tags: scope.tags(lambda),
        },
      };
    },
  },
});
