/** Routes the arrows of a large diagram off the main thread, some at a time, so that a newer task need not wait for an older one. */
import { createRouteAnswers } from '../core/drawing/routeAnswers';
import type { RouteTask } from '../core/drawing/routesElsewhere';

const answers = createRouteAnswers();
/** After so long what has been found is told, in ms. */
const patience = 40;

/** Lets messages that have come meanwhile be read before the work goes on. */
const pause = new MessageChannel();
pause.port2.addEventListener('message', () => {
  const until = performance.now() + patience;
  const did = answers.work(() => performance.now() >= until);
  if (did === undefined) return;
  if (did.answer !== undefined) self.postMessage(did.answer);
  pause.port1.postMessage(null);
});
pause.port2.start();

self.addEventListener('message', ({ data }: MessageEvent<RouteTask>) => {
  answers.take(data);
  pause.port1.postMessage(null);
});
