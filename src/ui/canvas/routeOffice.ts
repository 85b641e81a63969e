/** The worker that routes the arrows of a large diagram; it is started when there is one. */
import type { RouteAnswer, RouteOffice } from '../../core/drawing/routesElsewhere';

/** `answered`: called after each answer has been taken. */
export function createRouteOffice(answered: () => void): RouteOffice {
  let worker: Worker | undefined;
  let take: (answer: RouteAnswer | undefined) => void = () => {};
  const tell = (answer: RouteAnswer | undefined): void => {
    take(answer);
    answered();
  };
  return {
    ask(task, taken) {
      take = taken;
      try {
        worker ??= startWorker(tell);
        worker.postMessage(task);
      } catch {
        // Without workers lines are routed between the frames.
        queueMicrotask(() => tell(undefined));
      }
    },
  };
}

function startWorker(tell: (answer: RouteAnswer | undefined) => void): Worker {
  const worker = new Worker(new URL('../../worker/routeWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<RouteAnswer>) => tell(data));
  worker.addEventListener('error', () => tell(undefined));
  return worker;
}
