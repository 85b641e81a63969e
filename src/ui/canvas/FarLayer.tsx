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
import { around, grown, overlaps, type Point, type Rect } from '../../lib/rect';
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
  const bent = useSession(({ gesture }) => (gesture?.doing === 'bending' ? gesture.flow : null));
  const isChanging = moved !== null || bent !== null;
  const whole = useRef<HTMLCanvasElement>(null);
  const left = useRef<HTMLCanvasElement>(null);
  const carried = useRef<HTMLCanvasElement>(null);
  const colours = useFarColours();
  const lens = useStore(lensShown(editor));
  const contents = useMemo(() => contentsOf(allNodes), [allNodes]);
  // Once more when artwork has come.
  const [arrivals, arrived] = useReducer((count: number) => count + 1, 0);

  useLayoutEffect(() => {
    if (whole.current === null) return;
    drawFar(editor, whole.current, { nodes, arrows, region, contents, colours, lens }, arrived);
  }, [editor, nodes, arrows, region, contents, colours, lens, arrivals]);

  // The whole is not drawn again for a drag to begin, or the bending of an arrow: where things are taken away it gets a hole, and
  // what stays there is drawn into that.
  useLayoutEffect(() => {
    const [picture, hole] = [whole.current, left.current];
    if (picture === null || hole === null || !isChanging) return undefined;
    const isResting = (id: ResourceId): boolean => moved?.has(id) !== true;
    const taken = nodes.filter(({ id }) => !isResting(id));
    const [resting, touched] = divided(
      arrows.flows,
      (arrow) => arrow.id !== bent && isBetween(arrow, isResting),
    );
    const room = roomOf(taken, touched, region);
    const rect = room === undefined ? undefined : within(room, region.rect);
    if (rect === undefined) return undefined;
    place(hole, rect);
    const near = grown(rect, nameReach);
    const shown = {
      nodes: nodes.filter(
        ({ id, position, width, height }) =>
          isResting(id) && overlaps({ ...position, w: width, h: height }, near),
      ),
      arrows: { ...arrows, flows: resting },
    };
    const part = { rect, zoom: region.zoom };
    drawFar(editor, hole, { ...shown, region: part, contents, colours, lens }, arrived);
    picture.style.clipPath = withHole(region.rect, rect);
    return () => {
      picture.style.clipPath = '';
    };
  }, [editor, nodes, arrows, region, contents, colours, lens, moved, bent, isChanging, arrivals]);

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
      <canvas ref={whole} className="far-layer" style={style} aria-hidden="true" />
      {isChanging ? <canvas ref={left} className="far-layer" aria-hidden="true" /> : null}
      {moved === null ? null : <canvas ref={carried} className="far-layer" aria-hidden="true" />}
    </>
  );
}

const still: Point = { x: 0, y: 0 };

/** How far beyond its box a name may be written, in canvas px. */
const nameReach = 64;

/** All of a rectangle but for another one in it, for `clip-path`. */
function withHole(all: Rect, { x, y, w, h }: Rect): string {
  const [left, top] = [x - all.x, y - all.y];
  const corners = ({ x: at, y: down, w: wide, h: high }: Rect): Point[] => [
    { x: at, y: down },
    { x: at + wide, y: down },
    { x: at + wide, y: down + high },
    { x: at, y: down + high },
    { x: at, y: down },
  ];
  const points = [...corners({ x: 0, y: 0, w: all.w, h: all.h }), ...corners({ x: left, y: top, w, h })];
  return `polygon(evenodd, ${points.map((point) => `${point.x}px ${point.y}px`).join(', ')})`;
}

function divided<T>(all: readonly T[], is: (each: T) => boolean): readonly [yes: T[], no: T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const each of all) (is(each) ? yes : no).push(each);
  return [yes, no];
}

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
