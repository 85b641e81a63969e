/** Going to what a finding, a hop or a list speaks of. */
import type { FlowId, ResourceId } from '../../core/model/document';
import { bringIntoView } from '../camera';
import type { Editor } from '../editor';

/**
 * Selects a resource or flow, brings it into view and, when a field is given, asks the inspector to move the caret there. Where an id names a
 * row or a flow that is gone, nothing happens.
 */
export function jumpTo(editor: Editor, id: ResourceId | FlowId, field?: string): void {
  const { store, session } = editor;
  const isFlow = store.document.flows.has(id);
  if (!isFlow && !store.document.resources.has(id)) return;
  session.setState({
    selection: new Set([id]),
    preview: null,
    fieldInFocus: field === undefined ? null : { id, field },
    ...(isFlow ? { flowInFocus: id } : {}),
  });
  bringIntoView(editor, [id]);
}

/** The place of a deciding row, as `fieldInFocus` names it. */
export function placeOfRow(of: { readonly field?: string; readonly rowKey?: string }): string | undefined {
  if (of.field === undefined) return undefined;
  return of.rowKey === undefined ? of.field : `${of.field}.${of.rowKey}`;
}
