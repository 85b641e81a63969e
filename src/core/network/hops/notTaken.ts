import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { Outcome, Packet, Walk } from '../walk';

/** What becomes of a packet that comes to somebody who does not take it; `says` is why. */
export function notTaken(
  walk: Walk,
  by: ResourceId,
  what: 'endpoint' | 'load-balancer',
  says: Words,
  packet: Packet,
): Outcome {
  const stop = walk.drop(
    {
      at: by,
      what,
      direction: 'in',
      resource: by,
      code: 'gateway-rejects',
      analyzerCode: 'NO_POSSIBLE_DESTINATION',
      final: true,
      says,
    },
    packet,
  );
  return stop ?? { arrived: false, disposition: 'gateway-rejects' };
}
