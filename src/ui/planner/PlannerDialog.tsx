/** Divides the addresses of a VPC up among its subnets: by dragging on a bar, by keys, and in a table. */
import { useEffect, useRef, useState } from 'react';
import { faultsOf } from '../../core/addresses/proposals';
import { actionById } from '../../editor/actions';
import { matches } from '../../editor/keyboard';
import { isComposing } from '../../lib/isComposing';
import type { Outcome } from '../../editor/planning';
import type { ResourceId } from '../../core/model/document';
import { Dialog } from '../shell/Dialog';
import { closeDialog } from '../shell/dialogs';
import { isMac } from '../shell/isMac';
import '../controls.css';
import { useDocument, useEditor, useSay } from '../useEditor';
import { FaultList } from './FaultList';
import { NewPart } from './NewPart';
import { PartDetails } from './PartDetails';
import { PartTable } from './PartTable';
import './planner.css';
import { SpaceBar } from './SpaceBar';
import { useNetworkAtHand, useNetworks, usePlan } from './usePlan';
import { words } from './words';

export function PlannerDialog() {
  const editor = useEditor();
  const say = useSay();
  const networks = useNetworks();
  const [network, setNetwork] = useState(useNetworkAtHand());
  const [chosen, setChosen] = useState<ResourceId | null>(null);
  const [outcome, setOutcome] = useState<(Outcome & { readonly count: number }) | null>(null);
  const plan = usePlan(network);
  const body = useRef<HTMLDivElement>(null);
  const tell = (next: Outcome): void => {
    setOutcome({ ...next, count: (outcome?.count ?? 0) + 1 });
    if (next.id !== undefined) setChosen(next.id);
  };
  useEffect(() => {
    // The button that was pressed may be gone: the free block, the proposal. The keys would go to the canvas then.
    if (document.activeElement !== document.body) return;
    const made = outcome?.id === undefined ? undefined : `[data-part-of="${CSS.escape(outcome.id)}"]`;
    const next = made === undefined ? null : body.current?.querySelector<HTMLElement>(made);
    (next ?? body.current)?.focus();
  }, [outcome]);
  // Of the window: what was focused may just have gone with the step that was undone.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => history(editor, event);
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [editor]);
  return (
    <Dialog
      title={say(words.title)}
      className="planner"
      onClose={closeDialog}
      foot={<Foot outcome={outcome} />}
    >
      {/* Undo works here as on the canvas, which the dialog keeps the keys from. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={body} className="planner-body" tabIndex={-1}>
        {networks.length > 1 && (
          <label className="planner-network">
            <span>{say(words.vpc)}</span>
            <select
              className="inspector-select"
              value={network ?? ''}
              onChange={({ target }) => {
                setNetwork(target.value);
                setChosen(null);
                setOutcome(null);
              }}
            >
              {networks.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {plan === undefined || plan.spaces.length === 0 ? (
          <p className="planner-quiet">{say(words.noSpace)}</p>
        ) : (
          <p className="planner-quiet" id="planner-keys">
            {say(words.keys)}
          </p>
        )}
        {plan === undefined ? null : (
          <>
            {plan.complete[4] && plan.complete[6] ? null : (
              <p className="planner-quiet">{say(words.notComplete)}</p>
            )}
            {plan.spaces.map((space, index) => (
              <SpaceBar
                // Blocks come and go; the one in a place keeps its window.
                key={`${plan.network} ${index} ${space.block.family} ${space.block.first} ${space.block.prefix}`}
                plan={plan}
                space={space}
                chosen={chosen}
                onChoose={setChosen}
                onDone={tell}
              />
            ))}
            <FaultList plan={plan} faults={faultsOf(plan)} onDone={tell} />
            <PartTable plan={plan} chosen={chosen} onChoose={setChosen} onDone={tell} />
            <NewPart plan={plan} onDone={tell} />
            <PartDetails subnet={plan.subnets.find(({ id }) => id === chosen) ?? plan.subnets[0]} />
            <p className="planner-quiet">{say(words.replaced)}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What was done or refused last, which is also read out; and the way back. */
function Foot({ outcome }: { readonly outcome: (Outcome & { readonly count: number }) | null }) {
  const say = useSay();
  return (
    <>
      <span className={outcome?.isRefused === true ? 'planner-said is-refused' : 'planner-said'}>
        {/* Two take turns, so that the same words said twice are a change. */}
        {[0, 1].map((turn) => (
          <output key={turn}>
            {outcome === null || outcome.count % 2 !== turn ? '' : say(outcome.says)}
          </output>
        ))}
      </span>
      <HistoryButton id="undo" />
      <HistoryButton id="redo" />
      <button type="button" className="button button-filled" onClick={closeDialog}>
        {say(words.done)}
      </button>
    </>
  );
}

function HistoryButton({ id }: { readonly id: 'undo' | 'redo' }) {
  const editor = useEditor();
  const say = useSay();
  useDocument((document) => document);
  const action = actionById(id);
  return (
    <button
      type="button"
      className="button button-outlined"
      disabled={action?.enabled(editor) !== true}
      onClick={() => action?.run(editor)}
    >
      {say(words[id])}
    </button>
  );
}

function history(editor: ReturnType<typeof useEditor>, event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event) || event.target instanceof HTMLInputElement) return;
  for (const id of ['undo', 'redo']) {
    const action = actionById(id);
    if (action?.keys?.some((keys) => matches(keys, event, isMac)) !== true) continue;
    event.preventDefault();
    if (action.enabled(editor)) action.run(editor);
    return;
  }
}
