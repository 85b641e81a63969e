/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record */
import type { CfnValue } from '../../core/cfn/template';
import { attributeOf, type Hcl } from '../../core/terraform/hcl';
import {
  applyRules,
  block,
  flattened,
  implied,
  isPlainObject,
  number,
  tags,
  text,
  truth,
  type Rules,
} from '../../core/terraform/properties';
import type { BodyWriter, Properties, PropertyRule, Translation } from '../../core/terraform/translation';

/** The provider puts texts into quotes itself, and joins the pieces of long ones without a blank. */
const records: PropertyRule = (value, to) => {
  const { Type: type } = recordOf(to);
  const isText = type === 'TXT' || type === 'SPF';
  const unquoted = (each: CfnValue): CfnValue =>
    typeof each === 'string' && isText && /^".*"$/s.test(each)
      ? each.slice(1, -1).replaceAll('" "', '""')
      : each;
  to.set(
    'records',
    to.value(Array.isArray(value) ? (value as readonly CfnValue[]).map(unquoted) : value, 'texts'),
  );
};

const current = new WeakMap<BodyWriter, Properties>();

function recordOf(to: BodyWriter): Properties {
  return current.get(to) ?? to.template.propertiesOf(to.id);
}

const recordRules: Rules = {
  AliasTarget: (value, to, name) =>
    block('alias', {
      DNSName: text('name'),
      EvaluateTargetHealth: truth('evaluate_target_health'),
      HostedZoneId: text('zone_id'),
    })(isPlainObject(value) ? { EvaluateTargetHealth: false, ...value } : value, to, name),
  CidrRoutingConfig: block('cidr_routing_policy', {
    CollectionId: text('collection_id'),
    LocationName: text('location_name'),
  }),
  Failover: (value, to) =>
    to.block('failover_routing_policy', null, (inside) => inside.set('type', inside.value(value, 'text'))),
  GeoLocation: block('geolocation_routing_policy', {
    ContinentCode: text('continent'),
    CountryCode: text('country'),
    SubdivisionCode: text('subdivision'),
  }),
  HealthCheckId: text('health_check_id'),
  HostedZoneId: text('zone_id'),
  HostedZoneName: (value, to) => to.set('zone_id', zoneNamed(value, to)),
  MultiValueAnswer: truth('multivalue_answer_routing_policy'),
  Name: text('name'),
  Region: (value, to) =>
    to.block('latency_routing_policy', null, (inside) => inside.set('region', inside.value(value, 'text'))),
  ResourceRecords: records,
  SetIdentifier: text('set_identifier'),
  TTL: number('ttl'),
  Type: text('type'),
  Weight: (value, to) =>
    to.block('weighted_routing_policy', null, (inside) =>
      inside.set('weight', inside.value(value, 'number')),
    ),
};

/** The zone of the template that has the name; else the provider looks for one. */
function zoneNamed(name: CfnValue, to: BodyWriter): Hcl {
  const { template } = to;
  const own = template
    .ofType('AWS::Route53::HostedZone')
    .filter((id) => dotless(template.propertiesOf(id)['Name']) === dotless(name));
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return to.at(only, 'zone_id');
  const read = to.value(name, 'text');
  return attributeOf(
    to.data('aws_route53_zone', read.is === 'text' ? read.text : `zone of ${to.id}`, (source) =>
      source.set('name', read),
    ),
    'zone_id',
    'text',
  );
}

function dotless(name: CfnValue | undefined): string {
  return (typeof name === 'string' ? name : JSON.stringify(name ?? null)).replace(/\.$/, '').toLowerCase();
}

const group: PropertyRule = (value, to, name) => {
  const { HostedZoneId: zone, HostedZoneName: zoneName } = to.template.propertiesOf(to.id);
  to.itemsOf(value).forEach(({ value: each, when }, index) => {
    if (!isPlainObject(each)) {
      to.leaveOut(name, each);
      return;
    }
    to.part('aws_route53_record', index === 0 ? '' : String(index + 1), when, (part) => {
      const whole = {
        ...(zone === undefined ? {} : { HostedZoneId: zone }),
        ...(zoneName === undefined ? {} : { HostedZoneName: zoneName }),
        ...each,
      };
      current.set(part, whole);
      applyRules(recordRules, whole, part);
    });
  });
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::Route53::HostedZone': {
    type: 'aws_route53_zone',
    properties: {
      HostedZoneConfig: flattened({ Comment: text('comment') }),
      HostedZoneTags: tags,
      Name: text('name'),
      VPCs: block('vpc', { VPCId: text('vpc_id'), VPCRegion: text('vpc_region') }),
    },
    ref: 'zone_id',
    attributes: { Id: 'zone_id', NameServers: ({ self }) => attributeOf(self, 'name_servers', 'list') },
  },
  'AWS::Route53::RecordSet': {
    type: 'aws_route53_record',
    properties: recordRules,
    ref: 'fqdn',
  },
  'AWS::Route53::RecordSetGroup': {
    type: 'aws_route53_record',
    isGroup: true,
    properties: { Comment: implied, HostedZoneId: implied, HostedZoneName: implied, RecordSets: group },
    ref: 'id',
  },
};

export default tables;
