/** What is done with containers, its code loaded when it is first done: the page opens sooner without it. */
import type { ResourceId } from '../core/model/document';
import type { Editor } from './editor';

/** Settles when it is done. */
export async function toggleCollapsedNow(editor: Editor, ids: readonly ResourceId[]): Promise<void> {
  (await import('./collapsing')).toggleCollapsed(editor, ids);
}

export async function fitToContentsNow(editor: Editor, id: ResourceId): Promise<void> {
  (await import('./fitting')).fitToContents(editor, id);
}
