/**
 * A gateway endpoint: a row in the route tables it is associated with, which leads the public addresses of S3, DynamoDB
 * or S3 Express to the service without an internet gateway or a public address (GE1, GE2, GE5). It serves interfaces of
 * its own VPC only (GE4), over IPv4 unless it is asked for IPv6 too (GE8).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
import { isUnknown, type Value } from '../../model/value';
import { addressInJapanese, addressWords, listCovers, type IpAddress } from '../address';
import type { GatewayEndpointFact } from '../facts';
import { isForeign } from '../owners';
import { hasGatewayEndpoint, prefixListOf, serviceNamed } from '../serviceNames';
import type { RouteCondition, World } from '../world';
import type { Behaviour, NotCreated } from './behaviour';

export const gatewayEndpoint: Behaviour<GatewayEndpointFact> = {
  *routes(fact, world) {
    const refusal = world.refusals.get(fact.by);
    const state: RouteCondition =
      refusal === undefined ? { is: 'active' } : { is: 'refused', why: refusal.says };
    for (const table of fact.routeTables) {
      const owner = world.tables.get(table)?.network?.id;
      if (owner !== fact.network) continue;
      for (const list of listsOf(fact)) yield { table, destination: { list }, state };
    }
  },

  refusal: whyNotCreated,

  elsewhere(fact, world, table, destination) {
    if (world.refusals.has(fact.by)) return undefined;
    const name = world.name(fact.by);
    if (isOfOtherFamily(fact, destination))
      return {
        en: `${name} leads to the service's addresses of the other IP version only`,
        ja: `${name} は、もう一方の IP バージョンのアドレスにのみ通じています`,
      };
    if (fact.routeTables.includes(table)) return undefined;
    if (!listsOf(fact).some((list) => !isUnknown(list) && listCovers(list, destination) === 'yes'))
      return undefined;
    return {
      en: `${name} leads there, but is not associated with this table`,
      ja: `${name} が通じていますが、このルートテーブルに関連付けられていません`,
    };
  },

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const at = { at: fact.by, what: 'endpoint', direction: 'out', resource: fact.by } as const;
    if (isForeign(via.network, packet)) {
      // GE4
      const source = addressWords(packet.source);
      const sourceJa = addressInJapanese(packet.source);
      const stop = walk.drop(
        {
          ...at,
          code: 'gateway-rejects',
          analyzerCode: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
          says: {
            en: `${name} serves its own VPC only, and ${source} is no address of it`,
            ja: `${name} は自身の VPC 専用です。${sourceJa} はこの VPC のアドレスではありません`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp') {
      // GE6
      const stop = walk.drop(
        {
          ...at,
          code: 'gateway-rejects',
          analyzerCode: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
          says: {
            en: `${name} carries TCP and ICMP echo only`,
            ja: `${name} が運ぶのは TCP と ICMP エコーだけです`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    if (walk.direction === 'return' || walk.goal.target !== null) return walk.jump(packet);
    const service = isUnknown(fact.service) ? '?' : fact.service;
    walk.pass(
      {
        ...at,
        says: {
          en: `${name} carries the packet to ${service}, inside the AWS network`,
          ja: `${name} がパケットを AWS ネットワーク内で ${service} に運びます`,
        },
      },
      packet,
    );
    walk.note(policyNotAnalysed);
    const { sender } = packet;
    return {
      arrived: true,
      disposition: walk.goal.disposition,
      packet,
      reply(back, answer) {
        back.pass(
          {
            at: fact.by,
            what: 'endpoint',
            direction: 'in',
            resource: fact.by,
            says: { en: `${name} brings the reply back`, ja: `${name} が応答を戻します` },
          },
          answer,
        );
        // The reply goes straight to the interface that asked; no route table is consulted for it.
        return sender === null ? back.deliver(via.network, answer, null) : back.enter(sender, answer, null);
      },
    };
  },
};

/** GE8: the prefix lists whose addresses it leads to, one of each family that it has. */
function listsOf({ service, addresses = 'ipv4' }: GatewayEndpointFact): Value<string>[] {
  if (isUnknown(service)) return [service];
  const four = prefixListOf(service, 4) ?? service;
  const six = prefixListOf(service, 6);
  if (six === null || addresses === 'ipv4') return [four];
  if (addresses === 'ipv6') return [six];
  return isUnknown(addresses) ? [four, addresses] : [four, six];
}

/** Whether the address is one of its service, and of a family that it does not have. */
function isOfOtherFamily(fact: GatewayEndpointFact, { is, family }: IpAddress): boolean {
  if (is.as !== 'service' || is.service !== fact.service || isUnknown(fact.addresses)) return false;
  const { addresses = 'ipv4' } = fact;
  return addresses === (family === 4 ? 'ipv6' : 'ipv4');
}

/** GE7 */
export const policyNotAnalysed = {
  en: 'endpoint policy is not analysed',
  ja: 'エンドポイントポリシーは解析していません',
};

/** GE1 */
function whyNotCreated(fact: GatewayEndpointFact, world: World): NotCreated | undefined {
  const { service } = fact;
  if (isUnknown(service)) return undefined;
  const name = world.name(fact.by);
  const region = fact.network === null ? undefined : world.networks.get(fact.network)?.region;
  const made = { resource: fact.by, field: 'service' };
  if (!hasGatewayEndpoint(service))
    return {
      ...made,
      says: {
        en: `${name} cannot be created: ${service} has no gateway endpoints`,
        ja: `${name} は作成できません。${service} にはゲートウェイエンドポイントがありません`,
      },
    };
  if (region !== undefined && serviceNamed(service)?.region !== region)
    return {
      ...made,
      says: {
        en: `${name} cannot be created: ${service} is a service of another Region than ${region}`,
        ja: `${name} は作成できません。${service} は ${region} とは別のリージョンのサービスです`,
      },
    };
  return undefined;
}
