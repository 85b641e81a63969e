/** Where something that floats stands beside what it belongs to, inside the window. */
export type Side = 'top' | 'right' | 'bottom' | 'left';
export type Align = 'start' | 'center' | 'end';

const gap = 4;
const margin = 8;

/**
 * Where the markup of something that floats goes: into the landmark of what it belongs to, so that who walks from landmark
 * to landmark finds it there.
 */
export function landmarkOf(anchor: Element | null | undefined): Element {
  return (
    anchor?.closest('header, main, aside, section[aria-label], [role="dialog"], dialog') ?? document.body
  );
}

/** The upper left corner, in px of the window. It changes sides where there is no room. */
export function placeBeside(
  anchor: DOMRect,
  floating: { readonly width: number; readonly height: number },
  side: Side,
  align: Align,
): { readonly x: number; readonly y: number } {
  const { innerWidth, innerHeight } = window;
  const isUpright = side === 'top' || side === 'bottom';
  const along = (start: number, end: number, size: number): number =>
    align === 'start' ? start : align === 'end' ? end - size : (start + end - size) / 2;
  const beyond = (before: number, after: number, size: number, room: number, wantsAfter: boolean): number => {
    const fitsAfter = after + gap + size <= room - margin;
    const fitsBefore = before - gap - size >= margin;
    return (wantsAfter ? fitsAfter || !fitsBefore : fitsAfter && !fitsBefore)
      ? after + gap
      : before - gap - size;
  };
  const x = isUpright
    ? along(anchor.left, anchor.right, floating.width)
    : beyond(anchor.left, anchor.right, floating.width, innerWidth, side === 'right');
  const y = isUpright
    ? beyond(anchor.top, anchor.bottom, floating.height, innerHeight, side === 'bottom')
    : along(anchor.top, anchor.bottom, floating.height);
  const within = (at: number, size: number, room: number): number =>
    Math.max(margin, Math.min(at, room - margin - size));
  return { x: within(x, floating.width, innerWidth), y: within(y, floating.height, innerHeight) };
}
