/** Whether a prop can hold a value: whether it has the type that the field's kind relies on. Whether it makes sense is for rules to say. */
import type { ChoiceField, Field, RowsField } from './field';

/** Of all but tables, whose cells are fields themselves. */
export function fits(field: Exclude<Field, RowsField<unknown>>, value: unknown): boolean {
  switch (field.control) {
    case 'text':
    case 'cidr':
    case 'art':
      return typeof value === 'string' || (value === null && field.default === null);
    case 'number':
      return typeof value === 'number'
        ? Number.isFinite(value)
        : value === null && (field.optional === true || field.default === null);
    case 'toggle':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && (closedOptionsOf(field)?.has(value) ?? true);
    case 'ref':
      return value === null || (typeof value === 'string' && value !== '');
    case 'refs':
      return isObject(value) && Object.values(value).every((each) => each === true);
    case 'peer':
      return typeof value === 'string' || (isObject(value) && typeof value['ref'] === 'string');
  }
}

const closed = new WeakMap<Field, ReadonlySet<string> | 'open'>();

/**
 * The options where they are all there is, so that the kind's code relies on it. A list that depends on the Region (zones)
 * cannot be complete, and one with a check of its own says itself what is wrong.
 */
function closedOptionsOf(field: ChoiceField<unknown>): ReadonlySet<string> | undefined {
  let found = closed.get(field);
  if (found === undefined) {
    const [here, there] = ['ap-northeast-1', 'us-east-1'].map((region) =>
      field.options(region).map(({ value }) => value),
    );
    found = field.check === undefined && here?.join('\n') === there?.join('\n') ? new Set(here) : 'open';
    closed.set(field, found);
  }
  return found === 'open' ? undefined : found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
