import type { Point } from '../../core/model/document';
import type { Editor } from '../../editor/editor';
import { holds } from '../../lib/rect';

/** Where on the canvas a point of the window is; undefined where that is beside it. */
export function canvasPoint(editor: Editor, at: Point): Point | undefined {
  const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
  if (canvas === undefined) return undefined;
  const { left, top, width, height } = canvas;
  if (!holds({ x: left, y: top, w: width, h: height }, at)) return undefined;
  const { x, y, zoom } = editor.session.getState().viewport;
  return { x: (at.x - left - x) / zoom, y: (at.y - top - y) / zoom };
}
