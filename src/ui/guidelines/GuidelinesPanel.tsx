/** Where the drawing departs from AWS's guidelines. It is a list of its own: nothing of it counts among the problems of the network. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { guidelines } from '../../core/guidelines';
import type { Found } from '../../core/guidelines/check';
import type { Guideline } from '../../core/guidelines/guideline';
import { propose } from '../../editor/proposal';
import { notify } from '../../editor/session';
import { EmptyNote } from '../EmptyNote';
import { CheckGlyph, DownGlyph, RightGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';
import { DepartureLine } from './DepartureLine';
import './guidelines.css';
import { panelRequests } from './panelRequests';
import { useDepartures } from './useDepartures';
import { countWords, keptWords, words } from './words';

export function GuidelinesPanel() {
  const editor = useEditor();
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const { checked, fixes, fixAll, isFixing } = useDepartures();
  const { found } = checked;
  const groups = useMemo(() => groupsOf(found), [found]);
  const kept = guidelines.filter(({ id }) => !groups.has(id));
  const asked = useStore(panelRequests);
  useEffect(() => {
    if (asked > 0) list.current?.focus({ preventScroll: true });
  }, [asked]);

  const fix = (guideline?: string): void =>
    fixAll(guideline, (mended) => {
      if (mended === undefined) notify(editor.session, words.nothingFixed);
      else propose(editor, checked.document, mended.plan.title, mended.plan.commands);
    });

  if (checked.document.resources.size === 0)
    return <EmptyNote title={words.nothing} text={words.nothingHint} offer={['start-with-vpc']} />;
  return (
    <div ref={list} className="guidelines" tabIndex={-1} role="region" aria-label={say(words.title)}>
      {found.length === 0 ? (
        <EmptyNote title={words.keepsAll} sign={<CheckGlyph />} text={words.keepsAllHint} />
      ) : (
        <div className="panel-tools guidelines-tools">
          <span role="status">{say(isFixing ? words.fixing : countWords(found.length))}</span>
          <button
            type="button"
            className="button button-outlined"
            disabled={isFixing || fixes.size === 0}
            onClick={() => fix()}
          >
            {say(words.fixAll)}
          </button>
        </div>
      )}
      <div className="guidelines-list scrolls">
        {[...groups].map(([id, departures]) => (
          <Group
            key={id}
            // The departures are of the guidelines.
            guideline={guidelines.find((each) => each.id === id) as Guideline}
            departures={departures}
            fixes={fixes}
            onFixAll={isFixing ? undefined : () => fix(id)}
          />
        ))}
        {kept.length === 0 ? null : (
          <details className="guidelines-kept">
            <summary>{say(keptWords(kept.length))}</summary>
            <ul>
              {kept.map(({ id, summary }) => (
                <li key={id}>
                  <CheckGlyph />
                  {say(summary)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

interface GroupProps {
  readonly guideline: Guideline;
  readonly departures: readonly Found[];
  readonly fixes: ReturnType<typeof useDepartures>['fixes'];
  /** Absent while something is being worked out. */
  readonly onFixAll: (() => void) | undefined;
}

function Group({ guideline, departures, fixes, onFixAll }: GroupProps) {
  const say = useSay();
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  const { summary, why, source, isHint } = guideline;
  const mendable = departures.filter(({ key }) => fixes.has(key)).length;
  return (
    <section aria-labelledby={id}>
      <div className="guideline-head">
        <button
          type="button"
          className="guideline-summary"
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          {isExplained ? <DownGlyph /> : <RightGlyph />}
          <span id={id}>{say(summary)}</span>
          <span className="guideline-count">{departures.length}</span>
          {isHint === true ? <span className="guideline-hint">{say(words.hint)}</span> : null}
        </button>
        {mendable > 1 ? (
          <button
            type="button"
            className="button button-outlined guideline-fix-all"
            disabled={onFixAll === undefined}
            onClick={onFixAll}
          >
            {say(words.fixThese)}
          </button>
        ) : null}
      </div>
      {isExplained ? (
        <div className="guideline-why">
          <p>{say(why)}</p>
          <p>
            {say(words.source)}: <span className="mono">{source}</span>
          </p>
        </div>
      ) : null}
      <ul>
        {departures.map((departure) => (
          <DepartureLine
            key={departure.key}
            departure={departure}
            plan={fixes.get(departure.key)}
            walk={walk}
          />
        ))}
      </ul>
    </section>
  );
}

function groupsOf(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const group = groups.get(each.guideline);
    if (group === undefined) groups.set(each.guideline, [each]);
    else group.push(each);
  }
  return groups;
}

/** Arrow keys go from line to line. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const lines = [
    ...(event.currentTarget.closest('.guidelines-list')?.querySelectorAll<HTMLElement>('.problem-main') ??
      []),
  ];
  event.preventDefault();
  lines[lines.indexOf(event.currentTarget) + step]?.focus();
}
