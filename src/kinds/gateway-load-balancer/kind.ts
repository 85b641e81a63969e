/**
 * A Gateway Load Balancer: spreads the packets that Gateway Load Balancer endpoints hand it over appliances, in a GENEVE
 * tunnel over UDP 6081. Its only listener and its target group are not drawn: the appliances are rows of it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
 */
import { columns, type Peer, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { standsIn } from '../../core/catalog/standing';
import { capacity } from '../../core/cost/uses';
import { isUnknown, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';
import { cfn } from './cfn';
import { targetKinds } from './targetKinds';

/** One registered appliance. */
export interface Appliance {
  /** An instance, or an address; the id of an instance that exists already stands as AWS gave it. */
  readonly target: Value<Peer>;
}

interface GatewayLoadBalancerProps {
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly targets: Rows<Appliance>;
  readonly targetType: Value<'instance' | 'ip'>;
  readonly crossZone: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'gateway-load-balancer': GatewayLoadBalancerProps;
  }
}

export default defineKind({
  kind: 'gateway-load-balancer',
  label: { en: 'Gateway Load Balancer', ja: 'Gateway Load Balancer' },
  summary: {
    en: 'Spreads packets over firewall appliances; stands behind an endpoint service',
    ja: 'パケットをファイアウォールアプライアンスに分散します。エンドポイントサービスの先に置きます',
  },
  group: 'gateways',
  rank: 3,
  icon: 'resource/ElasticLoadBalancingGatewayLoadBalancer',
  defaultName: 'Gwlb',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    targets: {
      control: 'rows',
      label: { en: 'Appliances', ja: 'アプライアンス' },
      addLabel: { en: 'Add appliance', ja: 'アプライアンスを追加' },
      property: 'Targets',
      default: {},
      columns: columns<Appliance>({
        target: {
          control: 'peer',
          kinds: targetKinds,
          prefixLists: false,
          label: { en: 'Appliance', ja: 'アプライアンス' },
          property: 'Id',
          default: '',
        },
      }),
    },
    targetType: {
      control: 'choice',
      label: { en: 'Target type', ja: 'ターゲットタイプ' },
      property: 'TargetType',
      default: 'instance',
      options: () => [
        { value: 'instance', label: { en: 'Instances', ja: 'インスタンス' } },
        { value: 'ip', label: { en: 'IP addresses', ja: 'IP アドレス' } },
      ],
    },
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
    crossZone: {
      control: 'toggle',
      label: { en: 'Cross-zone load balancing', ja: 'クロスゾーン負荷分散' },
      help: {
        en: 'Off: each node sends to appliances of its own zone only',
        ja: '無効の場合、各ノードは自分のゾーンのアプライアンスにのみ転送します',
      },
      property: 'LoadBalancerAttributes',
      default: false,
    },
  },
  look({ props }) {
    const count = Object.keys(props.targets).length;
    return count === 0 ? {} : { detail: `GENEVE × ${count}` };
  },
  tidy: () => ({ column: '0' }),
  *price() {
    yield { item: 'gateway-load-balancer', units: 1 };
    yield capacity('gateway-load-balancer-capacity');
  },

  *facts({ id, props, provenance }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    // Of one that exists already, nobody knows where it stands and what is behind it.
    if (subnets.length === 0 && provenance?.outside !== undefined) return;
    const targets = Object.entries(props.targets);
    yield {
      fact: 'gateway-load-balancer',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      subnets,
      crossZone: props.crossZone,
      targets: Object.fromEntries(targets.map(([key, { target }]) => [key, { target: meantBy(target) }])),
    };
  },
  cfn: { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], ...cfn },
});

/** What AWS gave an id stands somewhere that the diagram does not show. */
function meantBy(target: Value<Peer>): Value<Peer> {
  if (isUnknown(target) || typeof target !== 'string') return target;
  if (target === '' || addressOf(target) !== undefined) return target;
  return { unknown: { en: `${target} is not in the diagram`, ja: `${target} は図に含まれていません` } };
}
