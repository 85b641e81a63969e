// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { arrow, box, sketch, type Sketch } from '../../core/model/sketch';
import { emptyDocument, type Document } from '../../core/model/document';
import { networkOf } from '../../core/network/doubts';
import { matrixOf } from '../../core/network/matrix/matrix';
import { consequencesOf, whatIfs } from '../../core/network/whatIf/whatIf';
import type { FromMatrixWorker } from '../../worker/matrixProtocol';
import { draw, type Drawn } from '../testing/draw';
import { changesIn, gridOf, noFilter, trafficOf, type GridFilter } from './gridModel';
import { MatrixDialog } from './MatrixDialog';
import type { MatrixWorker } from './useMatrix';

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

const design: Sketch = sketch(
  box(
    'vpc',
    'Vpc',
    { cidr: '10.0.0.0/16' },
    box('internet-gateway', 'Igw'),
    box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
    box('route-table', 'Private', { routes: { out: { destination: '0.0.0.0/0', target: 'Nat' } } }),
    box('security-group', 'Front', {
      inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } },
    }),
    box('security-group', 'Back', {
      inbound: { own: { protocol: 'tcp', fromPort: 5432, toPort: 5432, peer: '10.0.0.0/16' } },
    }),
    box(
      'subnet',
      'Public',
      { cidr: '10.0.1.0/24', routeTable: 'Table' },
      box('instance', 'Web1', { securityGroups: { Front: true }, publicIp: 'yes' }),
      box('instance', 'Web2', { securityGroups: { Front: true }, publicIp: 'yes' }),
      box('nat-gateway', 'Nat'),
    ),
    box(
      'subnet',
      'Inner',
      { cidr: '10.0.2.0/24', routeTable: 'Private' },
      box('instance', 'Database', { securityGroups: { Back: true } }),
    ),
  ),
  box('internet', 'Internet'),
  arrow('Database', 'Internet'),
);

/** A worker that answers at once, as the real one would. */
function promptWorker(): MatrixWorker {
  let heard: ((event: { readonly data: FromMatrixWorker }) => void) | undefined;
  let document: Document = emptyDocument;
  return {
    addEventListener: (type: string, listener: (event: { readonly data: FromMatrixWorker }) => void) => {
      if (type === 'message') heard = listener;
    },
    terminate: () => (heard = undefined),
    postMessage(question) {
      const { number } = question;
      const answer = (data: FromMatrixWorker): void => heard?.({ data: structuredClone(data) });
      if (question.ask === 'matrix') {
        ({ document } = question);
        const matrix = matrixOf(catalog, document);
        answer({ number, tells: 'matrix', matrix, whatIfs: whatIfs(catalog, document) });
      } else if (question.ask === 'trace')
        answer({ number, tells: 'trace', trace: networkOf(catalog, document).trace(question.query) });
      else
        answer({
          number,
          tells: 'what-if',
          consequences: consequencesOf(catalog, document, question.whatIf, matrixOf(catalog, document)),
        });
    },
  };
}

const open = (of: Sketch = design, language: 'en' | 'ja' = 'en'): Drawn =>
  (drawn = draw(<MatrixDialog hire={promptWorker} />, of, { language }));
const grid = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role="grid"]');
  if (found === null) throw new Error(`there is no grid: ${document.body.textContent}`);
  return found;
};
const cells = (): string[] =>
  [...document.querySelectorAll('[role="gridcell"]')].map((cell) => cell.getAttribute('aria-label') ?? '');
const active = (): string =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ??
  '';
const press = (key: string, more: KeyboardEventInit = {}): void =>
  act(() => void grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));

describe('the matrix', () => {
  it('names each cell by its ends, its verdict and its ports, those that are alike together', () => {
    open();

    expect(cells()).toContain('Internet → Web1, Web2: Arrives: TCP 443');
    expect(cells()).toContain('Web1, Web2 → Database: Arrives: TCP 5432');
    expect(cells()).toContain('Internet → Database: Blocked');
    expect(cells()).toContain('Database → Database: itself');
  });

  it('speaks Japanese', () => {
    open(design, 'ja');

    expect(cells()).toContain('Internet → Database: ブロック');
    expect(document.body.textContent).toContain('障害の想定');
  });

  it('is walked through by the arrow keys, and Enter shows the path', () => {
    open();
    expect(active()).toBe('Internet → Internet: itself');

    press('ArrowDown');
    press('ArrowRight');
    expect(active()).toBe('Web1, Web2 → Web1, Web2: Arrives: TCP 443');
    press('End', { ctrlKey: true });
    expect(active()).toBe('Database → Database: itself');
    press('ArrowUp');
    press('Enter');

    const pane = document.querySelector('.matrix-side')?.textContent ?? '';
    expect(pane).toContain('Web1 → Database');
    expect(pane).toContain('The same holds from each of Web1, Web2 to each of Database.');
    expect(pane).toContain('Forward');
    expect(pane).toContain('Arrives');
  });

  it('shows what stops the traffic of a blocked cell', () => {
    open();

    press('End');
    press('Enter');

    expect(document.querySelector('.matrix-side')?.textContent).toContain('Nothing arrives');
    expect(document.querySelector('.trace-blocks')?.textContent).toContain('Database');
  });

  it('is filtered by name, by verdict, and by port', () => {
    const page = open();

    page.type('To', 'database');
    expect(cells().every((label) => label.includes('→ Database'))).toBe(true);
    page.click('Clear filters');
    page.choose('Verdict', 'Blocked');
    expect(document.querySelectorAll('[role="gridcell"][data-wanted]')).toHaveLength(
      cells().filter((label) => label.endsWith(': Blocked')).length,
    );
    page.click('Clear filters');
    page.type('Port', '22');
    expect(cells()).toContain('Web1, Web2 → Database: Blocked');
    expect(cells()).toContain('Database → Internet: Arrives: TCP 22 · UDP 22');
    page.type('From', 'nobody');
    expect(page.text()).toContain('Nothing matches these filters');
  });

  it('says what a missing NAT gateway would cost, and marks the cells', () => {
    const page = open();

    page.choose('What if', 'Nat is gone');

    const side = document.querySelector('.matrix-side')?.textContent ?? '';
    expect(side).toContain('1 pair loses its path.');
    expect(side).toContain('Database → Internet');
    expect(cells()).toContain('Database → Internet: Arrives: all TCP, UDP and ICMP, loses its path');
    page.choose('What if', 'Nothing fails');
    expect(cells().some((label) => label.endsWith('loses its path'))).toBe(false);
  });

  it('says so when there is nothing to compare', () => {
    expect(open(sketch(box('vpc', 'Vpc'))).text()).toContain('Nothing to compare yet');
  });

  it('follows the diagram', () => {
    const page = open();

    page.meanwhile(({ store }) => store.commit('deleteResources', { ids: ['Web2'] }));

    expect(cells()).toContain('Web1 → Database: Arrives: TCP 5432');
  });
});

describe('the grid of a matrix', () => {
  const worked = matrixOf(catalog, drawnDocument());
  const names = (index: number): string => worked.ends[index]?.id ?? '';
  const filtered = (part: Partial<GridFilter>) => gridOf(worked, { ...noFilter, ...part }, names);

  it('puts those whose name was asked for first among those that are alike', () => {
    const [row] = filtered({ from: 'ＷＥＢ2' }).rows;

    expect(row?.members.map(names)).toEqual(['Web2', 'Web1']);
  });

  it('looks first at traffic that passes', () => {
    const { rows, columns, cellAt } = filtered({ from: 'web', to: 'database' });
    const [row, column] = [rows[0], columns[0]];
    const cell = row === undefined || column === undefined ? null : cellAt(row, column);

    expect(cell === null ? null : trafficOf(cell, noFilter)).toEqual({ protocol: 'tcp', port: 5432 });
    expect(cell === null ? null : trafficOf(cell, { ...noFilter, protocol: 'icmp' })).toEqual({
      protocol: 'icmp',
      port: null,
    });
  });

  it('marks a cell by the gravest change of its pairs', () => {
    const pair = { lost: [], doubtful: [], won: [] };
    const group = (id: string): number =>
      worked.groups.findIndex((members) => members.some((end) => names(end) === id));
    const end = (id: string): number => worked.ends.findIndex((each) => each.id === id);
    const some = [{ protocol: 'icmp', ports: null }] as const;
    const changes = changesIn(worked, {
      gone: [],
      flows: [],
      lost: 1,
      doubtful: 0,
      won: 1,
      notes: [],
      pairs: [
        { ...pair, from: [end('Web1')], to: [end('Database')], won: some },
        { ...pair, from: [end('Web2')], to: [end('Database')], lost: some },
      ],
    });

    expect(changes.get(`${group('Web1')} ${group('Database')}`)).toBe('lost');
  });
});

function drawnDocument(): Document {
  const page = draw(null, design);
  const { document: found } = page.editor.store;
  page.remove();
  return found;
}
