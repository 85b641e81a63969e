/** Underlines problems in the text, with a mark beside the line, and tells which are where the cursor is. */
import {
  forEachDiagnostic,
  lintGutter,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint';
import type { EditorState, Extension, Transaction } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Severity } from '../../../core/rules/rule';

export interface TextProblem {
  readonly key: string;
  /** Offsets into the text as it was shown, or typed. */
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly apply: () => void }[];
}

interface Shown extends Diagnostic {
  readonly problem: TextProblem;
}

const severities = { error: 'error', warning: 'warning', advice: 'info' } as const;

export const problems: Extension = [
  // Without a source of its own, it shows what is given to it.
  linter(null),
  lintGutter(),
  keymap.of([
    { key: 'F8', run: nextDiagnostic },
    { key: 'Shift-F8', run: previousDiagnostic },
  ]),
];

/** `raw`: the text in which the places are, with the line breaks of its author. */
export function showProblems(view: EditorView, raw: string, found: readonly TextProblem[]): void {
  const { length } = view.state.doc;
  const inEditor = offsetsIn(raw);
  const shown = found.map((problem): Shown => {
    const from = Math.min(inEditor(problem.from), length);
    return {
      from,
      to: Math.min(Math.max(from, inEditor(problem.to)), length),
      severity: severities[problem.severity],
      message: problem.message,
      renderMessage: () => told(problem),
      problem,
    };
  });
  view.dispatch(setDiagnostics(view.state, shown));
}

export function problemsAt(state: EditorState, at: number): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const line = state.doc.lineAt(at);
  const onLine: TextProblem[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    // We gave it ourselves.
    const { problem } = diagnostic as Shown;
    if (from <= at && at <= to) found.push(problem);
    else if (from <= line.to && to >= line.from) onLine.push(problem);
  });
  return found.length > 0 ? found : onLine;
}

/** The library's own buttons speak English to screen readers. */
function told({ message, fixes }: TextProblem): HTMLElement {
  const dom = document.createElement('div');
  dom.append(message);
  if (fixes.length === 0) return dom;
  const buttons = document.createElement('div');
  buttons.append(
    ...fixes.map(({ title, apply }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cm-diagnosticAction';
      button.textContent = title;
      button.addEventListener('click', apply);
      return button;
    }),
  );
  dom.append(buttons);
  return dom;
}

/** Where an offset of a text is once each of its line breaks is one line feed. */
function offsetsIn(raw: string): (offset: number) => number {
  if (!raw.includes('\r\n')) return (offset) => offset;
  const pairs: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) pairs.push(at);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

export function showsProblems(transaction: Transaction): boolean {
  return transaction.effects.length > 0 && !transaction.docChanged;
}
