/** Fitting containers to what stands in them, which stays where it is on the page. */
import { standsOnBorder } from '../core/layout/border';
import { isCollapsed } from '../core/layout/collapsed';
import { padding, titleRoom } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import { children } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import { around, type Rect } from '../lib/rect';
import { arialWidth } from '../lib/arial';
import { textWidth } from '../lib/textWidth';
import type { Editor } from './editor';
import { shortName } from './naming';
import { commitResize } from './resizing';
import { announce } from './session';
import { viewOf } from './view';

/** Of a title beside its words, in px: the icon, the gaps, some air. */
const titleFrame = 56;

/** One step; says so where there is nothing to do. */
export function fitToContents(editor: Editor, id: ResourceId): void {
  const { session } = editor;
  const box = viewOf(editor).standing().get(id);
  const fitted = fittedRect(editor, id);
  if (box === undefined || fitted === undefined) return;
  const name = shortName(editor, id);
  if (fitted.x === box.x && fitted.y === box.y && fitted.w === box.w && fitted.h === box.h) {
    announce(session, {
      en: `${name.en} fits its contents already`,
      ja: japanese`${name.ja}はすでに内容に合っています`,
    });
    return;
  }
  commitResize(editor, { doing: 'resizing', id, ...fitted });
  announce(session, {
    en: `${name.en} fitted to its contents`,
    ja: japanese`${name.ja}を内容に合わせました`,
  });
}

/** The smallest rectangle for the content, the title and the kind; an empty container is as large as a new one. */
function fittedRect(editor: Editor, id: ResourceId): Rect | undefined {
  const { catalog, store } = editor;
  const boxes = viewOf(editor).standing();
  const box = boxes.get(id);
  if (box === undefined || isCollapsed(catalog, box.resource)) return undefined;
  const { resource } = box;
  const { shape } = catalog.kind(resource.kind);
  if (shape.as !== 'container') return undefined;
  const content = around(
    children(store.document, id).flatMap((child): Rect[] => {
      const inner = boxes.get(child.id);
      return inner === undefined || standsOnBorder(catalog, child.kind, resource.kind) ? [] : [inner];
    }),
  );
  if (content === undefined) return { x: box.x, y: box.y, ...shape.size };
  const { detail = '' } = viewOf(editor).looks().look(id);
  const title = Math.ceil(titleFrame + arialWidth(resource.name, 12, 600) + textWidth(detail, 11.6));
  const x = content.x - padding;
  const y = content.y - titleRoom;
  return {
    x,
    y,
    w: Math.max(shape.minSize.w, title, content.w + 2 * padding),
    h: Math.max(shape.minSize.h, content.h + titleRoom + padding),
  };
}
