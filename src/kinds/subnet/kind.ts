/**
 * A subnet: a slice of the VPC's addresses in one Availability Zone, with one route table and one network ACL. It is
 * public when its table has a route to an internet gateway, and drawn green then.
 * https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { publicAccessField } from '../../core/catalog/publicAccessField';
import { asTaken } from '../../core/catalog/takenBlocks';
import type { CfnReader } from '../../core/cfn/mapping';
import { notSaid } from '../../core/cfn/notSaid';
import { zoneById } from '../../core/cfn/zoneById';
import { exclusionEntry, exclusionSatellite, readExclusion } from '../../core/cfn/publicAccessExclusion';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { PublicAccessExclusion } from '../../core/network/facts';
import { cidrFaultWords } from '../../lib/cidrWords';
import { zonesOf } from '../../lib/regions';
import { verbatim } from '../../lib/words';
import { proposal } from './proposal';

interface SubnetProps {
  readonly cidr: Value<string>;
  /** The number of its /64 in the VPC's IPv6 block, 0–255; null: no IPv6. */
  readonly ipv6: Value<number | null>;
  /** For IPv6 only: it has no IPv4 block, whatever the field says. */
  readonly ipv6Native: Value<boolean>;
  readonly dns64: Value<boolean>;
  /** The zone's name; counts only while the subnet stands in no Availability Zone box. Empty: AWS chooses. */
  readonly zone: Value<string>;
  readonly mapPublicIp: Value<boolean>;
  /** Whether new interfaces get an IPv6 address by themselves. */
  readonly assignIpv6: Value<boolean>;
  readonly routeTable: Value<ResourceId | null>;
  readonly networkAcl: Value<ResourceId | null>;
  /** What it is allowed where VPC Block Public Access is on, beside what its VPC is. */
  readonly publicAccess: Value<PublicAccessExclusion>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    subnet: SubnetProps;
  }
}

export default defineKind({
  kind: 'subnet',
  label: { en: 'Subnet', ja: 'サブネット' },
  summary: {
    en: 'A range of addresses in one Availability Zone',
    ja: '1 つのアベイラビリティーゾーンにあるアドレス範囲',
  },
  group: 'network',
  icon: 'architecture-group/Privatesubnet',
  defaultName: 'Subnet',
  parents: ['vpc', 'availability-zone'],
  isZonal: true,
  addresses: { as: 'part', block: 'cidr', number: 'ipv6' },
  shape: {
    as: 'container',
    border: { colour: '#00A4A6', style: 'solid', header: 'left' },
    size: { w: 260, h: 160 },
    minSize: { w: 120, h: 96 },
  },
  fields: {
    cidr: {
      control: 'cidr',
      family: 4,
      label: { en: 'IPv4 CIDR block', ja: 'IPv4 CIDR ブロック' },
      property: 'CidrBlock',
      default: '10.0.0.0/24',
      check: (cidr) => cidrFaultWords(cidr, 4),
    },
    zone: {
      control: 'choice',
      label: { en: 'Availability Zone', ja: 'アベイラビリティーゾーン' },
      property: 'AvailabilityZone',
      default: '',
      options: (region) => [
        { value: '', label: { en: 'AWS chooses', ja: '指定なし' } },
        ...zonesOf(region).map((zone) => ({ value: zone, label: verbatim(zone) })),
      ],
      inherited: (around) => {
        const box = around.ancestor('availability-zone');
        return box === undefined ? undefined : { value: box.props.zone, from: box.id };
      },
    },
    routeTable: {
      control: 'ref',
      kinds: ['route-table'],
      label: { en: 'Route table', ja: 'ルートテーブル' },
      property: 'association/RouteTableId',
      default: null,
      none: { en: 'Main route table', ja: 'メインルートテーブル' },
      noneMeans: mainTableOf,
    },
    networkAcl: {
      control: 'ref',
      kinds: ['network-acl'],
      label: { en: 'Network ACL', ja: 'ネットワーク ACL' },
      property: 'acl-association/NetworkAclId',
      default: null,
      none: { en: 'Default network ACL', ja: 'デフォルトのネットワーク ACL' },
      noneMeans: defaultAclOf,
    },
    mapPublicIp: {
      control: 'toggle',
      label: { en: 'Auto-assign public IPv4 address', ja: 'パブリック IPv4 アドレスを自動割り当て' },
      property: 'MapPublicIpOnLaunch',
      default: false,
    },
    ipv6: {
      control: 'number',
      min: 0,
      max: 255,
      optional: true,
      distinct: true,
      label: { en: 'IPv6 subnet number (0–255)', ja: 'IPv6 サブネット番号 (0〜255)' },
      help: {
        en: 'Which /64 of the VPC’s IPv6 block it takes; empty for no IPv6',
        ja: 'VPC の IPv6 CIDR ブロックのうち何番目の /64 を使うか。空欄なら IPv6 なし',
      },
      property: 'Ipv6CidrBlock',
      default: null,
      advanced: true,
    },
    ipv6Native: {
      control: 'toggle',
      label: { en: 'IPv6 only', ja: 'IPv6 のみ' },
      help: {
        en: 'A subnet without IPv4: it needs an IPv6 subnet number',
        ja: 'IPv4 を使わないサブネット。IPv6 サブネット番号が必要です',
      },
      property: 'Ipv6Native',
      default: false,
      advanced: true,
    },
    dns64: {
      control: 'toggle',
      label: { en: 'DNS64', ja: 'DNS64' },
      help: {
        en: 'The resolver answers names that have IPv4 addresses only with IPv6 addresses for NAT64',
        ja: 'IPv4 アドレスしかない名前に、NAT64 用の IPv6 アドレスで応答します',
      },
      property: 'EnableDns64',
      default: false,
      advanced: true,
    },
    assignIpv6: {
      control: 'toggle',
      label: { en: 'Auto-assign IPv6 address', ja: 'IPv6 アドレスを自動割り当て' },
      property: 'AssignIpv6AddressOnCreation',
      default: false,
      advanced: true,
    },
    publicAccess: publicAccessField,
  },
  look(subnet, around) {
    const isPublic = hasInternetRoute(subnet, around);
    return {
      detail: known(subnet.props.cidr) ?? '?',
      icon: isPublic ? 'architecture-group/Publicsubnet' : 'architecture-group/Privatesubnet',
      colour: isPublic ? '#7AA116' : '#00A4A6',
      label: isPublic
        ? { en: 'Public subnet', ja: 'パブリックサブネット' }
        : { en: 'Private subnet', ja: 'プライベートサブネット' },
    };
  },
  propose: proposal,
  tidy: (subnet, around) => ({
    column: (known(around.zoneOf(subnet.id)) ?? '') || '~',
    row: hasInternetRoute(subnet, around) ? 0 : 1,
  }),
  *facts(subnet, around) {
    const { props } = subnet;
    yield {
      fact: 'subnet',
      by: subnet.id,
      network: around.ancestor('vpc')?.id ?? null,
      zone: around.ancestor('availability-zone')?.props.zone ?? props.zone,
      block: isUnknown(props.ipv6Native) ? props.ipv6Native : props.ipv6Native ? null : asTaken(props.cidr),
      ipv6: props.ipv6,
      dns64: props.dns64,
      routeTable: props.routeTable,
      networkAcl: props.networkAcl,
      publicAccess: props.publicAccess,
    };
  },
  cfn: {
    types: ['AWS::EC2::Subnet'],
    satellites: [
      {
        role: 'association',
        type: 'AWS::EC2::SubnetRouteTableAssociation',
        from: 'satellite',
        property: 'SubnetId',
      },
      {
        role: 'acl-association',
        type: 'AWS::EC2::SubnetNetworkAclAssociation',
        from: 'satellite',
        property: 'SubnetId',
      },
      exclusionSatellite('SubnetId'),
    ],
    *write(subnet, scope) {
      const { props } = subnet;
      const vpc = scope.ancestor('vpc');
      const ipv6 = known(props.ipv6) ?? null;
      yield {
        role: '',
        type: 'AWS::EC2::Subnet',
        properties: {
          VpcId: scope.ref(vpc?.id ?? null),
          AvailabilityZone: scope.zone(known(scope.zoneOf(subnet.id)) ?? ''),
          CidrBlock: props.ipv6Native === true ? undefined : scope.plain(props.cidr),
          Ipv6CidrBlock:
            ipv6 === null || vpc === undefined
              ? undefined
              : {
                  'Fn::Select': [
                    ipv6,
                    {
                      'Fn::Cidr': [
                        { 'Fn::Select': [0, scope.getAtt(vpc.id, 'Ipv6CidrBlocks') ?? ''] },
                        ipv6 + 1,
                        64,
                      ],
                    },
                  ],
                },
          MapPublicIpOnLaunch: props.mapPublicIp === true ? true : undefined,
          EnableDns64: props.dns64 === true ? true : undefined,
          Ipv6Native: props.ipv6Native === true ? true : undefined,
          AssignIpv6AddressOnCreation: props.assignIpv6 === true ? true : undefined,
          Tags: scope.nameTags(subnet),
        },
        dependsOn:
          ipv6 === null
            ? []
            : [scope.logicalId(vpc?.id ?? null, 'cidr:ipv6')].filter((id) => id !== undefined),
      };
      // A template cannot make a main table or a default ACL. A drawn one is written as any other, and named here.
      const table = scope.ref(known(props.routeTable ?? mainTableOf(scope)) ?? null);
      if (table !== undefined)
        yield {
          role: 'association',
          type: 'AWS::EC2::SubnetRouteTableAssociation',
          properties: { SubnetId: scope.ref(subnet.id), RouteTableId: table },
        };
      const acl = scope.ref(known(props.networkAcl ?? defaultAclOf(scope)) ?? null);
      if (acl !== undefined)
        yield {
          role: 'acl-association',
          type: 'AWS::EC2::SubnetNetworkAclAssociation',
          properties: { SubnetId: scope.ref(subnet.id), NetworkAclId: acl },
        };
      yield* exclusionEntry(props.publicAccess, { SubnetId: scope.ref(subnet.id) });
    },
    read(reader) {
      const ipv6Native = reader.toggle('ipv6Native', 'Ipv6Native', false);
      return {
        parentId: reader.parent('VpcId', ['vpc']),
        props: {
          ipv6Native,
          dns64: reader.toggle('dns64', 'EnableDns64', false),
          cidr: reader.has('CidrBlock')
            ? reader.text('cidr', 'CidrBlock', '')
            : withoutBlock(reader, ipv6Native),
          ipv6: reader.has('Ipv6CidrBlock') ? reader.number('ipv6', 'Ipv6CidrBlock', null) : null,
          zone: reader.has('AvailabilityZoneId') ? zoneById : reader.text('zone', 'AvailabilityZone', ''),
          mapPublicIp: reader.toggle('mapPublicIp', 'MapPublicIpOnLaunch', false),
          assignIpv6: reader.toggle('assignIpv6', 'AssignIpv6AddressOnCreation', ipv6Native === true),
          routeTable:
            reader.satellites('association')[0]?.ref('routeTable', 'RouteTableId', ['route-table']) ?? null,
          networkAcl:
            reader.satellites('acl-association')[0]?.ref('networkAcl', 'NetworkAclId', ['network-acl']) ??
            null,
          publicAccess: readExclusion(reader, 'publicAccess'),
        },
      };
    },
  },
});

/** A subnet must have a block, unless it has no IPv4 at all or takes a block from a pool. */
function withoutBlock(reader: CfnReader, ipv6Native: Value<boolean>): Value<string> {
  if (isUnknown(ipv6Native)) return ipv6Native;
  if (ipv6Native) return { unknown: { en: 'the subnet has no IPv4', ja: 'サブネットに IPv4 がありません' } };
  // Without a block of its own, a subnet with IPv6 has to say that it wants no IPv4.
  if (reader.has('Ipv6CidrBlock') || reader.has('Ipv6IpamPoolId')) return '';
  if (!reader.has('Ipv4IpamPoolId')) return notSaid('CidrBlock');
  return {
    unknown: {
      en: 'the CIDR block is given by an IPAM pool',
      ja: 'CIDR ブロックは IPAM プールから割り当てられます',
    },
  };
}

function mainTableOf(around: Surroundings): ResourceId | null {
  const tables = around.all('route-table', around.ancestor('vpc')?.id);
  return tables.find(({ props }) => props.main === true)?.id ?? null;
}

function defaultAclOf(around: Surroundings): ResourceId | null {
  const acls = around.all('network-acl', around.ancestor('vpc')?.id);
  return acls.find(({ props }) => props.isDefault === true)?.id ?? null;
}

function hasInternetRoute(subnet: Resource<'subnet'>, around: Surroundings): boolean {
  const table = around.resource(known(subnet.props.routeTable ?? mainTableOf(around)) ?? null);
  if (table?.kind !== 'route-table') return false;
  return Object.values(table.props.routes).some(
    ({ target }) => around.resource(known(target) ?? null)?.kind === 'internet-gateway',
  );
}
