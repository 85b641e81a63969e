import { isUnknown, type Value } from '../model/value';

/** Whether there are any, of what a template gives as a count. */
export function isPositive(count: Value<number>): Value<boolean> {
  return isUnknown(count) ? count : count > 0;
}
