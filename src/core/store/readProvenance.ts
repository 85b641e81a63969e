import type { Guess, Provenance } from '../model/document';
import { isFiniteNumber, isRecord, isWords, ownEntries } from './plain';

/** Undefined for what is none; what of one cannot be read is left out. */
export function readProvenance(raw: unknown): Provenance | undefined {
  if (!isRecord(raw)) return undefined;
  const { template, logicalId } = raw;
  if (typeof template !== 'string' || typeof logicalId !== 'string') return undefined;
  const { satellites, places, expressions, guesses, ...rest } = raw;
  return {
    ...rest,
    template,
    logicalId,
    ...(satellites === undefined ? {} : { satellites: only(satellites, isText) }),
    ...(places === undefined ? {} : { places: only(places, isWay) }),
    ...(expressions === undefined ? {} : { expressions: only(expressions, isText) }),
    ...(guesses === undefined ? {} : { guesses: only(guesses, isGuess) }),
  };
}

function only<T>(raw: unknown, fits: (value: unknown) => value is T): Readonly<Record<string, T>> {
  return Object.fromEntries(ownEntries(raw).filter((entry): entry is [string, T] => fits(entry[1])));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWay(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || isFiniteNumber(key));
}

function isGuess(value: unknown): value is Guess {
  if (!isRecord(value)) return false;
  const { template, place, prop, why } = value;
  return isText(template) && isWay(place) && isText(prop) && isWords(why);
}
