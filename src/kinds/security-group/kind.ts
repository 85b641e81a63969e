/**
 * A security group: allow rules for the interfaces it is on. It remembers connections, so replies need no rule. Drawn as
 * a shield on what it guards.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
import { columns, type Field, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import { portField, protocolField, trafficPresets } from '../../core/catalog/trafficFields';
import type { Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';
import { isPrefixListName } from '../../lib/prefixLists';
import type { Words } from '../../lib/words';
import { withFamilies } from '../../core/cfn/unknownFamily';
import { cfn } from './cfn';
import { everythingOut, type GroupRule } from './rules';

interface SecurityGroupProps {
  readonly description: Value<string>;
  readonly inbound: Rows<GroupRule>;
  readonly outbound: Rows<GroupRule>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'security-group': SecurityGroupProps;
  }
}

const ruleColumns = (peerLabel: Words): Readonly<Record<string, Field>> =>
  columns<GroupRule>({
    protocol: protocolField('IpProtocol'),
    fromPort: portField({ en: 'From port', ja: '開始ポート' }, 'FromPort', 'toPort'),
    toPort: portField({ en: 'To port', ja: '終了ポート' }, 'ToPort'),
    peer: {
      control: 'peer',
      kinds: ['security-group', 'prefix-list'],
      prefixLists: true,
      label: peerLabel,
      property: 'CidrIp',
      default: '10.0.0.0/16',
      check: (peer) =>
        typeof peer !== 'string' || isPrefixListName(peer)
          ? undefined
          : cidrFaultWords(peer, peer.includes(':') ? 6 : 4),
    },
  });

export default defineKind({
  kind: 'security-group',
  label: { en: 'Security group', ja: 'セキュリティグループ' },
  summary: {
    en: 'A stateful firewall around network interfaces',
    ja: 'ネットワークインターフェイスを守るステートフルなファイアウォール',
  },
  group: 'network',
  icon: null,
  defaultName: 'SecurityGroup',
  parents: ['vpc'],
  shape: { as: 'badge' },
  fields: {
    inbound: {
      control: 'rows',
      label: { en: 'Inbound rules', ja: 'インバウンドルール' },
      addLabel: { en: 'Add inbound rule', ja: 'インバウンドルールを追加' },
      property: 'SecurityGroupIngress',
      default: {},
      columns: ruleColumns({ en: 'Source', ja: 'ソース' }),
      presets: trafficPresets('peer'),
    },
    outbound: {
      control: 'rows',
      label: { en: 'Outbound rules', ja: 'アウトバウンドルール' },
      addLabel: { en: 'Add outbound rule', ja: 'アウトバウンドルールを追加' },
      property: 'SecurityGroupEgress',
      default: everythingOut,
      columns: ruleColumns({ en: 'Destination', ja: '送信先' }),
      presets: trafficPresets('peer'),
    },
    description: {
      control: 'text',
      label: { en: 'Description', ja: '説明' },
      property: 'GroupDescription',
      default: '',
      advanced: true,
    },
  },
  *facts({ id, props, provenance }, around) {
    yield {
      fact: 'security-group',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      ...(isDefaultGroup(provenance?.outside) ? { isDefault: true } : {}),
      inbound: withFamilies(rowsTaken(props.inbound, 'peer'), 'peer', 'inbound', provenance),
      outbound: withFamilies(rowsTaken(props.outbound, 'peer'), 'peer', 'outbound', provenance),
    };
  },
  cfn: { types: ['AWS::EC2::SecurityGroup'], ...cfn },
});

/** Whether the expression by which a template names it is for the group that AWS makes along with a VPC. */
function isDefaultGroup(outside: string | undefined): boolean {
  return outside !== undefined && outside.endsWith(',"DefaultSecurityGroup"]}');
}
