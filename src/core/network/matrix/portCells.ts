/**
 * The ports that a design tells apart, whoever does it: every number in its facts may be a port that something compares with.
 * For paths on which somebody looked at the port and did not say what for.
 */
import type { PortRange } from '../ports';
import type { World } from '../world';

/** Ports that AWS itself gives a meaning. */
const wellKnown = [53, 80, 443, 853, 1024, 6081, 32768];

export function portCells(worlds: readonly World[]): (port: number) => PortRange {
  let starts: readonly number[] | undefined;
  return (port) => {
    starts ??= startsIn(worlds);
    const next = starts.find((start) => start > port) ?? 65536;
    return [starts.findLast((start) => start <= port) ?? 0, next - 1];
  };
}

function startsIn(worlds: readonly World[]): readonly number[] {
  const found = new Set<number>([0]);
  const add = (value: unknown): void => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65535)
      found.add(value).add(value + 1);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  for (const port of wellKnown) add(port);
  for (const { facts } of worlds) for (const own of facts.values()) own.forEach(add);
  return [...found].sort((a, b) => a - b);
}
