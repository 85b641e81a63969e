/** Plays a packet along its stops, on one clock; a key can also move it hop by hop. */
import { useEffect, useState } from 'react';
import { hopTime } from './journey';
import { eased } from './track';

export interface Journey {
  /** The stop the packet is at, or has just left. */
  readonly stop: number;
  /** How far it is on its way to the next one, eased, from 0 to 1. */
  readonly share: number;
  readonly isOver: boolean;
  replay(): void;
  /** Goes to the next stop at once. */
  step(): void;
}

/** How long a packet rests at a stop, so that its card can be read, in ms. */
const restTime = 1400;

/** Starts anew when `key` changes. With `still` nothing moves by itself. */
export function useJourney(key: string, stops: number, still: boolean): Journey {
  const [run, setRun] = useState(0);
  const journey = `${key} ${run}`;
  const [position, setPosition] = useState({ of: journey, stop: 0, share: 0 });
  // A new journey is at its first stop in this drawing already, not one later.
  const now = position.of === journey ? position : { of: journey, stop: 0, share: 0 };
  const last = stops - 1;

  useEffect(() => {
    if (still || last < 1) return;
    const began = performance.now();
    let frame = 0;
    const tick = (time: number): void => {
      const passed = Math.max(0, time - began);
      const stop = Math.min(last, Math.floor(passed / (restTime + hopTime)));
      const moving = passed - stop * (restTime + hopTime) - restTime;
      setPosition({ of: journey, stop, share: stop === last || moving < 0 ? 0 : eased(moving / hopTime) });
      if (stop < last) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [journey, last, still]);

  return {
    stop: Math.min(now.stop, Math.max(0, last)),
    share: now.share,
    isOver: now.stop >= last,
    replay: () => setRun(run + 1),
    step: () => setPosition({ of: journey, stop: Math.min(last, now.stop + 1), share: 0 }),
  };
}
