/**
 * An interface endpoint (PrivateLink): a network interface with a private address in each of its subnets, for one
 * service, guarded by security groups. With private DNS the service's own name resolves to those addresses inside the
 * VPC. What its policy allows is kept and not analysed.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import { policyField, readPolicy, writePolicy } from '../../core/cfn/policy';
import type { CfnReader } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { fullServiceName, serviceNameForTemplate, shortServiceName } from '../../lib/serviceNames';
import { verbatim } from '../../lib/words';

interface InterfaceEndpointProps {
  /** The short name of a service of this Region, or the full name of any other, such as an endpoint service. */
  readonly service: Value<string>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly securityGroups: Refs;
  readonly privateDns: Value<boolean>;
  /** Who is answered by private DNS; AWS's own default differs for S3, where it is inbound Resolver endpoints only. */
  readonly privateDnsFor: Value<'default' | 'inbound' | 'all'>;
  /** The endpoint policy as JSON; empty for AWS's own, which allows everything. */
  readonly policy: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'interface-endpoint': InterfaceEndpointProps;
  }
}

/** The services one most often needs, in the order in which one needs them. */
const services = [
  'ssm',
  'ssmmessages',
  'ec2messages',
  'ecr.api',
  'ecr.dkr',
  'logs',
  'sqs',
  'sns',
  'secretsmanager',
  'kms',
  'sts',
  'ec2',
  'lambda',
  'ecs',
  'events',
  'monitoring',
  'execute-api',
  'states',
  's3',
  'dynamodb',
];

export default defineKind({
  kind: 'interface-endpoint',
  label: { en: 'Interface endpoint', ja: 'インターフェイスエンドポイント' },
  summary: {
    en: 'A private address for a service in your subnets',
    ja: 'サービスへのプライベートアドレスをサブネットに置きます',
  },
  group: 'endpoints',
  icon: 'resource/AmazonVPCEndpoints',
  defaultName: 'InterfaceEndpoint',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('IF') },
  fields: {
    service: {
      control: 'text',
      label: { en: 'Service', ja: 'サービス' },
      help: {
        en: 'A short name such as ssm, or the full name of an endpoint service',
        ja: 'ssm のような短い名前、またはエンドポイントサービスの完全な名前',
      },
      property: 'ServiceName',
      default: 'ssm',
      suggestions: () => services,
      check: (service) =>
        service === '' ? { en: 'The service is missing', ja: 'サービスが指定されていません' } : undefined,
    },
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroupIds',
      default: {},
    },
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in; one for each Availability Zone at most',
        ja: '図で置かれているサブネット以外のサブネット。アベイラビリティーゾーンごとに 1 つまで',
      },
      property: 'SubnetIds',
      default: {},
    },
    privateDns: {
      control: 'toggle',
      label: { en: 'Private DNS names', ja: 'プライベート DNS 名を有効化' },
      property: 'PrivateDnsEnabled',
      default: true,
    },
    privateDnsFor: {
      control: 'choice',
      label: { en: 'Private DNS answers', ja: 'プライベート DNS の対象' },
      help: {
        en: 'Only for services that have gateway endpoints too, such as S3: traffic from inside the VPC then takes the gateway endpoint',
        ja: 'S3 など、ゲートウェイエンドポイントもあるサービスだけの設定です。インバウンドのみの場合、VPC 内からの通信はゲートウェイエンドポイントを使います',
      },
      property: 'DnsOptions/PrivateDnsOnlyForInboundResolverEndpoint',
      default: 'default',
      options: () => [
        {
          value: 'default',
          label: { en: 'AWS’s default (S3: inbound only)', ja: 'AWS の既定 (S3 ではインバウンドのみ)' },
        },
        {
          value: 'inbound',
          label: { en: 'Inbound Resolver endpoints only', ja: 'インバウンドエンドポイントに対してのみ' },
        },
        { value: 'all', label: { en: 'The VPC as well', ja: 'VPC 内にも応答' } },
      ],
      applies: ({ privateDns, privateDnsFor, service }) =>
        privateDns !== false && (service === 's3' || privateDnsFor !== 'default'),
      advanced: true,
    },
    policy: policyField,
  },
  look({ props }) {
    const service = known(props.service) ?? '?';
    return {
      detail: service,
      label: { en: `Interface endpoint for ${service}`, ja: `${service} のインターフェイスエンドポイント` },
    };
  },
  propose(endpoint, around) {
    const vpc = around.ancestor('vpc');
    if (vpc === undefined) return {};
    const others = around.all('interface-endpoint', vpc.id).filter(({ id }) => id !== endpoint.id);
    const taken = others.map(({ props }) => props.service);
    return {
      service: services.find((each) => !taken.includes(each)) ?? 'ssm',
      securityGroups: endpointGroup(vpc, others, around),
    };
  },
  tidy: () => ({ column: '2' }),
  *facts({ id, props }, around) {
    yield {
      fact: 'interface-endpoint',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      service: isUnknown(props.service) ? props.service : fullServiceName(around.region, props.service),
      privateDns: props.privateDns,
      ...(props.privateDnsFor === 'default'
        ? {}
        : {
            privateDnsOnlyForInboundResolver: isUnknown(props.privateDnsFor)
              ? props.privateDnsFor
              : props.privateDnsFor === 'inbound',
          }),
    };
    for (const subnet of standsIn(around.ancestor('subnet')?.id, props.subnets, around))
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ipv6: false,
        publicIpv4: false,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [1024, 65535],
        workload: false,
      };
  },
  cfn: {
    types: ['AWS::EC2::VPCEndpoint'],
    recognises: (reader) => reader.raw('VpcEndpointType') === 'Interface',
    *write(endpoint, scope) {
      const { props } = endpoint;
      const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
      const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      yield {
        role: '',
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'Interface',
          VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
          ServiceName: isUnknown(props.service)
            ? undefined
            : serviceNameForTemplate(scope.region, props.service),
          SubnetIds: subnets.flatMap((id) => scope.ref(id) ?? []),
          SecurityGroupIds: groups.length === 0 ? undefined : groups,
          PrivateDnsEnabled: scope.plain(props.privateDns),
          DnsOptions: dnsOptions(props.privateDnsFor),
          PolicyDocument: writePolicy(props.policy),
          Tags: scope.nameTags(endpoint),
        },
      };
    },
    read(reader, scope) {
      const service = reader.text('service', 'ServiceName', '');
      const { own, others } = firstAndOthers(reader.refs('subnets', 'SubnetIds', ['subnet']));
      return {
        parentId: own ?? reader.parent('VpcId', ['vpc']),
        props: {
          service: isUnknown(service) ? service : shortServiceName(scope.region, service),
          subnets: others,
          securityGroups: reader.refs('securityGroups', 'SecurityGroupIds', ['security-group']),
          privateDns: reader.toggle('privateDns', 'PrivateDnsEnabled', false),
          privateDnsFor: audienceOf(reader),
          policy: readPolicy(reader),
        },
      };
    },
  },
});

/** The values of `PrivateDnsOnlyForInboundResolverEndpoint`; a third one, `NotSpecified`, says nothing. */
const answered = { inbound: 'OnlyInboundResolver', all: 'AllResolvers' } as const;

function dnsOptions(value: InterfaceEndpointProps['privateDnsFor']): CfnValue | undefined {
  return isUnknown(value) || value === 'default'
    ? undefined
    : { PrivateDnsOnlyForInboundResolverEndpoint: answered[value] };
}

function audienceOf(reader: CfnReader): InterfaceEndpointProps['privateDnsFor'] {
  const text = reader
    .object('DnsOptions')
    ?.text('privateDnsFor', 'PrivateDnsOnlyForInboundResolverEndpoint', '');
  if (isUnknown(text)) return text;
  if (text === answered.inbound) return 'inbound';
  if (text === answered.all) return 'all';
  if (text !== undefined && text !== '' && text !== 'NotSpecified')
    reader.report(
      'error',
      {
        en: `“${text}” is no value of PrivateDnsOnlyForInboundResolverEndpoint; it can be AllResolvers, OnlyInboundResolver or NotSpecified`,
        ja: `PrivateDnsOnlyForInboundResolverEndpoint に「${text}」は指定できません。AllResolvers、OnlyInboundResolver、NotSpecified のいずれかを指定してください`,
      },
      'DnsOptions',
    );
  return 'default';
}

/** The group of the VPC's other endpoints, else one that is named for them. */
function endpointGroup(
  vpc: Resource<'vpc'>,
  others: readonly Resource<'interface-endpoint'>[],
  around: Surroundings,
): Refs {
  const shared = others.find(({ props }) => Object.keys(props.securityGroups).length > 0);
  if (shared !== undefined) return shared.props.securityGroups;
  const named = around.all('security-group', vpc.id).find(({ name }) => /endpoint|vpce/i.test(name));
  return named === undefined ? {} : { [named.id]: true };
}
