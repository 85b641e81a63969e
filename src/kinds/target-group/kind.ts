/**
 * A target group: who gets the connections that listeners forward to it, on which port, and whether a target sees the
 * client's address or that of the load balancer. Health checks are kept and not analysed.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
import { columns, type Peer, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { isUnknown, known, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';
import { listenerProtocols } from '../../lib/listenerProtocols';
import { zonesOf } from '../../lib/regions';
import { verbatim } from '../../lib/words';
import { cfn } from './cfn';
import { targetKinds } from './targetKinds';

/** One registered target. */
export interface RegisteredTarget {
  /** A resource, or an address; the id of something that exists already stands as AWS gave it. */
  readonly target: Value<Peer>;
  /** Null: the port of the group. */
  readonly port: Value<number | null>;
  /** For an address outside the VPC: its zone, or `all`. */
  readonly zone: Value<string>;
}

interface TargetGroupProps {
  readonly targetType: Value<'instance' | 'ip' | 'alb' | 'lambda'>;
  readonly protocol: Value<string>;
  readonly port: Value<number>;
  readonly targets: Rows<RegisteredTarget>;
  readonly preserveClientIp: Value<'default' | 'on' | 'off'>;
  readonly crossZone: Value<'load-balancer' | 'on' | 'off'>;
  readonly ipv6: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'target-group': TargetGroupProps;
  }
}

const applies = ({ targetType }: Readonly<Record<string, unknown>>): boolean => targetType !== 'lambda';

export default defineKind({
  kind: 'target-group',
  label: { en: 'Target group', ja: 'ターゲットグループ' },
  summary: {
    en: 'Who gets the connections of a load balancer',
    ja: 'ロードバランサーの接続を受け取るターゲットのまとまり',
  },
  group: 'gateways',
  rank: 2,
  icon: 'architecture-service/ElasticLoadBalancing',
  defaultName: 'TargetGroup',
  parents: ['vpc', 'region'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('TG') },
  fields: {
    targetType: {
      control: 'choice',
      label: { en: 'Target type', ja: 'ターゲットタイプ' },
      property: 'TargetType',
      default: 'instance',
      options: () => [
        { value: 'instance', label: { en: 'Instances', ja: 'インスタンス' } },
        { value: 'ip', label: { en: 'IP addresses', ja: 'IP アドレス' } },
        { value: 'alb', label: { en: 'Application Load Balancer', ja: 'Application Load Balancer' } },
        { value: 'lambda', label: { en: 'Lambda function', ja: 'Lambda 関数' } },
      ],
    },
    protocol: {
      control: 'choice',
      label: { en: 'Protocol', ja: 'プロトコル' },
      property: 'Protocol',
      default: 'TCP',
      options: () =>
        [...listenerProtocols('network'), ...listenerProtocols('application')].map((value) => ({
          value,
          label: verbatim(value),
        })),
      applies,
    },
    port: {
      control: 'number',
      min: 1,
      max: 65535,
      label: { en: 'Port', ja: 'ポート' },
      property: 'Port',
      default: 80,
      applies,
    },
    targets: {
      control: 'rows',
      label: { en: 'Targets', ja: 'ターゲット' },
      addLabel: { en: 'Add target', ja: 'ターゲットを追加' },
      help: {
        en: 'An ECS service registers its tasks by itself and is not listed',
        ja: 'ECS サービスは自分でタスクを登録するため、ここには追加しません',
      },
      default: {},
      columns: columns<RegisteredTarget>({
        target: {
          control: 'peer',
          kinds: targetKinds,
          whenCopied: 'join',
          prefixLists: false,
          label: { en: 'Target', ja: 'ターゲット' },
          property: 'Id',
          default: '',
          drawn: true,
        },
        port: {
          control: 'number',
          min: 1,
          max: 65535,
          optional: true,
          label: { en: 'Port', ja: 'ポート' },
          property: 'Port',
          default: null,
        },
        zone: {
          control: 'text',
          label: { en: 'Zone', ja: 'ゾーン' },
          help: {
            en: 'Only for addresses outside the VPC: all, or a zone',
            ja: 'VPC の外のアドレスにのみ指定します (all またはゾーン名)',
          },
          property: 'AvailabilityZone',
          default: '',
          suggestions: (region) => ['all', ...zonesOf(region)],
        },
      }),
    },
    preserveClientIp: {
      control: 'choice',
      label: { en: 'Preserve client IP addresses', ja: 'クライアント IP アドレスの保持' },
      help: {
        en: 'Of a Network Load Balancer: on, a target sees the client’s address; over PrivateLink it never does',
        ja: 'Network Load Balancer の設定です。有効の場合、ターゲットにはクライアントのアドレスが見えます (PrivateLink 経由を除く)',
      },
      property: 'TargetGroupAttributes',
      default: 'default',
      options: () => [
        { value: 'default', label: { en: 'Default of the target type', ja: 'ターゲットタイプの既定値' } },
        { value: 'on', label: { en: 'On', ja: '有効' } },
        { value: 'off', label: { en: 'Off', ja: '無効' } },
      ],
      advanced: true,
    },
    crossZone: {
      control: 'choice',
      label: { en: 'Cross-zone load balancing', ja: 'クロスゾーン負荷分散' },
      property: 'TargetGroupAttributes',
      default: 'load-balancer',
      options: () => [
        {
          value: 'load-balancer',
          label: { en: 'As the load balancer has it', ja: 'ロードバランサーの設定に従う' },
        },
        { value: 'on', label: { en: 'On', ja: '有効' } },
        { value: 'off', label: { en: 'Off', ja: '無効' } },
      ],
      advanced: true,
    },
    ipv6: {
      control: 'toggle',
      label: { en: 'IPv6 targets', ja: 'IPv6 のターゲット' },
      property: 'IpAddressType',
      default: false,
      advanced: true,
    },
  },
  look({ props }) {
    if (props.targetType === 'lambda') return { detail: 'Lambda' };
    return { detail: `${known(props.protocol) ?? '?'} ${known(props.port) ?? '?'}` };
  },
  tidy: () => ({ column: '~~' }),
  *facts({ id, props }, around) {
    const isLambda = props.targetType === 'lambda';
    yield {
      fact: 'target-group',
      by: id,
      network: isLambda ? null : (around.ancestor('vpc')?.id ?? null),
      type: props.targetType,
      protocol: isLambda ? '' : props.protocol,
      port: isLambda ? null : props.port,
      family: isUnknown(props.ipv6) ? props.ipv6 : props.ipv6 ? 6 : 4,
      targets: Object.fromEntries(
        Object.entries(props.targets).map(([key, row]) => [key, { ...row, target: meantBy(row.target) }]),
      ),
      preservesClientIp: switched(props.preserveClientIp),
      crossZone: switched(props.crossZone),
    };
  },
  cfn: { types: ['AWS::ElasticLoadBalancingV2::TargetGroup'], ...cfn },
});

/** What AWS gave an id stands somewhere that the diagram does not show. */
function meantBy(target: Value<Peer>): Value<Peer> {
  if (typeof target !== 'string' || target === '' || addressOf(target) !== undefined) return target;
  return {
    unknown: { en: `${target} is not in the diagram`, ja: `${target} は図に含まれていません` },
  };
}

function switched(choice: Value<string>): Value<boolean | null> {
  if (isUnknown(choice)) return choice;
  return choice === 'on' ? true : choice === 'off' ? false : null;
}
