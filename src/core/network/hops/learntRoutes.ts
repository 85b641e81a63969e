/**
 * Routes that a route table gets by propagation, from whatever has learnt them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import type { LearntRoutesFact } from '../facts';
import type { Behaviour } from './behaviour';

export const learntRoutes: Behaviour<LearntRoutesFact> = {
  *routes({ routeTables, routes, target }) {
    for (const table of new Set(routeTables))
      for (const { destination, from } of routes)
        yield { table, target, destination: { block: destination, learntFrom: from } };
  },
};
