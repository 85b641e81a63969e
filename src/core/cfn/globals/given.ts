/**
 * What the `Globals` section of a SAM template gives, set against what is to come of it: objects are put together, lists one
 * behind the other with the general one first, and of anything else what the resource says itself counts. So a resource can
 * add to what it is given and say another value, and can do without nothing of it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
import { isPlainObject, own } from '../plainObject';
import { isListValue, sameValue, type ObjectValue, type Path } from '../source/syntax';
import type { CfnValue } from '../template';

type Maybe = CfnValue | undefined;

/** Where what is given stands in the way of what is wanted: the outermost entries that must not be given. */
export function* inTheWay(given: ObjectValue, wanted: ObjectValue, path: Path = []): Generator<Path> {
  for (const [key, general] of Object.entries(given)) {
    const now = own(wanted, key);
    const here = [...path, key];
    if (general === undefined) continue;
    if (now === undefined) yield here;
    else if (isListValue(general) && isListValue(now)) {
      if (!general.every((item, index) => sameValue(item, now[index]))) yield here;
    } else if (isPlainObject(general) && isPlainObject(now)) yield* inTheWay(general, now, here);
  }
}

/**
 * What a resource has to say itself for what is wanted to come of it; nothing of what is given may be in the way. What its
 * author said of it stays said, needed or not.
 */
export function exceptGiven(given: ObjectValue, wanted: ObjectValue, written: ObjectValue): ObjectValue {
  const said: [string, CfnValue][] = [];
  for (const key of new Set([...Object.keys(written), ...Object.keys(wanted)])) {
    const [general, now, before] = [own(given, key), own(wanted, key), own(written, key)];
    if (now === undefined) continue;
    const rest = restOf(general, now, before);
    if (rest !== undefined) said.push([key, rest]);
  }
  return Object.fromEntries(said);
}

function restOf(general: Maybe, now: CfnValue, written: Maybe): Maybe {
  if (isListValue(general) && isListValue(now)) {
    const added = now.slice(general.length);
    return added.length === 0 && written === undefined ? undefined : added;
  }
  if (isPlainObject(general) && isPlainObject(now)) {
    const rest = exceptGiven(general, now, isPlainObject(written) ? written : {});
    return Object.keys(rest).length === 0 && written === undefined ? undefined : rest;
  }
  return written === undefined && sameValue(general, now) ? undefined : now;
}

/** Without the entry at the end of a path, and what has nothing left in it then. */
export function withoutEntry(value: ObjectValue, [key, ...rest]: Path): ObjectValue {
  if (typeof key !== 'string' || !Object.hasOwn(value, key)) return value;
  const { [key]: inner, ...others } = value;
  if (rest.length === 0 || !isPlainObject(inner)) return others;
  const left = withoutEntry(inner, rest);
  return Object.keys(left).length === 0 ? others : { ...value, [key]: left };
}
