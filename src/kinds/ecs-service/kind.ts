/**
 * An ECS service on Fargate: each task has a network interface of its own in one of the service's subnets. Cluster, task
 * definition and execution role are written with it and not drawn.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { standsIn } from '../../core/catalog/standing';
import type { Value } from '../../core/model/value';

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
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'ecs-service': EcsServiceProps;
  }
}

export default defineKind({
  kind: 'ecs-service',
  label: { en: 'ECS service (Fargate)', ja: 'ECS サービス (Fargate)' },
  summary: { en: 'Containers that run on Fargate', ja: 'Fargate で動くコンテナ' },
  group: 'compute',
  icon: 'resource/AmazonElasticContainerServiceService',
  defaultName: 'Service',
  parents: ['subnet', 'vpc'],
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
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in',
        ja: '図で置かれているサブネット以外のサブネット',
      },
      property: 'NetworkConfiguration/AwsvpcConfiguration/Subnets',
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
  *facts({ id, props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    for (const subnet of subnets.length === 0 ? [null] : subnets)
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ipv6: false,
        publicIpv4: props.assignPublicIp,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [32768, 65535],
        workload: true,
      };
  },
});
