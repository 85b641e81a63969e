/** Scopes: what a file says about whole parts of the design. */
import { noInternet } from '../model/scopes';
import type {
  Expectation,
  Protocol,
  Resource,
  ResourceId,
  Scope,
  ScopeEnd,
  ScopeExpectation,
  ScopeId,
} from '../model/document';
import { giveDistinctOrders, readOrder } from './distinctOrders';
import { isRecord, ownEntries } from './plain';
import { keysOf } from './readScenes';
import type { Report } from './report';
import type { Unread } from './unread';

export function readScopes(
  raw: readonly unknown[],
  resources: ReadonlyMap<ResourceId, Resource>,
  report: Report,
  unread: Unread,
): ReadonlyMap<ScopeId, Scope> {
  const drafts = new Map<ScopeId, Omit<Scope, 'order'> & { order: string | null }>();
  for (const each of raw) {
    const id = isRecord(each) ? each['id'] : undefined;
    const read = isRecord(each) ? readScope(each, resources) : undefined;
    if (!isRecord(each) || typeof id !== 'string' || read === undefined || drafts.has(id)) {
      report.tell(
        'warning',
        {
          en: 'A statement about a part of the design is not known to this version of vpcanvas; it is not checked, but kept.',
          ja: '設計の一部についての宣言のうち、このバージョンでは扱えないものがあります。検査しませんが、保持します。',
        },
        'scopes',
        each,
      );
      unread.record('scopes', each);
      continue;
    }
    drafts.set(id, { ...read, id, order: readOrder(each['order']) });
  }
  giveDistinctOrders([...drafts.values()]);
  return new Map([...drafts].map(([id, draft]) => [id, { ...draft, order: draft.order ?? 'U' }]));
}

type Raw = Readonly<Record<string, unknown>>;

/** Undefined where something of it is not understood: a statement is checked whole, or not at all. */
function readScope(
  raw: Raw,
  resources: ReadonlyMap<ResourceId, Resource>,
): Omit<Scope, 'id' | 'order'> | undefined {
  const { kind, name, members, expectations, containers, ...rest } = raw;
  // As it was written when this was all that could be said.
  if (kind === 'no-internet-access')
    return { ...rest, name: '', members: keysOf(containers, resources), expectations: noInternet };
  if (kind !== undefined || !isRecord(expectations)) return undefined;
  const read: Record<string, ScopeExpectation> = {};
  for (const [key, each] of ownEntries(expectations)) {
    const expectation = isRecord(each) ? readExpectation(each, resources) : undefined;
    if (expectation === undefined) return undefined;
    read[key] = expectation;
  }
  return {
    ...rest,
    name: typeof name === 'string' ? name : '',
    members: keysOf(members, resources),
    expectations: read,
  };
}

function readExpectation(
  raw: Raw,
  resources: ReadonlyMap<ResourceId, Resource>,
): ScopeExpectation | undefined {
  const { direction, protocol = 'any', port = null, expect = 'blocked' } = raw;
  const other = isRecord(raw['other']) ? readEnd(raw['other'], resources) : undefined;
  if (direction !== 'out' && direction !== 'in') return undefined;
  if (other === undefined || (direction === 'in' && ('service' in other || 'dns' in other))) return undefined;
  if (!isProtocol(protocol) || !isExpectation(expect)) return undefined;
  const isPort = typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65535;
  if (port !== null && !isPort) return undefined;
  return { ...raw, direction, other, protocol, port, expect };
}

function readEnd(raw: Raw, resources: ReadonlyMap<ResourceId, Resource>): ScopeEnd | undefined {
  const { internet, resource, address, service, dns } = raw;
  if (internet === true) return { internet };
  if (typeof resource === 'string') return resources.has(resource) ? { resource } : undefined;
  if (typeof address === 'string') return { address };
  if (typeof service === 'string') return { service };
  return typeof dns === 'string' ? { dns } : undefined;
}

const protocols: ReadonlySet<unknown> = new Set<Protocol>(['tcp', 'udp', 'icmp', 'any']);

function isProtocol(value: unknown): value is Protocol {
  return protocols.has(value);
}

function isExpectation(value: unknown): value is Expectation {
  return value === 'reachable' || value === 'blocked';
}
