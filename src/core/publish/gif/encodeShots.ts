/**
 * The pixels of shots as an animated GIF file. A shot is painted once, in two layers; frame by frame only the dots between
 * them are, and only what they change is written.
 */
import { lengthOf, pointAlong } from '../../layout/polyline';
import { iconNotice } from '../../picture/svg/artwork';
import { colourAt, countColours, nearestIn, paletteOf, type Counts } from '../../../lib/colours';
import { createGif } from '../../../lib/gif';
import { clamp, type Point } from '../../../lib/rect';

export interface PaintedShots {
  /** In px. */
  readonly width: number;
  readonly height: number;
  readonly shots: readonly PaintedShot[];
}

/** RGBA from the upper left corner, opacity apart from the colours. */
export interface PaintedShot {
  /** Without a gap. */
  readonly behind: Uint8ClampedArray;
  readonly front: Uint8ClampedArray;
  readonly dots: readonly Dot[];
  /** In ms, without dots. */
  readonly before: number;
  readonly after: number;
}

export interface Dot {
  /** In px of the picture. */
  readonly points: readonly Point[];
  /** `0xrrggbb`; `ring`: around it. */
  readonly colour: number;
  readonly ring: number;
  /** In ms, from one end to the other. */
  readonly time: number;
}

/** In hundredths of a second: twelve and a half frames a second. */
const step = 8;
const radius = 5;
/** Around a dot, so that it is seen on a line of its own colour; in px. */
const ring = 2;
/** The last index leaves what was there. */
const transparent = 255;

/** `progress`: the part that is done, from 0 to 1, now and then. */
export function encodeShots(
  { width, height, shots }: PaintedShots,
  progress: (done: number) => void = () => undefined,
): Uint8Array<ArrayBuffer> {
  const painted = shots.map((shot) => ({ shot, still: flattened(shot) }));
  const counts: Counts = new Map();
  for (const { still } of painted) countColours(counts, still);
  for (const { shot } of painted)
    for (const { colour } of shot.dots) counts.set(colour, (counts.get(colour) ?? 0) + width * height);
  const colours = paletteOf(counts, transparent);
  const indexOf = nearestIn(colours);
  const palette = Uint8Array.from(colours.flatMap((each) => [each >> 16, (each >> 8) & 0xff, each & 0xff]));
  const gif = createGif({ width, height, palette, transparent, comment: iconNotice });
  const screen = createScreen(width, height, gif.put);

  const frames = painted.map(({ shot }) => 1 + framesOf(shot));
  const all = frames.reduce((sum, each) => sum + each, 0);
  let done = 0;
  for (const { shot, still } of painted) {
    const indexes = new Uint8Array(width * height);
    for (let at = 0; at < indexes.length; at++) indexes[at] = indexOf(colourAt(still, at * 4));
    const last = framesOf(shot);
    const hundredths = (ms: number): number => Math.round(ms / 10);
    screen.show(indexes, last === 0 ? hundredths(shot.before + shot.after) : hundredths(shot.before));
    for (let frame = 1; frame <= last; frame++) {
      const now = indexes.slice();
      // In the last one the dots are gone.
      if (frame < last) paintDots(now, shot, frame * step * 10, { width, height, indexOf });
      screen.show(now, frame < last ? step : hundredths(shot.after));
      if (++done % 8 === 0) progress(done / all);
    }
    done++;
  }
  screen.end();
  return gif.end();
}

function framesOf({ dots }: PaintedShot): number {
  const time = Math.max(0, ...dots.map((dot) => dot.time));
  return time === 0 ? 0 : Math.ceil(time / (step * 10)) + 1;
}

/** Both layers, one over the other. */
function flattened({ behind, front }: PaintedShot): Uint8ClampedArray {
  const flat = behind.slice();
  for (let at = 0; at < flat.length; at += 4) {
    const opacity = (front[at + 3] ?? 0) / 255;
    if (opacity === 0) continue;
    for (let channel = 0; channel < 3; channel++)
      flat[at + channel] = mixed(flat[at + channel] ?? 0, front[at + channel] ?? 0, opacity);
  }
  return flat;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly indexOf: (colour: number) => number;
}

function paintDots(
  indexes: Uint8Array,
  { behind, front, dots }: PaintedShot,
  time: number,
  { width, height, indexOf }: Canvas,
): void {
  for (const dot of dots) {
    if (time > dot.time) continue;
    const { x, y } = pointAlong(dot.points, (time / dot.time) * lengthOf(dot.points));
    const [left, right] = [Math.floor(x - radius - ring), Math.ceil(x + radius + ring)];
    const [top, bottom] = [Math.floor(y - radius - ring), Math.ceil(y + radius + ring)];
    for (let row = Math.max(0, top); row <= Math.min(height - 1, bottom); row++)
      for (let column = Math.max(0, left); column <= Math.min(width - 1, right); column++) {
        const away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
        // Edges are as soft as one px is wide.
        const cover = clamp(radius + 0.5 - away, 0, 1);
        const around = clamp(radius + ring + 0.5 - away, 0, 1);
        if (around === 0) continue;
        const at = row * width + column;
        const over = (front[at * 4 + 3] ?? 0) / 255;
        let colour = 0;
        for (const [channel, shift] of shifts) {
          const ground = mixed(behind[at * 4 + channel] ?? 0, (dot.ring >> shift) & 0xff, around);
          const below = mixed(ground, (dot.colour >> shift) & 0xff, cover);
          colour |= Math.round(mixed(below, front[at * 4 + channel] ?? 0, over)) << shift;
        }
        indexes[at] = indexOf(colour);
      }
  }
}

const shifts = [
  [0, 16],
  [1, 8],
  [2, 0],
] as const;

function mixed(below: number, above: number, opacity: number): number {
  return below + (above - below) * opacity;
}

/** Writes of each frame the rectangle that is not as it was, and in it only what is not. */
function createScreen(
  width: number,
  height: number,
  put: ReturnType<typeof createGif>['put'],
): { show(indexes: Uint8Array, delay: number): void; end(): void } {
  let shown: Uint8Array | undefined;
  let waiting: Parameters<typeof put>[0] | undefined;
  return {
    show: (indexes, delay) => {
      const rect =
        shown === undefined ? { x: 0, y: 0, w: width, h: height } : changedIn(shown, indexes, width);
      if (rect === undefined) {
        if (waiting !== undefined) waiting = { ...waiting, delay: waiting.delay + delay };
        return;
      }
      const part = new Uint8Array(rect.w * rect.h);
      for (let row = 0; row < rect.h; row++)
        for (let column = 0; column < rect.w; column++) {
          const at = (rect.y + row) * width + rect.x + column;
          const isSame = shown !== undefined && shown[at] === indexes[at];
          part[row * rect.w + column] = isSame ? transparent : (indexes[at] ?? 0);
        }
      if (waiting !== undefined) put(waiting);
      waiting = { ...rect, indexes: part, delay };
      shown = indexes;
    },
    end: () => {
      if (waiting !== undefined) put(waiting);
    },
  };
}

function changedIn(before: Uint8Array, now: Uint8Array, width: number) {
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let at = 0; at < now.length; at++) {
    if (before[at] === now[at]) continue;
    const column = at % width;
    const row = (at - column) / width;
    if (top < 0) top = row;
    bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  return top < 0 ? undefined : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
}
