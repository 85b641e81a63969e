/** Whole lines that are marked: those of the selected resources, and those that have just changed. */
import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
  type StateEffectType,
} from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { LineRange } from '../../../core/cfn/templateText';

/** How long changed lines stay marked, in ms; the style sheet fades them. */
export const flashMs = 1200;

export const setMarked = StateEffect.define<readonly LineRange[]>();
export const setFlashing = StateEffect.define<readonly number[]>();

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

export const lineMarks: Extension = [marked, flashing];

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
