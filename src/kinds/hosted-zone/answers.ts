/** A private hosted zone as Route 53 answers for it, with its records. */
import type { Resource } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';
import { targetIdOf } from '../../core/describe/balancerAnswer';
import { balancerName, databaseName, endpointName } from '../../core/describe/dnsNames';
import { madeDigits } from '../../core/describe/madeIds';
import { regionAround } from '../../core/describe/regionAround';
import { valuesIn, type ZoneRecord } from './records';

type Zone = Resource<'hosted-zone'>;

export default writesAnswers({
  kind: 'hosted-zone',
  id: ({ id }) => (/^Z[A-Z0-9]{6,31}$/.test(id) ? id : `Z0${madeDigits(`${id} zone`).toUpperCase()}`),
  write(zone, scope) {
    const domain = known(zone.props.domain) ?? '';
    const id = scope.id(zone.id);
    const Name = `${domain.replace(/\.$/, '')}.`;
    const CallerReference = scope.made('', `reference of ${zone.id}`);
    const about = { CallerReference, Config: { PrivateZone: true }, Id: `/hostedzone/${id}`, Name };
    const vpcs = Object.keys(zone.props.vpcs).filter((vpc) => scope.id(vpc) !== '');
    scope.add('HostedZones', about);
    scope.add(
      'HostedZone',
      {
        HostedZone: about,
        VPCs: vpcs.map((vpc) => ({ VPCId: scope.id(vpc), VPCRegion: regionAround(vpc, scope) })),
      },
      id,
    );
    scope.asked('ResourceRecordSets', id);
    for (const [key, record] of Object.entries(zone.props.records)) {
      const set = recordSet(zone, key, record, scope);
      if (set !== undefined) scope.add('ResourceRecordSets', set, id);
    }
  },
});

/** Undefined where something of it is unknown. */
function recordSet(
  zone: Zone,
  key: string,
  record: ZoneRecord,
  scope: AnswerScope,
): AnswerRecord | undefined {
  const { target, value } = record;
  const [name, type] = [known(record.name), known(record.type)];
  if (name === undefined || type === undefined || isUnknown(target) || isUnknown(value)) return undefined;
  const alike = Object.values(zone.props.records).filter((each) => each.name === name && each.type === type);
  const hasStandby = alike.some(({ standby }) => standby === true);
  const found = scope.resource(target);
  const led = found === undefined ? undefined : nameOf(found, type, scope);
  const values = led === undefined ? valuesIn(value) : [led];
  return {
    Name: `${name.replace(/\.$/, '')}.`.replaceAll('*', '\\052'),
    Type: type,
    ...(alike.length > 1
      ? {
          SetIdentifier: key,
          ...(hasStandby ? { Failover: record.standby === true ? 'SECONDARY' : 'PRIMARY' } : { Weight: 1 }),
        }
      : {}),
    ...(record.alias === true
      ? {
          AliasTarget: {
            DNSName: `${led ?? value}.`,
            EvaluateTargetHealth: false,
            HostedZoneId: 'Z14GRHDCWA56QT',
          },
        }
      : { ResourceRecords: values.map((Value) => ({ Value })), TTL: 300 }),
  };
}

/** What a record says to lead to a resource. */
function nameOf(target: Resource, type: string, scope: AnswerScope): string | undefined {
  switch (target.kind) {
    case 'application-load-balancer':
    case 'network-load-balancer':
      return balancerName(target, target.props.scheme === 'internal', scope);
    case 'interface-endpoint':
      return endpointName(target, scope);
    case 'rds-instance':
      return databaseName(target, scope);
    case 'instance': {
      const address = targetIdOf(target, true, scope);
      return type === 'CNAME'
        ? `ip-${address.replaceAll('.', '-')}.${scope.region}.compute.internal`
        : address;
    }
    default:
      return undefined;
  }
}
