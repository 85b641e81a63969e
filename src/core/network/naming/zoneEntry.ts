/**
 * What a private hosted zone holds for a name: the records of that very name, else those of the nearest wildcard above it,
 * unless something nearer has a name (RFC 4592).
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
import { addressOf } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { exactly } from '../address';
import type { DnsRecord, HostedZoneFact } from '../facts';
import type { Entry, EntryRow } from '../hops/behaviour';
import type { Lead } from './answers';
import { isWithin, normalHost } from './hostNames';

export function entryFor(fact: HostedZoneFact, domain: string, host: string): Entry {
  return entryOf(rowsIn(fact), domain, host, new Set());
}

/** Whether the zone holds records for a name, whatever they lead to. */
export function holdsName(fact: HostedZoneFact, domain: string, host: string): boolean {
  return recordsFor(rowsIn(fact), domain, host).length > 0;
}

interface ZoneRow {
  readonly key: string;
  /** Null: not known. */
  readonly name: string | null;
  readonly record: DnsRecord;
}

function rowsIn({ records }: HostedZoneFact): readonly ZoneRow[] {
  return Object.entries(records).map(([key, record]) => ({
    key,
    // Route 53 writes the asterisk as an escape.
    name: isUnknown(record.name) ? null : normalHost(record.name).replace(/^\\052(?=\.)/, '*'),
    record,
  }));
}

function recordsFor(rows: readonly ZoneRow[], domain: string, host: string): readonly ZoneRow[] {
  const named = (name: string): ZoneRow[] => rows.filter((row) => row.name === name);
  const exact = named(host);
  if (exact.length > 0) return exact;
  if (exists(rows, host)) return [];
  for (let name = host; name !== domain && name.includes('.');) {
    name = name.slice(name.indexOf('.') + 1);
    const wild = named(`*.${name}`);
    if (wild.length > 0) return wild;
    if (exists(rows, name)) return [];
  }
  return [];
}

/** Whether a name is there, if only because there are names below it. */
function exists(rows: readonly ZoneRow[], name: string): boolean {
  return rows.some((row) => row.name !== null && !row.name.startsWith('*.') && isWithin(row.name, name));
}

function entryOf(rows: readonly ZoneRow[], domain: string, host: string, seen: ReadonlySet<string>): Entry {
  const all = recordsFor(rows, domain, host);
  const hidden = rows.find(({ name }) => name === null);
  if (all.length === 0 && hidden !== undefined && isUnknown(hidden.record.name))
    return { is: 'undecided', row: null, why: hidden.record.name.unknown };
  const active = all.filter(({ record }) => record.standby !== true);
  const found = active.length > 0 ? active : all;
  for (const { record, key } of found)
    if (isUnknown(record.type))
      return { is: 'undecided', row: rowOf(host, '?', key), why: record.type.unknown };
  const names = found.filter(({ record }) => record.type === 'CNAME');
  const [first] = names;
  if (first !== undefined) return nameEntry(first, names, host);
  return addressEntry(rows, domain, host, seen, found);
}

function nameEntry(first: ZoneRow, rows: readonly ZoneRow[], host: string): Entry {
  const row = rowOf(first.name ?? host, 'CNAME', first.key);
  const hosts: string[] = [];
  // The name of a resource of the design, which is followed to the resource itself.
  const resources = rows.flatMap(({ record: { leads } }) => ('alias' in leads ? [leads.alias] : []));
  if (resources.length > 0) {
    const hidden = resources.find(isUnknown);
    if (hidden !== undefined) return { is: 'undecided', row, why: hidden.unknown };
    const leads = resources.flatMap((resource): Lead[] =>
      isUnknown(resource) ? [] : [{ to: 'resource', resource }],
    );
    return { is: 'leads', row, options: [leads] };
  }
  for (const { record } of rows)
    for (const value of valuesOf(record)) {
      if (isUnknown(value)) return { is: 'undecided', row, why: value.unknown };
      hosts.push(normalHost(value));
    }
  const [one, ...others] = new Set(hosts.filter((each) => each !== ''));
  return one === undefined ? { is: 'nothing' } : { is: 'names', row, hosts: [one, ...others] };
}

function valuesOf({ leads }: DnsRecord): readonly DnsRecord['name'][] {
  if ('values' in leads) return leads.values;
  return 'aliasName' in leads ? [leads.aliasName] : [];
}

function addressEntry(
  rows: readonly ZoneRow[],
  domain: string,
  host: string,
  seen: ReadonlySet<string>,
  found: readonly ZoneRow[],
): Entry {
  const leads: Record<4 | 6, Lead[]> = { 4: [], 6: [] };
  let row: EntryRow | undefined;
  for (const each of found) {
    const { record, key } = each;
    const type = isUnknown(record.type) ? '?' : record.type;
    const family = type === 'A' ? 4 : type === 'AAAA' ? 6 : undefined;
    if (family === undefined) continue;
    const own = rowOf(each.name ?? host, type, key);
    row ??= own;
    if ('alias' in record.leads) {
      const { alias } = record.leads;
      if (isUnknown(alias)) return { is: 'undecided', row: own, why: alias.unknown };
      // A resource without IPv6 has nothing to say to an AAAA query, so its A record is taken where there is one.
      if (family === 4 || !found.some(isPlainA)) leads[family].push({ to: 'resource', resource: alias });
      continue;
    }
    if ('aliasName' in record.leads) {
      const other = aliasEntry(rows, domain, record.leads.aliasName, type, own, seen);
      if (other.is === 'undecided') return other;
      if (other.is === 'leads') leads[family].push(...other.options.flat());
      continue;
    }
    for (const value of record.leads.values) {
      if (isUnknown(value)) return { is: 'undecided', row: own, why: value.unknown };
      const address = addressOf(value.trim());
      if (address?.family === family) leads[family].push({ to: 'address', address: exactly(address) });
    }
  }
  const options = [leads[4], leads[6]].filter((each) => each.length > 0);
  return row === undefined || options.length === 0 ? { is: 'nothing' } : { is: 'leads', row, options };
}

function isPlainA({ record }: ZoneRow): boolean {
  return record.type === 'A';
}

/** An alias of another record of the same zone and type; anything else that it may name is a resource of AWS. */
function aliasEntry(
  rows: readonly ZoneRow[],
  domain: string,
  name: DnsRecord['name'],
  type: string,
  row: EntryRow,
  seen: ReadonlySet<string>,
): Entry {
  if (isUnknown(name)) return { is: 'undecided', row, why: name.unknown };
  const host = normalHost(name);
  if (!isWithin(host, domain)) return { is: 'undecided', row, why: outside(host) };
  const key = `${host} ${type}`;
  if (seen.has(key)) return { is: 'nothing' };
  const alike = rows.filter(({ record }) => record.type === type);
  return entryOf(alike, domain, host, new Set([...seen, key]));
}

function rowOf(name: string, type: string, rowKey: string): EntryRow {
  return { row: `${name} ${type}`, field: 'records', rowKey };
}

function outside(host: string): Words {
  return {
    en: `the addresses of ${host}, of which the record is an alias, are not in the design`,
    ja: `エイリアス先の ${host} のアドレスは設計に含まれていません`,
  };
}
