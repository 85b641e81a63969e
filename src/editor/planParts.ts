/** What a plan adds and changes, in a few words: what stands below its title. */
import { documentAfter, type Plan } from '../core/plans/plan';
import { valuesOf } from '../core/model/queries';
import type { Words } from '../lib/words';
import type { Editor } from './editor';

/** Empty where the plan no longer fits the diagram. */
export function partsOfPlan({ catalog, store }: Pick<Editor, 'catalog' | 'store'>, plan: Plan): Words {
  const { document } = store;
  let after: typeof document;
  try {
    after = documentAfter({ catalog }, document, plan);
  } catch {
    return { en: '', ja: '' };
  }
  const added = new Map<string, { readonly label: Words; count: number }>();
  const changed: string[] = [];
  for (const [id, resource] of after.resources) {
    const was = document.resources.get(id);
    if (was === undefined) {
      const { label } = catalog.kind(resource.kind);
      const known = added.get(resource.kind);
      if (known === undefined) added.set(resource.kind, { label, count: 1 });
      else known.count++;
    } else if (valuesOf(was) !== valuesOf(resource) || was.parentId !== resource.parentId)
      changed.push(resource.name);
  }
  const times = (count: number): string => (count === 1 ? '' : ` × ${count}`);
  const parts: Words[] = [...added.values()].map(({ label, count }) => ({
    en: `+ ${label.en}${times(count)}`,
    ja: `+ ${label.ja}${times(count)}`,
  }));
  if (changed.length > 0)
    parts.push({
      en: `changes ${changed.join(', ')}`,
      ja: `${changed.join('、')}を変更`,
    });
  return {
    en: parts.map(({ en }) => en).join(' · '),
    ja: parts.map(({ ja }) => ja).join(' · '),
  };
}
