/** What is wrong with the design: each with its place, and what would mend it. */
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Finding, Severity } from '../../core/rules/rule';
import { shown as notSuppressed } from '../../core/rules/shown';
import { countsOf, severities } from '../../editor/inspecting/findings';
import {
  familyOf,
  problemRows,
  type Grouping,
  type ProblemFamily,
} from '../../editor/inspecting/problemRows';
import { AwsButton } from '../aws/AwsButton';
import { useAwsFindings } from '../aws/awsCheck';
import { EmptyNote } from '../EmptyNote';
import { CheckGlyph } from '../glyphs';
import { SeveritySign, severityWords } from '../severitySigns';
import { useDocument, useEditor, useSay, useVerdicts } from '../useEditor';
import { useRules } from '../useRules';
import { ProblemLine } from './ProblemLine';
import { FamilyChoice, SelectionFilter, useConcerned } from './ProblemFilters';
import { problemsOf } from './problemsOf';
import { SuppressDialog } from './SuppressDialog';
import { SuppressedList } from './SuppressedList';
import { useWindow } from './useWindow';
import { words } from './words';

const rowHeight = 32;
const longFrom = 200;

export function ProblemsPanel() {
  const { catalog, store } = useEditor();
  const rules = useRules();
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const own = useVerdicts((verdicts) => verdicts.findings);
  const ofAws = useAwsFindings();
  const answered = useVerdicts((verdicts) => verdicts.revision >= 0);
  const suppressed = useDocument((document) => document.suppressions);
  const isEmpty = useDocument((document) => document.resources.size === 0);
  const suppressions = suppressed.size;
  const findings = useMemo(
    () =>
      ofAws.length === 0 ? own : [...own, ...notSuppressed({ suppressions: suppressed }, ofAws).findings],
    [own, ofAws, suppressed],
  );
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(severities));
  const [search, setSearch] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('severity');
  const [family, setFamily] = useState<ProblemFamily | undefined>();
  const about = useConcerned();
  const [suppressing, setSuppressing] = useState<Finding | null>(null);
  const [listsSuppressed, setListsSuppressed] = useState(false);
  const wanted = useDeferredValue(search);
  const counts = useMemo(() => countsOf(findings), [findings]);
  const rows = useMemo(
    () =>
      problemRows(
        findings,
        {
          severities: shown,
          search: wanted,
          grouping,
          ...(about === null ? {} : { about }),
          ...(family === undefined ? {} : { family }),
        },
        {
          of: (id) => nameOf(store.document, id),
          severity: (severity) => severityWords[severity],
          rule: (rule) => rules.get(rule)?.summary ?? { en: rule, ja: rule },
          family: (finding) => familyOf(catalog, store.document, finding),
        },
      ),
    [findings, shown, wanted, grouping, about, family, store, catalog, rules],
  );
  const sight = useWindow(scroller, rows.length, rowHeight, longFrom);
  const drawn = sight === null ? rows : rows.slice(sight.first, sight.end);

  const toggle = (severity: Severity): void => {
    const next = new Set(shown);
    if (!next.delete(severity)) next.add(severity);
    setShown(next);
  };
  return (
    <div className="problems">
      <div className="panel-tools">
        <fieldset className="panel-filters" aria-label={say(words.severities)}>
          {severities.map((severity) => (
            <button
              key={severity}
              type="button"
              className="button panel-filter"
              aria-pressed={shown.has(severity)}
              onClick={() => toggle(severity)}
            >
              <SeveritySign severity={severity} />
              {counts[severity]}
            </button>
          ))}
        </fieldset>
        <input
          type="search"
          className="inspector-box panel-search"
          aria-label={say(words.search)}
          placeholder={say(words.searchShort)}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <label className="panel-choice">
          <span>{say(words.groupBy)}</span>
          <select
            className="inspector-select"
            value={grouping}
            // The options are the groupings.
            onChange={(event) => setGrouping(event.target.value as Grouping)}
          >
            <option value="severity">{say(words.bySeverity)}</option>
            <option value="place">{say(words.byPlace)}</option>
            <option value="rule">{say(words.byRule)}</option>
          </select>
        </label>
        <FamilyChoice findings={findings} value={family} onChoose={setFamily} />
        <SelectionFilter />
        <AwsButton />
        {suppressions === 0 ? null : (
          <button
            type="button"
            className="button panel-filter"
            aria-pressed={listsSuppressed}
            onClick={() => setListsSuppressed(!listsSuppressed)}
          >
            {say(words.suppressed)} {suppressions}
          </button>
        )}
      </div>
      {listsSuppressed && suppressions > 0 ? <SuppressedList /> : null}
      {rows.length === 0 ? (
        findings.length > 0 ? (
          <EmptyNote
            title={words.nothingMatches}
            button={{
              label: words.clear,
              run: () => {
                setShown(new Set(severities));
                setSearch('');
                setFamily(undefined);
                problemsOf.setState({ selection: false });
              },
            }}
          />
        ) : !answered ? (
          <EmptyNote title={words.checking} />
        ) : isEmpty ? (
          <EmptyNote
            title={words.nothingToCheck}
            text={words.nothingToCheckHint}
            offer={['start-with-vpc']}
          />
        ) : (
          <EmptyNote
            title={words.noProblems}
            sign={<CheckGlyph />}
            text={words.noProblemsHint}
            offer={['show-matrix']}
          />
        )
      ) : (
        <div ref={scroller} className="problems-list scrolls" data-long={sight === null ? undefined : true}>
          <ul>
            {sight === null ? null : <li aria-hidden="true" style={{ height: sight.before }} />}
            {drawn.map((row) =>
              row.is === 'group' ? (
                <li key={row.key} className="problem-group">
                  {say(row.label)} <span>{row.count}</span>
                </li>
              ) : (
                <ProblemLine
                  key={row.key}
                  finding={row.finding}
                  isEffect={row.isEffect}
                  suppress={setSuppressing}
                  walk={walk}
                />
              ),
            )}
            {sight === null ? null : <li aria-hidden="true" style={{ height: sight.after }} />}
          </ul>
        </div>
      )}
      {suppressing === null ? null : (
        <SuppressDialog finding={suppressing} close={() => setSuppressing(null)} />
      )}
    </div>
  );
}

function nameOf(document: ReturnType<typeof useEditor>['store']['document'], id: string): string {
  const resource = document.resources.get(id);
  if (resource !== undefined) return resource.name;
  const flow = document.flows.get(id);
  if (flow === undefined) return '';
  const end = (each: string) => document.resources.get(each)?.name ?? '';
  return `${end(flow.from)} → ${end(flow.to)}`;
}

/** Arrow keys go from problem to problem. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const lines = [
    ...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('.problem-main') ?? []),
  ];
  event.preventDefault();
  lines[lines.indexOf(event.currentTarget) + step]?.focus();
}
