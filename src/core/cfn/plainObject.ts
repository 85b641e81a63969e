import { isObjectValue, type ObjectValue } from './source/syntax';
import type { CfnValue } from './template';

/** An object that is no function call: a call is one value. */
export function isPlainObject(value: CfnValue | undefined): value is ObjectValue {
  if (!isObjectValue(value)) return false;
  const keys = Object.keys(value);
  return keys.length !== 1 || !/^(?:Ref|Condition|Fn::.*)$/.test(keys[0] ?? '');
}

/** What it says of a key, which may be the name of something that every object has. */
export function own(value: ObjectValue, key: string): CfnValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
