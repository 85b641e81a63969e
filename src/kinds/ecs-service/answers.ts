/** An ECS service as AWS answers for it, in a cluster of its own and with its task definition. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { nameIn } from '../../core/describe/dnsNames';
import { standsInAs } from '../../core/describe/standsInAs';

export default writesAnswers({
  kind: 'ecs-service',
  id: (service, scope) => scope.arn('ecs', `service/main/${nameIn(service)}`),
  write(service, scope) {
    const { props } = service;
    const arn = scope.id(service.id);
    const subnets = standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope);
    const groups = scope.groups(Object.keys(props.securityGroups), scope.ancestor('vpc')?.id);
    const definition = scope.arn('ecs', `task-definition/${nameIn(service)}:1`);
    const containerPort = known(props.containerPort) ?? 80;
    scope.add(
      'services',
      {
        clusterArn: scope.arn('ecs', 'cluster/main'),
        desiredCount: known(props.desiredCount) ?? 1,
        launchType: 'FARGATE',
        loadBalancers: Object.keys(props.targetGroups).flatMap((id) => {
          const targetGroupArn = scope.id(id);
          return targetGroupArn === '' ? [] : [{ containerName: 'app', containerPort, targetGroupArn }];
        }),
        networkConfiguration: {
          awsvpcConfiguration: {
            assignPublicIp: props.assignPublicIp === true ? 'ENABLED' : 'DISABLED',
            securityGroups: groups.map((group) => group['GroupId']),
            subnets: subnets.map((id) => scope.id(id)),
          },
        },
        serviceArn: arn,
        serviceName: nameIn(service),
        status: 'ACTIVE',
        tags: scope.tags(service).map(({ Key, Value }) => ({ key: Key, value: Value })),
        taskDefinition: definition,
      },
      arn,
    );
    scope.add(
      'taskDefinition',
      {
        taskDefinition: {
          containerDefinitions: [
            {
              image: known(props.image) || 'public.ecr.aws/docker/library/httpd:2.4',
              name: 'app',
              portMappings: [{ containerPort, protocol: 'tcp' }],
            },
          ],
          family: nameIn(service),
          networkMode: 'awsvpc',
          taskDefinitionArn: definition,
        },
      },
      definition,
    );
  },
});
