/**
 * Gathers every kind into the catalog. It stands apart from the rules because the page needs the kinds at once, and the rules
 * (60 kB of compressed script) only in its worker.
 */
import type { Catalog } from './core/catalog/catalog';
import { createCatalog } from './core/catalog/catalog';
import type { KindName } from './core/model/kinds';

const kindModules = import.meta.glob<{ readonly default: { readonly kind: KindName } }>('./kinds/*/kind.ts', {
  eager: true,
});

export const catalog: Catalog = createCatalog(Object.values(kindModules).map((each) => each.default));
