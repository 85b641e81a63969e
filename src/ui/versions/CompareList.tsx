/** What differs, line by line; choosing one shows it on the canvas. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { changeSorts, type ChangeSort, type ComparedLine, type Comparison } from '../../core/diff/comparison';
import { verbatim, type Words } from '../../lib/words';
import { useSay } from '../useEditor';
import { signTexts, sortWords } from './signs';
import { stepFocus } from './stepFocus';
import { moreWords, words } from './words';

export interface CompareListProps {
  /** Null while it is worked out. */
  readonly comparison: Comparison | null;
  /** Whether there are two to compare. */
  readonly isWaiting: boolean;
  readonly line: string | null;
  readonly onChoose: (line: ComparedLine) => void;
}

/** So many lines of a sort are there at once; the others are asked for. */
const batch = 100;

export function CompareList({ comparison, isWaiting, line, onChoose }: CompareListProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const state = say(stateWords(comparison, isWaiting));
  return (
    <>
      <p role="status" className={state === '' ? 'unseen' : 'compare-state'}>
        {/* What is counted beside each heading is told to those who hear it. */}
        {state === '' && comparison !== null ? countText(comparison, say) : state}
      </p>
      <div ref={list} className="compare-list scrolls" role="group" aria-label={say(words.changes)}>
        {comparison === null
          ? null
          : changeSorts.map((sort) => (
              <Sort
                key={sort}
                sort={sort}
                lines={comparison.lines.filter((each) => each.sort === sort)}
                line={line}
                onChoose={onChoose}
                onStep={(event) => stepFocus(event, list.current)}
              />
            ))}
      </div>
    </>
  );
}

/** Empty where the lines say it all. */
function stateWords(comparison: Comparison | null, isWaiting: boolean): Words {
  if (comparison === null) return isWaiting ? words.comparing : words.nothingToCompare;
  if (comparison.depth === 'resources') return words.comparingReach;
  if (comparison.lines.length === 0) return words.same;
  return comparison.isSame ? words.sameNetwork : verbatim('');
}

function countText({ lines }: Comparison, say: ReturnType<typeof useSay>): string {
  return changeSorts
    .flatMap((sort) => {
      const count = lines.filter((each) => each.sort === sort).length;
      return count === 0 ? [] : [`${say(sortWords[sort])}: ${count}`];
    })
    .join(' · ');
}

interface SortProps {
  readonly sort: ChangeSort;
  readonly lines: readonly ComparedLine[];
  readonly line: string | null;
  readonly onChoose: (line: ComparedLine) => void;
  readonly onStep: (event: KeyboardEvent) => void;
}

function Sort({ sort, lines, line, onChoose, onStep }: SortProps) {
  const say = useSay();
  const [most, setMost] = useState(batch);
  if (lines.length === 0) return null;
  return (
    <section aria-label={say(sortWords[sort])}>
      <h3 className="compare-heading">
        {say(sortWords[sort])} <span className="versions-quiet">{lines.length}</span>
      </h3>
      <ul>
        {lines.slice(0, most).map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="compare-line"
              aria-pressed={each.id === line}
              onKeyDown={onStep}
              onClick={() => onChoose(each)}
            >
              <span className={`compare-sign compare-sign-${each.sign}`} aria-hidden="true">
                {signTexts[each.sign]}
              </span>
              <span className="compare-text">
                <b>{say(each.name)}</b>{' '}
                {say(each.kind) === '' || each.name.en === each.kind.en ? null : (
                  <span className="versions-quiet">{say(each.kind)} </span>
                )}
                <span>{say(each.says)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length <= most ? null : (
        <button type="button" className="button" onClick={() => setMost(most + batch)}>
          {say(moreWords(lines.length - most))}
        </button>
      )}
    </section>
  );
}
