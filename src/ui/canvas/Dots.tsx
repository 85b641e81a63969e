/** The dots of the grid, on the canvas itself and as far as that is made ready: nothing is painted while one pans over them. */
import { useRegion } from './useRegion';

/** From one to the next, in canvas px. */
const step = 16;

export function Dots() {
  const { x, y, w, h } = useRegion().rect;
  // A dot is in the middle of its tile.
  const start = (at: number): number => Math.floor(at / step) * step - step / 2;
  return (
    <div
      className="canvas-dots"
      style={{ left: start(x), top: start(y), width: w + 2 * step, height: h + 2 * step }}
    />
  );
}
