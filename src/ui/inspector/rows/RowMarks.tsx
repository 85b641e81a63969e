/** What the engine says of a row: what has become of it, and what it did to the flow in focus. */
import type { RouteState } from '../../../core/network/network';
import type { Decision, Loss } from '../../../editor/inspecting/decisions';
import { CheckGlyph, FailureGlyph, HelpGlyph } from '../../glyphs';
import { useSay } from '../../useEditor';
import { VerdictSign } from '../../verdictSigns';
import { words } from '../words';

export interface RowMarksProps {
  readonly state?: RouteState | undefined;
  readonly decided: readonly Decision[];
  readonly lost?: Loss | undefined;
}

export function RowMarks({ state, decided, lost }: RowMarksProps) {
  const say = useSay();
  if (state === undefined && decided.length === 0 && lost === undefined) return null;
  return (
    <ul className="rows-marks">
      {state === undefined ? null : <StateMark state={state} />}
      {directions.map((direction) => {
        const decision = decided.find((each) => each.direction === direction);
        if (decision === undefined) return null;
        const drops = decision.verdict === 'drop';
        return (
          <li
            key={direction}
            className="rows-mark rows-mark-decides"
            data-tone={drops ? 'blocked' : decision.verdict === 'unknown' ? 'cannot-say' : 'arrives'}
            title={say(decision.says)}
          >
            <VerdictSign
              verdict={drops ? 'blocked' : decision.verdict === 'unknown' ? 'cannot-say' : 'arrives'}
            />
            {say(drops ? words.stops : words.wins)}
            {' · '}
            {say(direction === 'forward' ? words.forward : words.reply)}
          </li>
        );
      })}
      {lost === undefined || decided.length > 0 ? null : (
        <li className="rows-mark" title={say(lost.because)}>
          {say(lost.because)}
        </li>
      )}
    </ul>
  );
}

const directions = ['forward', 'return'] as const;

function StateMark({ state: { state, beatenBy } }: { readonly state: RouteState }) {
  const say = useSay();
  if (state === 'blackhole')
    return (
      <li className="rows-mark" data-tone="blocked">
        <FailureGlyph size={14} />
        {say(words.blackhole)}
      </li>
    );
  if (state === 'unknown')
    return (
      <li className="rows-mark" data-tone="cannot-say">
        <HelpGlyph size={14} />
        {say(words.unknownState)}
      </li>
    );
  if (beatenBy !== undefined)
    return (
      <li className="rows-mark" data-tone="caution">
        <FailureGlyph size={14} />
        {say(words.neverWins)}: {beatenBy}
      </li>
    );
  return (
    <li className="rows-mark">
      <CheckGlyph size={14} />
      {say(state === 'local' ? words.localState : words.active)}
    </li>
  );
}
