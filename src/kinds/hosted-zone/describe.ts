/**
 * Private hosted zones in the answers of Route 53: which VPCs one is for, and its records, have a call for each zone. A name of
 * a load balancer, an endpoint or a database in a record means that resource.
 */
import type { CfnValue } from '../../core/cfn/template';
import {
  describes,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import { unknownBecause } from '../../core/describe/loadBalancers';
import { flagIn, listIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';

const zoneCall = 'route53 get-hosted-zone';
const recordsCall = 'route53 list-resource-record-sets';

export default describes({
  kind: 'hosted-zone',
  calls: [
    { command: 'route53 list-hosted-zones', list: 'HostedZones' },
    { command: zoneCall, list: 'HostedZone', of: '--id' },
    { command: recordsCall, list: 'ResourceRecordSets', of: '--hosted-zone-id' },
  ],
  reads: {
    HostedZones(zone, scope) {
      if (flagIn(partIn(zone, 'Config'), 'PrivateZone') !== true) return [];
      const id = textIn(zone, 'Id');
      const isGiven = scope.all('HostedZone').some((each) => textIn(partIn(each, 'HostedZone'), 'Id') === id);
      if (!isGiven) scope.lacks(zoneCall, plainId(id));
      return [];
    },
    *HostedZone(answer, scope) {
      const zone = partIn(answer, 'HostedZone');
      const vpcs = listIn(answer, 'VPCs');
      if (zone === undefined || vpcs.length === 0) return;
      const id = plainId(textIn(zone, 'Id'));
      const name = textIn(zone, 'Name');
      const records = scope.of('ResourceRecordSets', answer);
      if (records === undefined) scope.lacks(recordsCall, id);
      yield {
        id,
        name: name.replace(/\.$/, ''),
        type: 'AWS::Route53::HostedZone',
        properties: {
          Name: name,
          VPCs: vpcs.map((each): CfnValue => ({
            VPCId: refTo(textIn(each, 'VPCId')),
            VPCRegion: textIn(each, 'VPCRegion'),
          })),
        },
        ...(records === undefined
          ? {
              says: {
                records: {
                  unknown: {
                    name: unknownBecause(recordsCall, name),
                    type: unknownBecause(recordsCall, name),
                    target: unknownBecause(recordsCall, name),
                    value: unknownBecause(recordsCall, name),
                    alias: false,
                    standby: false,
                  },
                },
              },
            }
          : {}),
      };
      for (const [index, record] of (records ?? []).entries())
        if (!['SOA', 'NS'].includes(textIn(record, 'Type')) || textIn(record, 'Name') !== name)
          yield recordOf(id, index, record, scope);
    },
  },
});

function plainId(id: string): string {
  return id.replace(/^\/hostedzone\//, '');
}

function recordOf(
  zone: string,
  index: number,
  record: AwsRecord,
  scope: DescribeReadScope,
): DescribedResource {
  const id = `${zone}-record-${index + 1}`;
  const alias = partIn(record, 'AliasTarget');
  const values = listIn(record, 'ResourceRecords').map((each) => textIn(each, 'Value'));
  const named =
    alias === undefined ? (values.length === 1 ? values[0] : undefined) : textIn(alias, 'DNSName');
  const target = named === undefined ? undefined : namedBy(scope).get(plainName(named));
  return {
    id,
    type: 'AWS::Route53::RecordSet',
    properties: {
      HostedZoneId: refTo(zone),
      // Route 53 writes what is no letter, digit or dash as its octal code.
      Name: textIn(record, 'Name').replace(/\\(\d{3})/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 8)),
      ),
      Type: textIn(record, 'Type'),
      Failover: textIn(record, 'Failover') || undefined,
      ...(alias === undefined
        ? { ResourceRecords: values }
        : {
            AliasTarget: { DNSName: textIn(alias, 'DNSName'), HostedZoneId: textIn(alias, 'HostedZoneId') },
          }),
    },
    ...(target === undefined
      ? {}
      : { of: zone, says: { [`records.${id}.target`]: { Ref: target }, [`records.${id}.value`]: '' } }),
  };
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
}

const known = new WeakMap<DescribeReadScope, ReadonlyMap<string, string>>();

/** Who has a name, or an address, by that. */
function namedBy(scope: DescribeReadScope): ReadonlyMap<string, string> {
  const found = known.get(scope);
  if (found !== undefined) return found;
  const names = new Map<string, string>();
  const add = (name: string, id: string): void => {
    if (name !== '') names.set(plainName(name), id);
  };
  for (const each of scope.all('LoadBalancers'))
    if (textIn(each, 'Type') !== 'gateway') add(textIn(each, 'DNSName'), textIn(each, 'LoadBalancerArn'));
  for (const each of scope.all('VpcEndpoints'))
    if (textIn(each, 'VpcEndpointType') === 'Interface')
      for (const entry of listIn(each, 'DnsEntries')) {
        const name = textIn(entry, 'DnsName');
        // The name of the service itself is among them, and is no name of the endpoint.
        if (name.startsWith('vpce-')) add(name, textIn(each, 'VpcEndpointId'));
      }
  for (const each of scope.all('DBInstances'))
    add(textIn(partIn(each, 'Endpoint'), 'Address'), textIn(each, 'DBInstanceArn'));
  for (const reservation of scope.all('Reservations'))
    for (const each of listIn(reservation, 'Instances')) {
      add(textIn(each, 'PrivateIpAddress'), textIn(each, 'InstanceId'));
      add(textIn(each, 'PrivateDnsName'), textIn(each, 'InstanceId'));
    }
  known.set(scope, names);
  return names;
}
