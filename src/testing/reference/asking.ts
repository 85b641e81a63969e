/** Whom a sender asks for names: Amazon's resolver of a VPC, DNS servers by their addresses, or the public DNS. */
import type { Query } from '../../core/network/trace';
import { addressFrom, isPublic, sameAddress, type Address } from './addresses';
import type { Sender } from './aims';
import { canAsk } from './fromInterface';
import { sure, type Inventory, type Net, type Nic } from './inventory';
import { fromThePublic, resolve, type Answer } from './names';
import type { Outcome } from './outcome';

export type Asked =
  | { readonly is: 'resolver'; readonly net: Net }
  /** `hasOwn`: servers of one's own may know names that nobody else has. */
  | { readonly is: 'public'; readonly hasOwn: boolean }
  | {
      readonly is: 'servers';
      /** Asked in turn. */
      readonly servers: readonly string[];
      /** Interfaces of inbound endpoints, which are asked after them. */
      readonly nics: readonly Nic[];
      /** Who says so. */
      readonly by: string;
      /** Who is asked where no way leads to any of them. */
      readonly otherwise?: Asked;
    };

const query: Query = {
  from: { internet: true },
  to: { internet: true },
  protocol: 'udp',
  port: 53,
  sourcePort: null,
};

export function resolveAsked(inventory: Inventory, sender: Sender, asked: Asked, host: string): Answer {
  if (asked.is === 'resolver') return inside(inventory, asked.net, host, false);
  if (asked.is === 'public') {
    const isNobodys = /\.(?:internal|local|corp)$/.test(host) && !isHeld(inventory, host);
    return asked.hasOwn && isNobodys ? { is: 'unknown' } : fromThePublic(inventory, host);
  }
  const tries = [
    ...asked.servers.map((text) => ({ text, nic: null })),
    ...asked.nics.map((nic) => ({ text: '', nic })),
  ];
  const failures: Outcome[] = [];
  let open: string | null = null;
  for (const { text, nic } of tries) {
    const address = nic?.possible[0] ?? addressFrom(text);
    if (address === null) continue;
    const { way, answer } = askAt(inventory, sender, address, nic, host);
    if (way.verdict === 'unknown') open ??= way.why;
    if (way.verdict === 'blocked') failures.push(way);
    if (way.verdict === 'reachable') return open === null ? answer() : { is: 'unknown', why: open };
  }
  if (open !== null) return { is: 'unknown', why: open };
  // Where a server is there and something closes the way to it, that is a fault of the design.
  const isOpen = failures.some((each) => each.isOpen) ? { isOpen: true as const } : {};
  if (asked.otherwise !== undefined && !failures.some(isClosed)) {
    const answer = resolveAsked(inventory, sender, asked.otherwise, host);
    return answer.is === 'public' || answer.is === 'nothing' ? { ...answer, ...isOpen } : answer;
  }
  return {
    is: 'nothing',
    ...isOpen,
    blame: [asked.by, ...failures.flatMap(({ blame }) => blame), ...inventory.facts.map(({ by }) => by)],
  };
}

function isClosed({ why }: Outcome): boolean {
  return /(?:^|; )(?:security group|network ACL|cannot be)/.test(why);
}

function askAt(
  inventory: Inventory,
  sender: Sender,
  address: Address,
  known: Nic | null,
  host: string,
): { readonly way: Outcome; readonly answer: () => Answer } {
  const { net } = sender;
  if (known === null && net !== null && isResolverOf(net, address))
    return { way: sender.askResolver(net, address), answer: () => inside(inventory, net, host, false) };
  const nic =
    known ??
    inventory.nics
      .filter(
        ({ fact, possible, further }) =>
          [...(fact.privateIpv4 === null ? [] : possible), ...further].some((each) =>
            sameAddress(each, address),
          ) && !inventory.all('nat-gateway').some(({ by }) => by === fact.by),
      )
      .sort((one, other) => Number(other.sub.net === net) - Number(one.sub.net === net))[0];
  const sent = sender.send(query, {
    address,
    meant: { nics: nic === undefined ? null : [nic], service: null, outside: isPublic(address) },
    service: null,
  });
  // A server that cannot be may be told of before the way to it, and nobody else is asked in its place.
  const gone = inventory
    .all('interface')
    .filter(({ by, privateIpv4 }) => isAt(address, sure(privateIpv4)) && (nic === undefined || nic.by === by))
    .map(({ by }) => by);
  const isGone = nic !== undefined && inventory.refused.has(nic.by) && sent.why === 'no such host';
  return {
    way: {
      ...sent,
      ...(isGone ? { why: 'cannot be' } : {}),
      blame: sent.verdict === 'blocked' ? [...sent.blame, ...gone] : sent.blame,
    },
    answer() {
      const isInbound = inventory.one('resolver-endpoint', nic?.by ?? '')?.direction === 'inbound';
      if (nic !== undefined)
        return isInbound ? inside(inventory, nic.sub.net, host, true) : { is: 'unknown' };
      return isPublic(address) ? fromThePublic(inventory, host) : { is: 'unknown' };
    },
  };
}

function isAt(address: Address, text: string | null): boolean {
  const own = addressFrom(text ?? '');
  return own !== null && sameAddress(own, address);
}

function inside(inventory: Inventory, net: Net, host: string, inbound: boolean): Answer {
  const ask = (endpoint: string, server: Address) => canAsk(inventory, endpoint, server);
  return resolve(inventory, net, host, ask, 0, inbound);
}

function isHeld(inventory: Inventory, host: string): boolean {
  const { is } = fromThePublic(inventory, host);
  return (
    is === 'nothing' &&
    inventory
      .all('hosted-zone')
      .some(({ records }) => Object.values(records).some(({ name }) => name === host))
  );
}

/** DN1: at the second address after the first of the primary block, and at one that is the same everywhere. */
export function isResolverOf({ blocks: [primary] }: Net, address: Address): boolean {
  if (everywhere.some((each) => each !== null && sameAddress(each, address))) return true;
  return primary !== undefined && address.family === 4 && address.bits === primary.first + 2n;
}

const everywhere = [addressFrom('169.254.169.253'), addressFrom('fd00:ec2::253')];
