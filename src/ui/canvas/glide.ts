/** Moves the view so that the eye can follow; at once for those who asked for less motion. */
import type { Editor } from '../../editor/editor';
import type { Viewport } from '../../editor/session';

const duration = 160;

/** Where each view is on its way to: of two ways the later is meant, as when an inspector opens in two steps. */
const targets = new WeakMap<Editor['session'], Viewport>();

export function glideTo({ session }: Editor, to: Viewport): void {
  targets.set(session, to);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    session.setState({ viewport: to });
    return;
  }
  const from = session.getState().viewport;
  let shown = from;
  let started: number | undefined;
  const step = (now: number): void => {
    // Somebody else moves the view meanwhile, and goes before.
    if (session.getState().viewport !== shown || targets.get(session) !== to) return;
    started ??= now;
    const part = Math.min(1, (now - started) / duration);
    const eased = 1 - (1 - part) ** 3;
    const mixed = (a: number, b: number): number => a + (b - a) * eased;
    shown =
      part === 1 ? to : { x: mixed(from.x, to.x), y: mixed(from.y, to.y), zoom: mixed(from.zoom, to.zoom) };
    session.setState({ viewport: shown });
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
