/** What Resolver endpoints of both directions have to say, and what a new one starts with. */
import { addressOf } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Value } from '../model/value';
import type { AddressType } from '../network/facts';
import { columns, type Fields, type Refs, type Rows } from './field';

export interface ResolverEndpointProps {
  /** In the subnet it is drawn in; empty: any free address. */
  readonly ip: Value<string>;
  readonly addresses: Rows<ResolverAddress>;
  readonly securityGroups: Refs;
  readonly addressType: Value<AddressType>;
}

export interface ResolverAddress {
  readonly subnet: Value<ResourceId | null>;
  readonly ip: Value<string>;
}

export type ResolverDirection = 'inbound' | 'outbound';

const checkIp = (text: string): Words | undefined =>
  text === '' || addressOf(text)?.family === 4
    ? undefined
    : { en: `“${text}” is not an IPv4 address`, ja: `「${text}」は IPv4 アドレスではありません` };

const anyAddress: Words = {
  en: 'Empty: any free address. Resolvers elsewhere are told this address, so it is better fixed',
  ja: '空欄の場合は空きアドレスから割り当てられます。転送元に設定するアドレスなので、固定をおすすめします',
};

export function resolverEndpointFields(
  subnet: KindName,
  securityGroup: KindName,
): Fields<ResolverEndpointProps> {
  return {
    ip: {
      control: 'text',
      label: { en: 'IP address', ja: 'IP アドレス' },
      help: anyAddress,
      property: 'IpAddresses',
      default: '',
      isAddress: true,
      check: checkIp,
    },
    addresses: {
      control: 'rows',
      label: { en: 'Other IP addresses', ja: 'その他の IP アドレス' },
      help: {
        en: 'Besides the one in the subnet it is drawn in; at least two in all, best in two Availability Zones',
        ja: '図で置かれているサブネットのもの以外。合計 2 つ以上必要で、2 つのアベイラビリティーゾーンに分けるのがおすすめです',
      },
      addLabel: { en: 'Add IP address', ja: 'IP アドレスを追加' },
      default: {},
      columns: columns<ResolverAddress>({
        subnet: {
          control: 'ref',
          kinds: [subnet],
          whenCopied: 'join',
          label: { en: 'Subnet', ja: 'サブネット' },
          property: 'IpAddresses',
          default: null,
          none: { en: 'No subnet', ja: 'サブネットなし' },
        },
        ip: {
          control: 'text',
          label: { en: 'IP address', ja: 'IP アドレス' },
          property: 'IpAddresses',
          default: '',
          isAddress: true,
          check: checkIp,
        },
      }),
    },
    securityGroups: {
      control: 'refs',
      kinds: [securityGroup],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroupIds',
      default: {},
    },
    addressType: {
      control: 'choice',
      label: { en: 'Endpoint type', ja: 'エンドポイントタイプ' },
      property: 'ResolverEndpointType',
      default: 'ipv4',
      options: () => [
        { value: 'ipv4', label: { en: 'IPv4', ja: 'IPv4' } },
        { value: 'ipv6', label: { en: 'IPv6', ja: 'IPv6' } },
        { value: 'dualstack', label: { en: 'Dual-stack', ja: 'デュアルスタック' } },
      ],
      advanced: true,
    },
  };
}

/** A second address that a new endpoint needs: in another subnet than the one it stands in. */
export function secondAddress(subnet: ResourceId | undefined): Partial<ResolverEndpointProps> {
  return subnet === undefined ? {} : { addresses: { second: { subnet, ip: '' } } };
}
