/**
 * A VPC: an address space with a router that knows the way to every address in it, and a resolver at its address plus
 * two. A gateway that stands in it is attached to it.
 */
import type { Rows } from '../../core/catalog/field';
import { columns } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { publicAccessField } from '../../core/catalog/publicAccessField';
import { asTaken } from '../../core/catalog/takenBlocks';
import type { CfnEntry, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { notSaid } from '../../core/cfn/notSaid';
import { exclusionEntry, exclusionSatellite, readExclusion } from '../../core/cfn/publicAccessExclusion';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Unknown, type Value } from '../../core/model/value';
import type { PublicAccessExclusion } from '../../core/network/facts';
import { addressOf, blockOf, firstFreeBlock, type Block } from '../../lib/cidr';
import { cidrFaultWords } from '../../lib/cidrWords';

interface VpcProps {
  readonly cidr: Value<string>;
  readonly secondaryCidrs: Rows<{ readonly cidr: Value<string> }>;
  readonly ipv6: Value<boolean>;
  readonly dnsSupport: Value<boolean>;
  readonly dnsHostnames: Value<boolean>;
  /** What it is allowed where VPC Block Public Access is on. */
  readonly publicAccess: Value<PublicAccessExclusion>;
  /** The DNS servers of its DHCP option set, with commas between them; empty for Amazon's. */
  readonly dnsServers: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    vpc: VpcProps;
  }
}

const fromPool: Unknown = {
  unknown: {
    en: 'the CIDR block is given by an IPAM pool',
    ja: 'CIDR ブロックは IPAM プールから割り当てられます',
  },
};

const optionsElsewhere: Unknown = {
  unknown: {
    en: 'the DHCP option set is outside the template',
    ja: 'DHCP オプションセットはテンプレートの外にあります',
  },
};

/** Amazon's own server, by the name that DHCP option sets have for it. */
const amazonServer = 'AmazonProvidedDNS';

export default defineKind({
  kind: 'vpc',
  label: { en: 'VPC', ja: 'VPC' },
  summary: {
    en: 'A private network with an address range of its own',
    ja: '固有のアドレス範囲を持つプライベートネットワーク',
  },
  group: 'network',
  icon: 'architecture-group/VirtualprivatecloudVPC',
  defaultName: 'Vpc',
  parents: ['region', 'canvas'],
  isNetwork: true,
  addresses: { as: 'network', ipv6: 'ipv6' },
  shape: {
    as: 'container',
    border: { colour: '#8C4FFF', style: 'solid', header: 'left' },
    size: { w: 720, h: 440 },
    minSize: { w: 200, h: 140 },
  },
  fields: {
    cidr: {
      control: 'cidr',
      family: 4,
      label: { en: 'IPv4 CIDR block', ja: 'IPv4 CIDR ブロック' },
      property: 'CidrBlock',
      default: '10.0.0.0/16',
      check: (cidr) => cidrFaultWords(cidr, 4),
    },
    secondaryCidrs: {
      control: 'rows',
      label: { en: 'Secondary CIDR blocks', ja: 'セカンダリ CIDR ブロック' },
      addLabel: { en: 'Add CIDR block', ja: 'CIDR ブロックを追加' },
      default: {},
      advanced: true,
      columns: columns<{ readonly cidr: Value<string> }>({
        cidr: {
          control: 'cidr',
          family: 4,
          label: { en: 'CIDR block', ja: 'CIDR ブロック' },
          property: 'CidrBlock',
          default: '10.1.0.0/16',
          check: (cidr) => cidrFaultWords(cidr, 4),
        },
      }),
    },
    ipv6: {
      control: 'toggle',
      label: { en: 'IPv6 block from Amazon', ja: 'Amazon 提供の IPv6 CIDR ブロック' },
      property: 'AmazonProvidedIpv6CidrBlock',
      default: false,
      advanced: true,
    },
    dnsSupport: {
      control: 'toggle',
      label: { en: 'DNS resolution', ja: 'DNS 解決を有効化' },
      property: 'EnableDnsSupport',
      default: true,
    },
    // AWS's own default is false for a VPC that a template makes. Ours is the one that private DNS needs.
    dnsHostnames: {
      control: 'toggle',
      label: { en: 'DNS hostnames', ja: 'DNS ホスト名を有効化' },
      property: 'EnableDnsHostnames',
      default: true,
    },
    publicAccess: publicAccessField,
    dnsServers: {
      control: 'text',
      label: { en: 'DNS servers (DHCP option set)', ja: 'DNS サーバー (DHCP オプションセット)' },
      help: {
        en: 'IP addresses with commas between them; empty for Amazon’s own server',
        ja: 'カンマ区切りの IP アドレス。空欄の場合は Amazon の DNS サーバーを使います',
      },
      property: 'dhcp-options/DomainNameServers',
      default: '',
      advanced: true,
      check: (text) => {
        const wrong = serversIn(text).find((server) => addressOf(server) === undefined);
        return wrong === undefined
          ? undefined
          : { en: `“${wrong}” is not an IP address`, ja: `「${wrong}」は IP アドレスではありません` };
      },
    },
  },
  look: ({ props }) => ({ detail: known(props.cidr) ?? '?' }),
  propose: (vpc, around) => {
    const others: Block[] = [];
    for (const other of around.all('vpc')) {
      const block = other.id === vpc.id ? undefined : blockOf(known(other.props.cidr) ?? '');
      if (block !== undefined) others.push(block);
    }
    const space = blockOf('10.0.0.0/8');
    const free = space === undefined ? undefined : firstFreeBlock(space, 16, others);
    return free === undefined ? {} : { cidr: `10.${Number((free.first >> 16n) & 0xffn)}.0.0/16` };
  },
  tidy: () => ({ column: '1', row: 1 }),
  *facts({ id, props, provenance }, { region }) {
    yield {
      fact: 'network',
      by: id,
      region,
      blocks: [props.cidr, ...Object.values(props.secondaryCidrs).map((row) => row.cidr)].map(asTaken),
      blockRows: Object.keys(props.secondaryCidrs),
      ipv6: props.ipv6 === true ? 'assigned' : props.ipv6 === false ? null : props.ipv6,
      dnsSupport: props.dnsSupport,
      dnsHostnames: props.dnsHostnames,
      publicAccess: props.publicAccess,
      dnsServers: isUnknown(props.dnsServers) ? [props.dnsServers] : serversIn(props.dnsServers),
      isExisting: provenance?.outside !== undefined,
    };
  },
  cfn: {
    types: ['AWS::EC2::VPC'],
    implies: { DefaultSecurityGroup: 'security-group', DefaultNetworkAcl: 'network-acl' },
    satellites: [
      { role: 'cidr', type: 'AWS::EC2::VPCCidrBlock', from: 'satellite', property: 'VpcId' },
      exclusionSatellite('VpcId'),
      {
        role: 'dhcp-association',
        type: 'AWS::EC2::VPCDHCPOptionsAssociation',
        from: 'satellite',
        property: 'VpcId',
      },
      {
        role: 'dhcp-options',
        type: 'AWS::EC2::DHCPOptions',
        from: 'owner',
        property: 'DhcpOptionsId',
        of: 'dhcp-association',
      },
    ],
    *write(vpc, scope) {
      const { props } = vpc;
      yield {
        role: '',
        type: 'AWS::EC2::VPC',
        properties: {
          CidrBlock: scope.plain(props.cidr),
          EnableDnsSupport: scope.plain(props.dnsSupport),
          EnableDnsHostnames: scope.plain(props.dnsHostnames),
          Tags: scope.nameTags(vpc),
        },
      };
      for (const [key, row] of Object.entries(props.secondaryCidrs))
        yield {
          role: `cidr:${key}`,
          type: 'AWS::EC2::VPCCidrBlock',
          properties: { VpcId: scope.ref(vpc.id), CidrBlock: scope.plain(row.cidr) },
        };
      if (props.ipv6 === true)
        yield {
          role: 'cidr:ipv6',
          type: 'AWS::EC2::VPCCidrBlock',
          properties: { VpcId: scope.ref(vpc.id), AmazonProvidedIpv6CidrBlock: true },
        };
      yield* exclusionEntry(props.publicAccess, { VpcId: scope.ref(vpc.id) });
      yield* dhcpOptions(vpc, scope);
      scope.output(`${scope.logicalId(vpc.id) ?? 'Vpc'}Id`, { Value: scope.ref(vpc.id) ?? '' });
    },
    read(reader) {
      const secondaryCidrs: Record<string, { readonly cidr: Value<string> }> = {};
      let ipv6: Value<boolean> = false;
      for (const satellite of reader.satellites('cidr')) {
        const { row } = satellite;
        if (satellite.has('CidrBlock'))
          secondaryCidrs[row] = { cidr: satellite.text(`secondaryCidrs.${row}.cidr`, 'CidrBlock', '') };
        else if (satellite.has('Ipv4IpamPoolId')) secondaryCidrs[row] = { cidr: fromPool };
        else if (satellite.has('AmazonProvidedIpv6CidrBlock'))
          ipv6 = satellite.toggle('ipv6', 'AmazonProvidedIpv6CidrBlock', false);
        // Addresses of one's own, or from a pool: where they come from makes no difference inside.
        else if (satellite.has('Ipv6CidrBlock') || satellite.has('Ipv6IpamPoolId')) {
          satellite.accountsFor('ipv6');
          ipv6 = true;
        }
      }
      return {
        parentId: null,
        props: {
          cidr: reader.has('CidrBlock')
            ? reader.text('cidr', 'CidrBlock', '')
            : reader.has('Ipv4IpamPoolId')
              ? fromPool
              : notSaid('CidrBlock'),
          secondaryCidrs,
          ipv6,
          dnsSupport: reader.toggle('dnsSupport', 'EnableDnsSupport', true),
          dnsHostnames: reader.toggle('dnsHostnames', 'EnableDnsHostnames', false),
          publicAccess: readExclusion(reader, 'publicAccess'),
          dnsServers: dnsServersIn(reader),
        },
      };
    },
  },
});

function serversIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((server) => server !== '');
}

/**
 * Written where servers are named, and where the template has a set already, whose other options are its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html
 */
function* dhcpOptions(vpc: Resource<'vpc'>, scope: CfnWriteScope): Generator<CfnEntry> {
  const { dnsServers } = vpc.props;
  const isAbsorbed = vpc.provenance?.satellites?.['dhcp-options'] !== undefined;
  if (isUnknown(dnsServers) || (dnsServers === '' && !isAbsorbed)) return;
  const servers = serversIn(dnsServers);
  yield {
    role: 'dhcp-options',
    type: 'AWS::EC2::DHCPOptions',
    properties: { DomainNameServers: servers.length === 0 ? [amazonServer] : [...servers] },
  };
  yield {
    role: 'dhcp-association',
    type: 'AWS::EC2::VPCDHCPOptionsAssociation',
    properties: { VpcId: scope.ref(vpc.id), DhcpOptionsId: scope.ref(vpc.id, 'dhcp-options') },
  };
}

function dnsServersIn(reader: CfnReader): Value<string> {
  const [association] = reader.satellites('dhcp-association');
  const [options] = reader.satellites('dhcp-options');
  if (association === undefined || association.raw('DhcpOptionsId') === 'default') return '';
  if (options === undefined) return optionsElsewhere;
  const servers = options.texts('dnsServers', 'DomainNameServers');
  const hidden = servers.find(isUnknown);
  if (hidden !== undefined) return hidden;
  return servers.flatMap((server) => (isUnknown(server) || server === amazonServer ? [] : server)).join(', ');
}
