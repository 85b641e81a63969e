/** The journey of a packet in time: it rests at each stop, so that its card can be read, and moves on to the next. */
import { eased } from './track';

/** How long a packet rests at a stop, and how long it takes to the next one, in ms. */
export const restTime = 1400;
export const hopTime = 600;

export interface Place {
  /** The stop it is at, or has just left; counted from 0. */
  readonly stop: number;
  /** How far it is on its way to the next one, eased, from 0 to 1. */
  readonly share: number;
}

/** Where the packet is, so many ms after it set out. */
export function placeAt(time: number, stops: number): Place {
  const last = Math.max(0, stops - 1);
  const passed = Math.max(0, time);
  const stop = Math.min(last, Math.floor(passed / (restTime + hopTime)));
  const moving = passed - timeOf(stop) - restTime;
  return { stop, share: stop === last || moving < 0 ? 0 : eased(moving / hopTime) };
}

/** When it comes to a stop. */
export function timeOf(stop: number): number {
  return stop * (restTime + hopTime);
}

/**
 * The time for a place of the slider, whose stops are at whole numbers: between two of them the packet moves, and does not rest.
 */
export function timeAt(value: number): number {
  const stop = Math.floor(value);
  const share = value - stop;
  return timeOf(stop) + (share === 0 ? 0 : restTime + share * hopTime);
}

/** The place of the slider for a time. */
export function valueAt(time: number, stops: number): number {
  const { stop } = placeAt(time, stops);
  const moving = Math.max(0, time - timeOf(stop) - restTime) / hopTime;
  return Math.min(Math.max(0, stops - 1), stop + moving);
}
