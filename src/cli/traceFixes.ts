/** Changes that let a blocked flow through: what rules propose for it, each tried before it is told. */
import { catalog, rules } from '../aws';
import { newResource } from '../core/catalog/newResource';
import { surroundingsOf } from '../core/catalog/surroundings';
import type { Document, Flow, Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { ancestors, valuesOf } from '../core/model/queries';
import { isUnknown, type Value } from '../core/model/value';
import type { Fact } from '../core/network/facts';
import { networkOf } from '../core/network/doubts';
import { factsOf } from '../core/network/network';
import { fullServiceName } from '../core/network/serviceNames';
import type { End, Query, Trace } from '../core/network/trace';
import type { Plan } from '../core/plans/plan';
import { documentAfter } from '../core/plans/plan';
import { validate } from '../core/rules/validate';
import { addressOf, blockOf, containsAddress } from '../lib/cidr';
import type { Input } from './openInput';

export interface Fix {
  readonly plan: Plan;
  /** Which entries of `blockedBy` it does away with. */
  readonly blocks: readonly number[];
}

const most = 3;

export function fixesFor({ document, nameOf }: Input, query: Query, trace: Trace): readonly Fix[] {
  if (trace.verdict !== 'blocked') return [];
  const asked = withFlow(document, query);
  const blamed = new Set(trace.blockedBy.flatMap(({ resource, at }) => [resource, at]));
  const { findings } = validate(catalog, rules, asked);
  // What is proposed for the flow itself is best; what mends a fault on its way may do as well.
  const plans = [
    ...findings.filter(({ on }) => on.includes(askedId)),
    ...findings.filter(({ on }) => !on.includes(askedId) && on.some((id) => blamed.has(id))),
  ].flatMap(({ fixes = [] }) => fixes);
  const found: Fix[] = [];
  // Two findings may propose the same change in other words.
  const tried = new Set<string>();
  for (const plan of plans) {
    if (found.length === most) break;
    const changes = JSON.stringify(plan.commands);
    if (tried.has(changes)) continue;
    tried.add(changes);
    const after = documentAfter({ catalog }, asked, plan);
    if (networkOf(catalog, after, { nameOf }).trace(query).verdict === 'reachable')
      found.push({ plan, blocks: trace.blockedBy.map((_, index) => index) });
  }
  return found;
}

const askedId = 'asked on the command line';

/** The design with the flow drawn, so that rules can speak about it; without, where an end cannot be drawn. */
function withFlow(document: Document, query: Query): Document {
  const from = drawnEnd(document, query.from, undefined);
  const to = from === undefined ? undefined : drawnEnd(from.document, query.to, from.id);
  if (from === undefined || to === undefined) return document;
  const flow: Flow = {
    id: askedId,
    from: from.id,
    to: to.id,
    protocol: query.protocol,
    port: query.port,
    ...(query.group === undefined ? {} : { group: query.group }),
    gbPerMonth: null,
    expect: 'reachable',
    label: '',
    bends: {},
    order: 'U',
  };
  return { ...to.document, flows: new Map(to.document.flows).set(askedId, flow) };
}

/** An end as a resource: its own, one that stands for it already, or a new one. */
function drawnEnd(
  document: Document,
  end: End,
  beside: ResourceId | undefined,
): { readonly document: Document; readonly id: ResourceId } | undefined {
  if ('resource' in end) return { document, id: end.resource };
  if ('address' in end && !('internet' in end)) return onPremises(document, end.address);
  const means = (fact: Fact): boolean =>
    ('internet' in end && end.address === undefined && fact.fact === 'internet' && fact.address === null) ||
    ('service' in end &&
      fact.fact === 'service' &&
      !isUnknown(fact.service) &&
      (fact.service === end.service || fullServiceName(fact.service, fact.region) === end.service));
  for (const fact of factsOf(catalog, document)) if (means(fact)) return { document, id: fact.by };
  const root = beside === undefined ? undefined : ancestors(document, beside).at(-1);
  for (const kind of catalog.kinds.values()) {
    const held = root !== undefined && kind.parents.some((parent) => parent === root.kind);
    if (!held && !kind.parents.includes('canvas')) continue;
    const plain = newResource(catalog, {
      kind: kind.kind as KindName, // the catalog's own name
      id: kind.defaultName,
      name: kind.defaultName,
      parentId: held ? root.id : null,
      order: 'U',
    });
    // A kind that has no such prop pays it no heed.
    const props = 'service' in end ? { ...valuesOf(plain), service: end.service } : plain.props;
    const made = { ...plain, id: freeId(document, plain.id), props } as Resource;
    const grown = { ...document, resources: new Map(document.resources).set(made.id, made) };
    for (const fact of kind.facts?.(made, surroundingsOf(grown, made.id)) ?? [])
      if (means(fact)) return { document: grown, id: made.id };
  }
  return undefined;
}

/** What stands for a network on premises that has an address. */
function onPremises(
  document: Document,
  text: string,
): { readonly document: Document; readonly id: ResourceId } | undefined {
  const address = addressOf(text);
  const holds = (value: Value<string>): boolean => {
    const block = isUnknown(value) ? undefined : blockOf(value);
    return block !== undefined && address !== undefined && containsAddress(block, address);
  };
  for (const fact of factsOf(catalog, document)) {
    const blocks =
      fact.fact === 'on-premises'
        ? fact.blocks
        : fact.fact === 'vpn-connection'
          ? Object.values(fact.routes).map(({ destination }) => destination)
          : fact.fact === 'customer-gateway'
            ? fact.announces
            : [];
    if (blocks.some(holds)) return { document, id: fact.by };
  }
  return undefined;
}

function freeId(document: Document, wanted: string): string {
  let id = wanted;
  for (let number = 2; document.resources.has(id); number++) id = `${wanted}${number}`;
  return id;
}
