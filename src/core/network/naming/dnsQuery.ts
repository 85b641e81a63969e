/**
 * A DNS query on its way to a server, followed as any flow: by UDP first, and by TCP where the answer is long. Both must
 * be let through; without TCP most names still resolve.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
 */
import type { Address } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { exactly, isPublic } from '../address';
import { toAnswer } from '../answerTrace';
import type { Start } from '../ends';
import type { Block, Trace } from '../trace';
import type { Interface, World } from '../world';

export interface Asking {
  readonly verdict: Trace['verdict'];
  readonly blocks: readonly Block[];
  readonly why: Words | null;
  readonly notes: readonly Words[];
}

/** Whether queries get from a start to a server, and the answers back. `server`: null for one that the design does not show. */
export function askingOf(
  world: World,
  start: Start,
  address: Address,
  port: number,
  server: Interface | null,
): Asking {
  const byUdp = queryTrace(world, start, address, port, server, 'udp');
  const notes: Words[] = [];
  if (byUdp.verdict !== 'blocked') {
    const byTcp = queryTrace(world, start, address, port, server, 'tcp');
    const [block] = byTcp.blockedBy;
    if (block !== undefined)
      notes.push({
        en: `long answers are lost, because DNS over TCP is stopped: ${block.says.en}`,
        ja: `TCP の DNS 通信が止められるため、長い応答は届きません: ${block.says.ja}`,
      });
  }
  const [why] = byUdp.verdict === 'unknown' ? byUdp.unknowns : [];
  return { verdict: byUdp.verdict, blocks: byUdp.blockedBy, why: why ?? null, notes };
}

function queryTrace(
  world: World,
  start: Start,
  address: Address,
  port: number,
  server: Interface | null,
  protocol: 'udp' | 'tcp',
): Trace {
  const end = exactly(address, server);
  return toAnswer(
    world,
    { from: { address: '' }, to: { address: '' }, protocol, port, sourcePort: null },
    start,
    {
      at: server?.id ?? null,
      family: address.family,
      addresses: [server === null ? end : { ...end, owner: server }],
      target: server,
      disposition:
        server !== null ? 'delivered' : isPublic(address) ? 'exits-to-internet' : 'exits-to-on-premises',
      service: null,
    },
  );
}
