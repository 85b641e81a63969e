/** Options that CloudFormation writes as `enable` and `disable`. */
import { isUnknown, type Value } from '../model/value';
import type { CfnValue } from './template';

export function isEnabled(text: Value<string>): Value<boolean> {
  return isUnknown(text) ? text : text === 'enable';
}

/** Undefined, so that the property is left out, for a value that is not known, and for the default where there is a sure one. */
export function enabling(value: Value<boolean>, fallback: boolean | undefined): CfnValue | undefined {
  if (isUnknown(value) || value === fallback) return undefined;
  return value ? 'enable' : 'disable';
}
