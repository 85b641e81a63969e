/**
 * `npm run bench`, with the sizes and shapes of designs if not all are wanted (`npm run bench -- 5000 tied`; `template` for a large
 * template): what the validation worker does, timed in Node, as medians. First the whole of it, as at the start and as
 * the command line does: facts, compiled network, the traces of all flows, all rules. Then single edits, from the patches
 * that the editor sends to fresh verdicts and findings, and how long the fixes take that are sought afterwards, in slices.
 */
import { applyPatches, enableMapSet, enablePatches, produceWithPatches, type Patch } from 'immer';
import { catalog, rules } from '../aws';
import { applyCall, call, type CommandCall } from '../core/commands';
import { incrementalValidation } from '../core/incremental/validation';
import type { Document, Resource } from '../core/model/document';
import { matrixOf } from '../core/network/matrix/matrix';
import { compileNetwork, factsOf, queryOf } from '../core/network/network';
import { validate } from '../core/rules/validate';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { templateTimes } from './benchTemplate';
import { unlikeDesign } from './unlikeDesign';
import { largeDesign, largeShapes, type LargeShape } from './largeDesign';

enablePatches();
enableMapSet();

export function main(given: readonly string[]): Promise<number> {
  if (given.length === 0 || given.includes('template')) {
    console.log('A template of 1 MB (ms of CPU)');
    console.table(templateTimes());
    if (given.length === 1) return Promise.resolve(0);
  }
  const sizes = wanted(given, [100, 1000, 5000, 20_000]);
  const shapes = wanted(given, largeShapes);
  const designs = sizes.flatMap((size) =>
    shapes.map((shape): readonly [string, Document] => [
      `${size.toLocaleString('en')}${shapeWords[shape]}`,
      largeDesign(catalog, size, shape),
    ]),
  );
  if (sizes.includes(1000)) {
    console.log('The reachability matrix of workloads (ms)');
    console.table(matricesOf(shapes));
  }
  console.log('The whole of it (ms)');
  console.table(designs.map(([name, document]) => ({ resources: name, ...wholeOf(document) })));
  console.log('One edit, from its patches to fresh verdicts and findings (ms)');
  console.table(designs.map(([name, document]) => ({ resources: name, ...editsOf(document) })));
  return Promise.resolve(0);
}

const shapeWords: Readonly<Record<LargeShape, string>> = {
  apart: '',
  blocked: ', a third blocked',
  tied: ', tied by a transit gateway',
};

/** Those of the choices that were given; all, where none was. */
function wanted<T extends string | number>(given: readonly string[], choices: readonly T[]): readonly T[] {
  const chosen = choices.filter((choice) => given.includes(String(choice)));
  return chosen.length > 0 ? chosen : choices;
}

function wholeOf(document: Document): Readonly<Record<string, number | null>> {
  const rounds = document.resources.size > 2000 ? 3 : 7;
  const network = compileNetwork(factsOf(catalog, document));
  const text = writeDiagram(catalog, document);
  const time = (work: () => unknown): number => medianOf(Array.from({ length: rounds }, () => timeOf(work)));
  return {
    flows: document.flows.size,
    compile: time(() => compileNetwork(factsOf(catalog, document))),
    trace: time(() =>
      [...document.flows.values()].map((flow) => network.trace(queryOf(document, catalog, flow))),
    ),
    validate: time(() => validate(catalog, rules, document)),
    'first answer': time(() => {
      const validation = incrementalValidation(catalog, rules);
      validation.update(document);
      return [validation.traces(), validation.findings()];
    }),
    // Its time grows with the square of the number of VPCs, so that of the largest designs is left out.
    matrix: document.resources.size > 2000 ? null : time(() => matrixOf(catalog, document)),
    write: time(() => writeDiagram(catalog, document)),
    read: time(() => readDiagram(catalog, text)),
  };
}

/** Of 1,000 workloads in the usual designs, and of fewer and as many of which no two are alike. */
function matricesOf(shapes: readonly LargeShape[]): readonly Readonly<Record<string, string | number>>[] {
  const usual = shapes.map((shape): readonly [string, Document] => [
    `usual${shapeWords[shape]}`,
    largeDesign(catalog, resourcesFor1000, shape),
  ]);
  const unlike = [100, 300, 1000].map((count): readonly [string, Document] => [
    'each unlike all others',
    unlikeDesign(catalog, count),
  ]);
  return [...usual, ...unlike].map(([design, document]) => {
    const workloads = [...document.resources.values()].filter(({ kind }) => kind === 'instance').length;
    const times = Array.from({ length: 3 }, () => timeOf(() => matrixOf(catalog, document)));
    return { design, workloads, matrix: medianOf(times) };
  });
}

/** A large design of so many resources has about 1,000 workloads. */
const resourcesFor1000 = 1265;

/** What people do, each to something in the middle of the design. */
const edits: Readonly<Record<string, (document: Document, turn: number) => CommandCall>> = {
  move: (document, turn) =>
    call('moveResources', {
      moves: [{ ...place(middle(document, 'instance')), x: turn % 2, y: turn % 2 }],
    }),
  rename: (document, turn) =>
    call('renameResource', { id: middle(document, 'instance').id, name: `Renamed${turn}` }),
  'rename VPC': (document, turn) =>
    call('renameResource', { id: middle(document, 'vpc').id, name: `Renamed${turn}` }),
  'group rule': (document, turn) =>
    call('setRow', {
      id: middle(document, 'security-group').id,
      field: 'inbound',
      row: 'https',
      values: {
        fromPort: 443 + (turn % 2),
        toPort: 444,
        peer: turn % 2 === 0 ? '10.0.0.0/8' : '10.9.0.0/16',
      },
    }),
  route: (document, turn) =>
    call('setRow', {
      id: middle(document, 'route-table').id,
      field: 'routes',
      row: 'out',
      values: { destination: turn % 2 === 0 ? '0.0.0.0/0' : '203.0.113.0/24' },
    }),
  'public IP': (document, turn) =>
    call('setProps', {
      id: middle(document, 'instance').id,
      props: { publicIp: turn % 2 === 0 ? 'yes' : 'no' },
    }),
  'add instance': (document, turn) =>
    call('addResource', {
      kind: 'instance',
      id: `added${turn}`,
      name: `Added${turn}`,
      parentId: middle(document, 'subnet').id,
      order: `z${turn}z`,
      x: 0,
      y: 0,
    }),
  'add flow': (document, turn) =>
    call('addFlow', {
      id: `flow${turn}`,
      from: middle(document, 'instance').id,
      to: middle(document, 'aws-service').id,
      order: 'z',
    }),
  'delete subnet': (document) => call('deleteResources', { ids: [middle(document, 'subnet').id] }),
};

/** Each edit is made and taken back a few times, and both are timed. */
function editsOf(document: Document): Readonly<Record<string, number>> {
  const validation = incrementalValidation(catalog, rules);
  let current = document;
  const take = (patches: readonly Patch[]): number =>
    timeOf(() => {
      // `applyPatches` only reads its patches.
      current = applyPatches(current, patches as Patch[]);
      validation.update(current);
      return [validation.traces(), validation.routes(), validation.findings()];
    });
  const seek = (): number =>
    timeOf(() => {
      while (validation.seekFixes());
      return validation.findings();
    });
  validation.update(document);
  seek();
  const found: Record<string, number> = {};
  let fixes = 0;
  for (const [name, edit] of Object.entries(edits)) {
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const [, patches, inverse] = produceWithPatches(current, (draft) =>
        applyCall(draft, edit(current, turn), { catalog }),
      );
      times.push(take(patches));
      fixes = Math.max(fixes, seek());
      times.push(take(inverse));
      fixes = Math.max(fixes, seek());
    }
    found[name] = medianOf(times);
  }
  return { ...found, 'fixes, at most': round(fixes) };
}

function middle(document: Document, kind: Resource['kind']): Resource {
  const all = [...document.resources.values()].filter((each) => each.kind === kind);
  const found = all[Math.floor(all.length / 2)];
  if (found === undefined) throw new Error(`the design has no ${kind}`);
  return found;
}

function place({ id, parentId }: Resource): { readonly id: string; readonly parentId: string | null } {
  return { id, parentId };
}

function timeOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function medianOf(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function round(time: number): number {
  return Math.round(time * 10) / 10;
}
