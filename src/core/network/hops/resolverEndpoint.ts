/**
 * A Resolver endpoint: network interfaces of a network's resolver. An inbound one takes DNS queries from outside the network
 * and answers as the resolver does; an outbound one sends the queries that rules forward. Both have at least two addresses,
 * guarded by security groups (DN3).
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { arrive } from '../arrival';
import type { ResolverEndpointFact } from '../facts';
import { canHave } from '../interfaces';
import { isPort } from '../ports';
import type { Packet } from '../walk';
import type { World } from '../world';
import type { Behaviour, NotCreated } from './behaviour';

export const resolverEndpoint: Behaviour<ResolverEndpointFact> = {
  cannotStart(fact, world) {
    if (fact.direction === 'outbound') return undefined;
    const name = world.name(fact.by);
    return {
      code: 'gateway-rejects',
      analyzerCode: null,
      says: {
        en: `${name} is an inbound endpoint, which answers queries and begins no connections`,
        ja: `${name} はインバウンドエンドポイントであり、クエリに応答するだけで、自分から接続を開始しません`,
      },
    };
  },

  answersFor: ({ direction }) => direction === 'inbound',

  families({ addresses }) {
    if (isUnknown(addresses) || addresses === 'dualstack') return [4, 6];
    return addresses === 'ipv4' ? [4] : [6];
  },

  refusal: refused,

  receive(fact, walk, packet, at) {
    const { world, direction } = walk;
    if (direction === 'return') return arrive(walk, at, packet);
    const made = { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by } as const;
    const name = world.name(fact.by);
    const fault = refused(fact, world);
    if (fault !== undefined) {
      const stop = walk.drop(
        { ...made, ...fault, code: 'cannot-be-created', analyzerCode: 'BAD_STATE' },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    const says = whyNotTaken(fact, name, packet);
    if (says !== undefined) {
      const stop = walk.drop(
        { ...made, says, code: 'gateway-rejects', analyzerCode: 'PROTOCOL_RESTRICTION' },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    return arrive(walk, at, packet);
  },
};

/** DNS, and DNS over HTTPS. */
const ports: readonly number[] = [53, 443];

function whyNotTaken({ direction }: ResolverEndpointFact, name: string, packet: Packet): Words | undefined {
  if (direction === 'outbound')
    return {
      en: `${name} is an outbound endpoint, which takes no connections`,
      ja: `${name} はアウトバウンドエンドポイントであり、接続を受け付けません`,
    };
  const { protocol, destinationPorts } = packet;
  const isDns =
    (protocol === 'udp' || protocol === 'tcp') &&
    (destinationPorts === null || ports.some((port) => isPort(packet, port)));
  return isDns
    ? undefined
    : { en: `${name} answers DNS queries only`, ja: `${name} が応答するのは DNS クエリだけです` };
}

/** What AWS does not create. */
function refused(fact: ResolverEndpointFact, world: World): NotCreated | undefined {
  const name = world.name(fact.by);
  const own = world.interfaces.get(fact.by) ?? [];
  if (own.length < 2)
    return {
      resource: fact.by,
      field: 'addresses',
      says: {
        en: `${name} cannot be created: a Resolver endpoint needs at least two IP addresses`,
        ja: `${name} は作成できません。Resolver エンドポイントには 2 つ以上の IP アドレスが必要です`,
      },
    };
  if (own.every(canHave)) return undefined;
  return {
    resource: fact.by,
    field: 'addresses',
    says: {
      en: `${name} cannot be created: one of its IP addresses is not a free address of its subnet`,
      ja: `${name} は作成できません。サブネットの使用可能なアドレスではない IP アドレスがあります`,
    },
  };
}
