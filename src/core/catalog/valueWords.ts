/** Values of fields and rows of tables in words, for lists of changes: one line each, without markup. */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Field, RowsField } from './field';

export interface Naming {
  readonly nameOf: (id: ResourceId) => string;
  readonly region: string;
}

/** Not of a table: its rows are told one by one. */
export function valueWords(field: Field, value: unknown, naming: Naming): Words {
  if (isUnknown(value)) return { en: 'not known', ja: '不明' };
  if (isEmpty(value)) return field.control === 'ref' ? field.none : nothing;
  if (typeof value === 'boolean') return value ? { en: 'on', ja: 'オン' } : { en: 'off', ja: 'オフ' };
  switch (field.control) {
    case 'choice': {
      const option = field.options(naming.region).find((each) => each.value === value);
      return option?.label ?? same(String(value));
    }
    case 'ref':
      return same(typeof value === 'string' ? naming.nameOf(value) : String(value));
    case 'refs':
      return namesIn(value, naming);
    case 'peer':
      return same(isReference(value) ? naming.nameOf(value.ref) : String(value));
    case 'number':
      return field.unit === undefined
        ? same(String(value))
        : { en: `${String(value)} ${field.unit.en}`, ja: `${String(value)} ${field.unit.ja}` };
    case 'art':
      // An image is a hundred thousand letters that nobody reads.
      return field.of === 'icon' ? same(String(value)) : { en: 'a picture', ja: '画像' };
    default:
      return same(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  }
}

/** `Destination 0.0.0.0/0, Target NatGateway`; columns that are empty or mean nothing beside the others are left out. */
export function rowWords(
  { columns }: RowsField<unknown>,
  row: Readonly<Record<string, unknown>>,
  naming: Naming,
): Words {
  const ends = new Set(Object.values(columns).map((column) => rangeEnd(column)));
  const told = Object.entries(columns).flatMap(([name, column]): Words[] => {
    const value = row[name];
    if (ends.has(name) || isEmpty(value) || column.applies?.(row) === false) return [];
    const end = row[rangeEnd(column) ?? ''];
    if (!isEmpty(end) && typeof value === 'number') {
      const range = end === value ? String(value) : `${value}-${String(end)}`;
      return [{ en: `Port ${range}`, ja: `ポート ${range}` }];
    }
    const words = valueWords(column, value, naming);
    return [{ en: `${column.label.en} ${words.en}`, ja: `${column.label.ja} ${words.ja}` }];
  });
  if (told.length === 0) return nothing;
  return { en: told.map(({ en }) => en).join(', '), ja: told.map(({ ja }) => ja).join('、') };
}

/** The column that ends the range of ports that one begins. */
function rangeEnd(column: Field): string | undefined {
  return column.control === 'number' ? column.rangeTo : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function namesIn(value: unknown, { nameOf }: Naming): Words {
  const ids = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (ids.length === 0) return nothing;
  const names = ids.map(nameOf).sort();
  return { en: names.join(', '), ja: names.join('、') };
}

function isReference(value: unknown): value is { readonly ref: string } {
  return typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'string';
}

function same(text: string): Words {
  return { en: text, ja: text };
}

const nothing: Words = { en: 'none', ja: 'なし' };
