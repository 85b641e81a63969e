/** Truth of three values: true, false, and not known. */
import type { Evaluated } from './evaluated';

export function truthOf(value: Evaluated): boolean | undefined {
  if (value.is !== 'text') return undefined;
  return value.text === 'true' ? true : value.text === 'false' ? false : undefined;
}

export function equal(left: Evaluated, right: Evaluated): boolean | undefined {
  if (left.is === 'absent' || right.is === 'absent') return left.is === right.is;
  if (left.is === 'text' && right.is === 'text')
    return left.assumed === undefined && right.assumed === undefined ? left.text === right.text : undefined;
  if (left.is === 'list' && right.is === 'list') {
    if (left.items.length !== right.items.length) return false;
    return all(
      left.items.map((item, index) => {
        const other = right.items[index];
        return other === undefined ? false : equal(item, other);
      }),
    );
  }
  return undefined;
}

/** Three-valued "and": false wins over what is not known. */
export function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

export function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
