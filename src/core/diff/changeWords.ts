/** A change of a resource in words; the resource itself is named beside it. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { rowWords, valueWords, type Naming } from '../catalog/valueWords';
import type { Document, ResourceId } from '../model/document';
import type { ResourceChange } from './resourceChanges';

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** One of the two designs, with what it calls its resources. */
export interface Side {
  readonly document: Document;
  readonly nameOf: (id: ResourceId) => string;
}

/** Empty for what was added or removed as a whole, but for where it stands. */
export function changeWords(catalog: Catalog, change: ResourceChange, { before, after }: Sides): Words {
  const box = (side: Side, id: ResourceId | null): Words =>
    id === null ? { en: 'the canvas', ja: 'キャンバス' } : same(side.nameOf(id));
  switch (change.is) {
    case 'added':
    case 'removed': {
      const side = change.is === 'added' ? after : before;
      const parentId = side.document.resources.get(change.id)?.parentId ?? null;
      if (parentId === null) return same('');
      const within = box(side, parentId);
      return { en: `in ${within.en}`, ja: `${within.ja} 内` };
    }
    case 'renamed':
      return {
        en: `renamed, was ${change.before === '' ? 'without a name' : change.before}`,
        ja: `名前の変更、変更前: ${change.before === '' ? '名前なし' : change.before}`,
      };
    case 'moved': {
      const [from, to] = [box(before, change.before), box(after, change.after)];
      return { en: `moved from ${from.en} to ${to.en}`, ja: `${from.ja} から ${to.ja} へ移動` };
    }
    default:
      return valueChangeWords(catalog, change, before, after);
  }
}

type ValueChange = Extract<ResourceChange, { readonly field: string }>;

function valueChangeWords(catalog: Catalog, change: ValueChange, before: Side, after: Side): Words {
  const kind = before.document.resources.get(change.id)?.kind;
  const field = kind === undefined ? undefined : catalog.fields(kind).get(change.field);
  if (field === undefined) return same(change.field);
  const { label } = field;
  const [was, is] = [namingOf(before), namingOf(after)];
  if (change.is === 'set') {
    const [old, now] = [valueWords(field, change.before, was), valueWords(field, change.after, is)];
    return { en: `${label.en}: ${old.en} → ${now.en}`, ja: `${label.ja}: ${old.ja} → ${now.ja}` };
  }
  if (field.control !== 'rows') return label;
  if (change.is === 'row-changed') {
    const [old, now] = [rowWords(field, change.before, was), rowWords(field, change.after, is)];
    return { en: `${label.en}: ${old.en} → ${now.en}`, ja: `${label.ja}: ${old.ja} → ${now.ja}` };
  }
  const isAdded = change.is === 'row-added';
  const row = rowWords(field, change.row, isAdded ? is : was);
  return {
    en: `${label.en}: ${isAdded ? 'added' : 'removed'} ${row.en}`,
    ja: `${label.ja}: ${isAdded ? '追加' : '削除'} ${row.ja}`,
  };
}

function namingOf({ document, nameOf }: Side): Naming {
  return { nameOf, region: document.settings.region };
}

function same(text: string): Words {
  return { en: text, ja: text };
}
