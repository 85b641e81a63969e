import { isListValue, sameValue } from '../source/syntax';
import type { CfnValue } from '../template';
import { isLoop } from './unroll';

/**
 * Whether a change concerns what a loop within a value makes: a property, say. `written`: with the loop; `before`: without
 * it, as it is to be now in `after`.
 */
export function isLoopChange(
  written: CfnValue | undefined,
  before: CfnValue | undefined,
  after: CfnValue | undefined,
): boolean {
  if (sameValue(written, before) || sameValue(before, after)) return false;
  if (isListValue(written) && isListValue(before) && isListValue(after) && before.length === after.length)
    return written.some((item, index) => isLoopChange(item, before[index], after[index]));
  if (!isRecord(written) || !isRecord(before) || !isRecord(after)) return true;
  const said = new Set(Object.keys(written).filter((key) => !isLoop(key)));
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].some((key) =>
    said.has(key)
      ? isLoopChange(written[key], before[key], after[key])
      : Object.hasOwn(before, key) && !sameValue(before[key], after[key]),
  );
}

function isRecord(value: CfnValue | undefined): value is { readonly [key: string]: CfnValue | undefined } {
  return typeof value === 'object' && value !== null && !isListValue(value);
}
