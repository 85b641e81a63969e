/** The commands whose answers make a diagram of a live network, as lines for a shell. */
import { baseOf } from './answerFiles';
import type { AnyDescribeMapping } from './describeMapping';
import { lineOf } from './readScope';

/** Those that are made once; the others need ids, which an import of these finds. */
export function commandsFor(mappings: readonly AnyDescribeMapping[], region: string): readonly string[] {
  const calls = mappings.flatMap(({ calls: own }) => own).filter(({ of }) => of === undefined);
  const commands = [...new Set(calls.map(({ command }) => command))].sort(byService);
  return commands.map((command) => lineOf(command, region, baseOf(command)));
}

/** What a network is made of first. */
function byService(a: string, b: string): number {
  const rank = (command: string): number => (command.startsWith('ec2 ') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
