import { isUnknown, type Value } from '../model/value';

/** The one of the options that a text says, in any case; the fallback where it says something else. */
export function oneOf<const T extends string>(
  text: Value<string>,
  options: readonly T[],
  fallback: T,
): Value<T> {
  if (isUnknown(text)) return text;
  return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? fallback;
}
