/** Words that come from elsewhere, as a note. */
import type { Point, ResourceId } from '../core/model/document';
import { noteField } from '../core/drawing/noteText';
import { noteSize } from '../core/picture/shapes/note';
import { groundNow, landingAt } from './drop';
import type { Editor } from './editor';
import { snapped } from './moving';
import { add } from './place';
import { announce } from './session';

/** Adds a note that says this, with its middle at `at` (canvas px), and selects it; undefined where that is refused, which is told. */
export function addNote(editor: Editor, text: string, at: Point): ResourceId | undefined {
  const { catalog, session } = editor;
  const kind = [...catalog.kinds.values()].find(({ shape }) => shape.as === 'note');
  const field = kind === undefined ? undefined : noteField(catalog, kind.kind);
  if (kind?.shape.as !== 'note' || field === undefined) return undefined;
  const { w, h } = noteSize(text, kind.shape.minSize);
  const rect = { x: snapped(at.x - w / 2), y: snapped(at.y - h / 2), w, h };
  const ground = groundNow(editor);
  const landing = landingAt(ground, kind.kind, at, new Set(), true, rect);
  if ('refusal' in landing) {
    announce(session, landing.refusal);
    return undefined;
  }
  const id = add(editor, kind.kind, landing, rect, { props: { [field]: text }, isPointedAt: true });
  // It says already what it is for.
  session.setState({ editing: null });
  return id;
}
