/** Where findings of a diagram are to be shown in a text that says what the diagram is. */
import type { Finding } from '../../rules/rule';
import { pathIn } from '../places';
import { offsetOf } from '../source/syntax';
import type { EditBase } from './reread';

/** A piece of a text, as offsets. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

export type PlacedFinding = Pick<Finding, 'key' | 'on' | 'field' | 'blames' | 'place'>;

/** By the key of the finding; those are left out that are about nothing in this template. */
export function findingPlaces(
  { read, template, text }: EditBase,
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, TextPlace> {
  const { reading } = read;
  const faults = new Map(reading.faults.map((fault) => [fault.finding.key, fault]));
  const places = new Map<string, TextPlace>();
  for (const { key, on, field, blames, place } of findings) {
    const fault = place === undefined ? undefined : faults.get(key);
    if (fault !== undefined) {
      if (fault.template === template)
        places.set(key, tokenAt(text, offsetOf(reading.source.root, fault.path)));
      continue;
    }
    // Of an arrow that is blocked, the cause is what can be mended.
    const about = blames ?? on[0];
    const found = pathIn(read, about, blames === undefined ? field : undefined);
    if (found?.template === template)
      places.set(key, tokenAt(text, offsetOf(reading.source.root, found.path)));
  }
  return places;
}

/** The word, the number or the quoted text that begins at an offset, to the end of its line at most. */
export function tokenAt(text: string, from: number): TextPlace {
  const rest = text.slice(from, from + 200);
  const found = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s,:{}[\]#]+(?::[^\s,{}[\]#]+)*|\S)/.exec(rest);
  return { from, to: from + (found?.[0].length ?? 0) };
}
