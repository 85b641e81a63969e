/**
 * Validation of a document that changes: after each change it says what `validate` would say, and works out anew only what
 * hangs on what has changed. How that is known is told in `cells.ts`. Here it is put to use:
 *
 * - `trackedDocument.ts` is the document as checks read it; it notes who has read what.
 * - `trackedNetwork.ts` compiles and traces over it.
 * - `trackedContext.ts` is what checks are given, and keeps the answers to questions that many of them ask.
 * - This file has one cell for each resource and one for each flow, in which all checks of single ones (`rules/each.ts`) are
 *   run for it, and one cell for every other rule. `foundFixes.ts` has one for each finding whose fixes take time to find.
 *
 * A rule's author has nothing to do for this but to read through the context, and is given nothing else to read from.
 * `validation.test.ts` compares all that is said here with what `validate` says, for every rule.
 */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../model/document';
import { emptyDocument } from '../model/document';
import type { RouteState } from '../network/network';
import type { Trace } from '../network/trace';
import type { Finding, Rule } from '../rules/rule';
import { placeIn, shown, withCauses, type RuleFailure } from '../rules/validate';
import { cellsBy, followAll, Graph, Watch } from './cells';
import { FoundFixes } from './foundFixes';
import { InOrder, Ties } from './inOrder';
import { nothing, outcomes, RuleFindings, sortOut, type Outcomes } from './outcomes';
import { Tracking } from './trackedContext';
import { trackedDocument } from './trackedDocument';

export interface IncrementalValidation {
  /** Takes the place of the document before. All but the fixes that take time to find is then as it should be. */
  update(document: Document): void;
  /**
   * As `validate` gives them. Where fixes are still to be sought, those that the same finding had before stand in for them.
   * `others`: what is found elsewhere, and goes into the same list.
   */
  findings(others?: readonly Finding[]): FindingsNow;
  /** By the flow, in the order of the flows. */
  traces(): ReadonlyMap<FlowId, Trace>;
  /** The routes of every route table, by its id. */
  routes(): ReadonlyMap<ResourceId, readonly RouteState[]>;
  /** Seeks the fixes of one more finding; false when there are none to seek. */
  seekFixes(): boolean;
}

export interface FindingsNow {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly failures: readonly RuleFailure[];
}

const none: readonly Finding[] = [];

export function incrementalValidation(
  catalog: Catalog,
  rules: ReadonlyMap<string, Rule>,
): IncrementalValidation {
  const graph = new Graph();
  const watch = new Watch(graph);
  const document = trackedDocument(catalog, graph);
  const tracking = new Tracking(catalog, graph, document);
  const { ofKind, ofFlows, ofDesign } = sortOut(rules);
  const fixes = new FoundFixes(graph, watch);
  const ruleFindings = new RuleFindings(rules, fixes);
  let current = emptyDocument;

  const atResource = cellsBy(graph, (id: ResourceId): Outcomes => {
    const resource = document.view.resources.get(id);
    if (resource === undefined) return nothing;
    const context = tracking.context();
    return outcomes(ofKind(resource.kind), (check) => check(context, resource));
  });
  const atFlow = cellsBy(graph, (id: FlowId): Outcomes => {
    const flow = document.view.flows.get(id);
    if (flow === undefined || !document.has(flow.from) || !document.has(flow.to)) return nothing;
    const context = tracking.context();
    return outcomes(ofFlows, (check) => check(context, flow));
  });
  const inDesign = cellsBy(graph, (id: string): Outcomes =>
    outcomes(
      ofDesign.filter(([rule]) => rule === id),
      (check) => check(tracking.context()),
    ),
  );
  const resourceIds = graph.cell(() => [...document.view.resources.keys()]);
  const flowIds = graph.cell(() => tracking.flows.get().map(({ id }) => id));
  const parts = graph.cell(() => tracking.network.parts());
  const ruleIds = graph.cell(() => ofDesign.map(([rule]) => rule));
  followAll(watch, resourceIds, atResource, (id, found) => ruleFindings.tell(`r${id}`, found));
  followAll(watch, flowIds, atFlow, (id, found) => ruleFindings.tell(`f${id}`, found));
  followAll(watch, ruleIds, inDesign, (id, found) => ruleFindings.tell(`d${id}`, found));

  const traceOf = new Map<FlowId, Trace>();
  let traces: ReadonlyMap<FlowId, Trace> | undefined;
  followAll(
    watch,
    flowIds,
    cellsBy(graph, (id: FlowId) => tracking.network.traceOf(id)),
    (id, trace) => {
      if (trace === undefined) traceOf.delete(id);
      else traceOf.set(id, trace);
      traces = undefined;
    },
  );
  const routesIn = new Map<string, ReadonlyMap<ResourceId, readonly RouteState[]>>();
  let routes: ReadonlyMap<ResourceId, readonly RouteState[]> | undefined;
  followAll(
    watch,
    parts,
    cellsBy(graph, (key: string) => tracking.network.routesIn(key)),
    (key, inPart) => {
      if (inPart === undefined) routesIn.delete(key);
      else routesIn.set(key, inPart);
      routes = undefined;
    },
  );

  const lists = graph.source();
  let others = none;
  const placeOf = cellsBy(graph, (id: ResourceId | FlowId) => placeIn(document.view, id));
  const inOrder = new InOrder(watch, placeOf, () => lists.changed());
  const ties = new Ties();
  const conclusion = graph.cell(() => {
    lists.read();
    const { findings, failures } = ruleFindings.inOrder();
    const isFlow = (id: string): boolean => document.view.flows.has(id);
    const all = withCauses([...others, ...findings], rules, isFlow, ties.tie);
    return { all: inOrder.of(all), failures };
  });
  let answer: Pick<FindingsNow, 'findings' | 'suppressed'> | undefined;
  let answered: readonly Finding[] | undefined;
  let answeredFor: Document['suppressions'] | undefined;

  return {
    update(next) {
      current = next;
      document.update(next);
      watch.settle();
      if (ruleFindings.settle(next)) lists.changed();
    },
    findings(given = none) {
      if (given !== others && given.length + others.length > 0) lists.changed();
      others = given;
      const { all, failures } = conclusion.get();
      if (answer === undefined || answered !== all || answeredFor !== current.suppressions) {
        answer = shown(current, all);
        answered = all;
        answeredFor = current.suppressions;
      }
      return { ...answer, failures };
    },
    traces() {
      traces ??= new Map(
        flowIds.get().flatMap((id) => {
          const trace = traceOf.get(id);
          return trace === undefined ? [] : [[id, trace] as const];
        }),
      );
      return traces;
    },
    routes() {
      routes ??= new Map([...routesIn.values()].flatMap((inPart) => [...inPart]));
      return routes;
    },
    seekFixes() {
      if (fixes.areSought) return false;
      if (fixes.seekNext()) lists.changed();
      return true;
    },
  };
}
