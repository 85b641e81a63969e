/** "Does it arrive?": asked before anything shows it, and afterwards what is so, beside what was said. */
import { useStore } from 'zustand';
import type { Flow } from '../core/model/document';
import { flowVerdict, flowVerdictWords } from '../core/network/flowVerdict';
import { trafficText } from '../core/model/trafficText';
import { useSay } from '../ui/useEditor';
import { VerdictSign } from '../ui/verdictSigns';
import type { Show } from './useShow';
import { words } from './words';

export function Question({ show }: { readonly show: Show }) {
  const say = useSay();
  const { now, answered, stage } = show;
  const asked = now.asking ?? answered;
  const flow = asked === null ? undefined : stage.editor.store.document.flows.get(asked);
  if (flow === undefined) return null;
  if (now.asking === null) return <Answer show={show} flow={flow} />;
  const { resources } = stage.editor.store.document;
  const nameOf = (id: string): string => resources.get(id)?.name ?? '';
  return (
    <div className="question" role="group" aria-label={say(words.question)}>
      <strong>
        {nameOf(flow.from)} → {nameOf(flow.to)} ({say(trafficText(flow))}): {say(words.question)}
      </strong>
      <button type="button" className="button" aria-keyshortcuts="y" onClick={() => show.guessed('arrives')}>
        {say(words.guessArrives)} <kbd>Y</kbd>
      </button>
      <button type="button" className="button" aria-keyshortcuts="n" onClick={() => show.guessed('blocked')}>
        {say(words.guessBlocked)} <kbd>N</kbd>
      </button>
    </div>
  );
}

function Answer({ show, flow }: { readonly show: Show; readonly flow: Flow }) {
  const say = useSay();
  const { real, editor } = show.stage;
  // That of the scene before may be of another design.
  const trace = useStore(real, ({ traces, revision }) =>
    revision === editor.store.revision ? traces.get(flow.id) : undefined,
  );
  const verdict = flowVerdict(trace);
  const isRight =
    show.guess === null || verdict === 'cannot-say' || verdict === 'not-computed'
      ? null
      : (verdict === 'arrives') === (show.guess === 'arrives');
  const why = trace?.blockedBy[0]?.says ?? (verdict === 'cannot-say' ? trace?.unknowns[0] : undefined);
  return (
    <div className="question" role="status">
      <span className="question-verdict" data-verdict={verdict}>
        <VerdictSign verdict={verdict} />
        {say(flowVerdictWords[verdict])}
      </span>
      {isRight === null ? null : <span>{say(isRight ? words.guessedRight : words.guessedWrong)}</span>}
      {why === undefined ? null : <span>{say(why)}</span>}
    </div>
  );
}
