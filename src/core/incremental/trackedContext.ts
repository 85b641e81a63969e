/**
 * What checks are given by the editor's worker: a context of which each answer is noted as read by whoever is being worked
 * out. Whatever is worked out gets a context of its own, so that what a rule keeps by its context (which it should not: see
 * `asked`) is at least not kept beyond it.
 */
import { equal } from '../../lib/equal';
import type { Catalog } from '../catalog/catalog';
import type { Surroundings } from '../catalog/kind';
import type { Flow, FlowId, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Trace } from '../network/trace';
import { documentAfter } from '../plans/plan';
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
    return trackedContext(this);
  }

  answer(question: Question, about: readonly string[]): unknown {
    let cells = this.answers.get(question);
    if (cells === undefined) {
      cells = cellsBy(
        this.graph,
        (key: string) => question(this.context(), ...(JSON.parse(key) as readonly string[])),
        (a, b) => equal(a, b, (value) => this.document.isRecord(value) || 'ask' in value),
        question.isAskedByMany === true ? 'second early' : 'lazy',
      );
      this.answers.set(question, cells);
    }
    return cells(JSON.stringify(about)).get();
  }
}

function trackedContext(of: Tracking): RuleContext {
  const { catalog, document: tracked, taken } = of;
  const { view } = tracked;
  const around = new Map<ResourceId, Surroundings>();
  const context: RuleContext = {
    document: view,
    taken,
    catalog,
    network: of.network.network,
    traces: of.traces,
    get flows() {
      return of.flows.get();
    },
    // Every record of the list has that kind.
    all: <K extends KindName>(kind: K) => tracked.all(kind) as unknown as readonly Resource<K>[],
    resource: (id) => (id == null ? undefined : view.resources.get(id)),
    inside: tracked.inside,
    referrers: tracked.referrers,
    around: (id) => {
      let found = around.get(id);
      if (found === undefined) around.set(id, (found = surroundings(view, id, context)));
      return found;
    },
    only(ids) {
      const resources = new Map<ResourceId, Resource>();
      for (const id of ids) {
        const record = tracked.raw(id);
        if (record !== undefined) resources.set(id, record);
      }
      return { ...view, resources, flows: flowsBetween(resources, view.flows) };
    },
    freshId: (hint) => firstFree(hint, (id) => !taken.hasId(id)),
    freeName: (wanted) => firstFree(wanted, (name) => !taken.hasName(name)),
    after: (plan) => contextOf(catalog, documentAfter({ catalog }, tracked.everything(), plan)),
    ask: (question, about) => of.answer(question, about),
  };
  return context;
}
