/**
 * The catalog for the page: every kind as far as drawing needs it. Its facts and its CloudFormation mapping are in
 * `awsKinds.ts`, for workers and for what is loaded later. See `ui/build/kindsForPage.ts`.
 */
import type { Catalog } from './core/catalog/catalog';
import { createCatalog } from './core/catalog/catalog';
import type { KindName } from './core/model/kinds';

const kindModules = import.meta.glob<{ readonly default: { readonly kind: KindName } }>('./kinds/*/kind.ts', {
  eager: true,
  query: '?page',
});

export const catalog: Catalog = createCatalog(Object.values(kindModules).map((each) => each.default));
