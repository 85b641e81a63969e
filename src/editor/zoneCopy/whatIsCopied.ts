/** What goes into another Availability Zone with a subnet: what stands in it, and the route table that only it uses. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Field } from '../../core/catalog/field';
import { referencesOf } from '../../core/catalog/references';
import { surroundingsOf } from '../../core/catalog/surroundings';
import type { Document, Flow, Resource, ResourceId } from '../../core/model/document';
import { compareOrder } from '../../lib/order';
import { cutOut, type Copied } from '../clipboard';
import { hasFootInSeveral } from './joining';

export interface ZoneContent extends Copied {
  /** Arrows between what is copied and what is not: they are drawn for the copies as well. */
  readonly outwards: readonly Flow[];
}

export function whatIsCopied(catalog: Catalog, document: Document, tops: readonly ResourceId[]): ZoneContent {
  const cut = cutOut(document, tops);
  const resources = cut.resources.filter((resource) => {
    const parent = document.resources.get(resource.parentId ?? '');
    return parent === undefined || tops.includes(resource.id) || !hasFootInSeveral(catalog, resource, parent);
  });
  const inside = new Set(resources.map(({ id }) => id));
  const followers = usedByNobodyElse(catalog, document, inside);
  return {
    resources: [...followers, ...resources],
    flows: cut.flows.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    outwards: [...document.flows.values()]
      .filter(({ from, to }) => inside.has(from) !== inside.has(to))
      .sort(compareOrder),
  };
}

/** Of the kinds that go with their users, those that nothing but what is copied names, and that decide for nobody else. */
function usedByNobodyElse(
  catalog: Catalog,
  document: Document,
  inside: ReadonlySet<ResourceId>,
): readonly Resource[] {
  const named = new Set<ResourceId>();
  const elsewhere = new Set<ResourceId>();
  for (const resource of document.resources.values())
    for (const { to, field, column } of referencesOf(catalog, resource)) {
      if (inside.has(resource.id)) named.add(to);
      else if (!isJoinedLater(catalog.fields(resource.kind).get(field), column)) elsewhere.add(to);
    }
  return [...named]
    .flatMap((id) => document.resources.get(id) ?? [])
    .filter((resource) => {
      const { goesWithUsers, look } = catalog.kind(resource.kind);
      if (goesWithUsers !== true || inside.has(resource.id) || elsewhere.has(resource.id)) return false;
      // The main one is that of all subnets that name none.
      return look?.(resource, surroundingsOf(document, resource.id)).main !== true;
    })
    .sort(compareOrder);
}

/** Whether the reference is joined by the copy, so that it is no reason to share the original. */
function isJoinedLater(field: Field | undefined, column: string | undefined): boolean {
  const reference = field?.control === 'rows' ? field.columns[column ?? ''] : field;
  return reference !== undefined && 'whenCopied' in reference && reference.whenCopied !== undefined;
}
