/** The clock of the packet: it plays, pauses and is set to any hop. */
import { placeAt, timeAt, timeOf, type Place } from '../core/scenes/timeline';

export interface Clock {
  readonly isPlaying: () => boolean;
  readonly isOver: () => boolean;
  readonly place: () => Place;
  /** In ms since it set out. */
  readonly time: () => number;
  /** Another journey, from its start. */
  begin(stops: number, plays: boolean): void;
  toggle(): void;
  /** To a place of the slider, whose stops are whole numbers. Stops playing. */
  scrubTo(value: number): void;
  step(by: number): void;
}

export function createClock(changed: () => void): Clock {
  let [stops, time, before, frame] = [0, 0, 0, 0];
  let isPlaying = false;
  const end = (): number => timeOf(Math.max(0, stops - 1));
  const play = (): void => {
    isPlaying = true;
    before = performance.now();
    frame = requestAnimationFrame(tick);
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    isPlaying = false;
  };
  const tick = (now: number): void => {
    time = Math.min(end(), time + Math.max(0, now - before));
    before = now;
    isPlaying = time < end();
    if (isPlaying) frame = requestAnimationFrame(tick);
    changed();
  };
  const clock: Clock = {
    isPlaying: () => isPlaying,
    isOver: () => time >= end(),
    place: () => placeAt(time, stops),
    time: () => time,
    begin: (count, plays) => {
      stop();
      [stops, time] = [count, 0];
      if (plays && count > 1) play();
      changed();
    },
    toggle: () => {
      if (isPlaying) stop();
      else if (stops > 1) {
        if (clock.isOver()) time = 0;
        play();
      }
      changed();
    },
    scrubTo: (value) => {
      stop();
      time = timeAt(Math.max(0, Math.min(stops - 1, value)));
      changed();
    },
    step: (by) => {
      const { stop: at, share } = clock.place();
      // Back from the middle of a hop is the stop that it came from.
      clock.scrubTo(at + by + (by < 0 && share > 0 ? 1 : 0));
    },
  };
  return clock;
}
