/** The attributes of load balancers and target groups: a list of keys with values. */
import type { Value } from '../model/value';
import type { CfnReader } from './mapping';
import type { CfnValue } from './template';

/** The text of an attribute; the fallback where the list does not have it. */
export function readAttribute(
  reader: CfnReader,
  prop: string,
  list: string,
  key: string,
  fallback: string,
): Value<string> {
  const attribute = reader.list(list).find((each) => each.raw('Key') === key);
  return attribute?.text(prop, 'Value', fallback) ?? fallback;
}

/** Those that have a value; undefined when none has. */
export function writeAttributes(
  attributes: Readonly<Record<string, string | undefined>>,
): CfnValue | undefined {
  const stated = Object.entries(attributes).flatMap(([Key, Value]) =>
    Value === undefined ? [] : [{ Key, Value }],
  );
  return stated.length === 0 ? undefined : stated;
}
