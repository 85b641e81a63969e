/** ECS services in the answers of AWS: their calls name a cluster, and a task definition has one of its own. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { listIn, numberIn, partIn, textIn, textsIn } from '../../core/describe/record';

const definitionCall = 'ecs describe-task-definition';

export default describes({
  kind: 'ecs-service',
  calls: [
    { command: 'ecs describe-services', list: 'services', of: '--cluster CLUSTER --services' },
    { command: definitionCall, list: 'taskDefinition', of: '--task-definition' },
  ],
  reads: {
    *services(service, scope) {
      if (['INACTIVE', 'DRAINING'].includes(textIn(service, 'status').toUpperCase())) return;
      const network = partIn(partIn(service, 'networkConfiguration'), 'awsvpcConfiguration');
      if (network === undefined) return;
      const id = textIn(service, 'serviceArn') || textIn(service, 'serviceName');
      const balanced = listIn(service, 'loadBalancers').filter(
        (each) => textIn(each, 'targetGroupArn') !== '',
      );
      const definitionArn = textIn(service, 'taskDefinition');
      const definition = scope
        .all('taskDefinition')
        .map((each) => partIn(each, 'taskDefinition'))
        .find((each) => textIn(each, 'taskDefinitionArn') === definitionArn);
      if (definition === undefined && balanced.length === 0 && definitionArn !== '')
        scope.lacks(definitionCall, definitionArn);
      const tags = listIn(service, 'tags').map((tag): CfnValue => ({
        Key: textIn(tag, 'key'),
        Value: textIn(tag, 'value'),
      }));
      yield {
        id,
        name: textIn(service, 'serviceName'),
        type: 'AWS::ECS::Service',
        properties: {
          TaskDefinition: definition === undefined ? undefined : { Ref: `${id}-task` },
          DesiredCount: numberIn(service, 'desiredCount'),
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: refsTo(textsIn(network, 'subnets')),
              SecurityGroups: refsTo(textsIn(network, 'securityGroups')),
              AssignPublicIp: textIn(network, 'assignPublicIp') || 'DISABLED',
            },
          },
          LoadBalancers: balanced.map((each): CfnValue => ({
            ContainerName: textIn(each, 'containerName'),
            ContainerPort: numberIn(each, 'containerPort'),
            TargetGroupArn: refTo(textIn(each, 'targetGroupArn')),
          })),
          Tags: tags.length === 0 ? undefined : tags,
        },
      };
      if (definition !== undefined)
        yield {
          id: `${id}-task`,
          type: 'AWS::ECS::TaskDefinition',
          properties: {
            ContainerDefinitions: listIn(definition, 'containerDefinitions').map((each): CfnValue => ({
              Image: textIn(each, 'image'),
              PortMappings: listIn(each, 'portMappings').map((port): CfnValue => ({
                ContainerPort: numberIn(port, 'containerPort'),
              })),
            })),
          },
        };
    },
  },
});
