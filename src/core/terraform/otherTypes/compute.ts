/** What runs beside what is drawn. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template */
import { attributeOf } from '../hcl';
import {
  block,
  flattened,
  implied,
  isPlainObject,
  literalText,
  number,
  tags,
  text,
  texts,
  truth,
  type Rules,
} from '../properties';
import type { PropertyRule, Translation } from '../translation';

const ebs: Rules = {
  DeleteOnTermination: text('delete_on_termination'),
  Encrypted: text('encrypted'),
  Iops: number('iops'),
  KmsKeyId: text('kms_key_id'),
  SnapshotId: text('snapshot_id'),
  Throughput: number('throughput'),
  VolumeSize: number('volume_size'),
  VolumeType: text('volume_type'),
};

const tagSpecifications = block('tag_specifications', { ResourceType: text('resource_type'), Tags: tags });

/** The provider takes the script of a launch template encoded, as CloudFormation does. */
const launchTemplateData = flattened({
  BlockDeviceMappings: block('block_device_mappings', {
    DeviceName: text('device_name'),
    Ebs: block('ebs', ebs),
  }),
  DisableApiTermination: truth('disable_api_termination'),
  EbsOptimized: text('ebs_optimized'),
  IamInstanceProfile: block('iam_instance_profile', { Arn: text('arn'), Name: text('name') }),
  ImageId: text('image_id'),
  InstanceInitiatedShutdownBehavior: text('instance_initiated_shutdown_behavior'),
  InstanceType: text('instance_type'),
  KeyName: text('key_name'),
  MetadataOptions: block('metadata_options', {
    HttpEndpoint: text('http_endpoint'),
    HttpProtocolIpv6: text('http_protocol_ipv6'),
    HttpPutResponseHopLimit: number('http_put_response_hop_limit'),
    HttpTokens: text('http_tokens'),
    InstanceMetadataTags: text('instance_metadata_tags'),
  }),
  Monitoring: block('monitoring', { Enabled: truth('enabled') }),
  NetworkInterfaces: block('network_interfaces', {
    AssociatePublicIpAddress: text('associate_public_ip_address'),
    DeleteOnTermination: text('delete_on_termination'),
    Description: text('description'),
    DeviceIndex: number('device_index'),
    Groups: texts('security_groups'),
    NetworkInterfaceId: text('network_interface_id'),
    PrivateIpAddress: text('private_ip_address'),
    SubnetId: text('subnet_id'),
  }),
  SecurityGroupIds: texts('vpc_security_group_ids'),
  SecurityGroups: texts('security_group_names'),
  TagSpecifications: tagSpecifications,
  UserData: text('user_data'),
});

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log */
const watched: PropertyRule = (value, to, name) => {
  const attribute = {
    NetworkInterface: 'eni_id',
    RegionalNatGateway: 'regional_nat_gateway_id',
    Subnet: 'subnet_id',
    TransitGateway: 'transit_gateway_id',
    TransitGatewayAttachment: 'transit_gateway_attachment_id',
    VPC: 'vpc_id',
  }[literalText(to.template.propertiesOf(to.id)['ResourceType'])];
  if (attribute === undefined) to.leaveOut(name, value);
  else to.set(attribute, to.value(value, 'text'));
};

/** A group of logs is given by its ARN. */
const logGroup: PropertyRule = (value, to) => {
  let lookups = 0;
  const arn = to.chosen(value, (each, when) => {
    const id = to.template.resourceOf(each);
    if (id !== undefined) return to.at(id, 'arn');
    lookups++;
    const group = to.data(
      'aws_cloudwatch_log_group',
      `of ${to.id}${lookups === 1 ? '' : ` ${lookups}`}`,
      (source) => source.set('name', source.value(each, 'text')),
      when,
    );
    return attributeOf(group, 'arn', 'text');
  });
  to.set('log_destination', arn);
};

export const compute: Readonly<Record<string, Translation>> = {
  'AWS::EC2::LaunchTemplate': {
    type: 'aws_launch_template',
    properties: {
      LaunchTemplateData: launchTemplateData,
      LaunchTemplateName: text('name'),
      TagSpecifications: (value, to, name) => {
        for (const { value: each } of to.itemsOf(value))
          if (isPlainObject(each) && each['Tags'] !== undefined) tags(each['Tags'], to, name);
      },
      VersionDescription: text('description'),
    },
    ref: 'id',
    attributes: {
      DefaultVersionNumber: 'default_version',
      LatestVersionNumber: 'latest_version',
      LaunchTemplateId: 'id',
    },
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    type: 'aws_autoscaling_group',
    properties: {
      AutoScalingGroupName: text('name'),
      AvailabilityZones: texts('availability_zones'),
      CapacityRebalance: truth('capacity_rebalance'),
      Cooldown: number('default_cooldown'),
      DefaultInstanceWarmup: number('default_instance_warmup'),
      DesiredCapacity: number('desired_capacity'),
      HealthCheckGracePeriod: number('health_check_grace_period'),
      HealthCheckType: text('health_check_type'),
      LaunchConfigurationName: text('launch_configuration'),
      LaunchTemplate: block('launch_template', {
        LaunchTemplateId: text('id'),
        LaunchTemplateName: text('name'),
        Version: text('version'),
      }),
      LoadBalancerNames: texts('load_balancers'),
      MaxInstanceLifetime: number('max_instance_lifetime'),
      MaxSize: number('max_size'),
      MinSize: number('min_size'),
      NewInstancesProtectedFromScaleIn: truth('protect_from_scale_in'),
      PlacementGroup: text('placement_group'),
      ServiceLinkedRoleARN: text('service_linked_role_arn'),
      Tags: block('tag', {
        Key: text('key'),
        PropagateAtLaunch: truth('propagate_at_launch'),
        Value: text('value'),
      }),
      TargetGroupARNs: texts('target_group_arns'),
      TerminationPolicies: texts('termination_policies'),
      VPCZoneIdentifier: texts('vpc_zone_identifier'),
    },
    ref: 'name',
  },
  'AWS::EC2::FlowLog': {
    type: 'aws_flow_log',
    properties: {
      DeliverCrossAccountRole: text('deliver_cross_account_role'),
      DeliverLogsPermissionArn: text('iam_role_arn'),
      DestinationOptions: block('destination_options', {
        FileFormat: text('file_format'),
        HiveCompatiblePartitions: truth('hive_compatible_partitions'),
        PerHourPartition: truth('per_hour_partition'),
      }),
      LogDestination: text('log_destination'),
      LogDestinationType: text('log_destination_type'),
      LogFormat: text('log_format'),
      LogGroupName: logGroup,
      MaxAggregationInterval: number('max_aggregation_interval'),
      ResourceId: watched,
      ResourceType: (value, to, name) => {
        if (typeof value !== 'string') to.leaveOut(name, value);
      },
      Tags: tags,
      TrafficType: text('traffic_type'),
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::EC2::InstanceConnectEndpoint': {
    type: 'aws_ec2_instance_connect_endpoint',
    properties: {
      PreserveClientIp: truth('preserve_client_ip'),
      SecurityGroupIds: texts('security_group_ids'),
      SubnetId: text('subnet_id'),
      Tags: tags,
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': {
    type: 'aws_lb_listener_certificate',
    isGroup: true,
    properties: {
      Certificates: (value, to, name) => {
        const { ListenerArn: listener = null } = to.template.propertiesOf(to.id);
        to.itemsOf(value).forEach(({ value: each, when }, index) => {
          const arn = isPlainObject(each) ? each['CertificateArn'] : undefined;
          if (arn === undefined) to.leaveOut(name, each);
          else
            to.part('aws_lb_listener_certificate', index === 0 ? '' : String(index + 1), when, (part) => {
              part.set('listener_arn', part.value(listener, 'text'));
              part.set('certificate_arn', part.value(arn, 'text'));
            });
        });
      },
      ListenerArn: implied,
    },
    ref: 'id',
  },
};
