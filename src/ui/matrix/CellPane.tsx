/** The chosen cell: what passes, and the path of one protocol and port of it, hop by hop. */
import { useEffect, useState } from 'react';
import type { Matrix } from '../../core/network/matrix/matrixData';
import { portsWords } from '../../core/network/matrix/reachWords';
import type { Query, Trace } from '../../core/network/trace';
import { flowVerdict, flowVerdictWords } from '../../core/network/flowVerdict';
import { Blocks } from '../inspector/trace/Blocks';
import '../inspector/inspector.css';
import { HopsView } from '../inspector/trace/TraceView';
import { useSay } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { DrawFlow } from './DrawFlow';
import { pairOf, trafficOf, type Cell, type GridFilter, type Line } from './gridModel';
import { PortBox } from './MatrixTools';
import { namesText, type NameOf } from './useEndNames';
import { words } from './words';

export interface CellPaneProps {
  readonly matrix: Matrix;
  readonly row: Line;
  readonly column: Line;
  readonly cell: Cell;
  readonly filter: GridFilter;
  readonly nameOf: NameOf;
  readonly trace: Trace | null;
  readonly askTrace: (query: Query | null) => void;
  /** Back to what a what-if costs; null where nothing was asked. */
  readonly onBack: (() => void) | null;
}

export function CellPane(props: CellPaneProps) {
  const { matrix, row, column, cell, filter, nameOf, trace, askTrace, onBack } = props;
  const say = useSay();
  const [traffic, setTraffic] = useState(() => trafficOf(cell, filter));
  const [from, to] = pairOf(row, column) ?? [-1, -1];
  const [source, target] = [matrix.ends[from]?.end, matrix.ends[to]?.end];
  useEffect(() => {
    if (source === undefined || target === undefined) return undefined;
    askTrace({ from: source, to: target, ...traffic, sourcePort: null });
    return () => askTrace(null);
  }, [askTrace, source, target, traffic]);
  const [start, end] = [matrix.ends[from], matrix.ends[to]];
  const verdict = trace === null ? undefined : flowVerdict(trace);
  return (
    <div className="matrix-path">
      {onBack !== null && (
        <button type="button" className="button matrix-back" onClick={onBack}>
          {say(words.backToLoss)}
        </button>
      )}
      <h3 className="matrix-side-title">
        {nameOf(from)} → {nameOf(to)}
      </h3>
      {row.members.length + column.members.length > 2 && (
        <p className="inspector-quiet">{aliveText(row, column, nameOf, say)}</p>
      )}
      <dl className="matrix-facts">
        {cell.reachable.length > 0 && (
          <div>
            <dt>
              <VerdictSign verdict="arrives" /> {say(words.passes)}
            </dt>
            <dd>{say(portsWords(cell.reachable))}</dd>
          </div>
        )}
        {cell.unknown.length > 0 && (
          <div>
            <dt>
              <VerdictSign verdict="cannot-say" /> {say(words.mayPass)}
            </dt>
            <dd>{say(portsWords(cell.unknown))}</dd>
          </div>
        )}
        {cell.verdict === 'blocked' && (
          <div>
            <dt>
              <VerdictSign verdict="blocked" /> {say(words.blocked)}
            </dt>
            <dd>{say(words.nothingPasses)}</dd>
          </div>
        )}
      </dl>
      <div className="matrix-traffic">
        <label className="matrix-tool">
          {say(words.protocol)}
          <select
            className="inspector-select"
            aria-label={say(words.protocol)}
            value={traffic.protocol}
            onChange={({ target: { value } }) =>
              setTraffic(
                value === 'icmp'
                  ? { protocol: 'icmp', port: null }
                  : { protocol: value === 'udp' ? 'udp' : 'tcp', port: traffic.port ?? 443 },
              )
            }
          >
            {(['tcp', 'udp', 'icmp'] as const).map((protocol) => (
              <option key={protocol} value={protocol}>
                {protocol.toUpperCase()}
              </option>
            ))}
          </select>
        </label>
        <PortBox
          key={traffic.protocol}
          port={traffic.port}
          disabled={traffic.protocol === 'icmp'}
          onPort={(port) => setTraffic((before) => ({ ...before, port }))}
        />
      </div>
      <output className="trace-verdict matrix-verdict" data-verdict={verdict}>
        <VerdictSign verdict={verdict ?? 'not-computed'} />
        <strong>{say(verdict === undefined ? words.tracing : flowVerdictWords[verdict])}</strong>
      </output>
      {trace !== null && trace.blockedBy.length > 0 && <Blocks blocks={trace.blockedBy} />}
      {(verdict === 'blocked' || verdict === 'reply-blocked') &&
        onBack === null &&
        start !== undefined &&
        end !== undefined && <DrawFlow from={start} to={end} traffic={traffic} />}
      {onBack !== null && <p className="inspector-quiet">{say(words.asDrawn)}</p>}
      {trace !== null && <HopsView trace={trace} />}
    </div>
  );
}

/** For whom else the path stands. */
function aliveText(row: Line, column: Line, nameOf: NameOf, say: ReturnType<typeof useSay>): string {
  const from = namesText(row.members, nameOf, 6);
  const to = namesText(column.members, nameOf, 6);
  return say({
    en: `The same holds from each of ${from} to each of ${to}.`,
    ja: `送信元 ${from} から送信先 ${to} まで、どの組み合わせでも同じです。`,
  });
}
