/**
 * An ECS service on Fargate: each task has a network interface of its own in one of the service's subnets. Cluster, task
 * definition and execution role are written with it and not drawn.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import { serviceRole } from '../../core/cfn/serviceRole';
import { publicAddresses } from '../../core/cost/uses';
import { isUnknown, type Value } from '../../core/model/value';

interface EcsServiceProps {
  readonly assignPublicIp: Value<boolean>;
  readonly desiredCount: Value<number>;
  /** The port its container listens on. */
  readonly containerPort: Value<number>;
  /** Empty: a parameter of the template. */
  readonly image: Value<string>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly securityGroups: Refs;
  /** Where it registers its tasks. */
  readonly targetGroups: Refs;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'ecs-service': EcsServiceProps;
  }
}

/** What the image's parameter starts as: small, public, and listening on port 80. */
const exampleImage = 'public.ecr.aws/docker/library/httpd:2.4';

export default defineKind({
  kind: 'ecs-service',
  label: { en: 'ECS service (Fargate)', ja: 'ECS サービス (Fargate)' },
  summary: { en: 'Containers that run on Fargate', ja: 'Fargate で動くコンテナ' },
  group: 'compute',
  rank: 2,
  icon: 'resource/AmazonElasticContainerServiceService',
  defaultName: 'Service',
  parents: ['subnet', 'vpc'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'NetworkConfiguration/AwsvpcConfiguration/SecurityGroups',
      default: {},
    },
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      whenCopied: 'join',
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in',
        ja: '図で置かれているサブネット以外のサブネット',
      },
      property: 'NetworkConfiguration/AwsvpcConfiguration/Subnets',
      default: {},
    },
    targetGroups: {
      control: 'refs',
      kinds: ['target-group'],
      label: { en: 'Target groups', ja: 'ターゲットグループ' },
      help: {
        en: 'Of IP addresses: the service registers its tasks there by itself',
        ja: 'IP アドレスタイプのターゲットグループ。サービスがタスクを自動で登録します',
      },
      property: 'LoadBalancers',
      default: {},
    },
    assignPublicIp: {
      control: 'toggle',
      label: { en: 'Public IPv4 address', ja: 'パブリック IP の自動割り当て' },
      property: 'NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp',
      default: false,
    },
    containerPort: {
      control: 'number',
      min: 1,
      max: 65535,
      label: { en: 'Container port', ja: 'コンテナポート' },
      property: 'ContainerPort',
      default: 80,
    },
    desiredCount: {
      control: 'number',
      min: 0,
      max: 5000,
      label: { en: 'Tasks', ja: '必要なタスクの数' },
      property: 'DesiredCount',
      default: 1,
      advanced: true,
    },
    image: {
      control: 'text',
      label: { en: 'Container image', ja: 'コンテナイメージ' },
      help: {
        en: 'Empty: asked for by a parameter of the template',
        ja: '空欄の場合は、テンプレートのパラメータで指定します',
      },
      property: 'Image',
      default: '',
      advanced: true,
    },
  },
  tidy: () => ({ column: '1' }),
  *price({ props }) {
    yield* publicAddresses(props.assignPublicIp, props.desiredCount);
  },

  *facts({ id, props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    for (const subnet of subnets.length === 0 ? [null] : subnets)
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        copies: props.desiredCount,
        ipv6: false,
        publicIpv4: props.assignPublicIp,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [32768, 65535],
        workload: true,
      };
    for (const targetGroup of Object.keys(props.targetGroups))
      yield { fact: 'registration', by: id, targetGroup, port: props.containerPort };
  },
  cfn: {
    types: ['AWS::ECS::Service'],
    satellites: [
      { role: 'cluster', type: 'AWS::ECS::Cluster', from: 'owner', property: 'Cluster' },
      {
        role: 'task-definition',
        type: 'AWS::ECS::TaskDefinition',
        from: 'owner',
        property: 'TaskDefinition',
      },
      {
        role: 'execution-role',
        type: 'AWS::IAM::Role',
        from: 'owner',
        property: 'ExecutionRoleArn',
        of: 'task-definition',
      },
      {
        role: 'task-role',
        type: 'AWS::IAM::Role',
        from: 'owner',
        property: 'TaskRoleArn',
        of: 'task-definition',
      },
    ],
    // Only tasks with network interfaces of their own; others share their instance's.
    recognises: (reader) => reader.object('NetworkConfiguration') !== undefined,
    *write(service, scope) {
      const { props } = service;
      const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
      const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      const balanced = listed(props.targetGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      yield {
        role: '',
        type: 'AWS::ECS::Service',
        properties: {
          Cluster: scope.ref(service.id, 'cluster'),
          TaskDefinition: scope.ref(service.id, 'task-definition'),
          LaunchType: 'FARGATE',
          DesiredCount: scope.plain(props.desiredCount),
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: subnets.flatMap((id) => scope.ref(id) ?? []),
              SecurityGroups: groups.length === 0 ? undefined : groups,
              AssignPublicIp: props.assignPublicIp === true ? 'ENABLED' : 'DISABLED',
            },
          },
          LoadBalancers:
            balanced.length === 0
              ? undefined
              : balanced.map((TargetGroupArn) => ({
                  ContainerName: 'app',
                  ContainerPort: scope.plain(props.containerPort),
                  TargetGroupArn,
                })),
          Tags: scope.nameTags(service),
        },
        // A target group takes tasks only once a listener forwards to it.
        dependsOn: balanced.length === 0 ? [] : listenersTo(props.targetGroups, scope),
      };
      yield { role: 'cluster', type: 'AWS::ECS::Cluster', properties: {} };
      yield {
        role: 'task-definition',
        type: 'AWS::ECS::TaskDefinition',
        properties: {
          RequiresCompatibilities: ['FARGATE'],
          NetworkMode: 'awsvpc',
          Cpu: '256',
          Memory: '512',
          ExecutionRoleArn: scope.getAtt(service.id, 'Arn', 'execution-role'),
          ContainerDefinitions: [
            {
              Name: 'app',
              Image:
                scope.plain(props.image) ??
                scope.parameter(`${scope.logicalId(service.id) ?? 'Service'}Image`, {
                  Type: 'String',
                  Default: exampleImage,
                  Description: 'The container image to run',
                }),
              PortMappings: [{ ContainerPort: scope.plain(props.containerPort) }],
            },
          ],
        },
      };
      yield {
        role: 'execution-role',
        type: 'AWS::IAM::Role',
        properties: serviceRole('ecs-tasks.amazonaws.com', 'service-role/AmazonECSTaskExecutionRolePolicy'),
      };
    },
    read(reader) {
      const network = reader.object('NetworkConfiguration')?.object('AwsvpcConfiguration');
      const { own, others } = firstAndOthers(network?.refs('subnets', 'Subnets', ['subnet']) ?? {});
      const container = reader.satellites('task-definition')[0]?.list('ContainerDefinitions')[0];
      const image = container?.text('image', 'Image', '') ?? '';
      const balanced = reader.list('LoadBalancers');
      const assign = network?.text('assignPublicIp', 'AssignPublicIp', 'DISABLED') ?? 'DISABLED';
      return {
        parentId: own,
        props: {
          assignPublicIp: isUnknown(assign) ? assign : assign.toUpperCase() === 'ENABLED',
          desiredCount: reader.number('desiredCount', 'DesiredCount', 1),
          containerPort:
            balanced[0]?.number('containerPort', 'ContainerPort', 80) ??
            container?.list('PortMappings')[0]?.number('containerPort', 'ContainerPort', 80) ??
            80,
          image: image === exampleImage ? '' : image,
          subnets: others,
          securityGroups: network?.refs('securityGroups', 'SecurityGroups', ['security-group']) ?? {},
          targetGroups: Object.assign(
            {},
            ...balanced.map((each) => each.refs('targetGroups', 'TargetGroupArn', ['target-group'])),
          ) as Refs,
        },
      };
    },
  },
});

/** The listeners that forward to some target groups. */
function listenersTo(groups: Refs, scope: CfnWriteScope): readonly string[] {
  const balancers = [...scope.all('network-load-balancer'), ...scope.all('application-load-balancer')];
  return balancers.flatMap(({ id, props }) =>
    Object.entries(props.listeners).flatMap(([key, { targetGroup, others }]) =>
      Object.keys(groups).some((group) => group === targetGroup || others[group] === true)
        ? (scope.logicalId(id, `listener:${key}`) ?? [])
        : [],
    ),
  );
}
