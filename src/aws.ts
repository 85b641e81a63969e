/** The composition root: gathers every kind and every rule. Adding one means adding its file; nothing here changes. */
import type { Rule } from './core/rules/rule';

export { catalog } from './awsKinds';

const ruleModules = import.meta.glob<{ readonly default: Rule }>(['./rules/*.ts', '!./rules/*.test.ts'], {
  eager: true,
});

/** All rules, by id. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  Object.values(ruleModules).map((each) => [each.default.id, each.default]),
);
