import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, ResourceId } from '../model/document';
import type { Fact, UnmodelledFact } from './facts';
import type { Query, Trace } from './trace';

/** Facts made ready for questions. It holds no boxes and no coordinates. */
export interface CompiledNetwork {
  /** Follows one flow and its reply. Never throws: what has no meaning is a verdict with its reason. */
  trace(query: Query): Trace;
  /** The table that decides for a subnet: its own, else its network's main one; null for an implicit main table. */
  routeTableOf(subnet: ResourceId): ResourceId | null;
  /** The ACL that guards a subnet; null for the network's implicit default ACL, which allows everything. */
  networkAclOf(subnet: ResourceId): ResourceId | null;
  /** All routes of a table, the engine's own among them, with what has become of each. */
  routesOf(table: ResourceId): readonly RouteState[];
  /** The subnets that a table decides for. */
  subnetsOf(table: ResourceId): readonly ResourceId[];
}

export interface RouteState {
  /** The key of the row in the table's props; null for local routes, those of gateway endpoints and propagated ones. */
  readonly rowKey: string | null;
  /** A CIDR block, or `pl:NAME`. */
  readonly destination: string;
  /** Null: local, or gone. */
  readonly target: ResourceId | null;
  readonly state: 'active' | 'local' | 'blackhole' | 'unknown';
  /** For rows that can never win: the destination of the row that always wins over it. */
  readonly beatenBy?: string;
  /** Where the target takes what it is given, when that is the internet or cannot be known. */
  readonly leads?: 'internet' | 'unknown';
}

/** The facts of every resource of a document, and of what its templates say beside. */
export function* factsOf(catalog: Catalog, document: Document): Generator<Fact> {
  const around = surroundingsIn(document);
  for (const resource of document.resources.values()) {
    const { facts } = catalog.kind(resource.kind);
    if (facts === undefined) continue;
    for (const fact of facts(resource, around(resource.id))) yield { ...fact, order: resource.order };
  }
  yield* unmodelledFacts(document);
}

/** What the templates of a document say beside its resources. */
export function* unmodelledFacts(document: Document): Generator<UnmodelledFact> {
  for (const { unmodelled = [] } of document.templates.values())
    for (const each of unmodelled) yield { fact: 'unmodelled', ...each };
}

export { compileNetwork, type CompileOptions } from './compile';
export { sayDisposition } from './dispositions';
export { endOf, queryOf } from './queryOf';
