/**
 * An interface endpoint (PrivateLink): a network interface with a private address in each of its subnets, for one
 * service, guarded by security groups. With private DNS the service's own name resolves to those addresses inside the
 * VPC. What its policy allows is kept and not analysed. For an endpoint service of somebody's own it leads to the load
 * balancer behind that, in another VPC.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { standsIn } from '../../core/catalog/standing';
import { addressTypeField } from '../../core/cfn/addressType';
import { policyField } from '../../core/cfn/policy';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { AddressType, DnsRecords, InterfaceFact } from '../../core/network/facts';
import { fullServiceName } from '../../lib/serviceNames';
import { verbatim } from '../../lib/words';
import { cfn } from './cfn';

interface InterfaceEndpointProps {
  /** The short name of a service of this Region, or the full name of any other; of no account beside an endpoint service. */
  readonly service: Value<string>;
  /** The endpoint service that it is for, where the diagram has it. */
  readonly endpointService: Value<ResourceId | null>;
  /** Whether the provider has accepted the connection. */
  readonly accepted: Value<boolean>;
  /** The account that it is in; empty: that of the endpoint service, or one that it allows. */
  readonly account: Value<string>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly securityGroups: Refs;
  readonly privateDns: Value<boolean>;
  /** Who is answered by private DNS; AWS's own default differs for S3, where it is inbound Resolver endpoints only. */
  readonly privateDnsFor: Value<'default' | 'inbound' | 'all'>;
  /** The Region of the service; empty: the endpoint's own. */
  readonly serviceRegion: Value<string>;
  readonly addressType: Value<AddressType>;
  /** Of which addresses its names have records; `default`: of those that it has. */
  readonly dnsRecords: Value<DnsRecords | 'default'>;
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
  isEnd: true,
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
      applies: ({ endpointService }) => endpointService === null,
    },
    endpointService: {
      control: 'ref',
      kinds: ['endpoint-service'],
      label: { en: 'Endpoint service', ja: 'エンドポイントサービス' },
      help: {
        en: 'A service of your own that is drawn, also where a template names it by a parameter',
        ja: '図にある独自のサービス。テンプレートのパラメータで指定されている場合も、ここで対応付けます',
      },
      property: 'ServiceName',
      default: null,
      none: { en: 'None (the service above)', ja: 'なし (上のサービス)' },
      drawn: true,
    },
    accepted: {
      control: 'toggle',
      label: { en: 'Connection accepted by the provider', ja: 'プロバイダーが接続を承諾済み' },
      help: {
        en: 'Says that somebody accepts the connection, where the endpoint service requires it',
        ja: 'エンドポイントサービスで承諾が必要な場合に、接続が承諾されることを示します',
      },
      default: false,
      applies: ({ endpointService }) => endpointService !== null,
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
      whenCopied: 'join-one-per-zone',
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
    account: {
      control: 'text',
      label: { en: 'AWS account, if another', ja: '別の AWS アカウントの ID' },
      help: {
        en: 'Of the endpoint, where it differs from that of the endpoint service',
        ja: 'エンドポイントサービスと異なる場合に、エンドポイントのアカウントを指定します',
      },
      default: '',
      applies: ({ endpointService }) => endpointService !== null,
      advanced: true,
      check: (account) =>
        account === '' || /^\d{12}$/.test(account)
          ? undefined
          : {
              en: `“${account}” is not an account ID of 12 digits`,
              ja: `「${account}」は 12 桁のアカウント ID ではありません`,
            },
    },
    serviceRegion: {
      control: 'text',
      label: { en: 'Service Region, if another', ja: 'サービスの別リージョン' },
      help: {
        en: 'For services that other Regions can use',
        ja: '他のリージョンから利用できるサービスの場合に指定します',
      },
      property: 'ServiceRegion',
      default: '',
      advanced: true,
    },
    addressType: addressTypeField,
    dnsRecords: {
      control: 'choice',
      label: { en: 'DNS record IP type', ja: 'DNS レコードの IP タイプ' },
      help: {
        en: 'Which addresses the names of the endpoint resolve to',
        ja: 'エンドポイントの名前が解決されるアドレスの種類',
      },
      property: 'DnsOptions/DnsRecordIpType',
      default: 'default',
      options: () => [
        { value: 'default', label: { en: 'As the IP address type', ja: 'IP アドレスタイプと同じ' } },
        { value: 'ipv4', label: { en: 'IPv4', ja: 'IPv4' } },
        { value: 'dualstack', label: { en: 'Dual stack', ja: 'デュアルスタック' } },
        { value: 'ipv6', label: { en: 'IPv6', ja: 'IPv6' } },
        { value: 'service-defined', label: { en: 'Service defined', ja: 'サービス定義' } },
      ],
      advanced: true,
    },
    policy: policyField,
  },
  look({ props }, around) {
    const own = known(props.endpointService) ?? null;
    const service = own === null ? (known(props.service) ?? '?') : (around.resource(own)?.name ?? '?');
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
  *price({ props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    yield { item: 'interface-endpoint', units: subnets.length };
  },

  *facts({ id, props }, around) {
    yield {
      fact: 'interface-endpoint',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      service:
        props.endpointService !== null
          ? ''
          : isUnknown(props.service)
            ? props.service
            : fullServiceName(known(props.serviceRegion) || around.region, props.service),
      ...(props.serviceRegion === '' ? {} : { serviceRegion: props.serviceRegion }),
      privateDns: props.privateDns,
      ...(props.privateDnsFor === 'default'
        ? {}
        : {
            privateDnsOnlyForInboundResolver: isUnknown(props.privateDnsFor)
              ? props.privateDnsFor
              : props.privateDnsFor === 'inbound',
          }),
      ...(props.dnsRecords === 'default' ? {} : { dnsRecords: props.dnsRecords }),
      provider: props.endpointService,
      accepted: props.accepted,
      account: props.account,
    };
    for (const subnet of standsIn(around.ancestor('subnet')?.id, props.subnets, around))
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ...familiesOf(props.addressType),
        ipv6Field: 'addressType',
        publicIpv4: false,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [1024, 65535],
        workload: false,
      };
  },
  cfn: { types: ['AWS::EC2::VPCEndpoint'], ...cfn },
});

function familiesOf(type: Value<AddressType>): Pick<InterfaceFact, 'ipv4' | 'ipv6'> {
  return isUnknown(type) ? { ipv4: type, ipv6: type } : { ipv4: type !== 'ipv6', ipv6: type !== 'ipv4' };
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
