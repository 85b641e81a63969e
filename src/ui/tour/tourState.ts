/** Where the tour is: not there, offered, or at one of its steps. */
import { createStore } from 'zustand/vanilla';
import type { Words } from '../../lib/words';
import { rememberAnswered } from './remembered';

export interface TourState {
  readonly at: 'nowhere' | 'offered' | number;
  /** What the person did that brought the tour to this step. */
  readonly done: Words | null;
}

export const tour = createStore<TourState>(() => ({ at: 'nowhere', done: null }));

/** Goes to a step, counted from 0. `done`: by doing what the step before it asks for. */
export function goTo(step: number, done: Words | null = null): void {
  tour.setState({ at: step, done });
}

export function offer(): void {
  if (tour.getState().at === 'nowhere') tour.setState({ at: 'offered', done: null });
}

/** Ends the tour, or the offer of it; it does not come again by itself. */
export function leave(): void {
  rememberAnswered();
  tour.setState({ at: 'nowhere', done: null });
}
