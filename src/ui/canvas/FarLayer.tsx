/**
 * What is in view of a large diagram but not mounted, as pixels that move and grow with the view: it is drawn when another part
 * comes into view and when the view has come to rest, not at every step. What is dragged is a picture of its own.
 */
import { useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { useStore } from 'zustand';
import type { ResourceId } from '../../core/model/document';
import { arrowsInView, contentsOf, nodesInView, summarisedBelow } from '../../editor/levelOfDetail';
import { shiftedArrow } from '../../editor/movedArrows';
import { lensShown } from '../../editor/lensShown';
import type { CanvasNode } from '../../editor/projection';
import { viewOf } from '../../editor/view';
import { around, grown, type Point, type Rect } from '../../lib/rect';
import type { Arrow } from '../../core/drawing/arrows';
import type { Region } from '../../editor/region';
import { useEditor, useSession } from '../useEditor';
import { drawFar, type FarPicture } from './drawFar';
import { isBetween, useArrows } from './useArrows';
import { useFarColours } from './useFarColours';
import { shiftsNow, useAllNodes } from './useNodes';
import { useRegion } from './useRegion';

const noOne = (): boolean => false;

export function FarLayer() {
  const region = useRegion();
  const nodes = useAllNodes();
  const arrows = useArrows('standing');
  const far = useMemo(() => nodesInView(nodes, region, noOne).far, [nodes, region]);
  const farArrows = useMemo(() => arrowsInView(arrows, region, noOne).far, [arrows, region]);
  if (far.length + farArrows.flows.length === 0) return null;
  return <FarPictures picture={{ nodes: far, arrows: farArrows, region }} />;
}

interface FarPicturesProps {
  readonly picture: Pick<FarPicture, 'nodes' | 'arrows' | 'region'>;
}

function FarPictures({ picture: { nodes, arrows, region } }: FarPicturesProps) {
  const editor = useEditor();
  const allNodes = useAllNodes();
  const moved = useSession(() => viewOf(editor).moved());
  const resting = useRef<HTMLCanvasElement>(null);
  const carried = useRef<HTMLCanvasElement>(null);
  const colours = useFarColours();
  const lens = useStore(lensShown(editor));
  const contents = useMemo(() => contentsOf(allNodes), [allNodes]);
  // Once more when artwork has come.
  const [arrivals, arrived] = useReducer((count: number) => count + 1, 0);

  useLayoutEffect(() => {
    if (resting.current === null) return;
    const isResting = (id: ResourceId): boolean => moved?.has(id) !== true;
    const shown = {
      nodes: nodes.filter(({ id }) => isResting(id)),
      arrows: { ...arrows, flows: arrows.flows.filter((arrow) => isBetween(arrow, isResting)) },
    };
    drawFar(editor, resting.current, { ...shown, region, contents, colours, lens }, arrived);
  }, [editor, nodes, arrows, region, contents, colours, lens, moved, arrivals]);

  useLayoutEffect(() => {
    const element = carried.current;
    if (element === null || moved === null) return undefined;
    // Near enough to be read, containers are mounted.
    const isPixels = ({ id, type }: CanvasNode): boolean =>
      moved.has(id) && (type !== 'container' || region.zoom < summarisedBelow);
    const flows = arrows.flows.filter((arrow) => isBetween(arrow, (id) => moved.has(id)));
    const shown = nodes.length === 0 ? [] : allNodes.filter(isPixels);
    const picture = { nodes: shown, contents, colours, lens };
    const room = roomOf(shown, flows, region);
    let drawnAt: Point | undefined;
    const show = (): void => {
      const shift = viewOf(editor).shift() ?? undefined;
      if (shift !== undefined && drawnAt !== undefined) {
        element.style.transform = `translate(${shift.x - drawnAt.x}px, ${shift.y - drawnAt.y}px)`;
        return;
      }
      drawnAt = shift;
      element.style.transform = '';
      if (room === undefined) return;
      // Most often it is small: a page as large as the view takes 10 ms to be had.
      const rect = shift === undefined ? region.rect : within(shiftedRect(room, shift), region.rect);
      if (rect === undefined) return;
      place(element, rect);
      const shifted = { flows: flows.map((arrow) => shiftedArrow(arrow, shift ?? still)), references: [] };
      const shiftOf = shift === undefined ? shiftsNow(editor) : (): Point => shift;
      const part = { rect, zoom: region.zoom };
      drawFar(editor, element, { ...picture, region: part, arrows: shifted, shiftOf }, arrived);
    };
    show();
    return editor.session.subscribe((now, before) => {
      if (now.gesture !== before.gesture && viewOf(editor).moved() !== null) show();
    });
  }, [editor, allNodes, nodes, arrows, region, contents, colours, lens, moved, arrivals]);

  const { x, y, w, h } = region.rect;
  const style = { left: x, top: y, width: w, height: h };
  return (
    <>
      <canvas ref={resting} className="far-layer" style={style} aria-hidden="true" />
      {moved === null ? null : <canvas ref={carried} className="far-layer" aria-hidden="true" />}
    </>
  );
}

const still: Point = { x: 0, y: 0 };

/** What nodes and arrows take on the canvas where they stand, with some air for what is written and drawn around them; undefined where there is nothing. */
function roomOf(nodes: readonly CanvasNode[], flows: readonly Arrow[], { zoom }: Region): Rect | undefined {
  const boxes = nodes.map(({ position, width, height }) => ({ ...position, w: width, h: height }));
  const points = flows.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.points));
  const room = around([...boxes, ...points.map((point) => ({ ...point, w: 0, h: 0 }))]);
  return room === undefined ? undefined : grown(room, Math.max(24, 8 / zoom));
}

function shiftedRect(rect: Rect, { x, y }: Point): Rect {
  return { ...rect, x: rect.x + x, y: rect.y + y };
}

/** The part of a rectangle that is in another; undefined where none is. */
function within(rect: Rect, outer: Rect): Rect | undefined {
  const [x, y] = [Math.max(rect.x, outer.x), Math.max(rect.y, outer.y)];
  const w = Math.min(rect.x + rect.w, outer.x + outer.w) - x;
  const h = Math.min(rect.y + rect.h, outer.y + outer.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : undefined;
}

function place({ style }: HTMLElement, { x, y, w, h }: Rect): void {
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${w}px`;
  style.height = `${h}px`;
}
