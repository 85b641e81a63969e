/** A Lambda function as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { nameIn } from '../../core/describe/dnsNames';
import { standsInAs } from '../../core/describe/standsInAs';

export default writesAnswers({
  kind: 'lambda-function',
  id: (lambda, scope) => scope.arn('lambda', `function:${nameIn(lambda)}`),
  write(lambda, scope) {
    const { props } = lambda;
    const vpc = scope.ancestor('vpc');
    const subnets = standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope);
    const groups = scope.groups(Object.keys(props.securityGroups), vpc?.id);
    for (const subnet of subnets)
      scope.interface(lambda, {
        key: subnet,
        subnet,
        groups,
        type: 'lambda',
        description: `AWS Lambda VPC ENI-${nameIn(lambda)}`,
        isManaged: true,
      });
    scope.add('Functions', {
      FunctionArn: scope.id(lambda.id),
      FunctionName: nameIn(lambda),
      Handler: known(props.handler),
      PackageType: 'Zip',
      Runtime: known(props.runtime),
      VpcConfig:
        subnets.length === 0
          ? undefined
          : {
              SecurityGroupIds: groups.map((group) => group['GroupId']),
              SubnetIds: subnets.map((id) => scope.id(id)),
              VpcId: scope.id(vpc?.id ?? null),
            },
    });
  },
});
