/**
 * An Application Load Balancer: takes HTTP requests at a node in each of its subnets, and sends them on to targets from the
 * node's own address. Listeners and their rules are rows of it; which requests a rule means is not followed.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
 */
import { columns, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { listenersField, listenersText, type Listener } from '../../core/catalog/listenerRows';
import { schemeField } from '../../core/catalog/loadBalancers';
import { standsIn } from '../../core/catalog/standing';
import { capacity, publicAddresses } from '../../core/cost/uses';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, type Value } from '../../core/model/value';
import { cfn } from './cfn';
import { proposal } from './proposal';

/** Where a listener sends the requests that a condition is true of. */
export interface ListenerRule {
  /** The port of the listener that has it. */
  readonly listener: Value<number>;
  readonly priority: Value<number>;
  /** Paths, with commas between them: `/api/*`. */
  readonly path: Value<string>;
  /** Host names, with commas between them. */
  readonly host: Value<string>;
  readonly targetGroup: Value<ResourceId | null>;
}

interface ApplicationLoadBalancerProps {
  readonly scheme: Value<'internal' | 'internet-facing'>;
  readonly listeners: Rows<Listener>;
  readonly rules: Rows<ListenerRule>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  /** None: the default group of the VPC. */
  readonly securityGroups: Refs;
  readonly addressType: Value<'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4'>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'application-load-balancer': ApplicationLoadBalancerProps;
  }
}

export default defineKind({
  kind: 'application-load-balancer',
  label: { en: 'Application Load Balancer', ja: 'Application Load Balancer' },
  summary: {
    en: 'Spreads HTTP and HTTPS requests over targets',
    ja: 'HTTP や HTTPS のリクエストをターゲットに分散します',
  },
  group: 'gateways',
  rank: 2,
  icon: 'resource/ElasticLoadBalancingApplicationLoadBalancer',
  defaultName: 'Alb',
  parents: ['subnet', 'vpc'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    scheme: { ...schemeField, property: 'Scheme' },
    listeners: listenersField('application', ['target-group']),
    rules: {
      control: 'rows',
      label: { en: 'Listener rules', ja: 'リスナールール' },
      addLabel: { en: 'Add rule', ja: 'ルールを追加' },
      sortedBy: 'priority',
      default: {},
      columns: columns<ListenerRule>({
        listener: {
          control: 'number',
          min: 1,
          max: 65535,
          label: { en: 'Listener port', ja: 'リスナーのポート' },
          property: 'ListenerArn',
          default: 80,
        },
        priority: {
          control: 'number',
          min: 1,
          max: 50000,
          label: { en: 'Priority', ja: '優先度' },
          property: 'Priority',
          default: 100,
        },
        path: {
          control: 'text',
          label: { en: 'Path', ja: 'パス' },
          property: 'Conditions',
          default: '/*',
        },
        host: {
          control: 'text',
          label: { en: 'Host', ja: 'ホスト' },
          property: 'Conditions',
          default: '',
        },
        targetGroup: {
          control: 'ref',
          kinds: ['target-group'],
          label: { en: 'Target group', ja: 'ターゲットグループ' },
          property: 'Actions',
          default: null,
          none: { en: 'None (fixed response)', ja: 'なし (固定レスポンス)' },
          drawn: true,
        },
      }),
    },
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      whenCopied: 'join-one-per-zone',
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in; two or more Availability Zones are needed, with one subnet each',
        ja: '図で置かれているサブネット以外のサブネット。2 つ以上のアベイラビリティーゾーンに 1 つずつ必要です',
      },
      property: 'Subnets',
      default: {},
    },
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroups',
      default: {},
    },
    addressType: {
      control: 'choice',
      label: { en: 'IP address type', ja: 'IP アドレスタイプ' },
      property: 'IpAddressType',
      default: 'ipv4',
      options: () => [
        { value: 'ipv4', label: { en: 'IPv4', ja: 'IPv4' } },
        { value: 'dualstack', label: { en: 'Dual stack', ja: 'デュアルスタック' } },
        {
          value: 'dualstack-without-public-ipv4',
          label: {
            en: 'Dual stack without public IPv4',
            ja: 'パブリック IPv4 なしのデュアルスタック',
          },
        },
      ],
      advanced: true,
    },
  },
  look({ props }) {
    const detail = listenersText(props.listeners);
    return {
      ...(detail === '' ? {} : { detail }),
      label:
        props.scheme === 'internet-facing'
          ? {
              en: 'Internet-facing Application Load Balancer',
              ja: 'インターネット向け Application Load Balancer',
            }
          : { en: 'Application Load Balancer', ja: 'Application Load Balancer' },
    };
  },
  propose: proposal,
  tidy: () => ({ column: '0' }),
  *price({ props: { scheme, addressType, subnets } }, around) {
    yield { item: 'application-load-balancer', units: 1 };
    yield capacity('application-load-balancer-capacity');
    const nodes = standsIn(around.ancestor('subnet')?.id, subnets, around).length;
    const isPublic = isUnknown(scheme) ? scheme : scheme === 'internet-facing';
    if (addressType !== 'dualstack-without-public-ipv4') yield* publicAddresses(isPublic, nodes);
  },

  *facts({ id, props }, around) {
    const { scheme, addressType } = props;
    const rules = Object.values(props.rules);
    yield {
      fact: 'load-balancer',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      type: 'application',
      scheme,
      // Of an Application Load Balancer it is always on; a target group may turn it off for itself.
      crossZone: true,
      filtersPrivateLink: true,
      listeners: Object.fromEntries(
        Object.entries(props.listeners).map(([key, { others, ...listener }]) => {
          const own = rules.filter((rule) => isUnknown(rule.listener) || rule.listener === listener.port);
          return [
            key,
            { ...listener, others: [...Object.keys(others), ...own.map(({ targetGroup }) => targetGroup)] },
          ];
        }),
      ),
    };
    for (const subnet of standsIn(around.ancestor('subnet')?.id, props.subnets, around))
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ipv6: isUnknown(addressType) ? addressType : addressType !== 'ipv4',
        publicIpv4: isUnknown(scheme)
          ? scheme
          : isUnknown(addressType)
            ? addressType
            : scheme === 'internet-facing' && addressType !== 'dualstack-without-public-ipv4',
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [1024, 65535],
        workload: false,
      };
  },
  cfn: { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], ...cfn },
});
