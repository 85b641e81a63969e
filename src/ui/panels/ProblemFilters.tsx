/** Which problems are listed: those about one part of the design, or about what is selected. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { paletteGroups } from '../../core/catalog/kind';
import type { Finding } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import { concernedBy, familyOf, type ProblemFamily } from '../../editor/inspecting/problemRows';
import { groupLabels } from '../palette/words';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { problemsOf } from './problemsOf';
import { tabWords } from './tabWords';
import { words } from './words';

/** What the problems have to be about; null where that does not matter. */
export function useConcerned(): ReadonlySet<string> | null {
  const isAsked = useStore(problemsOf, (state) => state.selection);
  const selection = useSession((session) => session.selection);
  const document = useDocument((whole) => whole);
  return useMemo(
    () => (isAsked && selection.size > 0 ? concernedBy(document, selection) : null),
    [isAsked, selection, document],
  );
}

export function SelectionFilter() {
  const say = useSay();
  const isOn = useStore(problemsOf, (state) => state.selection);
  return (
    <button
      type="button"
      className="button panel-filter"
      aria-pressed={isOn}
      onClick={() => problemsOf.setState({ selection: !isOn })}
    >
      {say(words.ofSelection)}
    </button>
  );
}

const families: readonly ProblemFamily[] = [...paletteGroups, 'flows', 'templates'];
const familyWords: Readonly<Record<ProblemFamily, Words>> = {
  ...groupLabels,
  flows: tabWords.flows,
  templates: words.templates,
};

/** The parts of the design that have problems, and the one that is chosen. */
export function FamilyChoice({
  findings,
  value,
  onChoose,
}: {
  readonly findings: readonly Finding[];
  readonly value: ProblemFamily | undefined;
  readonly onChoose: (family: ProblemFamily | undefined) => void;
}) {
  const { catalog, store } = useEditor();
  const say = useSay();
  const found = useMemo(
    () => new Set(findings.map((finding) => familyOf(catalog, store.document, finding))),
    [catalog, store, findings],
  );
  return (
    <label className="panel-choice">
      <span>{say(words.about)}</span>
      <select
        className="inspector-select"
        value={value ?? ''}
        onChange={(event) => onChoose(families.find((family) => family === event.target.value))}
      >
        <option value="">{say(words.everything)}</option>
        {families.map((family) =>
          found.has(family) || family === value ? (
            <option key={family} value={family}>
              {say(familyWords[family])}
            </option>
          ) : null,
        )}
      </select>
    </label>
  );
}
