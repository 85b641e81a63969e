/** What a way asks for and gives, beside its cost, told by what its trace comes to. */
import type { Words } from '../../lib/words';
import { blockOf, addressOf, contains, hostBlock, type Block } from '../../lib/cidr';
import { meets, serviceRegion } from '../cost/transfers';
import type { ResourceId } from '../model/document';
import type { Fact } from '../network/facts';
import { factsBy, type FactsBy } from '../network/factsBy';
import type { Query, Trace } from '../network/trace';
import { subnetsOfResource } from '../network/zonal';
import type { RuleContext } from '../rules/rule';
import type { AlternativeId, Guard, Passage, Traits } from './alternative';

export interface Asked {
  readonly context: RuleContext;
  readonly query: Query;
  readonly nameOf: (id: ResourceId) => string;
  /** What people call the service that a flow leads to: S3; undefined where it leads to none. */
  readonly service: string | undefined;
}

export function traitsOf(asked: Asked, passage: Passage): Traits {
  const { context, query } = asked;
  const facts = factsBy(context.catalog, context.document);
  const { trace } = passage;
  const leavesPrivateNetwork = meets(trace, facts, publicGateways);
  const publicAddresses = withPublicAddress(passage, facts, query);
  const toService = serviceRegion(query, trace, facts) !== undefined;
  const { says, page } = networkWords(passage.way, leavesPrivateNetwork, toService);
  return {
    leavesPrivateNetwork,
    network: says,
    networkPage: page,
    needsPublicAddress: publicAddresses.length > 0,
    publicAddresses,
    guardedBy: guardsOf(asked, passage, facts, publicAddresses),
    dnsAnswer: dnsWords(asked, trace, facts),
  };
}

const publicGateways: ReadonlySet<Fact['fact']> = new Set(['internet-gateway', 'egress-only-gateway']);

/** An internet gateway translates IPv4 between a private and a public address; IPv6 addresses are public by themselves (IG2). */
function withPublicAddress({ trace, hops }: Passage, facts: FactsBy, query: Query): readonly ResourceId[] {
  const has = (id: ResourceId, fact: Fact['fact']): boolean =>
    (facts.get(id) ?? []).some((each) => each.fact === fact);
  const gateway = trace.forward.steps.find(
    ({ at, verdict }) => at !== null && verdict === 'rewrite' && has(at, 'internet-gateway'),
  )?.at;
  if (gateway == null) return [];
  const place = hops.findIndex(({ resource }) => resource === gateway);
  const before = hops.slice(0, place).flatMap(({ resource }) => resource ?? []);
  const nat = before.findLast((id) => has(id, 'nat-gateway'));
  if (nat !== undefined) return [nat];
  if ('resource' in query.from && !has(query.from.resource, 'internet')) return [query.from.resource];
  return hops
    .slice(place + 1)
    .flatMap(({ resource }) => resource ?? [])
    .slice(0, 1);
}

function networkWords(
  way: AlternativeId | null,
  leaves: boolean,
  toService: boolean,
): { readonly says: Words; readonly page: string } {
  if (leaves)
    return toService
      ? {
          says: {
            en: 'goes between public addresses through the internet gateway; AWS keeps it on its own network all the same',
            ja: 'インターネットゲートウェイを通り、パブリックアドレス間の通信になります。ただし AWS のネットワークの外には出ません',
          },
          page: 'https://aws.amazon.com/vpc/faqs/',
        }
      : {
          says: { en: 'goes out to the internet', ja: 'インターネットに出ます' },
          page: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
        };
  switch (way) {
    case 'gateway-endpoint':
      return {
        says: {
          en: 'goes to the public addresses of the service from a private one, without internet gateway or NAT, inside the AWS network',
          ja: 'プライベートアドレスからサービスのパブリックアドレスへ、インターネットゲートウェイも NAT も使わず AWS のネットワーク内で通信します',
        },
        page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
      };
    case 'interface-endpoint':
      return {
        says: {
          en: 'stays between private addresses, over PrivateLink',
          ja: 'PrivateLink により、プライベートアドレス間の通信のままです',
        },
        page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/what-is-privatelink.html',
      };
    case 'peering':
      return {
        says: {
          en: 'stays between private addresses, on the AWS network',
          ja: 'AWS のネットワーク内で、プライベートアドレス間の通信のままです',
        },
        page: 'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
      };
    case 'transit-gateway':
      return {
        says: {
          en: 'stays between private addresses, on the AWS network',
          ja: 'AWS のネットワーク内で、プライベートアドレス間の通信のままです',
        },
        page: 'https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html',
      };
    case 'vpn':
      return {
        says: {
          en: 'stays between private addresses, in an encrypted tunnel over the internet',
          ja: 'インターネット上の暗号化トンネルの中で、プライベートアドレス間の通信のままです',
        },
        page: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
      };
    default:
      return {
        says: { en: 'stays between private addresses', ja: 'プライベートアドレス間の通信のままです' },
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
      };
  }
}

function guardsOf(
  { context, query, nameOf }: Asked,
  { trace, hops }: Passage,
  facts: FactsBy,
  exposed: readonly ResourceId[],
): readonly Guard[] {
  const found = new Map<string, Guard>();
  const add = (guard: Guard): void => void found.set(`${guard.is} ${guard.resource}`, guard);
  for (const { is, resource } of hops) {
    if (resource === null || (is === 'source' && !exposed.includes(resource))) continue;
    for (const id of groupsOf(resource, facts)) add(groupGuard(id, facts, nameOf));
    for (const fact of facts.get(resource) ?? [])
      if (
        fact.fact === 'gateway-endpoint' ||
        (fact.fact === 'interface-endpoint' && (fact.provider ?? null) === null)
      )
        add({
          is: 'endpoint-policy',
          resource,
          title: { en: 'endpoint policy', ja: 'エンドポイントポリシー' },
        });
  }
  for (const { because } of [...trace.forward.steps, ...(trace.return?.steps ?? [])]) {
    const by = because.resource;
    const isCustom = (facts.get(by ?? '') ?? []).some(
      (fact) => fact.fact === 'network-acl' && fact.isImplied !== true,
    );
    if (by !== null && isCustom) add({ is: 'network-acl', resource: by, title: same(nameOf(by)) });
  }
  if (meets(trace, facts, publicGateways) && 'resource' in query.from) {
    const { region } = context.around(query.from.resource);
    for (const fact of [...facts.values()].flat())
      if (fact.fact === 'public-access-block' && fact.region === region && fact.mode !== 'off')
        add({ is: 'public-access-block', resource: fact.by, title: same(nameOf(fact.by)) });
  }
  return [...found.values()];
}

function same(name: string): Words {
  return { en: name, ja: name };
}

/** Those of its interfaces and of a load balancer; the network's id where its default group guards it. */
function groupsOf(id: ResourceId, facts: FactsBy): readonly ResourceId[] {
  const found = new Set<ResourceId>();
  for (const fact of facts.get(id) ?? []) {
    if (!('securityGroups' in fact) || fact.securityGroups === null) continue;
    for (const group of fact.securityGroups) found.add(group);
    if (fact.fact !== 'interface' || fact.securityGroups.length > 0) continue;
    for (const subnet of subnetsOfResource(id, facts))
      for (const own of facts.get(subnet) ?? [])
        if (own.fact === 'subnet' && own.network !== null) found.add(own.network);
  }
  return [...found];
}

function groupGuard(id: ResourceId, facts: FactsBy, nameOf: (id: ResourceId) => string): Guard {
  const isNetwork = (facts.get(id) ?? []).some(({ fact }) => fact === 'network');
  const name = nameOf(id);
  return {
    is: 'security-group',
    resource: id,
    title: isNetwork
      ? { en: `default security group of ${name}`, ja: `${name} のデフォルトセキュリティグループ` }
      : same(name),
  };
}

function dnsWords({ nameOf, service }: Asked, { resolution }: Trace, facts: FactsBy): Words {
  if (resolution === null) return { en: 'no name is asked', ja: '名前解決は行いません' };
  const { answers, by } = resolution;
  if (answers.length === 0) return { en: 'not resolved', ja: '名前解決できません' };
  const isEndpoint = by !== null && (facts.get(by) ?? []).some(({ fact }) => fact === 'interface-endpoint');
  if (isEndpoint) {
    const name = nameOf(by);
    return { en: `private address of ${name}`, ja: `${name} のプライベートアドレス` };
  }
  const whose = by === null ? undefined : nameOf(by);
  const kind = answers.every(isPrivate)
    ? { en: 'private address', ja: 'プライベートアドレス' }
    : { en: 'public address', ja: 'パブリックアドレス' };
  if (whose !== undefined) return { en: `${kind.en}, by ${whose}`, ja: `${kind.ja} (${whose} による)` };
  return service === undefined ? kind : { en: `${kind.en} of ${service}`, ja: `${service} の${kind.ja}` };
}

function isPrivate(answer: string): boolean {
  const address = addressOf(answer);
  const block = address === undefined ? blockOf(answer) : hostBlock(address);
  return block !== undefined && privateBlocks.some((each) => contains(each, block));
}

const privateBlocks: readonly Block[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
].flatMap((text) => blockOf(text) ?? []);
