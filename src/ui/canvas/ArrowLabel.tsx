/** The label of an arrow: what goes along it, and, where it is asked for, a card that says what stops it. */
import { lazy, memo, Suspense } from 'react';
import type { Arrow } from '../../core/drawing/arrows';
import { trafficText } from '../../core/model/trafficText';
import { flowVerdictWords } from '../../core/network/flowVerdict';
import { useDocument, useSay, useSession, useVerdicts } from '../useEditor';
import { useArrowStates } from './useArrowStates';

const ArrowCard = lazy(async () => ({ default: (await import('./ArrowCard')).ArrowCard }));

interface ArrowLabelProps {
  readonly arrow: Arrow;
  /** Whether it is a layer of its own, as it moves. */
  readonly isLayer: boolean;
}

export const ArrowLabel = memo(function ArrowLabel({ arrow, isLayer }: ArrowLabelProps) {
  const states = useArrowStates(arrow.id);
  const { flow, verdict, label, labelFits } = arrow;
  return (
    <div
      className={`arrow-label arrow-${verdict} ${labelFits ? '' : 'has-no-room'} ${isLayer ? 'is-layer' : ''} ${states}`}
      style={{ transform: `translate(${label.x}px, ${label.y}px) translate(-50%, -50%)` }}
      data-flow={arrow.id}
    >
      <Plate flow={flow} verdict={verdict} />
    </div>
  );
});

/** What does not change while the label goes along with a drag. */
const Plate = memo(function Plate({ flow, verdict }: Pick<Arrow, 'flow' | 'verdict'>) {
  const say = useSay();
  // Where the inspector stands it says the same, and a card would only cover what is around.
  const asks = useSession(({ hovered, selection, focusMode }) =>
    selection.has(flow.id) ? focusMode : hovered === flow.id,
  );
  const reason = useVerdicts(({ traces }) => {
    const trace = traces.get(flow.id);
    return trace?.blockedBy[0]?.says ?? (trace?.verdict === 'unknown' ? trace.unknowns[0] : undefined);
  });
  const from = useDocument(({ resources }) => resources.get(flow.from)?.name ?? '');
  const to = useDocument(({ resources }) => resources.get(flow.to)?.name ?? '');
  const text = flow.label === '' ? say(trafficText(flow)) : flow.label;
  const verdictText = say(flowVerdictWords[verdict]);
  return (
    <>
      <button
        type="button"
        className="arrow-plate"
        tabIndex={-1}
        aria-label={`${from} → ${to}, ${text}, ${verdictText}`}
        data-part="flow"
        data-id={flow.id}
        data-node={flow.id}
      >
        {text}
        {verdict === 'cannot-say' ? <b aria-hidden="true"> ?</b> : null}
      </button>
      {asks && reason !== undefined ? (
        <Suspense>
          <ArrowCard>
            <strong>{verdictText}</strong> {say(reason)}
          </ArrowCard>
        </Suspense>
      ) : null}
    </>
  );
});
