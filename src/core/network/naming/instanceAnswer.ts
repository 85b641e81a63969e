/**
 * The private names of instances, which the resolver of a network answers when both DNS attributes are on: for every
 * address of the network, and for every RFC 1918 address of the Region.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
 */
import { containsAddress } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { exactly, isRfc1918 } from '../address';
import { attachedThat, behaviourOf } from '../hops';
import type { Network, World } from '../world';
import { found, missing, undecided, unresolved, type NameAnswer, type Stage } from './answers';
import { addressInName, instanceDomain, regionOfInstanceName } from './instanceNames';

/** Undefined: the host is not such a name. */
export function instanceAnswer(
  world: World,
  network: Network,
  host: string,
): { readonly domain: string; readonly answer: NameAnswer } | undefined {
  const region = regionOfInstanceName(host);
  if (region === undefined) return undefined;
  const domain = instanceDomain(region);
  const own = region === network.region;
  const vpc = world.name(network.id);
  if (!own && !lent(world, network, region)) return undefined;
  const off = (
    [
      ['dnsSupport', 'DNS resolution', 'DNS 解決'],
      ['dnsHostnames', 'DNS hostnames', 'DNS ホスト名'],
    ] as const
  ).find(([attribute]) => network[attribute] === false);
  if (off !== undefined) {
    const [field, en, ja] = off;
    return {
      domain,
      answer: missing(host, [
        unresolved(
          {
            en: `${host} is not resolved: private names of instances need ${en} of ${vpc} to be on`,
            ja: `${host} の名前解決ができません。インスタンスのプライベート DNS 名には ${vpc} の${ja}の有効化が必要です`,
          },
          { resource: network.id, field },
        ),
      ]),
    };
  }
  const stage = (says: Words): Stage => ({ at: null, resource: network.id, says });
  const address = addressInName(host);
  const answer = ((): NameAnswer => {
    if (address === 'by-id')
      return undecided(host, {
        en: `which instance has the id in ${host} is not in the design`,
        ja: `${host} の ID がどのインスタンスのものかは、設計に含まれていません`,
      });
    const isKnown =
      address !== undefined &&
      (isRfc1918(address) || network.blocks.some((block) => containsAddress(block, address)));
    if (!isKnown || address === undefined) {
      const says: Words = {
        en: `${host} is not resolved: the resolver of ${vpc} knows no such instance name`,
        ja: `${host} の名前解決ができません。${vpc} のリゾルバーにそのようなインスタンス名はありません`,
      };
      return missing(host, [unresolved(says, { resource: null })], stage(says));
    }
    return found(
      host,
      [[{ to: 'address', address: exactly(address) }]],
      stage({
        en: `the resolver of ${vpc} answers with the address in the name`,
        ja: `${vpc} のリゾルバーが、名前に含まれるアドレスを返します`,
      }),
    );
  })();
  const doubts = [network.dnsHostnames].flatMap((value) => (isUnknown(value) ? [value.unknown] : []));
  return { domain, answer: { ...answer, doubts: [...doubts, ...answer.doubts] } };
}

/** Whether something lets the network resolve the instance names of another Region. */
function lent(world: World, network: Network, region: string): boolean {
  for (const fact of attachedThat(network, 'lendsNames'))
    if (behaviourOf(fact).lendsNames?.(fact, world, network, region) === true) return true;
  return false;
}
