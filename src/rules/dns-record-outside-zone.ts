import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isWithin } from '../core/network/naming/hostNames';
import { defineRule } from '../core/rules/rule';
import { domainOf, recordsOf } from './shared/dns';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'dns-record-outside-zone',
  severity: 'error',
  summary: {
    en: 'The name of a record lies within the domain of its hosted zone',
    ja: 'レコードの名前は、ホストゾーンのドメインに含まれる必要があります',
  },
  why: {
    en: 'Record names are written in full. Route 53 takes a name without the zone’s domain for one of another domain, and refuses it. Write db.example.internal, not db.',
    ja: 'レコード名は完全な形で書きます。ゾーンのドメインが付いていない名前は別のドメインの名前とみなされ、作成できません。「db」ではなく「db.example.internal」のように書いてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
  ],
  *check(context) {
    for (const zone of context.all('hosted-zone')) {
      const domain = domainOf(zone);
      if (domain === undefined) continue;
      for (const { key, name } of recordsOf(zone)) {
        if (isWithin(name, domain)) continue;
        const whole = name === '' ? domain : `${name}.${domain}`;
        yield {
          on: [zone.id],
          field: `records.${key}.name`,
          message: {
            en: `“${name}” is not within ${domain}, the domain of ${called(context, zone.id)}`,
            ja: `「${name}」は ${called(context, zone.id)} のドメイン ${domain} に含まれません`,
          },
          fixes: harmless(context, [
            plan(
              `Call the record ${whole}`,
              `レコードの名前を ${whole} にする`,
              call('setRow', { id: zone.id, field: 'records', row: key, values: { name: whole } }),
            ),
          ]),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc'),
        box('hosted-zone', 'Zone', {
          domain: 'example.internal',
          vpcs: { Vpc: true },
          records: {
            db: {
              name: 'db.example.internal',
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
    bad: [
      sketch(
        box('vpc', 'Vpc'),
        box('hosted-zone', 'Zone', {
          domain: 'example.internal',
          vpcs: { Vpc: true },
          records: {
            db: { name: 'db', type: 'A', target: null, value: '10.0.0.5', alias: false, standby: false },
          },
        }),
      ),
    ],
  },
});
