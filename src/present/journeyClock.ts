/** The clock of the packet: it plays, pauses, and is set to any place. Who draws the packet listens to it, and nobody else has to. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { placeAt, timeAt, timeOf } from '../core/scenes/timeline';

export interface Position {
  /** Whose journey it is: a position of another one means nothing. */
  readonly of: string;
  readonly stops: number;
  /** In ms since it set out. */
  readonly time: number;
  readonly isPlaying: boolean;
}

export interface JourneyClock {
  readonly position: StoreApi<Position>;
  /** Another journey, from its start. */
  begin(of: string, stops: number, plays: boolean): void;
  /** Goes on, or begins again where it is over. */
  play(): void;
  pause(): void;
  /** To a place of the slider: whole numbers are stops. Stops playing. */
  scrubTo(value: number): void;
  /** To the stop so many further on, or back. */
  step(by: number): void;
  isOver(): boolean;
  end(): void;
}

export function createJourneyClock(): JourneyClock {
  const position = createStore<Position>(() => ({ of: '', stops: 0, time: 0, isPlaying: false }));
  let frame = 0;
  let before = 0;
  const lastTime = (): number => timeOf(Math.max(0, position.getState().stops - 1));
  const stop = (): void => cancelAnimationFrame(frame);
  const tick = (now: number): void => {
    const { time, isPlaying } = position.getState();
    if (!isPlaying) return;
    const next = Math.min(lastTime(), time + Math.max(0, now - before));
    before = now;
    const isOver = next >= lastTime();
    position.setState({ time: next, isPlaying: !isOver });
    if (!isOver) frame = requestAnimationFrame(tick);
  };
  const clock: JourneyClock = {
    position,
    begin: (of, stops, plays) => {
      stop();
      position.setState({ of, stops, time: 0, isPlaying: false });
      if (plays && stops > 1) clock.play();
    },
    play: () => {
      stop();
      before = performance.now();
      position.setState(({ time }) => ({ time: clock.isOver() ? 0 : time, isPlaying: true }));
      frame = requestAnimationFrame(tick);
    },
    pause: () => {
      stop();
      position.setState({ isPlaying: false });
    },
    scrubTo: (value) => {
      stop();
      const last = Math.max(0, position.getState().stops - 1);
      position.setState({ time: timeAt(Math.min(last, Math.max(0, value))), isPlaying: false });
    },
    step: (by) => {
      const { time, stops } = position.getState();
      const at = placeAt(time, stops);
      // Back from the middle of a hop is the stop that it came from.
      clock.scrubTo(at.stop + by + (by < 0 && at.share > 0 ? 1 : 0));
    },
    isOver: () => position.getState().time >= lastTime(),
    end: stop,
  };
  return clock;
}
