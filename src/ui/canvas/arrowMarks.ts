/** The marks of arrows as path data in canvas px: heads, broken heads and crosses. */
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
export function headPath(line: readonly Point[]): string {
  const tip = line.at(-1);
  if (tip === undefined) return '';
  const at = around(tip, line.at(-2));
  return `M${at(-9, -4.5)}L${at(0, 0)}L${at(-9, 4.5)}`;
}

/** At the start of a line, where the reply would come back and does not, and where its cross stands. */
export function brokenHead([tip, next]: readonly Point[]):
  { readonly path: string; readonly cross: Point } | undefined {
  if (tip === undefined) return undefined;
  const at = around(tip, next);
  const [x = 0, y = 0] = at(-20, 0).split(' ').map(Number);
  const upper = `M${at(-10, -5.5)}L${at(-6.5, -3.2)}`;
  const lower = `M${at(-3.2, -1.6)}L${at(0, 0)}L${at(-3.2, 1.6)}M${at(-6.5, 3.2)}L${at(-10, 5.5)}`;
  return { path: upper + lower, cross: { x, y } };
}

/** A circle as a path, so that many can be one. */
export function platePath({ x, y }: Point, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** `arm`: half of its height. */
export function crossPath({ x, y }: Point, arm: number): string {
  const [left, right, top, bottom] = [x - arm, x + arm, y - arm, y + arm];
  return `M${left} ${top} ${right} ${bottom}M${right} ${top} ${left} ${bottom}`;
}
