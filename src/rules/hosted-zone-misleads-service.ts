import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { isUnknown, known } from '../core/model/value';
import { isWithin } from '../core/network/naming/hostNames';
import { fullServiceName, hostOf, serviceOfHost } from '../core/network/serviceNames';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { domainOf, recordsOf, type NamedRecord } from './shared/dns';
import { vpcOf } from './shared/networks';
import { serviceOf, titleOf } from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'hosted-zone-misleads-service',
  severity: 'error',
  summary: {
    en: 'A hosted zone for the name of an AWS service should lead to an endpoint for that service',
    ja: 'AWS サービスの名前のホストゾーンは、そのサービスのエンドポイントを指す必要があります',
  },
  why: {
    en: 'In its VPCs, a private hosted zone takes the place of the public DNS for its domain and all names below it. Where the record for a service’s name is missing, or leads to something else than an endpoint for the service, no workload in these VPCs finds the service by its own name any more. An alias record that names the endpoint keeps the right addresses.',
    ja: '関連付けた VPC では、プライベートホストゾーンがそのドメインと下位の名前すべてについて、パブリック DNS に代わって応答します。サービスの名前のレコードがない場合や、そのサービスのエンドポイント以外を指す場合、VPC 内のワークロードは通常の名前でサービスに接続できません。エンドポイントへのエイリアスレコードを使うと、正しいアドレスが保たれます。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-vpc-interface-endpoint.html',
  ],
  *check(context) {
    for (const zone of context.all('hosted-zone')) {
      const domain = domainOf(zone);
      const service = domain === undefined ? undefined : serviceOfHost(domain);
      if (domain === undefined || service === undefined) continue;
      const records = recordsOf(zone);
      const own = records.filter(({ name }) => name === hostOf(service));
      for (const record of own) yield* misled(context, zone, service, record);
      // A zone for a name below the service's own, such as a bucket's, takes nothing from the others.
      const hasHidden = Object.values(zone.props.records).some(({ name }) => isUnknown(name));
      if (own.length === 0 && !hasHidden && isWithin(hostOf(service), domain))
        yield {
          on: [zone.id],
          field: 'records',
          message: {
            en: `${called(context, zone.id)} is responsible for ${domain}, and has no record for ${hostOf(service)}`,
            ja: `${called(context, zone.id)} は ${domain} に応答しますが、${hostOf(service)} のレコードがありません`,
          },
          fixes: harmless(context, [recordFor(context, zone, service)]),
        };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: false }),
          ),
        ),
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'A',
              target: 'Endpoint',
              value: '',
              alias: true,
              standby: false,
            },
          },
        }),
      ),
      sketch(
        box('vpc', 'Vpc'),
        box('hosted-zone', 'Zone', { domain: 'example.internal', vpcs: { Vpc: true } }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: false }),
          ),
        ),
        box('hosted-zone', 'Zone', { domain: 'sqs.ap-northeast-1.amazonaws.com', vpcs: { Vpc: true } }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24' },
            box('interface-endpoint', 'Sqs', { service: 'sqs', privateDns: false }),
            box('interface-endpoint', 'Sns', { service: 'sns', privateDns: false }),
          ),
        ),
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'A',
              target: 'Sns',
              value: '',
              alias: true,
              standby: false,
            },
          },
        }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Web', { privateIp: '10.0.0.5' }),
            box('interface-endpoint', 'Sqs', { service: 'sqs', privateDns: false }),
          ),
        ),
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'A',
              target: null,
              value: '10.0.0.5',
              alias: false,
              standby: false,
            },
          },
        }),
      ),
    ],
  },
});

/** A record that leads a service's name to something that is certainly not the service. */
function* misled(
  context: RuleContext,
  zone: Resource<'hosted-zone'>,
  service: string,
  { key, name, record }: NamedRecord,
): Generator<FoundFault> {
  const other = otherThan(context, service, record);
  if (other === undefined) return;
  yield {
    on: [zone.id],
    field: `records.${key}.${record.target === null ? 'value' : 'target'}`,
    message: {
      en: `${called(context, zone.id)} leads ${name} to ${other}, which is no endpoint for ${service}`,
      ja: `${called(context, zone.id)} は ${name} を ${other} に解決しますが、${service} のエンドポイントではありません`,
    },
    fixes: harmless(context, [recordFor(context, zone, service, key)]),
  };
}

/** What a record leads to, where that is certainly no endpoint for the service. */
function otherThan(
  context: RuleContext,
  service: string,
  { target, value }: NamedRecord['record'],
): string | undefined {
  if (isUnknown(target)) return undefined;
  const led = context.resource(target);
  if (led !== undefined) {
    if (!isKind(led, 'interface-endpoint')) return called(context, led.id);
    const own = serviceOf(context, led);
    if (own === undefined || fullServiceName(own, context.around(led.id).region) === service)
      return undefined;
    return called(context, led.id);
  }
  // An address of which the design says that somebody else has it.
  const addresses = (known(value) ?? '').split(',').map((text) => text.trim());
  const owner = context
    .all('instance')
    .find(({ props }) => props.privateIp !== '' && addresses.includes(known(props.privateIp) ?? ''));
  return owner === undefined ? undefined : called(context, owner.id);
}

/** A record that leads to an endpoint for the service in one of the zone's VPCs. */
function recordFor(
  context: RuleContext,
  zone: Resource<'hosted-zone'>,
  service: string,
  key?: string,
): ReturnType<typeof plan> | undefined {
  const endpoint = context.all('interface-endpoint').find((each) => {
    const own = serviceOf(context, each);
    const vpc = vpcOf(context, each.id);
    return (
      own !== undefined &&
      vpc !== undefined &&
      zone.props.vpcs[vpc.id] === true &&
      fullServiceName(own, context.around(each.id).region) === service
    );
  });
  if (endpoint === undefined) return undefined;
  const host = hostOf(service);
  const [name, title] = [called(context, endpoint.id), titleOf(serviceOf(context, endpoint) ?? service)];
  return plan(
    `Lead the name of ${title} to ${name}`,
    `${title} の名前を ${name} に向ける`,
    call('setRow', {
      id: zone.id,
      field: 'records',
      row: key ?? context.freshId('service'),
      values: { name: host, type: 'A', target: endpoint.id, value: '', alias: true, standby: false },
    }),
  );
}
