import type { Scene } from '../core/model/document';
import { compareOrder } from '../lib/order';
import type { Editor } from '../editor/editor';
import { viewOf } from '../editor/view';
import type { Viewport } from '../editor/session';

/** Brings a scene's view onto the canvas and puts its first arrow in focus. */
export function showScene(editor: Editor, scene: Scene): void {
  const viewport = viewportFor(scene, viewOf(editor).size);
  editor.session.setState({ viewport, flowInFocus: firstFlow(editor, scene) });
}

/** The arrow whose packet moves in a scene: the first by order of those that still exist. */
export function firstFlow({ store }: Editor, scene: Scene): string | null {
  const flows = [...store.document.flows.values()]
    .filter(({ id }) => scene.flows[id] === true)
    .sort(compareOrder);
  return flows[0]?.id ?? null;
}

/** The viewport that has the whole camera rectangle in the middle of a canvas of that size (px), at 200 % at the most. */
export function viewportFor({ camera }: Scene, size: { readonly w: number; readonly h: number }): Viewport {
  const zoom = Math.min(2, size.w / Math.max(1, camera.w), size.h / Math.max(1, camera.h));
  return {
    zoom,
    x: size.w / 2 - (camera.x + camera.w / 2) * zoom,
    y: size.h / 2 - (camera.y + camera.h / 2) * zoom,
  };
}
