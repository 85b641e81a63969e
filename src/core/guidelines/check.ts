/** Checks a drawing against all guidelines. */
import type { Drawing } from './drawing';
import type { Departure } from './guideline';
import { guidelines } from './index';

export interface Found extends Departure {
  /** The id of the guideline. */
  readonly guideline: string;
  /** The same for the same place from check to check. */
  readonly key: string;
}

/** By guideline, in their order. Never throws: what a drawing lacks (a gone parent, a cycle) is not drawn. */
export function departures(drawing: Drawing): readonly Found[] {
  const times = new Map<string, number>();
  return guidelines.flatMap(({ id: guideline, check }) =>
    Array.from(check(drawing), (departure) => {
      const place = [guideline, ...departure.on].join(' ');
      const time = (times.get(place) ?? 0) + 1;
      times.set(place, time);
      return { ...departure, guideline, key: time === 1 ? place : `${place} ${time}` };
    }),
  );
}
