/** The ways of a flow side by side: what is asked, the table, and what is no way with the reasons. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { compareWords, verdictWords } from '../../core/compare/compareWords';
import { compareOrder } from '../../lib/order';
import { flowVerdict } from '../../core/network/flowVerdict';
import type { Words } from '../../lib/words';
import { EmptyNote } from '../EmptyNote';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { askedOf, nothingAsked } from './asked';
import { comparedIn, type Answer, type Compared } from './compared';
import { HopRow } from './HopRow';
import { makeScenes } from './makeScenes';
import { focusWanted } from './openPaths';
import './paths.css';
import { QuestionForm } from './QuestionForm';
import { WaysTable } from './WaysTable';
import { comparedWords, keysWords, words } from './words';

export function PathsPanel() {
  const editor = useEditor();
  const comparing = useSession((session) => session.comparing);
  const say = useSay();
  const compared = useStore(comparedIn(editor));
  const whole = useRef<HTMLDivElement>(null);
  useWantedFocus(whole);
  return (
    <div ref={whole} className="paths" role="group" aria-label={say(words.title)} tabIndex={-1}>
      <QuestionForm
        asked={comparing ?? nothingAsked}
        gbOfFlow={compared.answer?.comparison.gbPerMonth ?? null}
      />
      <State compared={compared} />
      {compared.answer === null ? (
        <Nothing compared={compared} />
      ) : (
        <Ways answer={compared.answer} isStale={compared.isAsking} />
      )}
    </div>
  );
}

let focused = 0;

/** Whoever asked for the comparison goes on in it: from the canvas there is no other way for the keyboard. */
function useWantedFocus(whole: RefObject<HTMLElement | null>): void {
  const wanted = useStore(focusWanted, ({ count }) => count);
  useEffect(() => {
    if (wanted === focused) return undefined;
    focused = wanted;
    // After the menu, or the box of commands, has given the focus back.
    const timer = setTimeout(() => whole.current?.focus({ preventScroll: true }), 60);
    return () => clearTimeout(timer);
  }, [wanted, whole]);
}

/** Read out, and seen while something is under way. */
function State({ compared: { isAsking, answer } }: { readonly compared: Compared }) {
  const say = useSay();
  const text = isAsking
    ? answer === null
      ? words.comparing
      : words.comparingAgain
    : answer === null
      ? null
      : comparedWords(answer.ways.length);
  return (
    <p role="status" className={isAsking ? 'paths-state' : 'unseen'}>
      {text === null ? '' : say(text)}
    </p>
  );
}

const hints: ReadonlyMap<Words, Words> = new Map<Words, Words>([
  [words.chooseEnds, words.chooseEndsHint],
  [words.flowGone, words.goneHint],
  [words.sourceGone, words.goneHint],
  [words.destinationGone, words.goneHint],
  [words.sameEnds, words.sameEndsHint],
  [words.noPlace, words.noPlaceHint],
]);

function Nothing({ compared: { because, failed } }: { readonly compared: Compared }) {
  const { session } = useEditor();
  if (failed)
    return (
      <EmptyNote
        title={words.failed}
        button={{
          label: words.again,
          // Another question with the same words is asked anew.
          run: () =>
            session.setState(({ comparing }) => ({
              comparing: comparing === null ? null : { ...comparing, count: 0, gb: comparing.gb ?? null },
            })),
        }}
      />
    );
  if (because === null) return null;
  const hint = hints.get(because);
  return (
    <>
      <EmptyNote title={because} {...(hint === undefined ? {} : { text: hint })} />
      {because === words.chooseEnds ? <DrawnFlows /> : null}
    </>
  );
}

/** So many flows are offered; the others are chosen by their ends. */
const mostFlows = 12;

function DrawnFlows() {
  const { session } = useEditor();
  const flows = useDocument((document) => document.flows);
  const resources = useDocument((document) => document.resources);
  const say = useSay();
  const shown = [...flows.values()].sort(compareOrder).slice(0, mostFlows);
  if (shown.length === 0) return null;
  return (
    <p className="paths-flows">
      <span>{say(words.orFlow)}</span>
      {shown.map((flow) => (
        <button
          key={flow.id}
          type="button"
          className="button button-outlined"
          onClick={() => session.setState({ comparing: askedOf(flow) })}
        >
          {resources.get(flow.from)?.name} → {resources.get(flow.to)?.name}
        </button>
      ))}
    </p>
  );
}

function Ways({ answer, isStale }: { readonly answer: Answer; readonly isStale: boolean }) {
  const editor = useEditor();
  const say = useSay();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [withLines, setWithLines] = useState(false);
  const { ways, others, comparison, asked } = answer;
  return (
    <div className="paths-answer scrolls" aria-busy={isStale}>
      <div className="paths-tools">
        <p className="paths-today">
          <b>{say(compareWords.today)}</b>
          <span className="paths-verdict">
            <VerdictSign verdict={flowVerdict(comparison.now.trace)} />
            {say(verdictWords[comparison.now.verdict])}
          </span>
          <HopRow hops={comparison.now.hops} document={asked.base} />
        </p>
        {ways.length === 0 ? null : (
          <>
            <label className="paths-check">
              <input
                type="checkbox"
                checked={onlyDifferences}
                onChange={(event) => setOnlyDifferences(event.target.checked)}
              />
              {say(words.onlyDifferences)}
            </label>
            <button
              type="button"
              className="button button-outlined"
              disabled={isStale}
              onClick={() => makeScenes(editor, answer)}
            >
              {say(words.makeScenes)}
            </button>
            <span className="paths-keys">{say(keysWords(ways.length))}</span>
          </>
        )}
      </div>
      {ways.length === 0 ? (
        <EmptyNote title={words.noneAtAll} text={words.noneAtAllHint} />
      ) : (
        <WaysTable
          answer={answer}
          isStale={isStale}
          onlyDifferences={onlyDifferences}
          withLines={withLines}
          onLines={setWithLines}
        />
      )}
      {others.length === 0 ? null : (
        <details className="paths-others" open={ways.length === 0 ? true : undefined}>
          <summary>
            {say(compareWords.noWay)} <span className="panel-count">{others.length}</span>
          </summary>
          <dl>
            {others.map(({ id, title, because }) => (
              <div key={id}>
                <dt>{say(title)}</dt>
                <dd>{because === null ? '' : say(because)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {ways.length === 0 ? null : <p className="paths-estimates">{say(compareWords.estimates)}</p>}
    </div>
  );
}
