/**
 * `npm run bench`: what the worker does after an edit, timed in Node: the command, then the whole validation (facts,
 * compiled network, the traces of all flows, all rules); the reachability matrix; and reading and writing the diagram file.
 * Medians.
 */
import { readFileSync } from 'node:fs';
import { catalog, rules } from '../aws';
import { call, runCommand } from '../core/commands';
import type { Document } from '../core/model/document';
import { matrixOf } from '../core/network/matrix/matrix';
import { compileNetwork, factsOf, queryOf } from '../core/network/network';
import { validate } from '../core/rules/validate';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { largeDesign } from './largeDesign';

export function main(): Promise<number> {
  const threePaths = readDiagram(
    catalog,
    readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8'),
  );
  if ('failure' in threePaths) throw new Error(threePaths.failure.message.en);
  const designs: readonly (readonly [string, Document])[] = [
    ['three-paths', threePaths.document],
    ['100 resources', largeDesign(catalog, 100)],
    ['1,000 resources', largeDesign(catalog, 1000)],
    ['1,000, a third blocked', largeDesign(catalog, 1000, true)],
    ['1,000 workloads', largeDesign(catalog, 1262)],
    ['5,000 resources', largeDesign(catalog, 5000)],
  ];
  const rows = designs.map(([name, document]) => {
    const rounds = document.resources.size > 2000 ? 3 : 9;
    const time = (work: () => unknown): number => median(rounds, work);
    const [first] = [...document.resources.values()].filter(({ kind }) => kind === 'instance');
    const network = compileNetwork(factsOf(catalog, document));
    const text = writeDiagram(catalog, document);
    let turn = 0;
    return {
      design: name,
      resources: document.resources.size,
      flows: document.flows.size,
      'edit to findings (ms)': time(() => {
        const edit = call('setProps', {
          id: first?.id ?? '',
          props: { publicIp: turn++ % 2 === 0 ? 'yes' : 'no' },
        });
        return validate(catalog, rules, runCommand({ catalog }, document, edit));
      }),
      'compile (ms)': time(() => compileNetwork(factsOf(catalog, document))),
      'all traces (ms)': time(() =>
        [...document.flows.values()].map((flow) => network.trace(queryOf(document, catalog, flow))),
      ),
      // Its time grows with the square of the number of VPCs, so the largest design is left out.
      'matrix (ms)': document.resources.size > 2000 ? null : time(() => matrixOf(catalog, document)),
      'write (ms)': time(() => writeDiagram(catalog, document)),
      'read (ms)': time(() => readDiagram(catalog, text)),
      'file (kB)': Math.round(text.length / 1000),
    };
  });
  console.table(rows);
  return Promise.resolve(0);
}

function median(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return Math.round((times[Math.floor(rounds / 2)] ?? 0) * 10) / 10;
}
