/**
 * A network interface (ENI) that is a resource of its own: it keeps its addresses and its security groups whatever it is
 * attached to, and routes may lead to it. The interface with which an instance starts is part of the instance and not
 * drawn; what is drawn is any further one, and one that nothing has yet. Of several Elastic IP addresses one is modelled.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 */
import type { Refs, Rows } from '../../core/catalog/field';
import {
  addressFault,
  byPlace,
  furtherAddressesField,
  type FurtherAddress,
} from '../../core/catalog/furtherAddresses';
import { defineKind } from '../../core/catalog/kind';
import { publicAddresses } from '../../core/cost/uses';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { cfn } from './cfn';

interface NetworkInterfaceProps {
  readonly securityGroups: Refs;
  /** The instance that has it; null for one that nothing has. */
  readonly attachedTo: Value<ResourceId | null>;
  /** Its place among the interfaces of its instance, whose own one has 0. */
  readonly deviceIndex: Value<number>;
  /** Whether the instance starts with it; otherwise it is attached when both exist. */
  readonly atLaunch: Value<boolean>;
  readonly elasticIp: Value<boolean>;
  /** Empty: any free address of the subnet. */
  readonly privateIp: Value<string>;
  readonly furtherIps: Rows<FurtherAddress>;
  readonly ipv6: Value<boolean>;
  readonly sourceDestinationCheck: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'network-interface': NetworkInterfaceProps;
  }
}

export default defineKind({
  kind: 'network-interface',
  label: { en: 'Network interface', ja: 'ネットワークインターフェイス' },
  summary: {
    en: 'A network interface that stands for itself: a further one of an instance, a target of routes',
    ja: '単独のネットワークインターフェイス。インスタンスの追加のインターフェイスや、ルートのターゲットになります',
  },
  group: 'compute',
  rank: 1,
  icon: 'resource/AmazonVPCElasticNetworkInterface',
  defaultName: 'NetworkInterface',
  parents: ['subnet'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    attachedTo: {
      control: 'ref',
      kinds: ['instance'],
      label: { en: 'Attached to', ja: 'アタッチ先' },
      property: 'attachment/InstanceId',
      default: null,
      none: { en: 'Nothing', ja: 'なし' },
      drawn: true,
    },
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'GroupSet',
      default: {},
    },
    elasticIp: {
      control: 'toggle',
      label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' },
      property: 'elastic-ip-association/AllocationId',
      default: false,
    },
    sourceDestinationCheck: {
      control: 'toggle',
      label: { en: 'Source/destination check', ja: '送信元/送信先チェック' },
      property: 'SourceDestCheck',
      default: true,
    },
    deviceIndex: {
      control: 'number',
      min: 1,
      max: 63,
      label: { en: 'Device index', ja: 'デバイスインデックス' },
      help: {
        en: 'Its place among the interfaces of its instance, whose primary one has 0',
        ja: 'インスタンスのインターフェイスの中での位置。プライマリインターフェイスは 0 です',
      },
      property: 'attachment/DeviceIndex',
      default: 1,
      advanced: true,
      applies: ({ attachedTo }) => attachedTo !== null,
    },
    atLaunch: {
      control: 'toggle',
      label: { en: 'Attached at launch', ja: '起動時にアタッチ' },
      help: {
        en: 'An instance that starts with several interfaces gets no public IPv4 address by itself',
        ja: '複数のインターフェイスで起動するインスタンスには、パブリック IPv4 アドレスが自動的に割り当てられません',
      },
      property: 'NetworkInterfaces',
      default: false,
      advanced: true,
      applies: ({ attachedTo }) => attachedTo !== null,
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
  },
  look({ props }) {
    const address = known(props.privateIp) ?? '?';
    return address === '' ? {} : { detail: address };
  },
  tidy: () => ({ column: '1' }),
  *price({ props }) {
    yield* publicAddresses(props.elasticIp);
  },

  *facts({ id, props }, around) {
    const subnet = around.ancestor('subnet');
    yield {
      fact: 'interface',
      by: id,
      subnet: subnet?.id ?? null,
      privateIpv4: props.privateIp === '' ? null : props.privateIp,
      otherPrivateIpv4: byPlace(props.furtherIps),
      ipv6: props.ipv6 === false ? (subnet?.props.assignIpv6 ?? false) : props.ipv6,
      publicIpv4: props.elasticIp,
      securityGroups: Object.keys(props.securityGroups),
      sourceDestinationCheck: props.sourceDestinationCheck,
      clientPorts: [32768, 65535],
      workload: true,
      // Whatever it is attached to: an attachment is one also when nobody knows to what.
      attached: isUnknown(props.attachedTo) || props.attachedTo !== null,
    };
  },
  cfn: { types: ['AWS::EC2::NetworkInterface'], ...cfn },
});
