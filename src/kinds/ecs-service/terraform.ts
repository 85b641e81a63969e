/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service */
import { schemaOf, type ValueSchema } from '../../core/cfn/schema/schema';
import type { CfnValue } from '../../core/cfn/template';
import { call, list, object, type Hcl } from '../../core/terraform/hcl';
import {
  block,
  flattened,
  isPlainObject,
  number,
  tags,
  text,
  texts,
  truth,
  truthOf,
} from '../../core/terraform/properties';
import type { BodyWriter, PropertyRule, Translation } from '../../core/terraform/translation';

/**
 * Containers are a document for the provider, of the form that the service itself takes: names begin with a small letter, and
 * numbers are no texts. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const containers: PropertyRule = (value, to) => {
  const takes = schemaOf('AWS::ECS::TaskDefinition')?.properties.get('ContainerDefinitions')?.takes;
  to.set('container_definitions', call('jsonencode', asService(value, takes, to)));
};

function asService(value: CfnValue, takes: ValueSchema | undefined, to: BodyWriter): Hcl {
  if (takes?.is === 'list' && Array.isArray(value))
    return list((value as readonly CfnValue[]).map((item) => asService(item, takes.of, to)));
  if (takes?.is === 'object' && isPlainObject(value)) {
    const { properties } = takes.schema();
    return object(
      Object.entries(value).flatMap(([name, each]) =>
        each === undefined || each === null
          ? []
          : [[smallFirst(name), asService(each, properties.get(name)?.takes, to)] as const],
      ),
    );
  }
  return to.value(value, takes?.is === 'number' || takes?.is === 'truth' ? takes.is : 'any');
}

function smallFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The provider compares ARNs. */
const cluster: PropertyRule = (value, to) => {
  const arn = to.chosen(value, (each) => {
    const id = to.template.resourceOf(each);
    return id === undefined ? to.value(each, 'text') : to.at(id, 'arn');
  });
  to.set('cluster', arn);
};

const strategy = block('capacity_provider_strategy', {
  Base: number('base'),
  CapacityProvider: text('capacity_provider'),
  Weight: number('weight'),
});

const tables: Readonly<Record<string, Translation>> = {
  'AWS::ECS::Cluster': {
    type: 'aws_ecs_cluster',
    properties: {
      ClusterName: text('name'),
      ClusterSettings: block('setting', { Name: text('name'), Value: text('value') }),
      ServiceConnectDefaults: block('service_connect_defaults', { Namespace: text('namespace') }),
      Tags: tags,
    },
    finish: (to) => to.setDefault('name', to.inventedName(255)),
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
  'AWS::ECS::TaskDefinition': {
    type: 'aws_ecs_task_definition',
    properties: {
      ContainerDefinitions: containers,
      Cpu: text('cpu'),
      EnableFaultInjection: truth('enable_fault_injection'),
      EphemeralStorage: block('ephemeral_storage', { SizeInGiB: number('size_in_gib') }),
      ExecutionRoleArn: text('execution_role_arn'),
      Family: text('family'),
      IpcMode: text('ipc_mode'),
      Memory: text('memory'),
      NetworkMode: text('network_mode'),
      PidMode: text('pid_mode'),
      PlacementConstraints: block('placement_constraints', {
        Expression: text('expression'),
        Type: text('type'),
      }),
      RequiresCompatibilities: texts('requires_compatibilities'),
      RuntimePlatform: block('runtime_platform', {
        CpuArchitecture: text('cpu_architecture'),
        OperatingSystemFamily: text('operating_system_family'),
      }),
      Tags: tags,
      TaskRoleArn: text('task_role_arn'),
      Volumes: block('volume', {
        ConfiguredAtLaunch: truth('configure_at_launch'),
        EFSVolumeConfiguration: block('efs_volume_configuration', {
          AuthorizationConfig: block('authorization_config', {
            AccessPointId: text('access_point_id'),
            IAM: text('iam'),
          }),
          FilesystemId: text('file_system_id'),
          RootDirectory: text('root_directory'),
          TransitEncryption: text('transit_encryption'),
          TransitEncryptionPort: number('transit_encryption_port'),
        }),
        Host: flattened({ SourcePath: text('host_path') }),
        Name: text('name'),
      }),
    },
    finish(to) {
      to.setDefault('family', to.inventedName(255));
      to.setDefault('container_definitions', call('jsonencode', list([])));
    },
    ref: 'arn',
    attributes: { TaskDefinitionArn: 'arn' },
  },
  'AWS::ECS::Service': {
    type: 'aws_ecs_service',
    properties: {
      AvailabilityZoneRebalancing: text('availability_zone_rebalancing'),
      CapacityProviderStrategy: strategy,
      Cluster: cluster,
      DeploymentConfiguration: flattened({
        DeploymentCircuitBreaker: block('deployment_circuit_breaker', {
          Enable: truth('enable'),
          Rollback: truth('rollback'),
        }),
        MaximumPercent: number('deployment_maximum_percent'),
        MinimumHealthyPercent: number('deployment_minimum_healthy_percent'),
      }),
      DeploymentController: block('deployment_controller', { Type: text('type') }),
      DesiredCount: number('desired_count'),
      EnableECSManagedTags: truth('enable_ecs_managed_tags'),
      EnableExecuteCommand: truth('enable_execute_command'),
      HealthCheckGracePeriodSeconds: number('health_check_grace_period_seconds'),
      LaunchType: text('launch_type'),
      LoadBalancers: block('load_balancer', {
        ContainerName: text('container_name'),
        ContainerPort: number('container_port'),
        LoadBalancerName: text('elb_name'),
        TargetGroupArn: text('target_group_arn'),
      }),
      NetworkConfiguration: flattened({
        AwsvpcConfiguration: block('network_configuration', {
          AssignPublicIp: truthOf('assign_public_ip', 'ENABLED'),
          SecurityGroups: texts('security_groups'),
          Subnets: texts('subnets'),
        }),
      }),
      PlacementConstraints: block('placement_constraints', {
        Expression: text('expression'),
        Type: text('type'),
      }),
      PlacementStrategies: block('ordered_placement_strategy', { Field: text('field'), Type: text('type') }),
      PlatformVersion: text('platform_version'),
      PropagateTags: text('propagate_tags'),
      Role: text('iam_role'),
      SchedulingStrategy: text('scheduling_strategy'),
      ServiceName: text('name'),
      ServiceRegistries: block('service_registries', {
        ContainerName: text('container_name'),
        ContainerPort: number('container_port'),
        Port: number('port'),
        RegistryArn: text('registry_arn'),
      }),
      Tags: tags,
      TaskDefinition: text('task_definition'),
    },
    finish: (to) => to.setDefault('name', to.inventedName(255)),
    ref: 'id',
    attributes: { Name: 'name', ServiceArn: 'id' },
  },
};

export default tables;
