/**
 * Where the tour is: not there, offered, or at one of its steps. The step is noted in the state of the page's address, which a
 * reload keeps, so that whoever is interrupted goes on where they were.
 */
import { createStore } from 'zustand/vanilla';
import type { Words } from '../../lib/words';
import { rememberAnswered } from './remembered';

export interface TourState {
  readonly at: 'nowhere' | 'offered' | number;
  /** What the person did that brought the tour to this step. */
  readonly done: Words | null;
  /** It goes on by itself after an interruption: nobody asked for it just now. */
  readonly isResumed: boolean;
}

const nowhere: TourState = { at: 'nowhere', done: null, isResumed: false };

export const tour = createStore<TourState>(() => nowhere);

/** Goes to a step, counted from 0. `done`: by doing what the step before it asks for. */
export function goTo(step: number, done: Words | null = null): void {
  note(step);
  tour.setState({ at: step, done, isResumed: false });
}

/** Goes on after an interruption: with the step at which the page was loaded anew, or the one that is under way. */
export function resume(): boolean {
  const { at } = tour.getState();
  const step: unknown = typeof at === 'number' ? at : history.state?.tour;
  if (typeof step !== 'number') return false;
  tour.setState({ at: step, done: null, isResumed: true });
  return true;
}

function note(step: number | undefined): void {
  history.replaceState({ ...history.state, tour: step }, '');
}

export function offer(): void {
  if (tour.getState().at === 'nowhere') tour.setState({ ...nowhere, at: 'offered' });
}

/** Ends the tour, or the offer of it; it does not come again by itself. */
export function leave(): void {
  rememberAnswered();
  note(undefined);
  tour.setState(nowhere);
}
