/** The law of the matrix: of every pair and every port it says what the trace says. */
import { expect } from 'vitest';
import { reachBetween, type Matrix } from '../core/network/matrix/matrixData';
import { verdictFor } from '../core/network/matrix/reach';
import type { Query, Trace } from '../core/network/trace';

const protocolsAsked = ['tcp', 'udp', 'icmp'] as const;
const portsAsked = [
  0, 22, 52, 53, 54, 79, 80, 81, 442, 443, 444, 1023, 1024, 8080, 8443, 32768, 60001, 65535,
];

/** Of every pair, for some ports by luck. */
export function expectMatrixLaw(
  matrix: Matrix,
  trace: (query: Query) => Trace,
  luck: readonly number[],
): void {
  let turn = 0;
  matrix.ends.forEach((source, from) => {
    matrix.ends.forEach((target, to) => {
      const reach = reachBetween(matrix, from, to);
      expect(reach === undefined).toBe(from === to || !source.asks || !target.answers);
      if (reach === undefined) return;
      for (const protocol of protocolsAsked) {
        const port =
          protocol === 'icmp'
            ? null
            : (portsAsked[(luck[turn++ % luck.length] ?? 0) % portsAsked.length] ?? 0);
        const query: Query = { from: source.end, to: target.end, protocol, port, sourcePort: null };

        expect(`${source.id} → ${target.id} ${protocol} ${port} ${verdictFor(reach, protocol, port)}`).toBe(
          `${source.id} → ${target.id} ${protocol} ${port} ${trace(query).verdict}`,
        );
      }
    });
  });
}
