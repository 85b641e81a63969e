/** Where a name is edited: on the canvas, or in the inspector where the canvas has no room for a field, or none that can be read. */
import type { FlowId, ResourceId } from '../core/model/document';
import type { Editor } from './editor';

/** Below this zoom the letters of a field are less than 6 px high. */
const legibleFrom = 0.5;

/** A flow's name is its label. */
export function startRenaming({ session, store, catalog }: Editor, id: ResourceId | FlowId): void {
  session.setState({ editing: id });
  // The outline takes it over where it has the focus.
  if (session.getState().editing !== id) return;
  const resource = store.document.resources.get(id);
  const as = resource === undefined ? undefined : catalog.kind(resource.kind).shape.as;
  const hasField = as !== undefined && as !== 'chip' && as !== 'badge';
  const isWritten = as === 'note';
  if (isWritten || (hasField && session.getState().viewport.zoom >= legibleFrom)) return;
  session.setState({
    editing: null,
    fieldInFocus: { id, field: resource === undefined ? 'label' : 'name' },
  });
}
