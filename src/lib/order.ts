/**
 * Ordering keys: strings between any two of which another fits, so that one record can move without touching its
 * neighbours. Digits of base 62 read as a fraction; a key never ends in the lowest digit.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A key strictly between two others; null stands for the open end. Throws when `before` is not less than `after`, or
 * when a key has other characters.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after)
    throw new Error(`orderBetween expects before < after, got ${before} and ${after}`);
  let key = '';
  for (let position = 0; ; position++) {
    const low = before !== null && position < before.length ? digitAt(before, position) : 0;
    const high = after !== null && position < after.length ? digitAt(after, position) : digits.length;
    if (low === high) {
      key += digits[low];
      continue;
    }
    const middle = Math.floor((low + high) / 2);
    if (middle > low) return key + digits[middle];
    // No room at this digit: keep the lower neighbour's digit, after which the upper one no longer binds.
    key += digits[low];
    after = null;
  }
}

/** `count` rising keys after `before`, short ones for a long list. */
export function ordersAfter(before: string | null, count: number): string[] {
  const keys: string[] = [];
  for (let last = before; keys.length < count;) {
    last = nextAfter(last);
    keys.push(last);
  }
  return keys;
}

/** The key behind which a new record comes last; null where there is none. */
export function lastOrder(records: Iterable<{ readonly order: string }>): string | null {
  let last: string | null = null;
  for (const { order } of records) if (last === null || order > last) last = order;
  return last;
}

/** Sorts records by their key, and by id where two keys are the same (as after a merge). */
export function compareOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function nextAfter(key: string | null): string {
  if (key === null) return 'U';
  // Counting up in the last digit keeps keys short when a list is only appended to.
  const last = digitAt(key, key.length - 1);
  return last + 1 < digits.length ? key.slice(0, -1) + digits[last + 1] : `${key}V`;
}

function digitAt(key: string, position: number): number {
  const digit = digits.indexOf(key.charAt(position));
  if (digit < 0) throw new Error(`not an ordering key: ${key}`);
  return digit;
}
