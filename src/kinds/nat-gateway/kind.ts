/**
 * A NAT gateway sends packets of other subnets on under its own address, and only replies come back. A public one needs an
 * Elastic IP address and stands in a subnet with a route to an internet gateway; a private one translates to its private
 * address. One that stands in a VPC and in no subnet is a regional one: it serves every zone, or those that are listed,
 * and has a route table of its own that leads to the internet gateway. Elastic IP addresses are not drawn: they are a
 * property of the gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import type { CfnReader, CfnWriteScope, CfnEntry } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import { zoneById } from '../../core/cfn/zoneById';
import { publicAddresses } from '../../core/cost/uses';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { zonesOf } from '../../lib/regions';
import { verbatim } from '../../lib/words';

interface Zone {
  readonly zone: Value<string>;
}

interface NatGatewayProps {
  readonly connectivity: Value<'public' | 'private'>;
  /** Whether an Elastic IP address is allocated for it; a private one has none, a regional one gets its own. */
  readonly elasticIp: Value<boolean>;
  /** For a regional one: the zones it serves, each with an Elastic IP address; none: all, and AWS allocates addresses. */
  readonly zones: Rows<Zone>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'nat-gateway': NatGatewayProps;
  }
}

export default defineKind({
  kind: 'nat-gateway',
  label: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
  summary: {
    en: 'Lets private subnets open connections to the outside',
    ja: 'プライベートサブネットから外部への接続を中継します',
  },
  group: 'gateways',
  icon: 'resource/AmazonVPCNATGateway',
  defaultName: 'NatGateway',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    connectivity: {
      control: 'choice',
      label: { en: 'Connectivity', ja: '接続タイプ' },
      property: 'ConnectivityType',
      default: 'public',
      options: () => [
        { value: 'public', label: { en: 'Public', ja: 'パブリック' } },
        { value: 'private', label: { en: 'Private', ja: 'プライベート' } },
      ],
    },
    elasticIp: {
      control: 'toggle',
      label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' },
      help: {
        en: 'A public NAT gateway cannot be created without one; a private one has none, a regional one gets its own',
        ja: 'パブリック NAT ゲートウェイには必須です。プライベートの場合は使わず、リージョナルの場合は自動的に割り当てられます',
      },
      property: 'AllocationId',
      default: true,
      applies: ({ connectivity }) => connectivity !== 'private',
    },
    zones: {
      control: 'rows',
      label: { en: 'Zones of a regional NAT gateway', ja: 'リージョナル NAT ゲートウェイのゾーン' },
      help: {
        en: 'For one that stands in no subnet: the zones it serves, each with an Elastic IP address. Without rows it serves every zone',
        ja: 'サブネットに置かれていない場合に、使用するゾーンを指定します。ゾーンごとに Elastic IP アドレスを割り当てます。行がなければすべてのゾーンで使えます',
      },
      addLabel: { en: 'Add zone', ja: 'ゾーンを追加' },
      default: {},
      advanced: true,
      property: 'AvailabilityZoneAddresses',
      columns: columns<Zone>({
        zone: {
          control: 'choice',
          label: { en: 'Availability Zone', ja: 'アベイラビリティーゾーン' },
          property: 'AvailabilityZone',
          default: '',
          options: (region) => zonesOf(region).map((zone) => ({ value: zone, label: verbatim(zone) })),
        },
      }),
    },
  },
  look: ({ props }, around) => {
    if (isRegional(around))
      return {
        label: { en: 'Regional NAT gateway', ja: 'リージョナル NAT ゲートウェイ' },
        badge: { en: 'Regional', ja: 'リージョナル' },
      };
    return props.connectivity === 'private'
      ? { label: { en: 'Private NAT gateway', ja: 'プライベート NAT ゲートウェイ' } }
      : {};
  },
  tidy: (_, around) => (isRegional(around) ? { column: '~', row: 0 } : { column: '0' }),
  *price({ props }, around) {
    const servesZones = isRegional(around);
    const units = servesZones ? zonesServed(props.zones, around) : 1;
    yield { item: servesZones ? 'regional-nat-gateway' : 'nat-gateway', units };
    const { connectivity } = props;
    yield* publicAddresses(isUnknown(connectivity) ? connectivity : connectivity === 'public', units);
  },

  *facts({ id, props }, around) {
    const isPrivate = props.connectivity === 'private';
    const zones = Object.values(props.zones).map(({ zone }) => zone);
    yield {
      fact: 'nat-gateway',
      by: id,
      subnet: around.ancestor('subnet')?.id ?? null,
      connectivity: props.connectivity,
      elasticIp: isPrivate ? false : isRegional(around) ? true : props.elasticIp,
      ...(isRegional(around)
        ? {
            regional: {
              network: around.ancestor('vpc')?.id ?? null,
              zones: zones.length === 0 ? null : zones,
            },
          }
        : {}),
    };
  },
  cfn: {
    types: ['AWS::EC2::NatGateway'],
    satellites: [
      { role: 'elastic-ip', type: 'AWS::EC2::EIP', from: 'owner', property: 'AllocationId' },
      { role: 'elastic-ip', type: 'AWS::EC2::EIP', from: 'owner', property: 'AvailabilityZoneAddresses' },
    ],
    *write(gateway, scope) {
      if (isRegional(scope)) yield* regional(gateway, scope);
      else yield* zonal(gateway, scope);
    },
    read: (reader) => {
      const isOfVpc = isRegionalIn(reader);
      const zones: Record<string, Zone> = {};
      reader.list('AvailabilityZoneAddresses').forEach((address, index) => {
        const row = `zone${index + 1}`;
        zones[row] = {
          zone: address.has('AvailabilityZoneId')
            ? zoneById
            : address.text(`zones.${row}.zone`, 'AvailabilityZone', ''),
        };
      });
      return {
        parentId: isOfVpc ? reader.parent('VpcId', ['vpc']) : reader.parent('SubnetId', ['subnet']),
        props: {
          connectivity: oneOf(
            reader.text('connectivity', 'ConnectivityType', 'public'),
            ['public', 'private'],
            'public',
          ),
          elasticIp: isOfVpc ? true : reader.given('elasticIp', 'AllocationId'),
          zones: isOfVpc ? zones : {},
        },
      };
    },
  },
});

function isRegional(around: Surroundings): boolean {
  return around.ancestor('subnet') === undefined && around.ancestor('vpc') !== undefined;
}

/** The zones that are listed; else AWS follows the workloads, at most into every zone that the VPC has a subnet in. */
function zonesServed(zones: NatGatewayProps['zones'], around: Surroundings): Value<number> {
  const listed = Object.keys(zones).length;
  if (listed > 0) return listed;
  const all = around.all('subnet', around.ancestor('vpc')?.id).map(({ id }) => around.zoneOf(id));
  return all.find(isUnknown) ?? Math.max(1, new Set(all).size);
}

/** A mode that cannot be evaluated is told by the property that must go with it. */
function isRegionalIn(reader: CfnReader): boolean {
  const mode = reader.raw('AvailabilityMode') ?? 'zonal';
  return typeof mode === 'string' ? mode.toLowerCase() === 'regional' : !reader.has('SubnetId');
}

function* zonal(gateway: Resource<'nat-gateway'>, scope: CfnWriteScope): Generator<CfnEntry> {
  const { props } = gateway;
  const isPrivate = props.connectivity === 'private';
  yield {
    role: '',
    type: 'AWS::EC2::NatGateway',
    properties: {
      SubnetId: scope.ref(scope.ancestor('subnet')?.id ?? null),
      ConnectivityType: isPrivate ? 'private' : undefined,
      AllocationId: isPrivate ? undefined : scope.getAtt(gateway.id, 'AllocationId', 'elastic-ip'),
      Tags: scope.nameTags(gateway),
    },
  };
  if (!isPrivate && props.elasticIp === true) yield elasticIp('elastic-ip', gateway, scope);
}

function* regional(gateway: Resource<'nat-gateway'>, scope: CfnWriteScope): Generator<CfnEntry> {
  const { connectivity, zones } = gateway.props;
  const rows = Object.entries(zones);
  const addresses = rows.map(([row, { zone }]) => ({
    AvailabilityZone: scope.zone(known(zone) ?? ''),
    AllocationIds: [scope.getAtt(gateway.id, 'AllocationId', roleOf(row)) ?? ''],
  }));
  yield {
    role: '',
    type: 'AWS::EC2::NatGateway',
    properties: {
      VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
      AvailabilityMode: 'regional',
      ConnectivityType: connectivity === 'private' ? 'private' : undefined,
      AvailabilityZoneAddresses: addresses.length === 0 ? undefined : addresses,
      Tags: scope.nameTags(gateway),
    },
    dependsOn: addresses.length === 0 ? attachments(scope) : [],
  };
  for (const [row] of rows) yield elasticIp(roleOf(row), gateway, scope);
}

function elasticIp(role: string, gateway: Resource<'nat-gateway'>, scope: CfnWriteScope): CfnEntry {
  return {
    role,
    type: 'AWS::EC2::EIP',
    properties: { Domain: 'vpc', Tags: scope.nameTags(gateway) },
    // An address can be allocated for a VPC, and a public NAT gateway made, only once an internet gateway is attached.
    dependsOn: attachments(scope),
  };
}

function attachments(scope: CfnWriteScope): readonly string[] {
  return scope.all('internet-gateway', scope.ancestor('vpc')?.id).flatMap(({ id }) => scope.attachmentOf(id));
}

function roleOf(row: string): string {
  return `elastic-ip:${row}`;
}
