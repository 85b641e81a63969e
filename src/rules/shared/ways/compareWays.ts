/** The alternatives for one flow of a document, drawn or asked for, with all that is known of the kinds. */
import type { Catalog } from '../../../core/catalog/catalog';
import type { Comparison } from '../../../core/compare/alternative';
import { compare, type CompareOptions } from '../../../core/compare/compare';
import type { Document, Flow, FlowId } from '../../../core/model/document';
import { queryOf } from '../../../core/network/queryOf';
import type { End, Query } from '../../../core/network/trace';
import { contextOf } from '../../../core/rules/context';
import type { RuleContext } from '../../../core/rules/rule';
import { addressOf, blockOf, containsAddress } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { titleOf } from '../services';
import { approaches } from './compared';
import { drawnQuestion } from './drawnQuestion';
import { destinationOf } from './ends';

export interface AskedFlow {
  readonly query: Query;
  /** Gigabytes a month, both directions together; null: nobody said. */
  readonly gbPerMonth: number | null;
}

type Options = Omit<CompareOptions, 'service' | 'expectedBlocked'>;

/** Of a flow that is drawn; undefined where there is none with that id, or one without its ends. `gb` is in place of its own. */
export function compareFlow(
  catalog: Catalog,
  document: Document,
  id: FlowId,
  options: Options & { readonly gb?: number },
): Comparison | undefined {
  const flow = document.flows.get(id);
  if (flow === undefined || !document.resources.has(flow.from) || !document.resources.has(flow.to))
    return undefined;
  const query = queryOf(document, catalog, flow);
  // Whoever compares ways wants one: what the arrow expects is told beside.
  const wanted: Flow = { ...flow, expect: 'reachable' };
  const asked =
    flow.expect === 'reachable' ? document : { ...document, flows: new Map(document.flows).set(id, wanted) };
  return compared(contextOf(catalog, asked), query, wanted, options.gb ?? flow.gbPerMonth, {
    ...options,
    expectedBlocked: flow.expect === 'blocked',
  });
}

/** Of a flow that somebody asks for by its ends. */
export function compareAsked(
  catalog: Catalog,
  document: Document,
  { query, gbPerMonth }: AskedFlow,
  options: Options,
): Comparison {
  const drawn = drawnQuestion(catalog, document, { ...query, to: drawableEnd(query.to) });
  if (drawn === undefined) {
    const notDrawn = whyNotDrawn(query);
    return compare(
      contextOf(catalog, document),
      { query, flow: null, notDrawn, gbPerMonth },
      approaches,
      options,
    );
  }
  return compared(contextOf(catalog, drawn.document), query, drawn.flow, gbPerMonth, options);
}

function compared(
  context: RuleContext,
  query: Query,
  flow: Flow,
  gbPerMonth: number | null,
  options: CompareOptions,
): Comparison {
  const destination = destinationOf(context, flow);
  const service = destination.is === 'service' ? titleOf(destination.service) : undefined;
  return compare(context, { query, flow, gbPerMonth }, approaches, { ...options, service });
}

/** An address that is no private one is somebody's on the internet; so is a host whose name is not the design's. */
function drawableEnd(end: End): End {
  if ('dns' in end) return { internet: true };
  if (!('address' in end) || 'resource' in end || 'internet' in end) return end;
  const address = addressOf(end.address);
  const isPublic = address !== undefined && !privateBlocks.some((block) => containsAddress(block, address));
  return isPublic ? { internet: true, address: end.address } : end;
}

const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'].flatMap(
  (text) => blockOf(text) ?? [],
);

function whyNotDrawn({ from, to }: Query): Words {
  const isOneOfSeveral = [from, to].some((end) => 'resource' in end && end.address !== undefined);
  return isOneOfSeveral
    ? {
        en: 'no plan is sought for one address of several; name the resource alone',
        ja: '複数のアドレスのうち 1 つを指定した通信のプランは検討しません。リソースだけを指定してください',
      }
    : {
        en: 'no plan is sought for an end that is no resource, no service and not the internet',
        ja: 'リソース、サービス、インターネット以外を端とする通信のプランは検討しません',
      };
}
