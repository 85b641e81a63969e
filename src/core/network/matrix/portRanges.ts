/** Sets of ports, as sorted ranges that neither overlap nor touch. */
import { without, type PortRange } from '../ports';

/** Adds a range behind all others of the set. */
export function append(set: PortRange[], [from, to]: PortRange): void {
  const last = set.at(-1);
  if (last !== undefined && last[1] + 1 === from) set[set.length - 1] = [last[0], to];
  else set.push([from, to]);
}

/** The ports of one set that are in the other as well. */
export function inBoth(set: readonly PortRange[], other: readonly PortRange[]): readonly PortRange[] {
  const found: PortRange[] = [];
  for (const [from, to] of set)
    for (const [low, high] of other) {
      const range: PortRange = [Math.max(from, low), Math.min(to, high)];
      if (range[0] <= range[1]) append(found, range);
    }
  return found;
}

export function holdsPort(set: readonly PortRange[], port: number): boolean {
  return set.some(([from, to]) => from <= port && port <= to);
}

/** All ports that are not in it. */
export function outside(set: readonly PortRange[]): readonly PortRange[] {
  return set.reduce<readonly PortRange[]>((left, range) => without(left, range), [[0, 65535]]);
}

/** `443, 8000–8080` */
export function portsText(set: readonly PortRange[]): string {
  return set.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

export function isEverything([first]: readonly PortRange[]): boolean {
  return first !== undefined && first[0] === 0 && first[1] === 65535;
}
