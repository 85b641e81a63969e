/** The composition root: gathers every kind and every rule. Adding one means adding its file; nothing here changes. */
import type { Catalog } from './core/catalog/catalog';
import { createCatalog } from './core/catalog/catalog';
import type { KindName } from './core/model/kinds';
import type { Rule } from './core/rules/rule';

const kindModules = import.meta.glob<{ readonly default: { readonly kind: KindName } }>('./kinds/*/kind.ts', {
  eager: true,
});
const ruleModules = import.meta.glob<{ readonly default: Rule }>(['./rules/*.ts', '!./rules/*.test.ts'], {
  eager: true,
});

export const catalog: Catalog = createCatalog(Object.values(kindModules).map((each) => each.default));

/** All rules, by id. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  Object.values(ruleModules).map((each) => [each.default.id, each.default]),
);
