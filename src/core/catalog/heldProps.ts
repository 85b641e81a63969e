/** Props as their fields can hold them: what was read from elsewhere and fits none is unknown, and says what was there. */
import { isUnknown } from '../model/value';
import type { Field, RowsField } from './field';
import { fits } from './fits';

type Props = Readonly<Record<string, unknown>>;

/** The same object where everything fits. What no field describes is left as it is. */
export function heldProps(fields: ReadonlyMap<string, Field>, props: Props): Props {
  return withEach(props, (name, value) => {
    const field = fields.get(name);
    return field === undefined ? value : held(field, value);
  });
}

function held(field: Field, value: unknown): unknown {
  if (field.control === 'rows') return heldRows(field, value);
  if (fits(field, value)) return value;
  // A list of references holds those that are known; there is no other way to say that some are not.
  if (field.control === 'refs') return field.default;
  return isUnknown(value) && isWords(value.unknown) ? value : nobodyKnows(value);
}

function heldRows({ columns, default: usual }: RowsField<unknown>, value: unknown): unknown {
  if (!isRecord(value)) return usual;
  return withEach(value, (_key, row) => {
    if (!isRecord(row))
      return Object.fromEntries(Object.keys(columns).map((name) => [name, nobodyKnows(row)]));
    return withEach(row, (name, cell) => {
      const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
      return column === undefined ? cell : held(column, cell);
    });
  });
}

function withEach(record: Props, to: (name: string, value: unknown) => unknown): Props {
  let isSame = true;
  const entries = Object.entries(record).map(([name, value]): [string, unknown] => {
    const becomes = value === undefined ? value : to(name, value);
    if (becomes !== value) isSame = false;
    return [name, becomes];
  });
  return isSame ? record : Object.fromEntries(entries);
}

function nobodyKnows(value: unknown): unknown {
  const most = 40;
  const whole = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const shown = whole.length > most ? `${whole.slice(0, most)}…` : whole;
  return {
    unknown: {
      en: `“${shown}” stands here, whose meaning is not known`,
      ja: `「${shown}」と書かれていますが、意味がわかりません`,
    },
  };
}

function isWords(value: unknown): boolean {
  return isRecord(value) && typeof value['en'] === 'string' && typeof value['ja'] === 'string';
}

function isRecord(value: unknown): value is Props {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
