/**
 * What checks are given by the editor's worker: a context of which each answer is noted as read by whoever is being worked
 * out. Every check and every question gets a context of its own, so that what a rule keeps by its context (which it should
 * not: see `asked`) is at least not kept beyond it.
 */
import { equal } from '../../lib/equal';
import type { Catalog } from '../catalog/catalog';
import type { Surroundings } from '../catalog/kind';
import type { Document, Flow, FlowId, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import { documentAfter, type Plan } from '../plans/plan';
import type { Question } from '../rules/asked';
import { contextOf, drawnFlows, firstFree, flowsBetween, surroundings } from '../rules/context';
import type { RuleContext, Taken } from '../rules/rule';
import { cellsBy, type Cell, type Graph } from './cells';
import type { TrackedDocument } from './trackedDocument';
import { trackedMap } from './trackedMap';
import { trackedNetwork, type TrackedNetwork } from './trackedNetwork';

/** What all contexts over one tracked document share. */
export class Tracking {
  readonly catalog: Catalog;
  readonly graph: Graph;
  readonly document: TrackedDocument;
  readonly network: TrackedNetwork;
  readonly flows: Cell<readonly Flow[]>;
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly taken: Taken;
  private readonly answers = new Map<Question, (key: string) => Cell<unknown>>();

  constructor(catalog: Catalog, graph: Graph, document: TrackedDocument) {
    this.catalog = catalog;
    this.graph = graph;
    this.document = document;
    this.network = trackedNetwork(catalog, graph, document, (id) => this.context().around(id));
    this.flows = graph.cell(() => drawnFlows(document.view), equal);
    const ids = (): readonly FlowId[] => this.flows.get().map(({ id }) => id);
    this.traces = trackedMap({
      get: (id) => this.network.traceOf(id),
      has: (id) => this.network.traceOf(id) !== undefined,
      size: () => ids().length,
      keys: ids,
      entries: () =>
        ids().flatMap((id) => {
          const trace = this.network.traceOf(id);
          return trace === undefined ? [] : [[id, trace] as const];
        }),
    });
    this.taken = {
      hasId: (id) => document.has(id) || document.view.flows.has(id),
      hasName: (name) => document.hasName(name),
    };
  }

  context(): RuleContext {
    return new TrackedContext(this);
  }

  answer(question: Question, about: readonly string[]): unknown {
    let cells = this.answers.get(question);
    if (cells === undefined) {
      cells = cellsBy(
        this.graph,
        (key: string) => question(this.context(), ...(JSON.parse(key) as readonly string[])),
        (a, b) => equal(a, b, (value) => this.document.isRecord(value) || 'ask' in value),
      );
      this.answers.set(question, cells);
    }
    return cells(JSON.stringify(about)).get();
  }
}

class TrackedContext implements RuleContext {
  private readonly of: Tracking;
  private surroundings: Map<ResourceId, Surroundings> | undefined;

  constructor(of: Tracking) {
    this.of = of;
  }

  get document(): Document {
    return this.of.document.view;
  }

  get taken(): Taken {
    return this.of.taken;
  }

  get catalog(): Catalog {
    return this.of.catalog;
  }

  get network(): CompiledNetwork {
    return this.of.network.network;
  }

  get traces(): ReadonlyMap<FlowId, Trace> {
    return this.of.traces;
  }

  get flows(): readonly Flow[] {
    return this.of.flows.get();
  }

  all<K extends KindName>(kind: K): readonly Resource<K>[] {
    // Every record of the list has that kind.
    return this.of.document.all(kind) as unknown as readonly Resource<K>[];
  }

  resource(id: ResourceId | null | undefined): Resource | undefined {
    return id == null ? undefined : this.document.resources.get(id);
  }

  inside(parent: ResourceId | null): readonly Resource[] {
    return this.of.document.inside(parent);
  }

  referrers(id: ResourceId): readonly Resource[] {
    return this.of.document.referrers(id);
  }

  around(id: ResourceId): Surroundings {
    this.surroundings ??= new Map();
    let found = this.surroundings.get(id);
    if (found === undefined) this.surroundings.set(id, (found = surroundings(this.document, id, this)));
    return found;
  }

  only(ids: readonly ResourceId[]): Document {
    const resources = new Map<ResourceId, Resource>();
    for (const id of ids) {
      const record = this.of.document.raw(id);
      if (record !== undefined) resources.set(id, record);
    }
    return { ...this.document, resources, flows: flowsBetween(resources, this.document.flows) };
  }

  freshId(hint: string): string {
    return firstFree(hint, (id) => !this.taken.hasId(id));
  }

  freeName(wanted: string): string {
    return firstFree(wanted, (name) => !this.taken.hasName(name));
  }

  after(plan: Plan): RuleContext {
    const { catalog, document } = this.of;
    return contextOf(catalog, documentAfter({ catalog }, document.everything(), plan));
  }

  ask(question: Question, about: readonly string[]): unknown {
    return this.of.answer(question, about);
  }
}
