/** What clicks and the marquee select. */
import type { Point, ResourceId } from '../core/model/document';
import { ancestors, groupOf } from '../core/model/queries';
import { between } from '../lib/rect';
import { connect, refusalToStart } from './connect';
import { toggleCollapsedNow } from './containerActs';
import type { Editor } from './editor';
import { touchedBy, type Hit } from './hit';
import type { Part, PointerInput } from './pointerInput';
import { announce } from './session';
import { viewOf } from './view';

export function click(
  editor: Editor,
  on: Hit | Part,
  { shift, mod }: PointerInput,
  wasSelected: boolean,
): void {
  const { session } = editor;
  if ('part' in on && on.part === 'fold') {
    void toggleCollapsedNow(editor, [on.id]);
    return;
  }
  if ('on' in on && on.on === 'canvas') {
    if (!shift) session.setState({ selection: new Set(), flowInFocus: null });
    return;
  }
  const { tool } = session.getState();
  if (tool.tool === 'connect' && 'on' in on && on.on !== 'flow') {
    connectByClick(editor, on.id);
    return;
  }
  if (mod && !shift && wasSelected) {
    // Deep select goes on outwards from what is selected already.
    const parent = editor.store.document.resources.get(on.id)?.parentId;
    if (parent != null) {
      select(editor, parent, false);
      return;
    }
  }
  // Deep select takes one out of its group.
  if (mod) select(editor, on.id, shift);
  else selectGroup(editor, on.id, shift);
}

/** With the connect tool: the first click chooses the start, the second the end. */
function connectByClick(editor: Editor, id: ResourceId): void {
  const { session } = editor;
  const start = viewOf(editor).connectFrom;
  if (start !== null && start !== id) {
    connect(editor, start, id);
    session.setState({ tool: { tool: 'select' } });
    return;
  }
  const refusal = refusalToStart(editor, id);
  if (refusal === undefined) {
    session.setState({ selection: new Set([id]) });
    viewOf(editor).connectFrom = id;
  } else announce(session, refusal);
}

/** Selects one thing, or with `add` adds it to the selection or takes it out. */
export function select(editor: Editor, id: string, add: boolean): void {
  const { session, store } = editor;
  const { selection } = session.getState();
  const next = new Set(add ? selection : []);
  if (add && selection.has(id)) next.delete(id);
  else next.add(id);
  // A container and what stands in it are never both selected: what happens to the one happens to the other.
  if (add && store.document.resources.has(id)) {
    const outer = new Set(ancestors(store.document, id).map((box) => box.id));
    for (const other of next)
      if (outer.has(other) || ancestors(store.document, other).some((box) => box.id === id))
        if (other !== id) next.delete(other);
  }
  session.setState({ selection: next, flowInFocus: store.document.flows.has(id) ? id : null });
}

/** Selects all that is in one group with it. */
export function selectGroup(editor: Editor, id: string, add: boolean): void {
  const { session, store } = editor;
  const wasSelected = session.getState().selection.has(id);
  select(editor, id, add);
  const others = groupOf(store.document, id);
  if (others.length < 2) return;
  const next = new Set(session.getState().selection);
  for (const other of others)
    if (add && wasSelected) next.delete(other);
    else next.add(other);
  session.setState({ selection: next });
}

export function brush(editor: Editor, at: Point): void {
  const { session, catalog } = editor;
  const { gesture } = session.getState();
  if (gesture?.doing !== 'brushing') return;
  const touched = touchedBy(catalog, viewOf(editor).standing(), between(gesture.start, at), gesture.within);
  const found = new Set(touched.flatMap((id) => groupOf(editor.store.document, id)));
  const tops = [...found].filter(
    (id) => !ancestors(editor.store.document, id).some((box) => found.has(box.id)),
  );
  session.setState({
    gesture: { ...gesture, pointer: at },
    selection: new Set([...gesture.kept, ...tops]),
  });
}
