/**
 * The text editor of the code pane (CodeMirror), loaded when the pane is first opened. It lives in a shadow root, where it
 * brings its styles by constructed style sheets, which a strict Content-Security-Policy allows.
 */
import {
  history,
  historyKeymap,
  indentWithTab,
  redo,
  redoDepth,
  standardKeymap,
  undo,
  undoDepth,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  Transaction,
  type Extension,
  type StateEffect,
} from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view';
import type { LineRange } from '../../../core/cfn/templateText';
import type { Language } from '../../../lib/words';
import type { CodeFormat } from '../../../worker/codeProtocol';
import { completion } from './completion';
import { changesNesting, nestsDeeply } from './deepNesting';
import type { HelpSource } from './helpSource';
import { withLineBreaksOf, withLineFeeds } from './lineBreaks';
import { changedLines } from './lineChanges';
import { flashMs, lineMarks, setFlashing, setMarked } from './lineMarks';
import { lookingUp } from './lookingUp';
import { phrases } from './phrases';
import { problems, problemsAt, showProblems, showsProblems, type TextProblem } from './problems';
import { renamingThings } from './renaming';
import { textChanges } from './textChanges';
import { colours, theme } from './theme';

export interface CodeEditor {
  /** A text that was not typed here; the cursor and what is in view stay. */
  show(text: string, format: CodeFormat): void;
  /** Whether the text can be typed in. */
  allow(isEditable: boolean): void;
  /** What was typed is the diagram's: to take it back is the diagram's history. */
  settle(): void;
  /** Marks lines, and brings the first of them into view. */
  mark(lines: readonly LineRange[], scroll: boolean): void;
  /** Underlines problems of the text that is shown. */
  underline(found: readonly TextProblem[]): void;
  /** Puts the cursor there and takes the focus. */
  goTo(offset: number): void;
  /** Keeps the cursor in view when there is less room. */
  reveal(): void;
  describe(label: string, keys: string, language: Language): void;
  destroy(): void;
}

export interface CodeEvents {
  /** A line was clicked, or asked for by Enter where nothing can be typed. */
  line(line: number): void;
  typed(text: string): void;
  /** Nothing that was typed here is left to take back, or to do again. */
  undo(): void;
  redo(): void;
  /** The problems where the cursor is. */
  problems(at: readonly TextProblem[]): void;
}

/** A text that is mostly new (another format, another diagram) does not flash. */
const mostFlashing = 200;
/** In place of a language, for a text that is none. */
const withoutColours: Extension = [];
const fromOutside = Annotation.define<boolean>();

function coloursOf(format: CodeFormat): Extension {
  return format === 'yaml' ? yaml() : json();
}

export function createCodeEditor(
  parent: HTMLElement,
  events: CodeEvents,
  { names, say }: Pick<HelpSource, 'names' | 'say'>,
): CodeEditor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const [language, described, editing, past] = Array.from({ length: 4 }, () => new Compartment());
  if (!language || !described || !editing || !past) throw new Error('there are four compartments');
  let shown: CodeFormat | null = null;
  /** The text with the line breaks of its author. */
  let raw = '';
  let isEditable = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const help: HelpSource = { names, say, format: () => shown ?? 'yaml' };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        editing.of(EditorState.readOnly.of(true)),
        past.of(history()),
        lineNumbers(),
        drawSelection(),
        search({ top: true }),
        highlightSelectionMatches(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of('  '),
        problems,
        completion(help),
        lookingUp(help),
        renamingThings(help),
        keymap.of([
          {
            key: 'Mod-z',
            run: (own) => backOr(own, undoDepth, undo, events.undo),
            // With Caps Lock on, Shift types a small letter.
            shift: (own) => backOr(own, redoDepth, redo, events.redo),
          },
          { key: 'Mod-y', run: (own) => backOr(own, redoDepth, redo, events.redo) },
          { key: 'Mod-Shift-z', run: (own) => backOr(own, redoDepth, redo, events.redo) },
          {
            key: 'Enter',
            run(own) {
              if (!own.state.readOnly) return false;
              events.line(own.state.doc.lineAt(own.state.selection.main.head).number);
              return true;
            },
          },
          ...searchKeymap,
          ...historyKeymap,
          indentWithTab,
          ...standardKeymap,
        ]),
        language.of([]),
        EditorState.transactionExtender.of((transaction) => {
          const { changes, startState } = transaction;
          if (shown === null || !changesNesting(changes, startState.doc)) return null;
          const isDeep = nestsDeeply(transaction.newDoc.iter());
          const wasDeep = language.get(startState) === withoutColours;
          if (isDeep === wasDeep) return null;
          return { effects: language.reconfigure(isDeep ? withoutColours : coloursOf(shown)) };
        }),
        described.of([]),
        lineMarks,
        syntaxHighlighting(colours),
        theme,
        // Inside the editor, which may be narrow and low, and in the shadow root with it.
        tooltips({ position: 'absolute', tooltipSpace: (own) => own.dom.getBoundingClientRect() }),
        EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
          if (
            docChanged &&
            transactions.some((each) => each.docChanged && each.annotation(fromOutside) !== true)
          ) {
            raw = withLineBreaksOf(raw, state.doc.toString());
            events.typed(raw);
          }
          if (docChanged || selectionSet || transactions.some(showsProblems))
            events.problems(problemsAt(state, state.selection.main.head));
        }),
        EditorView.domEventHandlers({
          click(event, clicked) {
            // A selected stretch of text is meant for copying.
            if (!clicked.state.selection.main.empty) return;
            const at = clicked.posAtCoords({ x: event.clientX, y: event.clientY });
            if (at !== null) events.line(clicked.state.doc.lineAt(at).number);
          },
        }),
      ],
    }),
  });
  const forget = (): void => {
    view.dispatch({ effects: past.reconfigure([]) });
    view.dispatch({ effects: past.reconfigure(history()) });
  };
  return {
    show(text, format) {
      if (text === raw && format === shown) return;
      const before = view.state.doc.toString();
      const after = withLineFeeds(text);
      raw = text;
      if (after === before && format === shown) return;
      const isSame = format === shown && before !== '';
      const changed = isSame ? changedLines(before, after) : [];
      const effects: StateEffect<unknown>[] = [];
      if (format !== shown) effects.push(language.reconfigure(coloursOf(format)));
      shown = format;
      view.dispatch({
        changes: isSame ? textChanges(before, after) : { from: 0, to: before.length, insert: after },
        effects,
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
      });
      forget();
      if (changed.length === 0 || changed.length > mostFlashing) return;
      view.dispatch({ effects: setFlashing.of(changed) });
      clearTimeout(timer);
      timer = setTimeout(() => view.dispatch({ effects: setFlashing.of([]) }), flashMs);
    },
    allow(can) {
      if (can === isEditable) return;
      isEditable = can;
      view.dispatch({ effects: editing.reconfigure(EditorState.readOnly.of(!can)) });
    },
    settle: forget,
    mark(ranges, scroll) {
      const first = ranges[0];
      const effects: StateEffect<unknown>[] = [setMarked.of([...ranges].sort((a, b) => a.first - b.first))];
      if (scroll && first !== undefined && first.first <= view.state.doc.lines)
        effects.push(
          EditorView.scrollIntoView(view.state.doc.line(first.first).from, { y: 'start', yMargin: 48 }),
        );
      view.dispatch({ effects });
    },
    underline: (found) => showProblems(view, raw, found),
    goTo(offset) {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    reveal() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { head } = view.state.selection.main;
        view.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 18 }) });
      });
    },
    describe(label, keys, spoken) {
      view.dispatch({
        effects: described.reconfigure([
          phrases(spoken),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-description': keys,
            tabindex: '0',
          }),
        ]),
      });
    },
    destroy() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      view.destroy();
    },
  };
}

function backOr(
  view: EditorView,
  depth: (state: EditorState) => number,
  own: (view: EditorView) => boolean,
  other: () => void,
): boolean {
  if (depth(view.state) > 0) return own(view);
  other();
  return true;
}
