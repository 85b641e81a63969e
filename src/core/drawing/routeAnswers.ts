/** The side that answers what `routesElsewhere.ts` asks: it keeps the ground by what it is told of it. */
import { routeArrow } from '../layout/route';
import { spreadInSteps } from '../layout/spread';
import type { Rect } from '../../lib/rect';
import { createRectIndex } from '../../lib/rectIndex';
import {
  groundSorts,
  type AnsweredLine,
  type GroundSort,
  type RouteAnswer,
  type RouteTask,
} from './routesElsewhere';

export interface RouteAnswers {
  /** Takes the place of the task before, which is answered no further. */
  take(task: RouteTask): void;
  /** Works until it is enough and gives what there is to say; undefined where it has no work left. */
  work(isEnough: () => boolean): { readonly answer?: RouteAnswer } | undefined;
}

export function createRouteAnswers(): RouteAnswers {
  const index = { obstacles: createRectIndex(), titles: createRectIndex(), containers: createRectIndex() };
  const ground = {
    obstacles: index.obstacles.near,
    titles: index.titles.near,
    containers: index.containers.near,
  };
  const known = new Map<number, { readonly sort: GroundSort; readonly rect: Rect }>();
  const numbers = new Map<Rect, number>();
  let doing: Generator<AnsweredLine | undefined, RouteAnswer> | undefined;

  function* done({ number, work }: RouteTask): Generator<AnsweredLine | undefined, RouteAnswer> {
    if (work.do === 'spread') return { number, spread: yield* spreadInSteps(work.strands, ground) };
    for (const { key, ...route } of work.legs) {
      const { points, tried, met } = routeArrow(route, ground);
      yield { key, points, tried, met: [...met].flatMap((rect) => numbers.get(rect) ?? []) };
    }
    return { number, lines: [], isLast: true };
  }

  let task = 0;
  return {
    take(given) {
      for (const number of given.gone) {
        const stood = known.get(number);
        if (stood === undefined) continue;
        index[stood.sort].remove(stood.rect);
        numbers.delete(stood.rect);
        known.delete(number);
      }
      for (const sort of groundSorts)
        for (const [number, rect] of given.come[sort]) {
          index[sort].add(rect);
          known.set(number, { sort, rect });
          numbers.set(rect, number);
        }
      task = given.number;
      doing = done(given);
    },
    work(isEnough) {
      if (doing === undefined) return undefined;
      const lines: AnsweredLine[] = [];
      do {
        const { done: isDone, value } = doing.next();
        if (isDone === true) {
          doing = undefined;
          return { answer: 'lines' in value ? { ...value, lines } : value };
        }
        if (value !== undefined) lines.push(value);
      } while (!isEnough());
      return lines.length === 0 ? {} : { answer: { number: task, lines, isLast: false } };
    },
  };
}
