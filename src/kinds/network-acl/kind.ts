/**
 * A network ACL: numbered rules for what crosses a subnet's border, tried from the lowest number until one matches. It
 * remembers nothing, so replies need rules too. Drawn as a chip on its subnets' title lines.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { portField, protocolField, trafficPresets } from '../../core/catalog/trafficFields';
import type { Protocol } from '../../core/model/document';
import type { Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';

interface AclRule {
  readonly number: Value<number>;
  readonly action: Value<'allow' | 'deny'>;
  readonly protocol: Value<Protocol>;
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly block: Value<string>;
}

interface NetworkAclProps {
  readonly inbound: Rows<AclRule>;
  readonly outbound: Rows<AclRule>;
  /**
   * The VPC's default ACL, which guards the subnets that name none. CloudFormation cannot make one; it is written as an
   * ordinary ACL of the subnets that use it.
   */
  readonly isDefault: boolean;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'network-acl': NetworkAclProps;
  }
}

const ruleColumns = columns<AclRule>({
  number: {
    control: 'number',
    min: 1,
    max: 32766,
    label: { en: 'Rule number', ja: 'ルール番号' },
    property: 'RuleNumber',
    default: 100,
    check: (number) =>
      Number.isInteger(number) && number >= 1 && number <= 32766
        ? undefined
        : {
            en: `Rule numbers go from 1 to 32766; ${number} is none`,
            ja: `ルール番号は 1〜32766 です。${number} は使えません`,
          },
  },
  action: {
    control: 'choice',
    label: { en: 'Action', ja: '許可/拒否' },
    property: 'RuleAction',
    default: 'allow',
    options: () => [
      { value: 'allow', label: { en: 'Allow', ja: '許可' } },
      { value: 'deny', label: { en: 'Deny', ja: '拒否' } },
    ],
  },
  protocol: protocolField('Protocol'),
  fromPort: portField({ en: 'From port', ja: '開始ポート' }, 'PortRange', 'toPort'),
  toPort: portField({ en: 'To port', ja: '終了ポート' }, 'PortRange'),
  block: {
    control: 'text',
    label: { en: 'CIDR block', ja: 'CIDR ブロック' },
    property: 'CidrBlock',
    default: '0.0.0.0/0',
    check: (block) => cidrFaultWords(block, block.includes(':') ? 6 : 4),
  },
});

const everything: AclRule = {
  number: 100,
  action: 'allow',
  protocol: 'any',
  fromPort: null,
  toPort: null,
  block: '0.0.0.0/0',
};

export default defineKind({
  kind: 'network-acl',
  label: { en: 'Network ACL', ja: 'ネットワーク ACL' },
  summary: {
    en: 'A stateless firewall at a subnet’s border',
    ja: 'サブネットの境界にあるステートレスなファイアウォール',
  },
  group: 'network',
  icon: 'resource/AmazonVPCNetworkAccessControlList',
  defaultName: 'NetworkAcl',
  parents: ['vpc'],
  shape: { as: 'chip' },
  fields: {
    inbound: {
      control: 'rows',
      label: { en: 'Inbound rules', ja: 'インバウンドルール' },
      addLabel: { en: 'Add inbound rule', ja: 'インバウンドルールを追加' },
      default: { all: everything },
      columns: ruleColumns,
      sortedBy: 'number',
      presets: trafficPresets,
    },
    outbound: {
      control: 'rows',
      label: { en: 'Outbound rules', ja: 'アウトバウンドルール' },
      addLabel: { en: 'Add outbound rule', ja: 'アウトバウンドルールを追加' },
      default: { all: everything },
      columns: ruleColumns,
      sortedBy: 'number',
      presets: trafficPresets,
    },
    isDefault: {
      control: 'toggle',
      label: { en: 'Default network ACL of the VPC', ja: 'VPC のデフォルトのネットワーク ACL' },
      default: false,
      advanced: true,
    },
  },
  *facts({ id, props }, around) {
    yield {
      fact: 'network-acl',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      isDefault: props.isDefault,
      inbound: props.inbound,
      outbound: props.outbound,
    };
  },
});
