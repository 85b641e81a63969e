/** The records of a zone: what a row says, and what it means to the engine. */
import { columns, type Rows } from '../../core/catalog/field';
import type { ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { isUnknown, type Value } from '../../core/model/value';
import type { DnsRecord } from '../../core/network/facts';
import { verbatim } from '../../lib/words';

export interface ZoneRecord {
  /** In full: `db.example.internal`. */
  readonly name: Value<string>;
  readonly type: Value<string>;
  /** What it leads to, where that is a resource of the diagram. */
  readonly target: Value<ResourceId | null>;
  /** Its values, with commas between them; of an alias without target, the name that it is an alias of. */
  readonly value: Value<string>;
  readonly alias: Value<boolean>;
  /** The secondary record of a failover: it answers only while the primary one is not healthy. */
  readonly standby: Value<boolean>;
}

/** The kinds that a record may lead to. */
export const targetKinds = [
  'interface-endpoint',
  'application-load-balancer',
  'network-load-balancer',
  'instance',
  'network-interface',
  'rds-instance',
] as const satisfies readonly KindName[];

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const types = [
  'A',
  'AAAA',
  'CNAME',
  'CAA',
  'DS',
  'HTTPS',
  'MX',
  'NAPTR',
  'NS',
  'PTR',
  'SOA',
  'SPF',
  'SRV',
  'SSHFP',
  'SVCB',
  'TLSA',
  'TXT',
];

export const recordColumns = columns<ZoneRecord>({
  name: {
    control: 'text',
    label: { en: 'Record name', ja: 'レコード名' },
    help: { en: 'In full, such as db.example.internal', ja: 'db.example.internal のような完全な名前' },
    property: 'Name',
    default: 'db.example.internal',
  },
  type: {
    control: 'choice',
    label: { en: 'Type', ja: 'タイプ' },
    property: 'Type',
    default: 'A',
    options: () => types.map((type) => ({ value: type, label: verbatim(type) })),
  },
  target: {
    control: 'ref',
    kinds: targetKinds,
    label: { en: 'Leads to', ja: 'ルーティング先' },
    property: 'AliasTarget',
    default: null,
    none: { en: 'The value', ja: '値を指定' },
    drawn: true,
  },
  value: {
    control: 'text',
    label: { en: 'Value', ja: '値' },
    property: 'ResourceRecords',
    default: '',
    applies: ({ target }) => target === null,
  },
  alias: {
    control: 'toggle',
    label: { en: 'Alias', ja: 'エイリアス' },
    property: 'AliasTarget',
    default: false,
    advanced: true,
  },
  standby: {
    control: 'toggle',
    label: { en: 'Failover: secondary', ja: 'フェイルオーバー: セカンダリ' },
    property: 'Failover',
    default: false,
    advanced: true,
  },
});

/** Several values stand with commas between them; those within quotes belong to a text. */
export function valuesIn(text: string): readonly string[] {
  const values = text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

export function recordFacts(records: Rows<ZoneRecord>): Rows<DnsRecord> {
  return Object.fromEntries(
    Object.entries(records).map(([key, record]) => [
      key,
      { name: record.name, type: record.type, leads: leadsOf(record), standby: record.standby },
    ]),
  );
}

function leadsOf({ target, value, alias }: ZoneRecord): DnsRecord['leads'] {
  if (target !== null) return { alias: target };
  if (isUnknown(alias)) return { values: [alias] };
  if (alias) return { aliasName: value };
  return { values: isUnknown(value) ? [value] : valuesIn(value) };
}
