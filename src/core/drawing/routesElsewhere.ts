/**
 * Routing that is done elsewhere, by a worker: what travels there and back is plain data, and rectangles, which the router knows
 * by their identity, go by numbers. This is the side that asks; `routeAnswers.ts` is the other.
 */
import type { Route, Routed } from '../layout/route';
import type { Spread, Strand } from '../layout/spread';
import type { Rect } from '../../lib/rect';
import type { GroundChange, Stander } from './arrowGround';

export const groundSorts = ['obstacles', 'titles', 'containers'] as const;
export type GroundSort = (typeof groundSorts)[number];

export type Numbered = readonly [number: number, rect: Rect];

export interface RouteTask {
  readonly number: number;
  /** What went from the ground and came to it since the task before. */
  readonly gone: readonly number[];
  readonly come: Readonly<Record<GroundSort, readonly Numbered[]>>;
  readonly work:
    | { readonly do: 'route'; readonly legs: readonly KeyedRoute[] }
    | { readonly do: 'spread'; readonly strands: readonly Strand[] };
}

export interface KeyedRoute extends Route {
  readonly key: string;
}

/** Lines are answered some at a time; the last ones of a task say so. */
export type RouteAnswer =
  | { readonly number: number; readonly lines: readonly AnsweredLine[]; readonly isLast: boolean }
  | { readonly number: number; readonly spread: Spread };

export interface AnsweredLine extends Omit<Routed, 'met'> {
  readonly key: string;
  readonly met: readonly number[];
}

/** Who routes elsewhere. Only the newest task is of interest; its answers come later, or undefined where there will never be one. */
export interface RouteOffice {
  ask(task: RouteTask, answered: (answer: RouteAnswer | undefined) => void): void;
}

export interface RoutesElsewhere {
  /** What will be told with the next task. */
  changed(change: GroundChange): void;
  /** Asks for lines; none are given that were found on a ground that has changed since. */
  route(legs: readonly KeyedRoute[], found: (key: string, routed: Routed) => void): void;
  spread(strands: readonly Strand[], found: (places: Spread) => void): void;
  /** Whether an answer is to come that will be of use. */
  isBusy(): boolean;
  /** Whether nothing will be answered any more. */
  hasFailed(): boolean;
}

export function createRoutesElsewhere(office: RouteOffice): RoutesElsewhere {
  const numbers = new Map<Rect, number>();
  const rects = new Map<number, Rect>();
  let untold = nothingUntold();
  /** Whether the ground is another than the office has been told. */
  let isStale = false;
  let lastNumber = 0;
  let task = 0;
  let isBusy = false;
  let hasFailed = false;

  const numbered = (rect: Rect): Numbered => {
    lastNumber++;
    numbers.set(rect, lastNumber);
    rects.set(lastNumber, rect);
    return [lastNumber, rect];
  };
  const takeGround = (): Pick<RouteTask, 'gone' | 'come'> => {
    const { gone, come } = untold;
    untold = nothingUntold();
    isStale = false;
    const told = (sort: GroundSort): readonly Numbered[] => [...come[sort]].map(numbered);
    return {
      gone,
      come: { obstacles: told('obstacles'), titles: told('titles'), containers: told('containers') },
    };
  };
  const ask = (work: RouteTask['work'], answered: (answer: RouteAnswer) => boolean): void => {
    const number = ++task;
    isBusy = true;
    office.ask({ number, ...takeGround(), work }, (answer) => {
      if (answer === undefined) hasFailed = true;
      if (answer !== undefined && (answer.number !== task || isStale)) return;
      if (answer === undefined || answered(answer)) isBusy = false;
    });
  };

  return {
    changed({ gone, come }) {
      isStale = true;
      isBusy = false;
      eachRect(gone, (sort, rect) => {
        // What has come and gone again since the office was told is not told at all.
        if (untold.come[sort].delete(rect)) return;
        const number = numbers.get(rect);
        if (number === undefined) return;
        untold.gone.push(number);
        numbers.delete(rect);
        rects.delete(number);
      });
      eachRect(come, (sort, rect) => untold.come[sort].add(rect));
    },
    route(legs, found) {
      ask({ do: 'route', legs }, (answer) => {
        if (!('lines' in answer)) return true;
        for (const { key, points, tried, met } of answer.lines)
          found(key, { points, tried, met: new Set(met.flatMap((number) => rects.get(number) ?? [])) });
        return answer.isLast;
      });
    },
    spread(strands, found) {
      ask({ do: 'spread', strands }, (answer) => {
        if ('spread' in answer) found(answer.spread);
        return true;
      });
    },
    isBusy: () => isBusy,
    hasFailed: () => hasFailed,
  };
}

interface Untold {
  readonly gone: number[];
  readonly come: Readonly<Record<GroundSort, Set<Rect>>>;
}

function nothingUntold(): Untold {
  return { gone: [], come: { obstacles: new Set(), titles: new Set(), containers: new Set() } };
}

function eachRect(standers: readonly Stander[], visit: (sort: GroundSort, rect: Rect) => void): void {
  for (const stander of standers)
    for (const sort of groundSorts) for (const rect of stander[sort]) visit(sort, rect);
}
