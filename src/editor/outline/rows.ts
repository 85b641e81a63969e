/** The diagram as the lines of a tree: each container followed by what stands in it, folded, filtered and sorted. */
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { childrenByParent } from '../../core/model/queries';
import type { Language } from '../../lib/words';
import type { FlowVerdict } from '../../core/network/flowVerdict';
import type { Details } from './details';
import { fits, wantedWords } from './matching';

export interface OutlineRow {
  readonly id: ResourceId;
  /** From 1, the bare canvas's own. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  /** Undefined where nothing stands in it. */
  readonly isOpen: boolean | undefined;
  readonly parentId: ResourceId | null;
}

export const outlineColumns = ['name', 'kind', 'zone', 'address', 'routeTable', 'findings', 'flows'] as const;
export type OutlineColumn = (typeof outlineColumns)[number];

export interface OutlineQuery {
  readonly folded: ReadonlySet<ResourceId>;
  /** As typed. What fits is shown with the containers around it, all of them open. */
  readonly filter: string;
  /** Null: as drawn. Siblings are sorted, so that the tree stays one. */
  readonly sort: { readonly by: OutlineColumn; readonly descending: boolean } | null;
  readonly language: Language;
}

type DetailsOf = (id: ResourceId) => Details | undefined;

export function outlineRows(
  document: Document,
  details: DetailsOf,
  query: OutlineQuery,
): readonly OutlineRow[] {
  const byParent = childrenByParent(document);
  const kept = keptBy(document, details, query.filter);
  const order = orderOf(details, query);
  const rows: OutlineRow[] = [];
  const seen = new Set<ResourceId>();
  const childrenOf = (id: ResourceId | null): readonly Resource[] => {
    const all = byParent.get(id) ?? [];
    const shown = kept === null ? all : all.filter((child) => kept.has(child.id));
    return order === null ? shown : [...shown].sort(order);
  };
  const visit = (parentId: ResourceId | null, level: number): void => {
    const siblings = childrenOf(parentId);
    for (const [index, { id }] of siblings.entries()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const isParent = childrenOf(id).length > 0;
      const isOpen = isParent ? kept !== null || !query.folded.has(id) : undefined;
      rows.push({ id, level, place: index + 1, siblings: siblings.length, isOpen, parentId });
      if (isOpen === true) visit(id, level + 1);
    }
  };
  visit(null, 1);
  return rows;
}

/** The ids that fit what was typed, with all around them; null where nothing was. */
function keptBy(document: Document, details: DetailsOf, filter: string): ReadonlySet<ResourceId> | null {
  const wanted = wantedWords(filter);
  if (wanted.length === 0) return null;
  const kept = new Set<ResourceId>();
  for (const { id } of document.resources.values()) {
    if (!fits(textsOf(details(id)), wanted)) continue;
    let at: ResourceId | null = id;
    // Ends at a container that is kept already, and so at a cycle.
    while (at !== null && !kept.has(at)) {
      kept.add(at);
      at = document.resources.get(at)?.parentId ?? null;
    }
  }
  return kept;
}

function textsOf(details: Details | undefined): readonly string[] {
  if (details === undefined) return [];
  const { name, kind, zone, address, routeTable } = details;
  return [name, kind.en, kind.ja, zone, address, routeTable?.name ?? ''];
}

/** One collator a language for all, numbers by their value: `localeCompare` makes its own each time. */
const collators = {
  en: new Intl.Collator('en', { numeric: true }),
  ja: new Intl.Collator('ja', { numeric: true }),
};

const gravity = { advice: 1, warning: 2, error: 3 };

function orderOf(
  details: DetailsOf,
  { sort, language }: OutlineQuery,
): ((a: Resource, b: Resource) => number) | null {
  if (sort === null) return null;
  const { compare } = collators[language];
  const key = (resource: Resource): string | number => keyOf(details(resource.id), sort.by, language);
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    // What has nothing to be sorted by comes last either way.
    if (isNothing(one) !== isNothing(other)) return isNothing(one) ? 1 : -1;
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compare(String(one), String(other));
    if (order !== 0) return sort.descending ? -order : order;
    return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
  };
}

const isNothing = (key: string | number): boolean => key === '' || key === 0;

function keyOf(details: Details | undefined, column: OutlineColumn, language: Language): string | number {
  if (details === undefined) return '';
  switch (column) {
    case 'name':
    case 'zone':
    case 'address':
      return details[column];
    case 'kind':
      return details.kind[language];
    case 'routeTable':
      return details.routeTable?.name ?? '';
    case 'findings':
      return details.findings === undefined
        ? 0
        : gravity[details.findings.worst] * 1e6 + details.findings.count;
    case 'flows':
      return flowWeight(details.flows);
  }
}

/** One flow that is blocked weighs more than a thousand of which nobody can say. */
function flowWeight(flows: Details['flows']): number {
  const of = (verdict: FlowVerdict): number => flows.get(verdict) ?? 0;
  const bad = of('blocked') + of('reply-blocked');
  return (bad * 1e3 + of('cannot-say') + of('not-computed')) * 1e3 + of('arrives');
}
