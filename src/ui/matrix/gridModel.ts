/** What the grid shows of a matrix: rows and columns of ends that are alike, and what a filter leaves of them. */
import { groupOf, type Matrix } from '../../core/network/matrix/matrixData';
import { filteredReach } from '../../core/network/matrix/matrixRows';
import { portsThatAre, type ProtocolPorts } from '../../core/network/matrix/reachWords';
import type { Query, Verdict } from '../../core/network/trace';
import type { Consequences } from '../../core/network/whatIf/whatIf';

export interface GridFilter {
  /** A part of a name; empty for all. */
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict | 'all';
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'all';
  /** Null: all of them. */
  readonly port: number | null;
}

export const noFilter: GridFilter = { from: '', to: '', verdict: 'all', protocol: 'all', port: null };

/** Ends that are alike, as one row or column; those that the filter names come first. */
export interface Line {
  readonly group: number;
  readonly members: readonly number[];
}

export interface Cell {
  readonly verdict: Verdict;
  readonly reachable: readonly ProtocolPorts[];
  readonly unknown: readonly ProtocolPorts[];
}

export interface Grid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Null: nothing is asked between them. */
  cellAt(row: Line, column: Line): Cell | null;
  /** Whether the cell is one of those that the filter asks for. */
  isWanted(cell: Cell | null): boolean;
}

export function gridOf(matrix: Matrix, filter: GridFilter, nameOf: (end: number) => string): Grid {
  const cells = matrix.reaches.map((reach): Cell => {
    const { protocol, port } = filter;
    const left = filteredReach(reach, {
      protocol: protocol === 'all' ? undefined : protocol,
      port: protocol === 'icmp' || port === null ? undefined : port,
    });
    const reachable = portsThatAre('reachable', left);
    const unknown = portsThatAre('unknown', left);
    const verdict = reachable.length > 0 ? 'reachable' : unknown.length > 0 ? 'unknown' : 'blocked';
    return { verdict, reachable, unknown };
  });
  const cellAt = (row: Line, column: Line): Cell | null => {
    const index = matrix.cells[row.group]?.[column.group];
    return index == null ? null : (cells[index] ?? null);
  };
  const isWanted = (cell: Cell | null): boolean =>
    cell !== null && (filter.verdict === 'all' || cell.verdict === filter.verdict);
  const lines = (does: 'asks' | 'answers', text: string): Line[] =>
    matrix.groups.flatMap((members, group): Line[] => {
      if (matrix.ends[members[0] ?? -1]?.[does] !== true) return [];
      if (text.trim() === '') return [{ group, members }];
      const wanted = plainText(text);
      const named = members.filter((end) => plainText(nameOf(end)).includes(wanted));
      if (named.length === 0) return [];
      return [{ group, members: [...named, ...members.filter((end) => !named.includes(end))] }];
    });
  const [rows, columns] = [lines('asks', filter.from), lines('answers', filter.to)];
  if (filter.verdict === 'all') return { rows, columns, cellAt, isWanted };
  return {
    rows: rows.filter((row) => columns.some((column) => isWanted(cellAt(row, column)))),
    columns: columns.filter((column) => rows.some((row) => isWanted(cellAt(row, column)))),
    cellAt,
    isWanted,
  };
}

/** As people type names: without regard to case or to full-width letters. */
function plainText(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The first pair of a cell that is no end and itself. */
export function pairOf(row: Line, column: Line): readonly [number, number] | undefined {
  for (const from of row.members) for (const to of column.members) if (from !== to) return [from, to];
  return undefined;
}

/** The traffic of a cell that is worth a look first: what passes, else what may, else HTTPS. */
export function trafficOf(cell: Cell, filter: GridFilter): Pick<Query, 'protocol' | 'port'> {
  if (filter.protocol === 'icmp') return { protocol: 'icmp', port: null };
  const named = filter.protocol === 'all' ? 'tcp' : filter.protocol;
  if (filter.port !== null) {
    const passes = [...cell.reachable, ...cell.unknown].find(({ ports }) => ports !== null);
    return { protocol: filter.protocol === 'all' ? (passes?.protocol ?? named) : named, port: filter.port };
  }
  const [first] = [...cell.reachable, ...cell.unknown];
  if (first === undefined) return { protocol: named, port: 443 };
  if (first.ports === null) return { protocol: 'icmp', port: null };
  const usual = first.ports.some(([from, to]) => from <= 443 && 443 <= to);
  return { protocol: first.protocol, port: usual ? 443 : (first.ports[0]?.[0] ?? 443) };
}

/** What a what-if does to each cell: the gravest of what it does to any of its pairs. */
export function changesIn(
  matrix: Matrix,
  consequences: Consequences | null,
): ReadonlyMap<string, CellChange> {
  const found = new Map<string, CellChange>();
  for (const { from, to, lost, doubtful, won } of consequences?.pairs ?? []) {
    const key = `${groupOf(matrix, from[0] ?? -1)} ${groupOf(matrix, to[0] ?? -1)}`;
    const change =
      lost.length > 0 ? 'lost' : doubtful.length > 0 ? 'doubtful' : won.length > 0 ? 'won' : null;
    const before = found.get(key);
    if (change !== null && (before === undefined || grave.indexOf(change) < grave.indexOf(before)))
      found.set(key, change);
  }
  return found;
}

const grave = ['lost', 'doubtful', 'won'] as const;
export type CellChange = (typeof grave)[number];
