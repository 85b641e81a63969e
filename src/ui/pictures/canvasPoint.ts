import type { Point } from '../../core/model/document';
import type { Editor } from '../../editor/editor';
import { holds } from '../../lib/rect';

/** Where on the canvas a point of the window is; undefined where that is beside it. */
export function canvasPoint(
  editor: Editor,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point | undefined {
  const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
  if (canvas === undefined) return undefined;
  const { left, top, width, height } = canvas;
  if (!holds({ x: left, y: top, w: width, h: height }, { x: clientX, y: clientY })) return undefined;
  const { x, y, zoom } = editor.session.getState().viewport;
  return { x: (clientX - left - x) / zoom, y: (clientY - top - y) / zoom };
}
