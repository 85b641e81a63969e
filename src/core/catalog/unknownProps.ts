import type { Words } from '../../lib/words';
import type { Field } from './field';

/** Props of which nothing is known: every value unknown, every table with one unknown row. */
export function unknownProps(
  fields: ReadonlyMap<string, Field>,
  why: Words,
): Readonly<Record<string, unknown>> {
  const props: Record<string, unknown> = {};
  for (const [name, field] of fields) props[name] = unknownValue(field, why);
  return props;
}

function unknownValue(field: Field, why: Words): unknown {
  switch (field.control) {
    case 'rows':
      return {
        unknown: Object.fromEntries(
          Object.entries(field.columns).map(([column, inner]) => [column, unknownValue(inner, why)]),
        ),
      };
    case 'refs':
      return {};
    default:
      return { unknown: why };
  }
}
