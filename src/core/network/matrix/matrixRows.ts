/** The matrix as rows that can be read: who reaches whom by what, for some of its ends, protocols and ports. */
import type { PortRange } from '../ports';
import type { Matrix } from './matrixData';
import type { Reach } from './reach';
import { inBoth } from './portRanges';
import { portsThatAre, type ProtocolPorts } from './reachWords';

export interface MatrixFilter {
  /** Indices of ends; absent: all. */
  readonly from?: ReadonlySet<number> | undefined;
  readonly to?: ReadonlySet<number> | undefined;
  /** Absent: every one. With a port, those that have ports. */
  readonly protocol?: 'tcp' | 'udp' | 'icmp' | undefined;
  readonly port?: number | undefined;
}

/** Each of `from` reaches each of `to` alike, itself left out. */
export interface MatrixRow {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly reachable: readonly ProtocolPorts[];
  readonly unknown: readonly ProtocolPorts[];
}

/** Those of groups to groups by which anything passes or may pass; all others are blocked. */
export function matrixRows(matrix: Matrix, filter: MatrixFilter = {}): readonly MatrixRow[] {
  const rows: MatrixRow[] = [];
  const chosen = (members: readonly number[], wanted: ReadonlySet<number> | undefined): readonly number[] =>
    wanted === undefined ? members : members.filter((member) => wanted.has(member));
  const filtered = matrix.reaches.map((reach) => filteredReach(reach, filter));
  matrix.cells.forEach((cells, source) => {
    const from = chosen(matrix.groups[source] ?? [], filter.from);
    if (from.length === 0) return;
    cells.forEach((cell, target) => {
      const reach = cell === null ? undefined : filtered[cell];
      if (reach === undefined) return;
      const to = chosen(matrix.groups[target] ?? [], filter.to);
      if (to.length === 0 || (to.length === 1 && from.length === 1 && to[0] === from[0])) return;
      const reachable = portsThatAre('reachable', reach);
      const unknown = portsThatAre('unknown', reach);
      if (reachable.length + unknown.length > 0) rows.push({ from, to, reachable, unknown });
    });
  });
  return rows;
}

/** Only what the filter asks for is left; the rest counts as blocked. */
export function filteredReach(reach: Reach, { protocol, port }: MatrixFilter): Reach {
  const only: readonly PortRange[] = port === undefined ? [[0, 65535]] : [[port, port]];
  const of = (name: 'tcp' | 'udp'): Reach['tcp'] =>
    protocol !== undefined && protocol !== name
      ? { reachable: [], unknown: [] }
      : { reachable: inBoth(reach[name].reachable, only), unknown: inBoth(reach[name].unknown, only) };
  const hasIcmp = protocol === 'icmp' || (protocol === undefined && port === undefined);
  return { tcp: of('tcp'), udp: of('udp'), icmp: hasIcmp ? reach.icmp : 'blocked' };
}
