/**
 * `npm run reference [FLOWS [FIRST-SEED]]`: asks the engine and the slow reference the same questions of random designs,
 * 100,000 flows when nothing is said, and prints what they answered. It fails at a disagreement, and shows the smallest
 * design that still has it.
 */
import { catalog } from '../aws';
import { compareDesign, noCounts } from './reference/compare';
import { sayDisagreement } from './reference/shrink';

const flowsOfDesign = 200;

export function main([flows = '100000', first = '1']: readonly string[]): Promise<number> {
  const counts = noCounts();
  for (let seed = Number(first); counts.flows < Number(flows); seed++) {
    const [found] = compareDesign(catalog, seed, flowsOfDesign, counts);
    if (found === undefined) continue;
    process.stdout.write(sayDisagreement(catalog, found));
    return Promise.resolve(1);
  }
  process.stdout.write(sayCounts(counts));
  return Promise.resolve(0);
}

function sayCounts({ flows, verdicts, codes, kinds }: ReturnType<typeof noCounts>): string {
  const table = (title: string, rows: Readonly<Record<string, number>>, whole: number): string =>
    `${title}\n${Object.entries(rows)
      .sort(([, one], [, other]) => other - one)
      .map(
        ([name, count]) =>
          `  ${name.padEnd(40)}${String(count).padStart(8)}  ${((100 * count) / whole).toFixed(1)} %`,
      )
      .join('\n')}\n`;
  return [
    `${flows} flows, on all of which the engine and the reference agree.\n`,
    table('Verdicts', verdicts, flows),
    table('Why they are blocked', codes, verdicts['blocked'] ?? 1),
    table('Designs with each kind', kinds, Math.max(...Object.values(kinds))),
  ].join('\n');
}
