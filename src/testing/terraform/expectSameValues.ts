/**
 * The configuration says of each resource what the template says of it: all values, and no others. The table below has what the
 * provider does otherwise than CloudFormation, each thing by itself; whatever else differs is a fault.
 */
import { expect } from 'vitest';
import { tableOf } from '../../awsTerraform';
import type { CfnTemplate, CfnValue } from '../../core/cfn/template';
import type { Hcl } from '../../core/terraform/hcl';
import { namedZone } from './expectSameReferences';
import { isLeftOut } from './leftOut';
import { evaluatedTemplate } from '../evaluatedTemplate';
import { sectionsOf, writtenOutTemplate } from '../provenTemplates';
import { evaluatedConfiguration, textOf, type Known } from './evaluatedConfiguration';
import type { Json } from './parsedConfiguration';
import { cloudFormationName, type ProvenConfiguration } from './provenConfiguration';
import { standsFor } from './standsFor';

export function expectSameValues(written: CfnTemplate, proven: ProvenConfiguration): void {
  const template = writtenOutTemplate(written);
  expect(valuesOf(template, proven)).toEqual(wantedValues(template, proven));
}

type Values = Readonly<Record<string, readonly string[]>>;

/** By logical ID: the values that the template has, in an order of their own. */
function wantedValues(template: CfnTemplate, { module }: ProvenConfiguration): Values {
  const { resources } = evaluatedTemplate(sectionsOf(template));
  return Object.fromEntries(
    [...module.addresses.keys()].map((id) => {
      const type = template.Resources[id]?.Type ?? '';
      const { Properties: properties } = (resources[id] ?? {}) as Readonly<Record<string, CfnValue>>;
      const leaves = [
        ...templateLeaves(properties, type),
        ...zoneByName(template, id),
        ...noLastSnapshot(template, id),
      ];
      return [
        id,
        sorted(
          type,
          leaves.map((leaf) => sameAsRef(leaf, template)),
        ),
      ];
    }),
  );
}

/** In an order of their own; once each where the provider says them again and again. */
function sorted(type: string, leaves: readonly string[]): readonly string[] {
  return (isRepeated.has(type) ? [...new Set(leaves)] : [...leaves]).sort();
}

/** Those that are several resources for the provider, each of which says to what it belongs. */
const isRepeated = new Set([
  'AWS::EC2::VPNGatewayRoutePropagation',
  'AWS::EC2::VPCEndpointServicePermissions',
  'AWS::Route53::RecordSetGroup',
]);

/** The zone that a record names. */
function zoneByName(template: CfnTemplate, id: string): readonly string[] {
  return namedZone(template, id).map((zone) => `«${zone}»`);
}

/** What becomes of the data of a database that is deleted is a property for the provider. */
function noLastSnapshot({ Resources }: CfnTemplate, id: string): readonly string[] {
  const { Type: type, DeletionPolicy: policy } = Resources[id] ?? {};
  return type === 'AWS::RDS::DBInstance' && policy === 'Delete' ? ['true'] : [];
}

/** Attributes that give what `Ref` gives. */
function sameAsRef(leaf: string, template: CfnTemplate): string {
  return leaf.replace(/«(\w+)\.([\w.]+)»/g, (whole, id: string, name: string) => {
    const table = tableOf(template.Resources[id]?.Type ?? '');
    return table !== undefined && table.attributes?.[name] === table.ref ? `«${id}»` : whole;
  });
}

function* templateLeaves(value: CfnValue | undefined, at: string): Generator<string> {
  if (value === null || value === undefined || isLeftOut(at)) return;
  if (Array.isArray(value)) {
    for (const each of value as readonly CfnValue[]) yield* templateLeaves(each, at);
    return;
  }
  const rule = templateRules.find(([pattern]) => pattern.test(at));
  if (rule !== undefined) {
    const found = rule[1](textOf(value as Json));
    if (found !== null) yield found;
    return;
  }
  if (typeof value !== 'object') {
    yield normal(String(value));
    return;
  }
  const isRule =
    /SecurityGroup(?:Ingress|Egress)$/.test(at) &&
    textOf((value as { readonly IpProtocol?: Json }).IpProtocol ?? null) === '-1';
  // What CloudFormation takes for granted, and the provider wants to be told.
  if (at.endsWith('.AliasTarget') && !('EvaluateTargetHealth' in value)) yield 'false';
  for (const [name, each] of Object.entries(value))
    if (!isRule || (name !== 'FromPort' && name !== 'ToPort'))
      yield* templateLeaves(each as CfnValue, `${at}.${name}`);
}

type Rule = readonly [pattern: RegExp, becomes: (value: string) => string | null];

const gone = (): null => null;

/** What the provider writes otherwise, by the path of the property. */
const templateRules: readonly Rule[] = [
  // Said by the type, or by the block in which something stands.
  [/VPNGateway\.Type$/, gone],
  [/ClientVpnEndpoint\.TagSpecifications\.ResourceType$/, gone],
  [/ListenerRule\.Conditions\.Field$/, gone],
  [/FlowLog\.ResourceType$/, gone],
  [/Instance\.NetworkInterfaces\.(?:DeviceIndex|DeleteOnTermination)$/, gone],
  [/NetworkInterfaceAttachment\.DeleteOnTermination$/, gone],
  [/NetworkInterface\.PrivateIpAddresses\.Primary$/, gone],
  [/DynamoDB::Table\.KeySchema\.KeyType$/, gone],
  [/(?:LoadBalancer|TargetGroup)\.(?:LoadBalancer|TargetGroup)Attributes\.Key$/, gone],
  // Said by a reference to the zone.
  [/RecordSet\.HostedZoneName$/, gone],
  // Truth values.
  [/LoadBalancer\.Scheme$/, (value) => String(value === 'internal')],
  [/AwsvpcConfiguration\.AssignPublicIp$/, (value) => String(value === 'ENABLED')],
  [/PrivateDnsOnlyForInboundResolverEndpoint$/, (value) => String(value === 'OnlyInboundResolver')],
  // The provider puts these into quotes itself.
  [/RecordSets\.ResourceRecords$/, (value) => value.replace(/^"(.*)"$/, '$1')],
  // Code stands in an archive beside the function.
  [/Lambda::Function\.Code\.ZipFile$/, gone],
  [/Serverless::Function\.(?:CodeUri|InlineCode)$/, gone],
];

/** What the provider must be told beside what the template says, by type and attribute. */
const added: readonly RegExp[] = [
  /^aws_vpc_peering_connection auto_accept$/,
  /^aws_vpc_peering_connection_accepter /,
  /^aws_ec2_transit_gateway_vpc_attachment transit_gateway_default_route_table_/,
  /^aws_customer_gateway bgp_asn$/,
  /^aws_vpc_endpoint_service acceptance_required$/,
  /^aws_network_interface private_ip_list_enabled$/,
  /^aws_db_instance final_snapshot_identifier$/,
  /^aws_instance instance_type$/,
  /^aws_lambda_function (?:filename|source_code_hash)$/,
  // Names that CloudFormation makes up.
  /^aws_(?:ecs_cluster|ecs_service) name$/,
  /^aws_lambda_function function_name$/,
  /^aws_dynamodb_table name$/,
  /^aws_ssm_parameter name$/,
  /^aws_cloudformation_stack name$/,
  /^aws_ecs_task_definition family$/,
  // Of a part, which resource it belongs to.
  /^aws_vpc_security_group_\w+_rule security_group_id$/,
  /^aws_lb_target_group_attachment target_group_arn$/,
  /^aws_iam_role_policy(?:_attachment)? role$/,
  /^aws_s3_bucket_\w+ bucket$/,
  /^aws_network_interface_attachment (?:instance_id|device_index)$/,
];

/** Those of a part of which the template says each value. */
const statedParts = new Set([
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::NetworkInterfaceAttachment',
]);

function valuesOf(template: CfnTemplate, proven: ProvenConfiguration): Values {
  const evaluated = evaluatedConfiguration(proven.parsed, knownTo(template, proven));
  return Object.fromEntries(
    [...proven.module.addresses.keys()].map((id) => {
      const type = template.Resources[id]?.Type ?? '';
      const leaves = proven.blocksOf(id).flatMap((block) => {
        const body = evaluated.body(block.body);
        if (body === undefined || isDefaultEgress(block.address, template, id)) return [];
        return Object.entries(body as Readonly<Record<string, Json>>).flatMap(([name, value]) => {
          const isAdded =
            !statedParts.has(type) && added.some((pattern) => pattern.test(`${block.type} ${name}`));
          if (isAdded && !isStated(template, id, block.type, name)) return [];
          if (type === 'AWS::Serverless::Function' && isOfMacro(block.type, name, value)) return [];
          return [...leavesOf(value, block.type.startsWith('awscc_') ? 'awscc' : name)];
        });
      });
      return [id, sorted(type, leaves)];
    }),
  );
}

/** The role that SAM makes for a function, with the one policy that every function is given. */
function isOfMacro(type: string, name: string, value: Json): boolean {
  return (
    `${type} ${name}` === 'aws_lambda_function role' ||
    `${type} ${name}` === 'aws_iam_role assume_role_policy' ||
    (`${type} ${name}` === 'aws_iam_role_policy_attachment policy_arn' &&
      /service-role\/AWSLambda(?:Basic|VPCAccess)ExecutionRole$/.test(textOf(value)))
  );
}

/** Whether the template says itself what would be added. */
function isStated(template: CfnTemplate, id: string, type: string, name: string): boolean {
  const properties = template.Resources[id]?.Properties ?? {};
  const stated: Readonly<Record<string, string>> = {
    'aws_customer_gateway bgp_asn': 'BgpAsn',
    'aws_vpc_endpoint_service acceptance_required': 'AcceptanceRequired',
    'aws_ecs_task_definition family': 'Family',
    'aws_ecs_cluster name': 'ClusterName',
    'aws_instance instance_type': 'InstanceType',
    'aws_ecs_service name': 'ServiceName',
    'aws_lambda_function function_name': 'FunctionName',
    'aws_dynamodb_table name': 'TableName',
    'aws_ssm_parameter name': 'Name',
  };
  return properties[stated[`${type} ${name}`] ?? ''] !== undefined;
}

/** The rule that AWS makes and the provider takes away. */
function isDefaultEgress(address: string, template: CfnTemplate, id: string): boolean {
  const { Type: type, Properties: { SecurityGroupEgress: stated } = {} } = template.Resources[id] ?? {};
  const isNone = stated === undefined || (Array.isArray(stated) && stated.length === 0);
  return (
    type === 'AWS::EC2::SecurityGroup' && isNone && address.startsWith('aws_vpc_security_group_egress_rule.')
  );
}

function* leavesOf(value: Json, name: string): Generator<string> {
  if (value === null) return;
  if (typeof value !== 'object') {
    // A group of another account is one text with its owner.
    const parts = name === 'referenced_security_group_id' ? textOf(value).split('/') : [textOf(value)];
    yield* parts.map(normal);
    return;
  }
  // The names of tags are values of the template.
  if (name === 'tags' && !Array.isArray(value)) yield* Object.keys(value).map(normal);
  for (const [key, each] of Object.entries(value))
    // The other provider has tags as CloudFormation does.
    if (name !== 'awscc' || key !== 'resource_type')
      yield* leavesOf(each as Json, Array.isArray(value) || name === 'awscc' ? name : key);
}

/** Numbers as numbers, and what only AWS works out by what it is worked out of. */
function normal(value: string): string {
  if (/^\d+$/.test(value)) return String(Number(value));
  if (value.startsWith('«select')) return '«select»';
  return value
    .replace(/^«base64 ([^]*)»$/, '$1')
    .replace(/«(.*) (?:\/|\+) \S+ (\d+)»/, '«$1 cut $2»')
    .replace(/\{\{resolve:ssm:([^}]*)\}\}/g, '$1')
    .replace(
      /\{\{resolve:secretsmanager:([^:}]*):SecretString:([^:}]*):?([^:}]*):?([^:}]*)\}\}/g,
      '«secret $1 $3 $4 $2»',
    );
}

/** What addresses come to: in the words of the template's evaluator. */
function knownTo(template: CfnTemplate, proven: ProvenConfiguration): Known {
  const { module, parsed, idOf } = proven;
  const blocks = new Map(parsed.blocks.map((block) => [block.address, block]));
  const parameters = Object.entries(template.Parameters);
  const variables = new Map(
    module.variables.map((block, index) => [block.labels[0] ?? '', parameters[index]?.[0]] as const),
  );
  const exportName = (name: Hcl): string =>
    name.is === 'text'
      ? name.text
      : name.is === 'template'
        ? name.parts.map(exportName).join('')
        : name.is === 'address'
          ? textOf(evaluatedConfiguration(parsed, known).of(`\${${name.address}}`))
          : '';
  const known: Known = (path) => {
    const [root = '', second = '', third = '', fourth = ''] = path;
    if (root === 'var') {
      // It stands for the id, under the name of the stack.
      if (second === 'stack_id') return 'stack/id';
      if (parsed.variables[second]?.['default'] !== undefined || path.length !== 2) return undefined;
      const parameter = variables.get(second);
      const imported = module.imports.find(({ name }) => name === second)?.imports;
      if (imported !== undefined) return `«import ${exportName(imported)}»`;
      const stands = standsFor(parsed, second);
      const meant = stands && [stands.id, stands.attribute].filter((each) => each !== '').join('.');
      return `«${parameter ?? meant ?? second}»`;
    }
    if (root === 'data')
      return path.length === 4 ? dataValue(second, `data.${second}.${third}`, fourth) : undefined;
    if (path.length < 3) return undefined;
    const id = idOf(`${root}.${second}`);
    if (id === undefined) return undefined;
    if (third === 'outputs') return `«${id}.Outputs.*»`;
    if (third === 'dns_entry') return fourth === 'hosted_zone_id' ? `«${id}.DnsEntries»` : '«select»';
    const type = template.Resources[id]?.Type ?? '';
    if (type === 'AWS::EC2::VPCCidrBlock' && third === 'ipv6_cidr_block') {
      const vpc = blocks.get(`${root}.${second}`)?.body['vpc_id'];
      return `«${idOf(/aws_vpc\.\w+/.exec(textOf(vpc ?? null))?.[0] ?? '') ?? ''}.Ipv6CidrBlocks»`;
    }
    // The provider asks for the ARN where CloudFormation takes the name.
    const isName = type === 'AWS::ECS::Cluster' && third === 'arn';
    const name = isName ? '' : cloudFormationName(type, path.slice(2).join('.'));
    return name === undefined || name === '' ? `«${id}»` : `«${id}.${name}»`;
  };
  const dataValue = (type: string, address: string, attribute: string): Json | undefined => {
    const whole = {
      aws_region: 'ap-northeast-1',
      aws_partition: attribute === 'dns_suffix' ? 'amazonaws.com' : 'aws',
      aws_caller_identity: '123456789012',
    }[type];
    if (whole !== undefined) return whole;
    const { body = {} } = blocks.get(address) ?? {};
    // The name of what is looked up is all that the template says.
    if (type === 'aws_ssm_parameter' || type === 'aws_cloudwatch_log_group')
      return evaluatedConfiguration(parsed, known).of(body['name'] ?? null);
    if (type === 'aws_secretsmanager_secret_version') {
      const of = (name: string): string =>
        textOf(evaluatedConfiguration(parsed, known).of(body[name] ?? null));
      return `«secret ${of('secret_id')} ${of('version_stage')} ${of('version_id')} *»`;
    }
    if (type === 'aws_availability_zones')
      return [0, 1, 2, 3, 4, 5].map((index) => `«zone ${index} of ap-northeast-1»`);
    return `«${address}.${attribute}»`;
  };
  return known;
}
