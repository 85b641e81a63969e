import { describe, expect, it } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { call, runCommand, type CommandCall } from '../core/commands';
import { comparisonOf } from '../core/diff/comparison';
import type { Document } from '../core/model/document';
import { arrow, box, sketch } from '../core/model/sketch';
import { absolutePosition } from '../core/model/queries';
import { comparisonMarks, type ComparisonMarks } from './comparisonMarks';

const before = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('route-table', 'Table'),
      box('subnet', 'A', { cidr: '10.0.0.0/24', routeTable: 'Table' }, box('instance', 'Web')),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('instance', 'Db')),
    ),
  ),
);

describe('the marks of a comparison', () => {
  it('leave it to a box that is new to stand for the table that came with it', () => {
    const { marks } = marksAfter(
      call('addResource', { kind: 'route-table', id: 'T2', name: 'T2', parentId: 'Vpc', order: 'x' }),
      call('addResource', {
        kind: 'subnet',
        id: 'C',
        name: 'C',
        parentId: 'Vpc',
        order: 'y',
        x: 40,
        y: 400,
        w: 200,
        h: 120,
        props: { routeTable: 'T2' },
      }),
    );

    expect(marks.find(({ id }) => id === 'T2')).toMatchObject({ sign: 'added', isBeside: true });
    expect(marks.find(({ id }) => id === 'C')).toMatchObject({ sign: 'added', isBeside: false });
  });

  it('have what is gone as a ghost where it stood', () => {
    const { marks } = marksAfter(call('deleteResources', { ids: ['Db'] }));

    const ghost = marks.find(({ id }) => id === 'Db');
    expect(ghost).toMatchObject({ sign: 'removed', name: 'Db' });
    expect(ghost?.rect).toMatchObject(absolutePosition(before, 'Db'));
  });

  it('lead the line of what is gone behind an icon on its way', () => {
    const drawn = fromSketch(
      catalog,
      sketch(
        box('instance', 'Left'),
        box('instance', 'Between'),
        box('instance', 'Right'),
        arrow('Left', 'Right', { id: 'flow' }),
      ),
    );
    const places = { Left: { x: 0, y: 0 }, Between: { x: 300, y: 0 }, Right: { x: 600, y: 0 } };
    const row = runCommand({ catalog }, drawn, call('placeResources', { places }));

    const after = runCommand({ catalog }, row, call('deleteFlows', { ids: ['flow'] }));
    const { wires } = comparisonMarks(catalog, row, comparisonOf(catalog, row, after));

    const [first, second, ...rest] = wires[0]?.pieces ?? [];
    expect(rest).toEqual([]);
    expect(first?.[1].x).toBeGreaterThan(290);
    expect(second?.[0].x).toBeGreaterThanOrEqual((first?.[1].x ?? 0) + 48);
  });

  it('show what moved into another box here and where it was', () => {
    const { marks } = marksAfter(
      call('moveResources', { moves: [{ id: 'Web', parentId: 'B', x: 200, y: 60, order: 'W' }] }),
    );

    const moved = marks.find(({ id, sign }) => id === 'Web' && sign === 'moved');
    expect(moved?.was).toMatchObject(absolutePosition(before, 'Web'));
    expect(moved?.rect).not.toMatchObject(absolutePosition(before, 'Web'));
  });

  it('are on what a chip hangs on, with its name', () => {
    const { marks } = marksAfter(call('renameResource', { id: 'Table', name: 'Public' }));

    expect(marks).toMatchObject([{ id: 'Table', sign: 'changed', name: 'Public' }]);
    expect(marks[0]?.rect).toMatchObject(absolutePosition(before, 'A'));
  });

  it('are one for all changes of one resource', () => {
    const { marks } = marksAfter(
      call('renameResource', { id: 'A', name: 'First' }),
      call('setProps', { id: 'A', props: { cidr: '10.0.9.0/24' } }),
    );

    expect(marks.filter(({ id }) => id === 'A')).toHaveLength(1);
    expect(marks.find(({ id }) => id === 'A')?.lines).toHaveLength(2);
  });

  it('draw a closed connection between its ends, though one of them is gone', () => {
    const { wires } = marksAfter(call('deleteResources', { ids: ['Db'] }));

    const start = absolutePosition(before, 'Web');
    const end = absolutePosition(before, 'Db');
    const closed = wires.filter(({ sign }) => sign === 'removed');
    expect(closed.length).toBeGreaterThan(0);
    for (const { from, to } of closed)
      for (const { x } of [from, to]) {
        expect(x).toBeGreaterThanOrEqual(Math.min(start.x, end.x));
        expect(x).toBeLessThanOrEqual(Math.max(start.x, end.x) + 120);
      }
  });

  it('tell where a line is on the canvas', () => {
    const after = changed(call('deleteResources', { ids: ['Db'] }));
    const comparison = comparisonOf(catalog, before, after);
    const line = comparison.lines.find(({ sort }) => sort === 'removed');
    if (line === undefined) throw new Error('nothing was removed');

    expect(comparisonMarks(catalog, before, comparison).rectOf(line)).toMatchObject(
      absolutePosition(before, 'Db'),
    );
  });
});

function changed(...calls: readonly CommandCall[]): Document {
  return calls.reduce((sofar, each) => runCommand({ catalog }, sofar, each), before);
}

function marksAfter(...calls: readonly CommandCall[]): ComparisonMarks {
  return comparisonMarks(catalog, before, comparisonOf(catalog, before, changed(...calls)));
}
