/** What is in view of a large diagram but not mounted, as pixels: artwork and name, no more. */
import { useEffect, useRef } from 'react';
import type { Editor } from '../../editor/editor';
import type { CanvasNode } from '../../editor/projection';
import { lensShown } from '../../editor/lensShown';
import { viewOf } from '../../editor/view';
import { useEditor } from '../useEditor';
import { iconAddress } from '../builtFile';

export function FarLayer({ nodes }: { readonly nodes: readonly CanvasNode[] }) {
  const editor = useEditor();
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(nodes);
  const redraw = useRef<() => void>(() => undefined);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let frame = 0;
    // Reading a colour makes the browser compute styles, which took 20 ms in the middle of a drag: once for each theme.
    let colours = coloursOf(element);
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => drawAll(editor, element, latest.current, colours, draw));
    };
    redraw.current = draw;
    draw();
    const stop = editor.session.subscribe((now, before) => {
      if (now.viewport !== before.viewport) draw();
    });
    const stopLens = lensShown(editor).subscribe(draw);
    const sizes = new ResizeObserver(draw);
    sizes.observe(element);
    const themes = new MutationObserver(() => {
      colours = coloursOf(element);
      draw();
    });
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      cancelAnimationFrame(frame);
      stop();
      stopLens();
      sizes.disconnect();
      themes.disconnect();
    };
  }, [editor]);
  useEffect(() => {
    latest.current = nodes;
    redraw.current();
  }, [nodes]);
  return <canvas ref={canvas} className="far-layer" aria-hidden="true" />;
}

interface Colours {
  readonly text: string;
  readonly ink: string;
  readonly plate: string;
}

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  return {
    text: style.color,
    ink: style.getPropertyValue('--line-strong'),
    plate: style.getPropertyValue('--icon-plate'),
  };
}

/** How much is left of what does not matter to the lens. */
const faded = 0.25;
/** Below this zoom names are too small to read and are left out. */
const namesFrom = 0.45;
/** Below this zoom the artwork is a few px and a plain square says as much. */
const artFrom = 0.12;

function drawAll(
  editor: Editor,
  element: HTMLCanvasElement,
  nodes: readonly CanvasNode[],
  { text, ink, plate }: Colours,
  again: () => void,
): void {
  const context = element.getContext('2d');
  if (context === null) return;
  const { x, y, zoom } = editor.session.getState().viewport;
  const { w, h } = viewOf(editor).size;
  const ratio = window.devicePixelRatio;
  if (element.width !== Math.round(w * ratio) || element.height !== Math.round(h * ratio)) {
    element.width = Math.round(w * ratio);
    element.height = Math.round(h * ratio);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, element.width, element.height);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  context.font = '12px Arial, "Liberation Sans", "Noto Sans JP", sans-serif';
  context.textAlign = 'center';
  const lens = lensShown(editor).getState();
  for (const { id, type, position, width, height, data } of nodes) {
    context.globalAlpha = lens === null || lens.marks.has(id) ? 1 : faded;
    if (type === 'container') {
      context.strokeStyle = data.look.colour ?? ink;
      context.lineWidth = 1.5;
      context.strokeRect(position.x, position.y, width, height);
      continue;
    }
    const left = position.x + width / 2 - 24;
    const icon = data.look.icon ?? editor.catalog.kind(data.resource.kind).icon;
    const art = icon === null || zoom < artFrom ? undefined : artwork(icon, again);
    if (art === undefined) {
      context.fillStyle = ink;
      context.fillRect(left + 4, position.y + 4, 40, 40);
    } else {
      context.fillStyle = plate;
      if (plate !== 'transparent') context.fillRect(left, position.y, 48, 48);
      context.drawImage(art, left, position.y, 48, 48);
    }
    if (zoom >= namesFrom) {
      context.fillStyle = text;
      context.fillText(data.resource.name, position.x + width / 2, position.y + 63, 112);
    }
  }
}

const images = new Map<string, HTMLImageElement>();

/** The picture, once the browser has it; `again` is called when it has. */
function artwork(icon: string, again: () => void): HTMLImageElement | undefined {
  let image = images.get(icon);
  if (image === undefined) {
    image = new Image();
    image.src = iconAddress(icon);
    images.set(icon, image);
  }
  if (image.complete && image.naturalWidth > 0) return image;
  image.addEventListener('load', again, { once: true });
  return undefined;
}
