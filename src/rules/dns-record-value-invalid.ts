import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { isHostName, normalHost } from '../core/network/naming/hostNames';
import { defineRule } from '../core/rules/rule';
import { addressOf } from '../lib/cidr';
import type { Words } from '../lib/words';
import { recordsOf, type NamedRecord } from './shared/dns';
import { called } from './shared/words';

export default defineRule({
  id: 'dns-record-value-invalid',
  severity: 'error',
  summary: {
    en: 'A record holds values of its type: IPv4 addresses in A, IPv6 addresses in AAAA, one name in CNAME',
    ja: 'レコードの値は、タイプに合わせます (A は IPv4 アドレス、AAAA は IPv6 アドレス、CNAME は 1 つの名前)',
  },
  why: {
    en: 'Route 53 refuses values that do not fit the type of the record. To lead a name to another name, use a CNAME record, or an alias where the other is a record of the same zone.',
    ja: 'タイプに合わない値のレコードは作成できません。別の名前に向けるには CNAME レコードを使い、同じゾーンのレコードに向けるにはエイリアスを使います。',
  },
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html'],
  cfnLint: ['E3023'],
  *check(context) {
    for (const zone of context.all('hosted-zone'))
      for (const record of recordsOf(zone)) {
        const fault = faultOf(record);
        if (fault === undefined) continue;
        yield {
          on: [zone.id],
          field: `records.${record.key}.value`,
          message: {
            en: `Record ${record.name} of ${called(context, zone.id)} ${fault.en}`,
            ja: `${called(context, zone.id)} のレコード ${record.name} ${fault.ja}`,
          },
        };
      }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web'))),
        box('hosted-zone', 'Zone', {
          domain: 'example.internal',
          vpcs: { Vpc: true },
          records: {
            two: {
              name: 'two.example.internal',
              type: 'A',
              target: null,
              value: '10.0.0.5, 10.0.0.6',
              alias: false,
              standby: false,
            },
            web: {
              name: 'web.example.internal',
              type: 'A',
              target: 'Web',
              value: '',
              alias: false,
              standby: false,
            },
            www: {
              name: 'www.example.internal',
              type: 'CNAME',
              target: null,
              value: 'web.example.internal',
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
            db: {
              name: 'db.example.internal',
              type: 'A',
              target: null,
              value: 'other.example.internal',
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
            db: {
              name: 'db.example.internal',
              type: 'CNAME',
              target: null,
              value: '10.0.0.5',
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
            db: {
              name: 'db.example.internal',
              type: 'AAAA',
              target: null,
              value: '',
              alias: false,
              standby: false,
            },
          },
        }),
      ),
    ],
  },
});

/** Only of the types whose values lead somewhere. */
function faultOf({ record }: NamedRecord): Words | undefined {
  const [type, value] = [known(record.type), known(record.value)];
  if (type === undefined || value === undefined || record.target !== null || record.alias !== false)
    return undefined;
  if (type !== 'A' && type !== 'AAAA' && type !== 'CNAME') return undefined;
  const values = value
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (values.length === 0) return { en: 'has no value', ja: 'に値がありません' };
  if (type === 'CNAME') {
    if (values.length > 1)
      return {
        en: 'has several values, and a CNAME record has one',
        ja: 'に複数の値があります。CNAME の値は 1 つです',
      };
    const [name = ''] = values;
    return isHostName(normalHost(name))
      ? undefined
      : { en: `leads to “${name}”, which is no name`, ja: `の値「${name}」は名前ではありません` };
  }
  const family = type === 'A' ? 4 : 6;
  const wrong = values.find((text) => addressOf(text)?.family !== family);
  return wrong === undefined
    ? undefined
    : {
        en: `has the value “${wrong}”, which is not an IPv${family} address`,
        ja: `の値「${wrong}」は IPv${family} アドレスではありません`,
      };
}
