import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';
import type { Difference } from './differences';

/** One sentence that names the resource, and the values where they are short. */
export function sayDifference(
  catalog: Catalog,
  { resources }: Document,
  difference: Difference,
  nameOf: (name: string) => string,
): Words {
  if (difference.is === 'added') {
    const name = nameOf(difference.name);
    return {
      en: `Reading it back would add ${name}, which the diagram does not have`,
      ja: `読み戻すと、ダイアグラムにない ${name} が追加されます`,
    };
  }
  const name = nameIn(resources, difference.id);
  switch (difference.is) {
    case 'lost':
      return { en: `${name} would not come back`, ja: `${name} は読み戻せません` };
    case 'renamed':
      return {
        en: `${name} would come back as “${difference.readAs}”`,
        ja: `${name} は「${difference.readAs}」という名前で読み戻されます`,
      };
    case 'elsewhere':
      return { en: `${name} would come back in another box`, ja: `${name} は別の枠の中に読み戻されます` };
    case 'changed': {
      const kind = resources.get(difference.id)?.kind;
      const field = kind === undefined ? undefined : catalog.fields(kind).get(difference.prop);
      const label = field?.label ?? { en: difference.prop, ja: difference.prop };
      const [before, after] = [short(difference.written), short(difference.readAs)];
      return before === undefined || after === undefined
        ? {
            en: `${label.en} of ${name} would come back otherwise`,
            ja: `${name} の「${label.ja}」は異なる内容で読み戻されます`,
          }
        : {
            en: `${label.en} of ${name} would come back as ${after}, not ${before}`,
            ja: `${name} の「${label.ja}」は ${before} ではなく ${after} として読み戻されます`,
          };
    }
  }
}

function nameIn(resources: Document['resources'], id: ResourceId): string {
  const name = resources.get(id)?.name ?? '';
  return name === '' ? id : name;
}

function short(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `“${String(value).slice(0, 60)}”`
    : undefined;
}
