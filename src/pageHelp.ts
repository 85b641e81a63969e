/**
 * The labels and the help of the fields of all kinds. The page that draws is loaded without them; the inspector, which alone
 * shows fields, writes them into the page's catalog when it is loaded. See `ui/build/kindsForPage.ts`.
 */
import type { Words } from './lib/words';
import { catalog } from './pageKinds';

interface KindWords {
  readonly kind: string;
  readonly says: Readonly<Record<string, { readonly label?: Words; readonly help?: Words }>>;
}

const wordModules = import.meta.glob<{ readonly default: KindWords }>('./kinds/*/kind.ts', {
  eager: true,
  query: '?help',
});

export function bringWords(): void {
  for (const { default: each } of Object.values(wordModules))
    for (const [prop, says] of Object.entries(each.says)) {
      const field = catalog.fields(each.kind).get(prop);
      // Until now the field only lacked what its type promises.
      if (field !== undefined) Object.assign(field, says);
    }
}
