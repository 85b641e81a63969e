/** The editor that scenes are shown on: one of its own, so that a scene can show a change while the diagram stays untouched. */
import type { Document, Scene } from '../core/model/document';
import { shownBy } from '../core/scenes/shown';
import { createEditor, type Editor } from '../editor/editor';
import type { Validator } from '../editor/verdicts';
import { maskedVerdicts, type MaskedVerdicts } from './maskedVerdicts';

export interface Stage {
  /** What is drawn: it does not know what the audience may not know yet. */
  readonly editor: Editor;
  /** What is so. */
  readonly real: Editor['verdicts'];
  readonly hold: MaskedVerdicts['hold'];
  /** The design that a scene shows; the same object as long as it is the same design. */
  designOf(document: Document, scene: Scene): Document;
  /** Puts a design on the stage; the very same one need not be drawn and checked anew. */
  put(design: Document): void;
}

export function createStage(from: Editor, validator: Validator): Stage {
  const { language, theme } = from.session.getState();
  const made = createEditor({
    catalog: from.catalog,
    document: from.store.document,
    validator,
    random: () => from.newId('stage'),
    session: { language, theme, gridShown: false, minimapOpen: false },
  });
  const masked = maskedVerdicts(made.verdicts);
  let last: { readonly of: readonly unknown[]; readonly design: Document } | undefined;
  return {
    editor: { ...made, verdicts: masked.store },
    real: made.verdicts,
    hold: masked.hold,
    designOf: (document, scene) => {
      // What is said in a scene is no part of the design: it is edited while the scene is shown.
      const { scenes: _, name: __, ...design } = document;
      const of = [...Object.values(design), scene.plan];
      const isSame = last?.of.length === of.length && of.every((each, index) => each === last?.of[index]);
      if (last === undefined || !isSame) last = { of, design: shownBy(from, document, scene).document };
      return last.design;
    },
    put: (design) => {
      if (design !== made.store.document) made.store.replace(design);
    },
  };
}
