import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { call, runCommand, type CommandCall } from '../commands';
import type { Document, Flow } from '../model/document';
import { box, sketch } from '../model/sketch';
import { comparisonOf, type ChangeSort, type ComparedLine } from './comparison';

const before = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web')),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('instance', 'Db')),
    ),
  ),
);

describe('the comparison of two versions', () => {
  it('tells what was added, removed, moved, changed and drawn elsewhere, each with what it is about', () => {
    const after = changed(
      call('deleteResources', { ids: ['Db'] }),
      call('setProps', { id: 'A', props: { cidr: '10.0.2.0/24' } }),
      call('moveResources', { moves: [{ id: 'Web', parentId: 'B', x: 10, y: 40, order: 'W' }] }),
      call('placeResources', { places: { B: { x: 500 } } }),
      call('addResource', { kind: 'subnet', id: 'C', name: 'C', parentId: 'Vpc', order: 'Z' }),
    );

    const { lines, isSame } = comparisonOf(catalog, before, after);

    expect(isSame).toBe(false);
    expect(told(lines, 'added')).toEqual(['C Subnet in Vpc']);
    expect(told(lines, 'removed')).toEqual(['Db EC2 instance in B']);
    expect(told(lines, 'moved')).toEqual(['Web EC2 instance moved from A to B']);
    expect(told(lines, 'changed')).toEqual(['A Subnet IPv4 CIDR block: 10.0.0.0/24 → 10.0.2.0/24']);
    expect(told(lines, 'drawn-elsewhere')).toEqual(['B Subnet drawn elsewhere']);
    expect(lines.find(({ sort }) => sort === 'moved')?.resources).toEqual(['Web']);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('tells which connections were closed, between ends that are drawn', () => {
    const after = changed(call('deleteResources', { ids: ['Db'] }));

    const { lines } = comparisonOf(catalog, before, after);

    const closed = lines.filter(({ sort }) => sort === 'closed');
    expect(closed.map(({ name }) => name.en)).toEqual(expect.arrayContaining(['Web → Db']));
    expect(closed.flatMap(({ connections }) => connections)).toContainEqual(['Web', 'Db']);
  });

  it('tells the verdict of a drawn flow that is another now, and of one that is new', () => {
    const with5432: Document = { ...before, flows: new Map([['f', flow('f', 5432)]]) };
    const after: Document = {
      ...runCommand({ catalog }, with5432, call('deleteResources', { ids: ['B'] })),
    };
    const drawn: Document = { ...before, flows: new Map([['g', flow('g', 443)]]) };

    const gone = comparisonOf(catalog, with5432, after).lines;
    const added = comparisonOf(catalog, before, drawn).lines;

    expect(gone.filter(({ sort }) => sort === 'flow').map(({ name }) => name.en)).toEqual([
      'Web → Db, TCP 5432',
    ]);
    expect(told(added, 'flow')[0]).toMatch(/^Web → Db, TCP 443 {2}not drawn → /);
  });

  it('has the same lines of resources when it is not asked who reaches whom', () => {
    const after = changed(call('deleteResources', { ids: ['Db'] }));

    const quick = comparisonOf(catalog, before, after, 'resources');
    const whole = comparisonOf(catalog, before, after);

    const ofResources = ({ sort }: ComparedLine) => !['opened', 'closed', 'doubtful', 'flow'].includes(sort);
    expect(quick.lines).toEqual(whole.lines.filter(ofResources));
    expect(whole.lines.length).toBeGreaterThan(quick.lines.length);
    expect([quick.depth, whole.depth]).toEqual(['resources', 'all']);
  });

  it('has no line for a version and itself', () => {
    const comparison = comparisonOf(catalog, before, structuredClone(before));

    expect(comparison.lines).toEqual([]);
    expect(comparison.isSame).toBe(true);
  });

  it('is the same network, and says so, where things only stand elsewhere', () => {
    const { isSame, lines } = comparisonOf(
      catalog,
      before,
      changed(call('placeResources', { places: { Web: { x: 99 } } })),
    );

    expect(isSame).toBe(true);
    expect(lines.map(({ sort }) => sort)).toEqual(['drawn-elsewhere']);
  });

  it('counts out few of many connections that are alike, and names few of their ends', () => {
    const twelve = (stem: string) =>
      Array.from({ length: 12 }, (_, index) => box('instance', `${stem}${index}`));
    const many = fromSketch(
      catalog,
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24' }, ...twelve('Web')),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }, ...twelve('Db')),
        ),
      ),
    );
    const without = runCommand({ catalog }, many, call('deleteResources', { ids: ['B'] }));

    const closed = comparisonOf(catalog, many, without).lines.filter(({ sort }) => sort === 'closed');

    expect(closed.map(({ connections }) => connections.length)).toContain(60);
    expect(closed.map(({ name }) => name.en)).toContain(
      'Web0, Web1, Web2 and 9 others → Db0, Db1, Db2 and 9 others',
    );
    expect(closed.map(({ name }) => name.ja)).toContain(
      'Web0、Web1、Web2 ほか 9 個 → Db0、Db1、Db2 ほか 9 個',
    );
  });
});

function changed(...calls: readonly CommandCall[]): Document {
  return calls.reduce((sofar, each) => runCommand({ catalog }, sofar, each), before);
}

function flow(id: string, port: number): Flow {
  return {
    id,
    from: 'Web',
    to: 'Db',
    protocol: 'tcp',
    port,
    gbPerMonth: null,
    expect: 'reachable',
    label: '',
    bends: {},
    order: 'V',
  };
}

function told(lines: readonly ComparedLine[], sort: ChangeSort): string[] {
  return lines
    .filter((line) => line.sort === sort)
    .map(({ name, kind, says }) => `${name.en} ${kind.en} ${says.en}`);
}
