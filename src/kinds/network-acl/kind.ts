/**
 * A network ACL: numbered rules for what crosses a subnet's border, tried from the lowest number until one matches. It
 * remembers nothing, so replies need rules too. Drawn as a chip on its subnets' title lines.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import { portField, protocolField, trafficPresets } from '../../core/catalog/trafficFields';
import type { AuthoredValue } from '../../core/cfn/authoredValue';
import type { CfnReader } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import { isIcmp, portsOf, protocolNumber, protocolOf } from '../../core/cfn/protocols';
import type { CfnValue } from '../../core/cfn/template';
import { withFamilies } from '../../core/cfn/unknownFamily';
import type { RuleProtocol } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';

interface AclRule {
  readonly number: Value<number>;
  readonly action: Value<'allow' | 'deny'>;
  readonly protocol: Value<RuleProtocol>;
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
  readonly isDefault: Value<boolean>;
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

/** The rules of a default ACL. https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
const everythingAllowed: Rows<AclRule> = {
  all: everything,
  allIpv6: { ...everything, number: 101, block: '::/0' },
};

export default defineKind({
  kind: 'network-acl',
  label: { en: 'Network ACL', ja: 'ネットワーク ACL' },
  summary: {
    en: 'A stateless firewall at a subnet’s border',
    ja: 'サブネットの境界にあるステートレスなファイアウォール',
  },
  group: 'network',
  rank: 1,
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
      presets: trafficPresets('block'),
    },
    outbound: {
      control: 'rows',
      label: { en: 'Outbound rules', ja: 'アウトバウンドルール' },
      addLabel: { en: 'Add outbound rule', ja: 'アウトバウンドルールを追加' },
      default: { all: everything },
      columns: ruleColumns,
      sortedBy: 'number',
      presets: trafficPresets('block'),
    },
    isDefault: {
      control: 'toggle',
      label: { en: 'Default network ACL of the VPC', ja: 'VPC のデフォルトのネットワーク ACL' },
      default: false,
      advanced: true,
    },
  },
  look: ({ props }) => (props.isDefault === true ? { main: true } : {}),
  *facts({ id, props, provenance }, around) {
    yield {
      fact: 'network-acl',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      isDefault: props.isDefault === true,
      ...(props.isDefault === true && provenance?.outside !== undefined ? { isImplied: true } : {}),
      inbound: withFamilies(rowsTaken(props.inbound, 'block'), 'block', 'inbound', provenance),
      outbound: withFamilies(rowsTaken(props.outbound, 'block'), 'block', 'outbound', provenance),
    };
  },
  cfn: {
    types: ['AWS::EC2::NetworkAcl'],
    satellites: [
      { role: 'entry', type: 'AWS::EC2::NetworkAclEntry', from: 'satellite', property: 'NetworkAclId' },
    ],
    *write(acl, scope) {
      yield {
        role: '',
        type: 'AWS::EC2::NetworkAcl',
        properties: { VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null), Tags: scope.nameTags(acl) },
      };
      for (const side of ['inbound', 'outbound'] as const)
        for (const [key, rule] of inNumberOrder(acl.props[side])) {
          const properties = entryProperties(rule, (column) =>
            scope.authored(acl, `${side}.${key}.${column}`),
          );
          if (properties === undefined) continue;
          const word = side === 'inbound' ? 'Inbound' : 'Outbound';
          yield {
            role: `entry:${side}-${key}`,
            type: 'AWS::EC2::NetworkAclEntry',
            suffix: `${word}${known(rule.number) ?? ''}`,
            properties: { NetworkAclId: scope.ref(acl.id), Egress: side === 'outbound', ...properties },
          };
        }
    },
    read(reader) {
      const inbound: Record<string, AclRule> = {};
      const outbound: Record<string, AclRule> = {};
      for (const entry of reader.satellites('entry')) {
        const isOutbound = /^"?(?:true|yes|on|1)"?$/i.test(JSON.stringify(entry.raw('Egress') ?? false));
        const row = `${isOutbound ? 'outbound' : 'inbound'}.${entry.row}`;
        entry.toggle(`${row}.egress`, 'Egress', false);
        const rule = entryRule(entry, row);
        if (rule !== undefined) (isOutbound ? outbound : inbound)[entry.row] = rule;
      }
      return {
        parentId: reader.parent('VpcId', ['vpc']),
        props: reader.isImplied
          ? {
              inbound: { ...everythingAllowed, ...inbound },
              outbound: { ...everythingAllowed, ...outbound },
              isDefault: true,
            }
          : { inbound, outbound, isDefault: false },
      };
    },
  },
});

function inNumberOrder(rules: Rows<AclRule>): readonly (readonly [string, AclRule])[] {
  const number = ([, rule]: readonly [string, AclRule]): number => known(rule.number) ?? 32767;
  return Object.entries(rules).sort((a, b) => number(a) - number(b));
}

/**
 * What is unknown of a rule stays as the author of its template wrote it. Undefined for a rule that a template cannot state
 * because no template says that either.
 */
function entryProperties(
  rule: AclRule,
  authored: (column: string) => AuthoredValue | undefined,
): Readonly<Record<string, CfnValue | undefined>> | undefined {
  const hidden: Record<string, AuthoredValue> = {};
  for (const [column, value] of Object.entries(rule)) {
    if (!isUnknown(value)) continue;
    const found = authored(column);
    if (found === undefined) return undefined;
    hidden[column] = found;
  }
  const [protocol, block] = [known(rule.protocol), known(rule.block)];
  return {
    RuleNumber: known(rule.number) ?? hidden['number']?.value,
    RuleAction: known(rule.action) ?? hidden['action']?.value,
    Protocol: protocol === undefined ? hidden['protocol']?.value : protocolNumber(protocol),
    [block === undefined
      ? (hidden['block']?.property ?? 'CidrBlock')
      : block.includes(':')
        ? 'Ipv6CidrBlock'
        : 'CidrBlock']: block ?? hidden['block']?.value,
    ...portProperties(rule, hidden),
  };
}

function portProperties(
  { protocol, fromPort, toPort }: AclRule,
  { fromPort: hiddenFrom, toPort: hiddenTo }: Readonly<Record<string, AuthoredValue>>,
): Readonly<Record<string, CfnValue | undefined>> {
  // An author may give both ports by one expression.
  const whole = [hiddenFrom, hiddenTo].find(
    (each) => each?.property === 'PortRange' || each?.property === 'Icmp',
  );
  if (whole !== undefined) return { [whole.property]: whole.value };
  const [from, to] = [known(fromPort) ?? hiddenFrom?.value, known(toPort) ?? hiddenTo?.value];
  if (!isUnknown(protocol) && isIcmp(protocol)) return { Icmp: { Type: from ?? -1, Code: to ?? -1 } };
  if (protocol === 'tcp' || protocol === 'udp')
    return { PortRange: { From: from ?? to ?? 0, To: to ?? from ?? 65535 } };
  return isUnknown(protocol) && (from !== undefined || to !== undefined) && (from ?? to) !== null
    ? { PortRange: { From: from ?? to ?? 0, To: to ?? from ?? 65535 } }
    : {};
}

/** Undefined, with a warning, for a protocol that we do not follow: it decides nothing about TCP, UDP and ICMP. */
function entryRule(entry: CfnReader, row: string): AclRule | undefined {
  const text = entry.text(`${row}.protocol`, 'Protocol', '-1');
  const protocol = entry.refused('Protocol') ?? protocolOf(text);
  if (protocol === null) {
    entry.report(
      'warning',
      {
        en: `${entry.logicalId} is about protocol ${known(text) ?? '?'}, which is not followed; TCP, UDP and ICMP are`,
        ja: `${entry.logicalId} のプロトコル ${known(text) ?? '?'} は解析の対象外です (TCP、UDP、ICMP のみ)`,
      },
      'Protocol',
    );
    return undefined;
  }
  const icmp = isIcmp(protocol);
  const number = entry.number(`${row}.number`, 'RuleNumber', 0);
  const action = oneOf(entry.text(`${row}.action`, 'RuleAction', 'deny'), ['allow', 'deny'], 'deny');
  const block = entry.text(`${row}.block`, entry.has('Ipv6CidrBlock') ? 'Ipv6CidrBlock' : 'CidrBlock', '');
  const parts = icmp ? 'Icmp' : 'PortRange';
  const ports = portsOf(
    entry.object(parts),
    protocol,
    { prop: `${row}.fromPort`, property: icmp ? 'Type' : 'From' },
    { prop: `${row}.toPort`, property: icmp ? 'Code' : 'To' },
  );
  return {
    number: entry.refused('RuleNumber') ?? number,
    action: entry.refused('RuleAction') ?? action,
    protocol,
    fromPort: entry.refused(parts) ?? ports.fromPort,
    toPort: entry.refused(parts) ?? ports.toPort,
    block: entry.refused('CidrBlock', 'Ipv6CidrBlock') ?? block,
  };
}
