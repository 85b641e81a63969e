/** What the public DNS answers: public addresses of a service or of anybody, and nothing for names that are private. */
import type { Family } from '../../../lib/cidr';
import { exactly } from '../address';
import type { Words } from '../../../lib/words';
import { behaviourOf } from '../hops';
import type { AskedName } from '../hops/behaviour';
import { isAwsHost, isDualStackHost, prefixListOf } from '../serviceNames';
import type { Network, World } from '../world';
import {
  found,
  missing,
  undecided,
  unresolved,
  type Found,
  type NameAnswer,
  type NameFault,
} from './answers';
import { neverPublic } from './hostNames';
import { publicAddressInName } from './instanceNames';

/** `network`: the one whose resolver has asked; null for somebody outside. */
export function publicAnswer(world: World, asked: AskedName, network: Network | null): NameAnswer {
  const { host, service } = asked;
  if (service !== null)
    return found(host, serviceAddresses(world, asked, service), {
      at: null,
      resource: null,
      says: {
        en: 'the public DNS answers with public addresses of the service',
        ja: 'パブリック DNS が、サービスのパブリックアドレスを返します',
      },
    });
  const never = neverPublic(host);
  const held = heldPrivately(world, host, network);
  if (never !== undefined)
    return missing(host, held.length > 0 ? held : [unresolved(never, { resource: null })], {
      at: null,
      resource: held[0]?.resource ?? null,
      says: held[0]?.says ?? never,
    });
  const instance = publicAddressInName(host);
  if (instance !== undefined)
    return {
      ...found(host, [[{ to: 'address', address: exactly(instance) }]], publicDns),
      // PX2: within its VPC, and a peer that has the option on, the name of one's own instance leads to its private address.
      notes: [
        {
          en: `${host} is taken to be the name of an instance outside the design`,
          ja: `${host} は設計にないインスタンスの名前とします`,
        },
      ],
    };
  if (isAwsHost(host)) {
    const why: Words = {
      en: `${host} is a name that AWS gives to a resource, and its addresses are not in the design; name the resource itself`,
      ja: `${host} は AWS がリソースに付ける名前で、アドレスは設計に含まれていません。リソース自体を指定してください`,
    };
    return undecided(host, why, { at: null, resource: null, says: why });
  }
  const [holder] = held;
  if (holder !== undefined)
    return {
      ...missing(host, held, { at: null, resource: holder.resource, says: holder.says }),
      notes: [
        {
          en: `${host} is assumed to be held in private only, and not to be in the public DNS`,
          ja: `${host} はプライベートゾーンだけにあり、パブリック DNS にはないものとします`,
        },
      ],
    };
  return found(
    host,
    [
      [
        {
          to: 'address',
          address: { family: 4, value: world.anyPublic[4], owner: null, is: { as: 'internet' } },
        },
      ],
    ],
    publicDns,
  );
}

const publicDns = {
  at: null,
  resource: null,
  says: { en: 'the public DNS answers', ja: 'パブリック DNS が応答します' },
} as const;

/** One of each family that the name has: a client that has both tries the other where one does not work. */
function serviceAddresses(world: World, { host }: AskedName, service: string): Found['options'] {
  const families: readonly Family[] = isDualStackHost(host) ? [6, 4] : [4];
  return families.map((family) => [
    {
      to: 'address',
      address: {
        family,
        value: world.anyPublic[family],
        owner: null,
        is: { as: 'service', service, host, list: prefixListOf(service, family) },
      },
    },
  ]);
}

/** Zones of the design that hold the name for others than the one who asks. */
function heldPrivately(world: World, host: string, network: Network | null): readonly NameFault[] {
  const faults: NameFault[] = [];
  for (const id of world.ownersThat('holds')) {
    const facts = world.facts.get(id) ?? [];
    for (const fact of facts) {
      const held = behaviourOf(fact).holds?.(fact, host);
      if (held === undefined) continue;
      const name = world.name(id);
      const whom = network === null ? null : world.name(network.id);
      // One fact for each network.
      if (network !== null && facts.some((each) => 'network' in each && each.network === network.id)) {
        // Where it is not known, this is what happens when they are off; when they are on, the zone has answered.
        if (network.dnsHostnames !== true)
          faults.push(
            unresolved(
              {
                en: `${host} is not resolved: ${name} holds it, and is not asked as long as DNS hostnames of ${whom ?? ''} are off`,
                ja: `${host} の名前解決ができません。${name} にありますが、${whom ?? ''} の DNS ホスト名が無効なため使われません`,
              },
              { resource: network.id, field: 'dnsHostnames' },
            ),
          );
        break;
      }
      faults.push(
        unresolved(
          whom === null
            ? {
                en: `${host} is not resolved: ${name} holds it for its VPCs only`,
                ja: `${host} の名前解決ができません。${name} は関連付けられた VPC の中だけで応答します`,
              }
            : {
                en: `${host} is not resolved: ${name} holds it, and is not associated with ${whom}`,
                ja: `${host} の名前解決ができません。${name} にありますが、${whom} に関連付けられていません`,
              },
          { resource: id, field: held.field },
        ),
      );
      break;
    }
  }
  return faults;
}
