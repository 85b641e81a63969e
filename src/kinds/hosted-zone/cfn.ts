/**
 * Private hosted zones in CloudFormation. Records are resources of their own (RecordSet) or stand in a list (RecordSetGroup),
 * and name their zone by its id or by its name. A zone without VPCs is a public one, and not drawn.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html
 */
import { listed } from '../../core/catalog/standing';
import type { CfnEntry, CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { otherRegion } from '../../core/cfn/otherRegion';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { targetKinds, valuesIn, type ZoneRecord } from './records';

const recordSet = 'AWS::Route53::RecordSet';
const recordSetGroup = 'AWS::Route53::RecordSetGroup';
const byName = { property: 'HostedZoneName', owner: 'Name' };

export const cfn: Omit<CfnMapping<'hosted-zone'>, 'types'> = {
  satellites: [
    { role: 'record', type: recordSet, from: 'satellite', property: 'HostedZoneId', byName },
    { role: 'group', type: recordSetGroup, from: 'satellite', property: 'HostedZoneId', byName },
  ],
  recognises: (reader) => reader.has('VPCs'),
  *write(zone, scope) {
    const { props } = zone;
    const vpcs = listed(props.vpcs, scope).flatMap(({ id }) => {
      const ref = scope.ref(id);
      return ref === undefined ? [] : [{ VPCId: ref, VPCRegion: regionOf(id, scope) }];
    });
    yield {
      role: '',
      type: 'AWS::Route53::HostedZone',
      properties: {
        Name: scope.plain(props.domain),
        VPCs: vpcs.length === 0 ? undefined : vpcs,
        HostedZoneTags: scope.nameTags(zone),
      },
    };
    yield* recordsOf(zone, scope);
  },
  read(reader) {
    const domain = reader.text('domain', 'Name', '');
    const vpcs: Record<ResourceId, true> = {};
    for (const each of reader.list('VPCs')) Object.assign(vpcs, each.refs('vpcs', 'VPCId', ['vpc']));
    const records: Record<string, ZoneRecord> = {};
    for (const record of reader.satellites('record'))
      records[record.row] = recordIn(record, `records.${record.row}`);
    for (const group of reader.satellites('group'))
      group.list('RecordSets').forEach((record, index) => {
        const row = rowInGroup(group.row, index);
        records[row] = recordIn(record, `records.${row}`);
      });
    return {
      parentId: null,
      props: { domain: isUnknown(domain) ? domain : withoutDot(domain), vpcs, records },
    };
  },
};

function* recordsOf(zone: Resource<'hosted-zone'>, scope: CfnWriteScope): Generator<CfnEntry> {
  const id = scope.ref(zone.id);
  const groups = new Map<string, CfnValue[]>();
  const alike = countsOf(zone);
  for (const [key, record] of Object.entries(zone.props.records)) {
    const properties = propertiesOf(zone, key, record, alike, scope);
    const group = groupOf(zone, key);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), defined(properties)]);
    else
      yield {
        role: `record:${key}`,
        type: recordSet,
        suffix: suffixFor(known(record.name) ?? ''),
        properties: { HostedZoneId: id, ...properties },
      };
  }
  for (const [group, sets] of groups)
    yield {
      role: `group:${group}`,
      type: recordSetGroup,
      properties: { HostedZoneId: id, RecordSets: sets },
    };
}

type Properties = Readonly<Record<string, CfnValue | undefined>>;

function propertiesOf(
  zone: Resource<'hosted-zone'>,
  key: string,
  record: ZoneRecord,
  alike: ReadonlyMap<string, number>,
  scope: CfnWriteScope,
): Properties {
  const target = isUnknown(record.target) ? undefined : scope.resource(record.target);
  const led = target === undefined ? undefined : ledTo(target, record, scope);
  const value = isUnknown(record.value) ? undefined : record.value;
  // Some resources have addresses and no name that an alias could take: those are written as values.
  const isAlias = record.alias === true && (led === undefined || led.alias !== undefined);
  const isOneOfSeveral = record.standby === true || (alike.get(sortOf(record)) ?? 0) > 1;
  return {
    Name: scope.plain(record.name),
    Type: scope.plain(record.type),
    ...(isAlias
      ? {
          AliasTarget: led?.alias ?? {
            DNSName: value === undefined || value === '' ? undefined : value,
            HostedZoneId: scope.ref(zone.id),
          },
        }
      : {
          TTL: '300',
          ResourceRecords: led?.values ?? (value === undefined ? undefined : [...valuesIn(value)]),
        }),
    // Records of the same name and type are told apart, and take turns unless one stands by for another.
    ...(isOneOfSeveral
      ? {
          SetIdentifier: key,
          ...(hasStandby(zone, record)
            ? { Failover: record.standby === true ? 'SECONDARY' : 'PRIMARY' }
            : { Weight: 1 }),
        }
      : {}),
  };
}

/** How a resource is named as the value of a record, and as the target of an alias. */
function ledTo(
  target: Resource,
  { type }: ZoneRecord,
  scope: CfnWriteScope,
): { readonly values?: readonly CfnValue[]; readonly alias?: CfnValue } {
  const attribute = (name: string): readonly CfnValue[] => {
    const found = scope.getAtt(target.id, name);
    return found === undefined ? [] : [found];
  };
  switch (target.kind) {
    case 'instance':
      return { values: attribute(type === 'CNAME' ? 'PrivateDnsName' : 'PrivateIp') };
    case 'network-interface':
      return { values: attribute('PrimaryPrivateIpAddress') };
    case 'rds-instance':
      return { values: attribute('Endpoint.Address') };
    case 'interface-endpoint': {
      // Each entry is the id of a hosted zone and a name in it, with a colon between them.
      const [entries] = attribute('DnsEntries');
      if (entries === undefined) return {};
      const part = (index: number): CfnValue => ({
        'Fn::Select': [index, { 'Fn::Split': [':', { 'Fn::Select': [0, entries] }] }],
      });
      return { values: [part(1)], alias: { DNSName: part(1), HostedZoneId: part(0) } };
    }
    case 'application-load-balancer':
    case 'network-load-balancer': {
      const [name] = attribute('DNSName');
      const [zone] = attribute('CanonicalHostedZoneID');
      if (name === undefined || zone === undefined) return {};
      return { values: [name], alias: { DNSName: name, HostedZoneId: zone } };
    }
    default:
      return {};
  }
}

function recordIn(reader: CfnReader, prop: string): ZoneRecord {
  const name = reader.text(`${prop}.name`, 'Name', '');
  const failover = reader.text(`${prop}.standby`, 'Failover', '');
  const alias = reader.object('AliasTarget');
  const led =
    alias?.mentioned(`${prop}.target`, 'DNSName', targetKinds) ??
    (reader.texts(`${prop}.value`, 'ResourceRecords').length > 1
      ? undefined
      : reader.mentioned(`${prop}.target`, 'ResourceRecords', targetKinds));
  // What is public of an instance has no address in the design.
  const isTarget = led !== undefined && !led.attribute.startsWith('Public');
  return {
    name: isUnknown(name) ? name : withoutDot(name),
    type: reader.text(`${prop}.type`, 'Type', ''),
    target: isTarget ? led.id : null,
    value: isTarget ? '' : valueIn(reader, alias, `${prop}.value`),
    alias: reader.has('AliasTarget'),
    standby: isUnknown(failover) ? failover : failover.toUpperCase() === 'SECONDARY',
  };
}

function valueIn(reader: CfnReader, alias: CfnReader | undefined, prop: string): Value<string> {
  if (alias !== undefined) {
    const name = alias.text(prop, 'DNSName', '');
    return isUnknown(name) ? name : withoutDot(name);
  }
  const values = reader.texts(prop, 'ResourceRecords');
  return values.find(isUnknown) ?? values.flatMap((value) => (isUnknown(value) ? [] : value)).join(', ');
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}

/** The key of a row that stands in a group: the group's logical ID and the place in its list. */
function rowInGroup(group: string, index: number): string {
  return `${group}-${index + 1}`;
}

function groupOf(zone: Resource<'hosted-zone'>, key: string): string | undefined {
  const group = /^([A-Za-z0-9]+)-\d+$/.exec(key)?.[1];
  const absorbed = Object.entries(zone.provenance?.satellites ?? {});
  return absorbed.some(([role, id]) => id === group && /^group(?::|$)/.test(role)) ? group : undefined;
}

function sortOf({ name, type }: ZoneRecord): string {
  return JSON.stringify([name, type]);
}

function countsOf(zone: Resource<'hosted-zone'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of Object.values(zone.props.records))
    counts.set(sortOf(record), (counts.get(sortOf(record)) ?? 0) + 1);
  return counts;
}

function hasStandby(zone: Resource<'hosted-zone'>, record: ZoneRecord): boolean {
  return Object.values(zone.props.records).some(
    (each) => each.standby === true && sortOf(each) === sortOf(record),
  );
}

function defined(properties: Properties): CfnValue {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, CfnValue] => entry[1] !== undefined),
  );
}

/** The Region that a VPC is drawn in; the stack's own for one that stands elsewhere. */
function regionOf(vpc: ResourceId, scope: CfnWriteScope): CfnValue {
  return otherRegion(vpc, null, scope) ?? { Ref: 'AWS::Region' };
}

/** What a record's logical ID says behind its zone's: `DbRecord` for db.example.internal. */
function suffixFor(name: string): string {
  const [label = ''] = name.replace('*', 'any').split('.');
  const words = label.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Record`;
}
