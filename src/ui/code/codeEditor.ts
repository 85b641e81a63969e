/**
 * The text editor of the code pane (CodeMirror), loaded when the pane is first opened. It lives in a shadow root, where it
 * brings its styles by constructed style sheets, which a strict Content-Security-Policy allows.
 */
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Range,
  type StateEffectType,
} from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { LineRange } from '../../core/cfn/templateText';
import type { CodeFormat } from '../../worker/codeProtocol';
import { changedLines } from './lineChanges';

export interface CodeEditor {
  show(text: string, format: CodeFormat): void;
  /** Marks lines, and brings the first of them into view. */
  mark(lines: readonly LineRange[], scroll: boolean): void;
  label(text: string): void;
  destroy(): void;
}

/** How long changed lines stay marked, in ms; the style sheet fades them. */
const flashMs = 1200;
/** A text that is mostly new (another format, another diagram) does not flash. */
const mostFlashing = 200;

const setMarked = StateEffect.define<readonly LineRange[]>();
const setFlashing = StateEffect.define<readonly number[]>();

const marked = lineField(setMarked, (state, ranges) =>
  ranges.flatMap(({ first, last }) => {
    const found = [];
    for (let line = first; line <= Math.min(last, state.doc.lines); line++)
      found.push(Decoration.line({ class: 'cm-marked' }).range(state.doc.line(line).from));
    return found;
  }),
);

const flashing = lineField(setFlashing, (state, lines) =>
  lines
    .filter((line) => line <= state.doc.lines)
    .map((line) => Decoration.line({ class: 'cm-flashing' }).range(state.doc.line(line).from)),
);

export function createCodeEditor(parent: HTMLElement, onLine: (line: number) => void): CodeEditor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const language = new Compartment();
  const label = new Compartment();
  let shown: CodeFormat | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        EditorState.readOnly.of(true),
        lineNumbers(),
        drawSelection(),
        search({ top: true }),
        highlightSelectionMatches(),
        keymap.of(searchKeymap),
        language.of([]),
        label.of([]),
        marked,
        flashing,
        syntaxHighlighting(colours),
        theme,
        EditorView.domEventHandlers({
          click(event, clicked) {
            // A selected stretch of text is meant for copying.
            if (!clicked.state.selection.main.empty) return;
            const at = clicked.posAtCoords({ x: event.clientX, y: event.clientY });
            if (at !== null) onLine(clicked.state.doc.lineAt(at).number);
          },
          keydown(event, pressed) {
            if (event.key === 'Enter')
              onLine(pressed.state.doc.lineAt(pressed.state.selection.main.head).number);
          },
        }),
      ],
    }),
  });
  return {
    show(text, format) {
      const before = view.state.doc.toString();
      if (text === before && format === shown) return;
      const changed = format === shown && before !== '' ? changedLines(before, text) : [];
      const effects: StateEffect<unknown>[] = [];
      if (format !== shown) effects.push(language.reconfigure(format === 'yaml' ? yaml() : json()));
      shown = format;
      view.dispatch({ changes: smallestChange(before, text), effects });
      if (changed.length === 0 || changed.length > mostFlashing) return;
      view.dispatch({ effects: setFlashing.of(changed) });
      clearTimeout(timer);
      timer = setTimeout(() => view.dispatch({ effects: setFlashing.of([]) }), flashMs);
    },
    mark(ranges, scroll) {
      const first = ranges[0];
      const effects: StateEffect<unknown>[] = [setMarked.of([...ranges].sort((a, b) => a.first - b.first))];
      if (scroll && first !== undefined && first.first <= view.state.doc.lines)
        effects.push(
          EditorView.scrollIntoView(view.state.doc.line(first.first).from, { y: 'start', yMargin: 48 }),
        );
      view.dispatch({ effects });
    },
    label(text) {
      view.dispatch({
        effects: label.reconfigure(
          EditorView.contentAttributes.of({ 'aria-label': text, 'aria-readonly': 'true', tabindex: '0' }),
        ),
      });
    },
    destroy() {
      clearTimeout(timer);
      view.destroy();
    },
  };
}

/** Decorations of whole lines that come by an effect and move with the text. */
function lineField<T>(
  effect: StateEffectType<T>,
  make: (state: EditorState, value: T) => Range<Decoration>[],
): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(decorations, transaction) {
      let next = decorations.map(transaction.changes);
      for (const each of transaction.effects)
        if (each.is(effect)) next = Decoration.set(make(transaction.state, each.value), true);
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

/** Replaces only what is between the first and the last difference, so that the view keeps its place. */
function smallestChange(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.comment], color: 'var(--text-quiet)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.tagName, tags.keyword, tags.labelName], fontWeight: '600' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--text-quiet)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px', scrollbarWidth: 'thin' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--text)' },
  '&.cm-focused .cm-content': { boxShadow: 'inset 2px 0 0 var(--accent)' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--text-quiet)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '40px', padding: '0 10px 0 6px' },
  '.cm-line': { padding: '0 8px' },
  '.cm-marked': { backgroundColor: 'var(--accent-soft)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.cm-flashing': { animation: `cm-flash ${flashMs}ms ease-out` },
  '@keyframes cm-flash': {
    from: { backgroundColor: 'color-mix(in srgb, var(--accent) 34%, transparent)' },
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 28%, transparent)',
  },
  '.cm-selectionMatch, .cm-searchMatch': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 16%, transparent)',
    outline: '1px solid color-mix(in srgb, var(--accent) 45%, transparent)',
  },
  '.cm-panels': {
    backgroundColor: 'var(--surface-sunken)',
    color: 'var(--text)',
    borderBottom: '1px solid var(--line)',
    fontFamily: 'var(--font)',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
  },
});
