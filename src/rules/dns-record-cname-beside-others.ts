import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { isUnknown } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { domainOf, recordsOf, type NamedRecord } from './shared/dns';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'dns-record-cname-beside-others',
  severity: 'error',
  summary: {
    en: 'A CNAME record is the only one of its name, and never that of the zone itself',
    ja: 'CNAME レコードと同じ名前の別のレコードや、ゾーン自体の名前の CNAME レコードは作成できません',
  },
  why: {
    en: 'A CNAME record says that a name is another name, whatever is asked for, so DNS allows no record beside it; the name of the zone itself has records of its own always. Use an alias record, which does the same and may stand there.',
    ja: 'CNAME は、どのタイプの問い合わせに対しても「この名前は別の名前である」と答えるため、同じ名前のほかのレコードとは併用できません。ゾーン自体の名前には、必ずほかのレコードがあります。同じ働きをするエイリアスレコードを使ってください。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  ],
  *check(context) {
    for (const zone of context.all('hosted-zone')) {
      const domain = domainOf(zone);
      const records = recordsOf(zone);
      for (const { key, name, record } of records) {
        if (record.type !== 'CNAME') continue;
        const other = records.find((each) => each.name === name && each.record.type !== 'CNAME');
        if (name !== domain && other === undefined) continue;
        const zoneName = called(context, zone.id);
        yield {
          on: [zone.id],
          field: `records.${key}.type`,
          message:
            name === domain
              ? {
                  en: `${zoneName} has a CNAME record for ${name}, the name of the zone itself`,
                  ja: `${zoneName} に、ゾーン自体の名前 ${name} の CNAME レコードがあります`,
                }
              : {
                  en: `${zoneName} has another record beside the CNAME record ${name}`,
                  ja: `${zoneName} に、CNAME レコード ${name} と同じ名前の別のレコードがあります`,
                },
          fixes: harmless(context, [
            name !== domain || !isEndpoint(context, record.target)
              ? undefined
              : plan(
                  `Make ${name} an alias record`,
                  `${name} をエイリアスレコードにする`,
                  call('setRow', {
                    id: zone.id,
                    field: 'records',
                    row: key,
                    values: { type: 'A', alias: true },
                  }),
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
            www: {
              name: 'www.example.internal',
              type: 'CNAME',
              target: null,
              value: 'web.example.org',
              alias: false,
              standby: false,
            },
            text: {
              name: 'example.internal',
              type: 'TXT',
              target: null,
              value: '"internal"',
              alias: false,
              standby: false,
            },
          },
        }),
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
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'CNAME',
              target: 'Endpoint',
              value: '',
              alias: false,
              standby: false,
            },
          },
        }),
      ),
      sketch(
        box('vpc', 'Vpc'),
        box('hosted-zone', 'Zone', {
          domain: 'example.internal',
          vpcs: { Vpc: true },
          records: {
            www: {
              name: 'www.example.internal',
              type: 'CNAME',
              target: null,
              value: 'web.example.org',
              alias: false,
              standby: false,
            },
            address: {
              name: 'www.example.internal',
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

/** Whether a record may be an alias of it. */
function isEndpoint(context: RuleContext, target: NamedRecord['record']['target']): boolean {
  const led = isUnknown(target) ? undefined : context.resource(target);
  return led !== undefined && isKind(led, 'interface-endpoint');
}
