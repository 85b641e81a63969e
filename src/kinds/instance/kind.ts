/**
 * An EC2 instance with its primary network interface; further ones are drawn for themselves. It has a public IPv4 address
 * when it asks for one, or when it says nothing and its subnet assigns one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
import type { Refs, Rows } from '../../core/catalog/field';
import {
  addressFault,
  byPlace,
  furtherAddressesField,
  type FurtherAddress,
} from '../../core/catalog/furtherAddresses';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { publicAddresses } from '../../core/cost/uses';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { Words } from '../../lib/words';
import { cfn } from './cfn';

interface InstanceProps {
  readonly instanceType: Value<string>;
  /** Empty: today's Amazon Linux, by its public Systems Manager parameter. */
  readonly imageId: Value<string>;
  readonly publicIp: Value<'subnet' | 'yes' | 'no' | 'elastic'>;
  /** Empty: any free address of the subnet. */
  readonly privateIp: Value<string>;
  readonly furtherIps: Rows<FurtherAddress>;
  readonly ipv6: Value<boolean>;
  readonly securityGroups: Refs;
  /** Whether its primary network interface is a resource of its own, which outlives it. */
  readonly separateInterface: Value<boolean>;
  /** Whether it has an instance profile, and what that lets it do. */
  readonly profile: Value<'none' | 'systems-manager' | 'other'>;
  readonly sourceDestinationCheck: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    instance: InstanceProps;
  }
}

export default defineKind({
  kind: 'instance',
  label: { en: 'EC2 instance', ja: 'EC2 インスタンス' },
  summary: { en: 'A virtual server', ja: '仮想サーバー' },
  group: 'compute',
  icon: 'resource/AmazonEC2Instance',
  defaultName: 'Instance',
  parents: ['subnet'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroupIds',
      default: {},
    },
    publicIp: {
      control: 'choice',
      label: { en: 'Public IPv4 address', ja: 'パブリック IPv4 アドレス' },
      property: 'NetworkInterfaces',
      default: 'subnet',
      options: () => [
        { value: 'subnet', label: { en: 'As the subnet says', ja: 'サブネットの設定に従う' } },
        { value: 'yes', label: { en: 'Yes', ja: 'あり' } },
        { value: 'no', label: { en: 'No', ja: 'なし' } },
        { value: 'elastic', label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' } },
      ],
    },
    profile: {
      control: 'choice',
      label: { en: 'Instance profile', ja: 'インスタンスプロファイル' },
      property: 'IamInstanceProfile',
      default: 'none',
      options: () => [
        { value: 'none', label: { en: 'None', ja: 'なし' } },
        {
          value: 'systems-manager',
          label: { en: 'Managed by Systems Manager', ja: 'Systems Manager で管理' },
        },
        { value: 'other', label: { en: 'Another one', ja: 'その他' } },
      ],
    },
    instanceType: {
      control: 'text',
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      property: 'InstanceType',
      default: 't3.micro',
      suggestions: () => ['t3.micro', 't3.small', 't4g.micro', 'm7i.large'],
    },
    imageId: {
      control: 'text',
      label: { en: 'AMI', ja: 'AMI' },
      help: {
        en: 'Empty: the newest Amazon Linux 2023, by its Systems Manager parameter',
        ja: '空欄の場合は、Systems Manager パラメータから最新の Amazon Linux 2023 を使います',
      },
      property: 'ImageId',
      default: '',
      advanced: true,
    },
    privateIp: {
      control: 'text',
      isAddress: true,
      label: { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
      property: 'PrivateIpAddress',
      default: '',
      advanced: true,
      check: (text) => (text === '' ? undefined : addressFault(text)),
    },
    furtherIps: furtherAddressesField,
    ipv6: {
      control: 'toggle',
      label: { en: 'IPv6 address', ja: 'IPv6 アドレス' },
      property: 'Ipv6AddressCount',
      default: false,
      advanced: true,
    },
    separateInterface: {
      control: 'toggle',
      label: {
        en: 'Primary network interface as a resource of its own',
        ja: 'プライマリネットワークインターフェイスを別リソースにする',
      },
      help: {
        en: 'It keeps its address when the instance is replaced, and gets no public IPv4 address by itself. Routes and Elastic IP addresses can name it while the instance has several interfaces',
        ja: 'インスタンスを置き換えてもアドレスが残ります。パブリック IPv4 アドレスは自動的に割り当てられません。インスタンスに複数のインターフェイスがあっても、ルートや Elastic IP アドレスから指定できます',
      },
      property: 'NetworkInterfaces',
      default: false,
      advanced: true,
    },
    sourceDestinationCheck: {
      control: 'toggle',
      label: { en: 'Source/destination check', ja: '送信元/送信先チェック' },
      property: 'SourceDestCheck',
      default: true,
      advanced: true,
    },
  },
  look({ props }) {
    const address = known(props.privateIp) ?? '?';
    return address === '' ? {} : { detail: address };
  },
  tidy: () => ({ column: '1' }),
  *price(instance, around) {
    yield* publicAddresses(publicIpv4Of(instance, around));
  },

  *facts(instance, around) {
    const { id, name, props, provenance } = instance;
    const subnet = around.ancestor('subnet');
    yield {
      fact: 'interface',
      by: id,
      subnet: subnet?.id ?? null,
      ...(subnet === undefined && provenance !== undefined && provenance.places?.['parentId'] === undefined
        ? { elsewhere: elsewhere(name) }
        : {}),
      privateIpv4: isUnknown(props.privateIp)
        ? props.privateIp
        : props.privateIp === ''
          ? null
          : props.privateIp,
      otherPrivateIpv4: byPlace(props.furtherIps),
      ipv6: props.ipv6 === false ? (subnet?.props.assignIpv6 ?? false) : props.ipv6,
      publicIpv4: publicIpv4Of(instance, around),
      securityGroups: Object.keys(props.securityGroups),
      sourceDestinationCheck: props.sourceDestinationCheck,
      clientPorts: [32768, 65535],
      workload: true,
    };
  },
  cfn: { types: ['AWS::EC2::Instance'], ...cfn },
});

/** AWS gives a public address of its own accord only to one interface that it makes when it starts the instance. */
function publicIpv4Of({ id, props }: Resource<'instance'>, around: Surroundings): Value<boolean> {
  const { publicIp, separateInterface } = props;
  if (isUnknown(publicIp)) return publicIp;
  if (publicIp === 'no' || publicIp === 'elastic') return publicIp === 'elastic';
  const asked = publicIp === 'yes' || (around.ancestor('subnet')?.props.mapPublicIp ?? false);
  if (asked === false || separateInterface === true) return false;
  const startsWithMore = around
    .all('network-interface')
    .some((each) => each.props.attachedTo === id && each.props.atLaunch === true);
  if (startsWithMore) return false;
  return isUnknown(separateInterface) ? separateInterface : asked;
}

/**
 * What a template puts into no subnet, AWS puts into a default one.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
function elsewhere(name: string): Words {
  return {
    en: `${name} names no subnet: AWS puts it into the account’s default VPC, or where its launch template or network interface says, which is not in the design`,
    ja: `${name} にサブネットの指定がありません。AWS はアカウントのデフォルト VPC、または起動テンプレートやネットワークインターフェイスが指すサブネットに配置しますが、それは設計に含まれていません`,
  };
}
