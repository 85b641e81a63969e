/**
 * A Network Load Balancer: a node with an address in each of its subnets takes TCP and UDP connections and sends each to a
 * target. Its listeners are not drawn: they are rows of it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 */
import { columns, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { listenersField, listenersText, type Listener } from '../../core/catalog/listenerRows';
import { schemeField } from '../../core/catalog/loadBalancers';
import { standsIn } from '../../core/catalog/standing';
import { capacity, publicAddresses } from '../../core/cost/uses';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { cfn } from './cfn';
import { proposal } from './proposal';

/** The addresses of the node in one of the subnets. */
export interface NodeAddress {
  readonly subnet: Value<ResourceId | null>;
  /** Empty: AWS chooses. */
  readonly privateIp: Value<string>;
  /** Whether an Elastic IP address of one's own is its public address. */
  readonly elasticIp: Value<boolean>;
}

interface NetworkLoadBalancerProps {
  readonly scheme: Value<'internal' | 'internet-facing'>;
  readonly listeners: Rows<Listener>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  /** None: it can never get any. */
  readonly securityGroups: Refs;
  readonly crossZone: Value<boolean>;
  readonly addresses: Rows<NodeAddress>;
  readonly filtersPrivateLink: Value<boolean>;
  readonly dualStack: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'network-load-balancer': NetworkLoadBalancerProps;
  }
}

export default defineKind({
  kind: 'network-load-balancer',
  label: { en: 'Network Load Balancer', ja: 'Network Load Balancer' },
  summary: {
    en: 'Spreads TCP and UDP connections over targets; stands behind endpoint services',
    ja: 'TCP や UDP の接続をターゲットに分散します。エンドポイントサービスにも使います',
  },
  group: 'gateways',
  rank: 2,
  icon: 'resource/ElasticLoadBalancingNetworkLoadBalancer',
  defaultName: 'Nlb',
  parents: ['subnet', 'vpc'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    scheme: { ...schemeField, property: 'Scheme' },
    listeners: listenersField('network', ['target-group']),
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      whenCopied: 'join-one-per-zone',
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in; one for each Availability Zone',
        ja: '図で置かれているサブネット以外のサブネット。アベイラビリティーゾーンごとに 1 つ',
      },
      property: 'Subnets',
      default: {},
    },
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      help: {
        en: 'One that is created without any can never get one',
        ja: '作成時に指定しなかった場合、後から関連付けることはできません',
      },
      property: 'SecurityGroups',
      default: {},
    },
    crossZone: {
      control: 'toggle',
      label: { en: 'Cross-zone load balancing', ja: 'クロスゾーン負荷分散' },
      help: {
        en: 'Off: each node sends to targets of its own zone only',
        ja: '無効の場合、各ノードは自分のゾーンのターゲットにのみ転送します',
      },
      property: 'LoadBalancerAttributes',
      default: false,
    },
    addresses: {
      control: 'rows',
      label: { en: 'Fixed addresses', ja: '固定アドレス' },
      addLabel: { en: 'Add address', ja: 'アドレスを追加' },
      default: {},
      advanced: true,
      columns: columns<NodeAddress>({
        subnet: {
          control: 'ref',
          kinds: ['subnet'],
          whenCopied: 'join-one-per-zone',
          label: { en: 'Subnet', ja: 'サブネット' },
          property: 'SubnetId',
          default: null,
          none: { en: 'None', ja: 'なし' },
        },
        privateIp: {
          control: 'text',
          label: { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
          property: 'PrivateIPv4Address',
          default: '',
          isAddress: true,
          check: (text) =>
            text === '' || addressOf(text)?.family === 4
              ? undefined
              : { en: `“${text}” is not an IPv4 address`, ja: `「${text}」は IPv4 アドレスではありません` },
        },
        elasticIp: {
          control: 'toggle',
          label: { en: 'Elastic IP', ja: 'Elastic IP' },
          property: 'AllocationId',
          default: false,
        },
      }),
    },
    filtersPrivateLink: {
      control: 'toggle',
      label: {
        en: 'Apply inbound rules to PrivateLink traffic',
        ja: 'PrivateLink トラフィックにインバウンドルールを適用',
      },
      property: 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      default: true,
      advanced: true,
    },
    dualStack: {
      control: 'toggle',
      label: { en: 'IPv6 as well (dual stack)', ja: 'IPv6 も使用 (デュアルスタック)' },
      property: 'IpAddressType',
      default: false,
      advanced: true,
    },
  },
  look({ props }) {
    const detail = listenersText(props.listeners);
    return {
      ...(detail === '' ? {} : { detail }),
      label:
        props.scheme === 'internet-facing'
          ? { en: 'Internet-facing Network Load Balancer', ja: 'インターネット向け Network Load Balancer' }
          : { en: 'Network Load Balancer', ja: 'Network Load Balancer' },
    };
  },
  propose: proposal,
  tidy: () => ({ column: '0' }),
  *price({ props: { scheme, subnets } }, around) {
    yield { item: 'network-load-balancer', units: 1 };
    yield capacity('network-load-balancer-capacity');
    const nodes = standsIn(around.ancestor('subnet')?.id, subnets, around).length;
    yield* publicAddresses(isUnknown(scheme) ? scheme : scheme === 'internet-facing', nodes);
  },

  *facts({ id, name, props, provenance }, around) {
    yield {
      fact: 'load-balancer',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      type: 'network',
      scheme: props.scheme,
      crossZone: props.crossZone,
      filtersPrivateLink: props.filtersPrivateLink,
      listeners: Object.fromEntries(
        Object.entries(props.listeners).map(([key, { others, ...listener }]) => [
          key,
          { ...listener, others: Object.keys(others) },
        ]),
      ),
    };
    const groups = Object.keys(props.securityGroups);
    const unplaced = Object.values(props.addresses)
      .map(({ subnet, privateIp }) => (privateIp === '' ? null : subnet))
      .find(isUnknown);
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    const isElsewhere = subnets.length === 0 && provenance?.outside !== undefined;
    for (const subnet of isElsewhere ? [null] : subnets) {
      const [row, address] = Object.entries(props.addresses).find(([, each]) => each.subnet === subnet) ?? [];
      // An address whose subnet nobody knows may be that of any node.
      const fixed = address?.privateIp ?? unplaced ?? '';
      yield {
        fact: 'interface',
        by: id,
        subnet,
        ...(isElsewhere ? { elsewhere: elsewhere(name) } : {}),
        privateIpv4: isUnknown(fixed) ? fixed : fixed === '' ? null : fixed,
        ...(row === undefined ? {} : { privateIpv4Field: `addresses.${row}.privateIp` }),
        ipv6: props.dualStack,
        publicIpv4: isUnknown(props.scheme) ? props.scheme : props.scheme === 'internet-facing',
        securityGroups: groups.length === 0 ? null : groups,
        sourceDestinationCheck: true,
        clientPorts: [1024, 65535],
        workload: false,
      };
    }
  },
  cfn: { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], ...cfn },
});

function elsewhere(name: string): Words {
  return {
    en: `in which subnets ${name} stands, and where it sends to, is not in the diagram`,
    ja: `${name} のサブネットと転送先は図に含まれていません`,
  };
}
