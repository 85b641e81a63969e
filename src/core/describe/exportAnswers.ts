/**
 * A diagram as the answers that AWS's own commands would give of it, one file for each call, so that whoever analyses deployed
 * networks can read a design. The same diagram gives the same files.
 */
import { referencesOf } from '../catalog/references';
import { surroundingsIn } from '../catalog/surroundings';
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors, valuesOf } from '../model/queries';
import type { KindName } from '../model/kinds';
import type { Words } from '../../lib/words';
import { addressOf } from '../../lib/cidr';
import { compareOrder } from '../../lib/order';
import { createAddresses } from './addresses';
import type { AnswerRecord, AnyAnswerWriting, AnswerScope } from './answerWriting';
import { answerFiles, printed } from './answerFiles';
import type { AnyDescribeMapping } from './describeMapping';
import { interfaceRecord } from './interfaceRecord';
import { isOfAws, madeId } from './madeIds';
import { unsaidFile, unsaidList, unsaidOf } from './unsaid';

export interface ExportedAnswers {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** AWS's id of each resource that is written. */
  readonly ids: ReadonlyMap<ResourceId, string>;
  /** What this form cannot hold. */
  readonly remarks: readonly Words[];
}

/** An account that AWS's own examples use. */
const account = '123456789012';

export function exportAnswers(
  catalog: Catalog,
  mappings: readonly AnyDescribeMapping[],
  writings: readonly AnyAnswerWriting[],
  document: Document,
): ExportedAnswers {
  const writingOf = new Map(writings.map((writing) => [writing.kind, writing]));
  const written = [...document.resources.values()]
    .filter(({ kind, provenance }) => writingOf.has(kind) && provenance?.outside === undefined)
    .sort(compareOrder);
  const around = surroundingsIn(document);
  const networkOf = networksOf(catalog, document);
  const byNetwork = indexed(written, networkOf);
  const byKind = new Map<KindName, Resource[]>();
  for (const resource of written) byKind.set(resource.kind, [...(byKind.get(resource.kind) ?? []), resource]);
  const addresses = createAddresses(addressesIn(written));
  const ids = new Map<ResourceId, string>();
  const lists = new Map<string, Map<string, AnswerRecord[]>>();
  const remarks = new Map<string, Set<string>>();
  const once = new Set<string>();
  const unsaid = new Map<ResourceId, Readonly<Record<string, unknown>>>();
  const notSaid = (id: ResourceId, props: Readonly<Record<string, unknown>>): void =>
    void unsaid.set(id, { ...unsaid.get(id), ...props });
  const listOf = (list: string, of: string): AnswerRecord[] => {
    const byOwner = lists.get(list) ?? new Map<string, AnswerRecord[]>();
    lists.set(list, byOwner);
    const records = byOwner.get(of) ?? [];
    byOwner.set(of, records);
    return records;
  };

  const scopeOf = (own: Resource): AnswerScope => {
    const { zoneOf, resource, ancestor, region } = around(own.id);
    const scope: AnswerScope = {
      region,
      account,
      zoneOf,
      resource,
      ancestor,
      arn: (service, part) => `arn:aws:${service}:${region}:${account}:${part}`,
      id: (other) => (other === null ? '' : idOf(other)),
      made: madeId,
      // Each is stored under its own kind.
      within: <K extends KindName>(kind: K, network: ResourceId | undefined) =>
        (byNetwork.get(`${kind} ${network ?? ''}`) ?? []) as unknown as readonly Resource<K>[],
      all: <K extends KindName>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Resource<K>[],
      add: (list, record, of = '') => void listOf(list, of).push(record),
      addOnce(list, key, record) {
        if (once.has(`${list} ${key}`)) return;
        once.add(`${list} ${key}`);
        listOf(list, '').push(record);
      },
      asked: (list, of = '') => void listOf(list, of),
      tags: ({ name }) => (name === '' ? [] : [{ Key: 'Name', Value: name }]),
      address(key, subnet, wanted) {
        const block = valuesOf(document.resources.get(subnet) ?? own)['cidr'];
        return addresses.private(key, typeof block === 'string' ? block : '', wanted);
      },
      publicAddress: addresses.public,
      interface(of, made) {
        const record = interfaceRecord(of, made, scope, networkOf.get(made.subnet));
        listOf('NetworkInterfaces', '').push(record);
        return record;
      },
      groups(named, network) {
        const groups = named.map((id): AnswerRecord => ({
          GroupId: idOf(id),
          GroupName: document.resources.get(id)?.name ?? '',
        }));
        if (groups.length > 0 || network === undefined) return groups;
        return [{ GroupId: madeId('sg-', `default of ${network}`), GroupName: 'default' }];
      },
      isUnknown: (of, prop, why) => notSaid(of.id, { [prop]: why }),
      leavesOut(of, what) {
        const known = remarks.get(what) ?? new Set();
        remarks.set(what, known.add(of.name === '' ? of.id : of.name));
      },
    };
    return scope;
  };

  const idOf = (id: ResourceId): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const resource = document.resources.get(id);
    const writing = resource === undefined ? undefined : writingOf.get(resource.kind);
    if (resource === undefined || writing === undefined) return '';
    const found = outsideId(resource) ?? ownId(resource, writing, scopeOf);
    ids.set(id, found);
    return found;
  };

  for (const resource of written) {
    const scope = scopeOf(resource);
    const unknown = unsaidOf(catalog, resource, idOf);
    if (unknown !== undefined) {
      notSaid(resource.id, unknown);
      scope.leavesOut(resource, 'unknown');
    }
    if ([...referencesOf(catalog, resource)].some(({ to }) => isNotWritten(document.resources.get(to))))
      scope.leavesOut(resource, 'outside');
    writingOf.get(resource.kind)?.write(resource, scope);
  }
  const own = new Map(written.map(({ id }) => [id, idOf(id)]));
  const records = [...unsaid].map(([id, Props]): AnswerRecord => ({ Id: idOf(id), Props }));
  return {
    files: [
      ...answerFiles(mappings, lists),
      ...(unsaid.size === 0 ? [] : [{ path: unsaidFile, text: printed({ [unsaidList]: records }) }]),
    ],
    ids: own,
    remarks: [...remarks].map(([what, names]) => remarkOf(what, [...names])),
  };
}

/** What stands for something outside has no records of its own. */
function isNotWritten(resource: Resource | undefined): boolean {
  return resource?.provenance?.outside !== undefined;
}

/** What it has in AWS already; else one that is made of its id, which differs from all others. */
function ownId(
  resource: Resource,
  { id }: AnyAnswerWriting,
  scopeOf: (resource: Resource) => AnswerScope,
): string {
  if (typeof id === 'function') return id(resource, scopeOf(resource));
  return isOfAws(id, resource.id) ? resource.id : madeId(id, resource.id);
}

/** The id by which a template, or an answer, names something that it does not have. */
function outsideId({ provenance }: Resource): string | undefined {
  const { outside } = provenance ?? {};
  return outside === undefined
    ? undefined
    : (/^"([a-z][a-z0-9-]*-[0-9a-f]{6,17})"$/.exec(outside)?.[1] ?? undefined);
}

/** The network around each resource, or that it is. */
function networksOf(catalog: Catalog, document: Document): ReadonlyMap<ResourceId, ResourceId> {
  const found = new Map<ResourceId, ResourceId>();
  for (const resource of document.resources.values()) {
    const box = [resource, ...ancestors(document, resource.id)].find(
      ({ kind }) => catalog.kind(kind).isNetwork === true,
    );
    if (box !== undefined) found.set(resource.id, box.id);
  }
  return found;
}

function indexed(
  resources: readonly Resource[],
  networkOf: ReadonlyMap<ResourceId, ResourceId>,
): ReadonlyMap<string, readonly Resource[]> {
  const index = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = `${resource.kind} ${networkOf.get(resource.id) ?? ''}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [resource]);
    else known.push(resource);
  }
  return index;
}

/** Every address that is said anywhere: none of them is given to anybody else. */
function addressesIn(resources: readonly Resource[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (addressOf(value)?.family === 4) found.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  for (const resource of resources) look(valuesOf(resource));
  return found;
}

function remarkOf(what: string, names: readonly string[]): Words {
  const most = 5;
  const some = names.slice(0, most).join(', ') + (names.length > most ? ', …' : '');
  const { en, ja } = leftOut[what] ?? { en: what, ja: what };
  return { en: `${some}: ${en}`, ja: `${some}: ${ja}` };
}

/** By what the kinds call it. */
const leftOut: Readonly<Record<string, Words>> = {
  unknown: {
    en: `something of it is unknown, which answers of AWS cannot say: it is left out there, and in ${unsaidFile}, which vpcanvas alone reads`,
    ja: `不明な値があります。AWS の結果としては表現できないため省き、vpcanvas だけが読み取る ${unsaidFile} に書き出しています`,
  },
  outside: {
    en: 'refers to something outside the design, of which there are no records',
    ja: '設計の外にあるリソースを参照しています。そのリソースの情報は含まれません',
  },
  prefixes: {
    en: 'what its device announces over BGP is in no answer of AWS; it is left out',
    ja: 'デバイスが BGP でアドバタイズするプレフィックスは AWS の結果に含まれないため、省いています',
  },
};
