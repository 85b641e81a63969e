/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance */
import type { CfnValue } from '../../core/cfn/template';
import { choose, nothing, text as literal, type Hcl } from '../../core/terraform/hcl';
import {
  applyRules,
  block,
  flattened,
  implied,
  isPlainObject,
  number,
  tags,
  text,
  texts,
  truth,
  type Rules,
  literalText,
} from '../../core/terraform/properties';
import type {
  BodyWriter,
  Properties,
  PropertyRule,
  ResourceWriter,
  Translation,
} from '../../core/terraform/translation';

/** The provider encodes the script itself. */
const userData: PropertyRule = (value, to) => {
  const script = isBase64(value) ? value['Fn::Base64'] : undefined;
  if (script === undefined) to.set('user_data_base64', to.value(value, 'text'));
  else to.set('user_data', to.value(script, 'text'));
};

function isBase64(value: CfnValue): value is { readonly 'Fn::Base64': CfnValue } {
  return typeof value === 'object' && value !== null && 'Fn::Base64' in value;
}

/** Of the first interface, when it is made with the instance: the instance has its properties itself. */
const primaryRules: Rules = {
  AssociatePublicIpAddress: truth('associate_public_ip_address'),
  // What is made with the instance goes with it, for the provider.
  DeleteOnTermination: (value, to, name) => {
    if (literalText(value) !== 'true') to.leaveOut(name, value);
  },
  DeviceIndex: implied,
  GroupSet: texts('vpc_security_group_ids'),
  Ipv6AddressCount: number('ipv6_address_count'),
  Ipv6Addresses: (value, to) => to.set('ipv6_addresses', addressesIn(value, 'Ipv6Address', to)),
  PrivateIpAddress: text('private_ip'),
  SubnetId: text('subnet_id'),
};

/** Of any other that is made with the instance: it is a resource beside. */
const otherRules: Rules = {
  DeleteOnTermination: implied,
  Description: text('description'),
  DeviceIndex: implied,
  GroupSet: texts('security_groups'),
  Ipv6AddressCount: number('ipv6_address_count'),
  Ipv6Addresses: (value, to) => to.set('ipv6_addresses', addressesIn(value, 'Ipv6Address', to)),
  PrivateIpAddress: (value, to) => to.set('private_ips', to.value(value, 'texts')),
  SecondaryPrivateIpAddressCount: number('private_ips_count'),
  SubnetId: text('subnet_id'),
};

function addressesIn(value: CfnValue, name: string, to: BodyWriter) {
  return to.value(
    to.itemsOf(value).map(({ value: each }) => (isPlainObject(each) ? (each[name] ?? null) : each)),
    'texts',
  );
}

const interfaces: PropertyRule = (value, to, name) => {
  for (const { value: each, when } of to.itemsOf(value)) {
    if (!isPlainObject(each) || when !== null) {
      to.leaveOut(name, each);
      continue;
    }
    const { DeviceIndex: index = '0', NetworkInterfaceId: ready } = each;
    const isPrimary = literalText(index) === '0';
    if (ready !== undefined && ready !== null) attachReady(to, ready, index, isPrimary);
    else if (isPrimary) applyRules(primaryRules, each, to);
    else
      to.part('aws_network_interface', `interface_${literalText(index)}`, null, (part) => {
        applyRules(otherRules, each, part);
        part.block('attachment', null, (attachment) => {
          attachment.set('instance', part.self('id'));
          attachment.set('device_index', attachment.value(index, 'number'));
        });
      });
  }
};

function attachReady(to: BodyWriter, ready: CfnValue, index: CfnValue, isPrimary: boolean): void {
  if (isPrimary) {
    to.block('primary_network_interface', null, (inside) =>
      inside.set('network_interface_id', inside.value(ready, 'text')),
    );
    return;
  }
  to.part('aws_network_interface_attachment', `interface_${literalText(index)}`, null, (part) => {
    part.set('instance_id', part.self('id'));
    part.set('network_interface_id', part.value(ready, 'text'));
    part.set('device_index', part.value(index, 'number'));
  });
}

const ebs: Rules = {
  DeleteOnTermination: truth('delete_on_termination'),
  Encrypted: truth('encrypted'),
  Iops: number('iops'),
  KmsKeyId: text('kms_key_id'),
  SnapshotId: text('snapshot_id'),
  Throughput: number('throughput'),
  VolumeSize: number('volume_size'),
  VolumeType: text('volume_type'),
};

/** What EC2 starts where nobody says what. https://docs.aws.amazon.com/sdkfornet1/latest/apidocs/html/P_Amazon_EC2_Model_RunInstancesRequest_InstanceType.htm */
const defaultType = literal('m1.small');

/** The provider wants to be told the type where no template for launches may say it. */
function sayType(to: ResourceWriter, { InstanceType: type, LaunchTemplate: launch }: Properties): void {
  if (launch !== undefined && launch !== null) return;
  const said = type === undefined || type === null ? nothing : (to.attribute('instance_type') ?? nothing);
  const whole = withDefault(said, defaultType);
  if (whole === said) return;
  to.comment('Where the template says no type, EC2 takes m1.small; a current one is the better choice.');
  to.set('instance_type', whole);
  to.remark({
    en: `${to.id}: the template says no InstanceType; the default of EC2, m1.small, was written`,
    ja: `${to.id}: テンプレートに InstanceType がないため、EC2 の既定値 m1.small を出力しました`,
  });
}

function withDefault(value: Hcl, otherwise: Hcl): Hcl {
  if (value.is === 'null') return otherwise;
  if (value.is !== 'if') return value;
  const [holds, not] = [withDefault(value.holds, otherwise), withDefault(value.otherwise, otherwise)];
  return holds === value.holds && not === value.otherwise ? value : choose(value.test, holds, not);
}

const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::Instance': {
    type: 'aws_instance',
    properties: {
      AvailabilityZone: text('availability_zone'),
      BlockDeviceMappings: block('ebs_block_device', {
        DeviceName: text('device_name'),
        Ebs: flattened(ebs),
      }),
      CreditSpecification: block('credit_specification', { CPUCredits: text('cpu_credits') }),
      DisableApiTermination: truth('disable_api_termination'),
      EbsOptimized: truth('ebs_optimized'),
      IamInstanceProfile: text('iam_instance_profile'),
      ImageId: text('ami'),
      InstanceInitiatedShutdownBehavior: text('instance_initiated_shutdown_behavior'),
      InstanceType: text('instance_type'),
      Ipv6AddressCount: number('ipv6_address_count'),
      Ipv6Addresses: (value, to) => to.set('ipv6_addresses', addressesIn(value, 'Ipv6Address', to)),
      KeyName: text('key_name'),
      LaunchTemplate: block('launch_template', {
        LaunchTemplateId: text('id'),
        LaunchTemplateName: text('name'),
        Version: text('version'),
      }),
      MetadataOptions: block('metadata_options', {
        HttpEndpoint: text('http_endpoint'),
        HttpProtocolIpv6: text('http_protocol_ipv6'),
        HttpPutResponseHopLimit: number('http_put_response_hop_limit'),
        HttpTokens: text('http_tokens'),
        InstanceMetadataTags: text('instance_metadata_tags'),
      }),
      Monitoring: truth('monitoring'),
      NetworkInterfaces: interfaces,
      PlacementGroupName: text('placement_group'),
      PrivateDnsNameOptions: block('private_dns_name_options', {
        EnableResourceNameDnsAAAARecord: truth('enable_resource_name_dns_aaaa_record'),
        EnableResourceNameDnsARecord: truth('enable_resource_name_dns_a_record'),
        HostnameType: text('hostname_type'),
      }),
      PrivateIpAddress: text('private_ip'),
      SecurityGroupIds: texts('vpc_security_group_ids'),
      SecurityGroups: texts('security_groups'),
      SourceDestCheck: truth('source_dest_check'),
      SubnetId: text('subnet_id'),
      Tags: tags,
      Tenancy: text('tenancy'),
      UserData: userData,
    },
    finish: sayType,
    ref: 'id',
    attributes: {
      AvailabilityZone: 'availability_zone',
      InstanceId: 'id',
      PrivateDnsName: 'private_dns',
      PrivateIp: 'private_ip',
      PublicDnsName: 'public_dns',
      PublicIp: 'public_ip',
    },
  },
};

export default tables;
