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
  const plansOf = (meant: (on: readonly string[]) => boolean): readonly Plan[] =>
    findings.filter(({ on }) => meant(on)).flatMap(({ fixes = [] }) => fixes);
  const own = plansOf((on) => on.includes(askedId));
  const others = plansOf((on) => !on.includes(askedId) && on.some((id) => blamed.has(id)));
  const found: Fix[] = [];
  // Two findings may propose the same change in other words, or with other keys for its rows.
  const tried = new Set<string>();
  const mended = new Set<string>();
  for (const [index, plan] of [...own, ...others].entries()) {
    if (found.length === most) break;
    const after = documentAfter({ catalog }, asked, plan);
    const { changes, fields } = changesOf(asked, after);
    // What is made for the flow opens no more than the flow needs; another row in the same place may.
    if (tried.has(changes) || (index >= own.length && mended.has(fields))) continue;
    tried.add(changes);
    if (networkOf(catalog, after, { nameOf }).trace(query).verdict !== 'reachable') continue;
    found.push({ plan, blocks: trace.blockedBy.map((_, block) => block) });
    if (index < own.length) mended.add(fields);
  }
  return found;
}

/** What is different in a design, whatever keys the rows of its tables have, and in which fields. */
function changesOf(before: Document, after: Document): { readonly changes: string; readonly fields: string } {
  const changes: unknown[] = [];
  const fields: string[] = [];
  for (const [id, resource] of after.resources) {
    const was = before.resources.get(id);
    if (resource === was) continue;
    const values = valuesOf(resource);
    changes.push([id, resource.kind, resource.parentId, withoutKeys(values)]);
    const old = was === undefined ? {} : valuesOf(was);
    if (resource.parentId !== was?.parentId) fields.push(`${id} moves`);
    for (const field of Object.keys(values)) if (values[field] !== old[field]) fields.push(`${id}.${field}`);
  }
  for (const id of before.resources.keys()) if (!after.resources.has(id)) changes.push([id]);
  return { changes: JSON.stringify(changes), fields: fields.sort().join('|') };
}

/** The values of a resource, with the rows of its tables as a sorted list. */
function withoutKeys(values: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(values)
    .map(([field, value]) =>
      typeof value === 'object' && value !== null && Object.values(value).every(isRow)
        ? [field, Object.values(value).map(written).sort()]
        : [field, value],
    )
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Columns in one order, in which none was given. */
function written(row: unknown): string {
  return JSON.stringify(Object.entries(row ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));
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
