/** The text itself, in its editor. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Finding } from '../../core/rules/rule';
import type { Code } from '../../worker/codeProtocol';
import { useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { createCodeEditor, type CodeEditor } from './editor/codeEditor';
import { FindingBar } from './FindingBar';
import { offsetAt } from './offsetAt';
import type { Draft, TextEditing } from './editingState';
import { problemsOf } from './textProblems';
import { words } from './words';

export interface CodeTextProps {
  readonly code: Code;
  readonly draft: Draft | undefined;
  readonly editing: TextEditing;
  readonly isEditable: boolean;
  readonly children: (goTo: (place: { readonly line: number; readonly column: number }) => void) => ReactNode;
}

/** How long the diagram has to be at rest before its findings are looked for in the text, in ms. */
const restMs = 300;

export function CodeText({ code, draft, editing, isEditable, children }: CodeTextProps) {
  const { session, store } = useEditor();
  const say = useSay();
  const language = useSession((state) => state.language);
  const selection = useSession((state) => state.selection);
  const findings = useVerdicts((verdicts) => verdicts.findings);
  const answered = useVerdicts((verdicts) => verdicts.revision);
  const places = usePlaces(editing);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const [atCursor, setAtCursor] = useState<string | null>(null);
  const latest = useRef(code);
  /** A selection that was made by a click in the text needs no scrolling there. */
  const madeHere = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    latest.current = code;
  }, [code]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = createCodeEditor(
      element,
      {
        line(line) {
          const owner = ownerAt(latest.current, line);
          if (owner === undefined) return;
          const selected = new Set([owner]);
          madeHere.current = selected;
          session.setState({ selection: selected });
        },
        typed: (text) => editing.typed(text),
        undo: () => store.undo(),
        redo: () => store.redo(),
        problems: (at) => setAtCursor(at[0]?.key ?? null),
      },
      {
        names: () => editing.state.getState().names,
        say: (said) => said[session.getState().language],
      },
    );
    setEditor(made);
    return () => {
      made.destroy();
      setEditor(null);
    };
  }, [session, store, editing]);

  const [label, keys] = [say(words.code), say(words.keys)];
  useEffect(() => editor?.describe(label, keys, language), [editor, label, keys, language]);
  useEffect(() => editor?.allow(isEditable), [editor, isEditable]);

  // What somebody is typing is what the editor shows already: only another draft is news to it.
  const isDraft = draft !== undefined;
  const from = draft?.from;
  const format = draft?.format ?? code.format;
  useEffect(() => {
    if (editor === null) return;
    const typed = from === undefined ? undefined : editing.textOf(code.template);
    editor.show(typed ?? code.text, format);
  }, [editor, editing, code.text, code.template, format, from]);
  useEffect(() => {
    if (!isDraft) editor?.settle();
  }, [editor, isDraft]);

  const marked = useMemo(
    () =>
      [...code.lines]
        .filter(([logicalId]) => selection.has(code.owners.get(logicalId) ?? ''))
        .map(([, range]) => range)
        .sort((one, other) => one.first - other.first),
    [code, selection],
  );
  const scrolledFor = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    // The lines of a draft are other ones; what is marked moves with the text.
    if (editor === null || isDraft) return;
    // The text changing under an unchanged selection does not move what one reads.
    const scroll = scrolledFor.current !== selection && madeHere.current !== selection;
    if (marked.length > 0 || selection.size === 0) scrolledFor.current = selection;
    editor.mark(marked, scroll);
  }, [editor, marked, selection, isDraft]);

  useEffect(() => {
    if (answered !== code.revision || isDraft) return;
    const timer = setTimeout(() => editing.place(findings), restMs);
    return () => clearTimeout(timer);
  }, [editing, findings, answered, code.revision, isDraft]);
  const problems = useMemo(
    () => problemsOf({ code, draft, places, findings, say, apply: (plan) => store.apply(plan) }),
    [code, draft, places, findings, say, store],
  );
  useEffect(() => {
    if (problems !== null) editor?.underline(problems);
  }, [editor, problems]);

  const found: Finding | undefined =
    draft === undefined && atCursor !== null ? findings.find(({ key }) => key === atCursor) : undefined;
  // The bar below takes room from the text.
  useEffect(() => {
    if (found !== undefined) editor?.reveal();
  }, [editor, found]);
  return (
    <>
      <div ref={place} className="code-text" />
      {found !== undefined && <FindingBar finding={found} />}
      {children(({ line, column }) => {
        const text = editing.textOf(code.template) ?? code.text;
        editor?.goTo(offsetAt(text, line, column, true));
      })}
    </>
  );
}

function usePlaces(editing: TextEditing) {
  const [places, setPlaces] = useState(editing.state.getState().places);
  useEffect(() => editing.state.subscribe((state) => setPlaces(state.places)), [editing]);
  return places;
}

/** The resource whose lines these are: the innermost range, should one hold another. */
function ownerAt({ lines, owners }: Code, line: number): string | undefined {
  let best: { readonly owner: string; readonly length: number } | undefined;
  for (const [logicalId, { first, last }] of lines) {
    const owner = owners.get(logicalId);
    if (owner === undefined || line < first || line > last) continue;
    if (best === undefined || last - first < best.length) best = { owner, length: last - first };
  }
  return best?.owner;
}
