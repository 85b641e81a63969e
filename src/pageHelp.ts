/**
 * The help of the fields of all kinds, for the inspector: the page that draws is loaded without it. See
 * `ui/build/kindsForPage.ts`.
 */
import type { Words } from './lib/words';

interface KindHelp {
  readonly kind: string;
  readonly help: Readonly<Record<string, Words>>;
}

const helpModules = import.meta.glob<{ readonly default: KindHelp }>('./kinds/*/kind.ts', {
  eager: true,
  query: '?help',
});

const helpOf = new Map(Object.values(helpModules).map(({ default: { kind, help } }) => [kind, help]));

/** What is said of a field of a kind, besides what its field says itself. */
export function helpFor(kind: string, prop: string): Words | undefined {
  return helpOf.get(kind)?.[prop];
}
