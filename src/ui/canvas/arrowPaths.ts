/** What an arrow is drawn with, as path data in canvas px. */
import type { Arrow } from '../../core/drawing/arrows';
import { roundedPath } from '../../core/layout/polyline';
import type { Point } from '../../core/model/document';

const cornerRadius = 8;

/** The pieces of a line, each with rounded corners. */
export function pathOf(lines: readonly (readonly Point[])[]): string {
  return lines.map((points) => roundedPath(points, cornerRadius)).join('');
}

/**
 * Draws at the tip of a line, with the line coming from the left; `at` turns a place around the tip, in px, into one on the
 * canvas. Paths have no `transform` of their own: one that changes makes the browser put all layers together anew.
 */
function around(tip: Point, before: Point | undefined): (x: number, y: number) => string {
  const [dx, dy] = before === undefined ? [1, 0] : [tip.x - before.x, tip.y - before.y];
  const length = Math.hypot(dx, dy);
  const [cos, sin] = length === 0 ? [1, 0] : [dx / length, dy / length];
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return (x, y) => `${rounded(tip.x + x * cos - y * sin)} ${rounded(tip.y + x * sin + y * cos)}`;
}

/** At the end of a line; nothing for one without points. */
function headPath(line: readonly Point[]): string {
  const tip = line.at(-1);
  if (tip === undefined) return '';
  const at = around(tip, line.at(-2));
  return `M${at(-9, -4.5)}L${at(0, 0)}L${at(-9, 4.5)}`;
}

/** At the start of a line, where the reply would come back and does not, and where its cross stands. */
function brokenHead([tip, next]: readonly Point[]):
  { readonly path: string; readonly cross: Point } | undefined {
  if (tip === undefined) return undefined;
  const at = around(tip, next);
  const [x = 0, y = 0] = at(-20, 0).split(' ').map(Number);
  const upper = `M${at(-10, -5.5)}L${at(-6.5, -3.2)}`;
  const lower = `M${at(-3.2, -1.6)}L${at(0, 0)}L${at(-3.2, 1.6)}M${at(-6.5, 3.2)}L${at(-10, 5.5)}`;
  return { path: upper + lower, cross: { x, y } };
}

/** A circle as a path, so that many can be one. */
function platePath({ x, y }: Point, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** `arm`: half of its height. */
function crossPath({ x, y }: Point, arm: number): string {
  const [left, right, top, bottom] = [x - arm, x + arm, y - arm, y + arm];
  return `M${left} ${top} ${right} ${bottom}M${right} ${top} ${left} ${bottom}`;
}

/** Each empty for an arrow that has none of it. */
export interface ArrowPaths {
  readonly reached: string;
  readonly beyond: string;
  readonly head: string;
  /** The broken head of a reply that does not come back. */
  readonly broken: string;
  readonly plates: string;
  readonly crosses: string;
}

export function arrowPaths({ verdict, reached, beyond, shown, cross }: Arrow): ArrowPaths {
  const end = (beyond.length > 0 ? beyond : reached).at(-1);
  const broken = verdict === 'reply-blocked' ? brokenHead(reached[0] ?? []) : undefined;
  return {
    reached: pathOf(shown.reached),
    beyond: pathOf(shown.beyond),
    head: headPath(end ?? []),
    broken: broken?.path ?? '',
    plates:
      (cross === null ? '' : platePath(cross, 8)) + (broken === undefined ? '' : platePath(broken.cross, 7)),
    crosses:
      (cross === null ? '' : crossPath(cross, 3.5)) +
      (broken === undefined ? '' : crossPath(broken.cross, 3)),
  };
}

/** Those of several arrows as if they were one. */
export function joinedPaths(all: readonly ArrowPaths[]): ArrowPaths {
  const joined = (part: keyof ArrowPaths): string => all.map((paths) => paths[part]).join('');
  return {
    reached: joined('reached'),
    beyond: joined('beyond'),
    head: joined('head'),
    broken: joined('broken'),
    plates: joined('plates'),
    crosses: joined('crosses'),
  };
}
