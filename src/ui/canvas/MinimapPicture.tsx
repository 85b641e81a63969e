/**
 * All of the diagram in small, mounted or not, with a frame around what is in view. React Flow's own knows only the nodes
 * that are mounted, and makes itself anew at every step of the view.
 */
import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react';
import { zoomTo } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import {
  contentOf,
  minimapScale,
  minimapSize,
  onMinimap,
  viewFromMinimap,
  type MinimapScale,
} from '../../editor/minimap';
import type { CanvasNode } from '../../editor/projection';
import { viewRect } from '../../editor/view';
import { useEditor } from '../useEditor';
import type { FarColours } from './drawFar';
import { drawFarPicture } from './drawFarPicture';
import { createRest } from './rest';
import { useAllNodes } from './useNodes';
import { useFarColours } from './useFarColours';

export function MinimapPicture({ label }: { readonly label: string }) {
  const editor = useEditor();
  const nodes = useAllNodes();
  const colours = useFarColours();
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLSpanElement>(null);
  const scale = useRef<MinimapScale>(undefined);
  /** Taken hold of; the scale must not change under the pointer. */
  const isHeld = useRef(false);

  useLayoutEffect(() => {
    const content = contentOf(editor);
    let drawn: MinimapScale | undefined;
    let size = { w: 1, h: 1 };
    const place = (now: MinimapScale): void => {
      const { x, y, w, h } = onMinimap(now, viewRect(editor));
      if (frame.current !== null)
        frame.current.style.transform = `translate(${x}px, ${y}px) scale(${w / size.w}, ${h / size.h})`;
    };
    const show = (): void => {
      const view = viewRect(editor);
      const now =
        isHeld.current && scale.current !== undefined
          ? scale.current
          : minimapScale(content, view, scale.current);
      if (drawn !== now && picture.current !== null) draw(editor, picture.current, nodes, now, colours);
      drawn = now;
      scale.current = now;
      const { w, h } = onMinimap(now, view);
      if (frame.current !== null && (size.w !== w || size.h !== h)) {
        size = { w, h };
        frame.current.style.width = `${w}px`;
        frame.current.style.height = `${h}px`;
      }
      place(now);
    };
    show();
    const later = createRest(show, restAfter, mostUntilRest);
    const stop = editor.session.subscribe((now, before) => {
      if (now.viewport === before.viewport) return;
      if (scale.current !== undefined) place(scale.current);
      later.ask();
    });
    return () => {
      stop();
      later.stop();
    };
  }, [editor, nodes, colours]);

  useEffect(() => {
    const element = picture.current;
    const zoom = (event: WheelEvent): void => {
      event.preventDefault();
      zoomTo(editor, editor.session.getState().viewport.zoom * 2 ** (-event.deltaY / 500));
    };
    // React listens to the wheel passively.
    element?.addEventListener('wheel', zoom, { passive: false });
    return () => element?.removeEventListener('wheel', zoom);
  }, [editor]);

  const goTo = (event: PointerEvent<HTMLCanvasElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    if (scale.current !== undefined)
      editor.session.setState({ viewport: viewFromMinimap(editor, scale.current, at) });
  };
  return (
    <div className="minimap">
      <canvas
        ref={picture}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isHeld.current = true;
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (isHeld.current) goTo(event);
        }}
        onLostPointerCapture={() => {
          isHeld.current = false;
        }}
      />
      <span ref={frame} className="minimap-view" />
    </div>
  );
}

/**
 * In ms. A layer that only moves costs nothing; one that is set another size is painted again, and with it 8 ms of a frame go
 * into arranging the page's layers anew: the frame is stretched until the view rests, or has moved for so long.
 */
const restAfter = 150;
const mostUntilRest = 1000;

/** In px of the map; what is smaller is left out. */
const smallest = 0.4;

function draw(
  editor: Editor,
  element: HTMLCanvasElement,
  nodes: readonly CanvasNode[],
  scale: MinimapScale,
  colours: FarColours,
): void {
  const context = element.getContext('2d');
  if (context === null) return;
  const ratio = window.devicePixelRatio;
  element.width = minimapSize.w * ratio;
  element.height = minimapSize.h * ratio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const { type, position, width, height, data } of nodes) {
    const { x, y, w, h } = onMinimap(scale, { ...position, w: width, h: height });
    const { shape } = editor.catalog.kind(data.resource.kind);
    if (shape.as === 'picture' && shape.draws !== 'number') {
      context.globalAlpha = 1;
      const by = ratio * scale.by;
      context.setTransform(by, 0, 0, by, -scale.x * by, -scale.y * by);
      drawFarPicture(
        { context, thinnest: 0.5 / scale.by, colours },
        shape,
        { width, height, data },
        position,
      );
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      continue;
    }
    if (w < smallest) continue;
    const colour = data.look.colour ?? (shape.as === 'container' ? shape.border.colour : colours.ink);
    context.fillStyle = colour;
    context.globalAlpha = type === 'container' ? 0.08 : 1;
    context.fillRect(x, y, w, h);
    if (type !== 'container') continue;
    context.globalAlpha = 0.7;
    context.strokeStyle = colour;
    context.lineWidth = 0.5;
    context.strokeRect(x, y, w, h);
  }
}
