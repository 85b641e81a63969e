import type { Scene } from '../core/model/document';
import { firstFlow } from '../core/scenes/moments';
import type { Editor } from '../editor/editor';
import { viewOf } from '../editor/view';
import { viewportFor } from './camera';

/** Brings a scene's view onto the canvas and puts its first arrow in focus. */
export function showScene(editor: Editor, scene: Scene): void {
  editor.session.setState({
    viewport: viewportFor(scene, viewOf(editor).size),
    flowInFocus: firstFlow(editor.store.document, scene)?.id ?? null,
  });
}
