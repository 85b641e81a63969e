/**
 * PrivateLink: from an interface endpoint to the Network Load Balancer of the endpoint service it is for, in another VPC.
 * Nothing is routed between the two, so their addresses may overlap. The connection must be accepted (PL1), the load
 * balancer must have a node in the endpoint's zone (PL2), and targets see that node's address (PL3).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
import { addressText } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { EndpointServiceFact, InterfaceEndpointFact, LoadBalancerFact } from '../facts';
import { addressesOf } from '../interfaces';
import type { Outcome, Packet, Walk } from '../walk';
import type { Interface, World } from '../world';
import { balance } from './balance';
import { sameZone } from './targets';

/** Undefined: the endpoint is for a service of AWS, where the packet has arrived. */
export function throughService(
  fact: InterfaceEndpointFact,
  walk: Walk,
  packet: Packet,
  at: Interface,
): Outcome | undefined {
  const { world } = walk;
  const name = world.name(fact.by);
  const made = { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by } as const;
  const found = serviceFor(fact, world);
  if (found === 'aws') return undefined;
  if ('why' in found) return walk.lose({ ...made, field: 'service', says: found.why }, found.why, packet);
  const { service } = found;
  const own = world.name(service.by);
  if (at.network !== null && at.network.region !== service.region) {
    const why: Words = {
      en: `${own} is in ${service.region}, and access from ${at.network.region} is not modelled`,
      ja: `${own} は ${service.region} にあります。${at.network.region} からのアクセスはモデル化していません`,
    };
    return walk.lose({ ...made, says: why }, why, packet);
  }
  const refused = connect(fact, service, walk, packet);
  if (refused !== undefined) return refused;

  const nodes = nodesOf(world, service);
  if (nodes.length === 0)
    return (
      walk.drop(
        {
          ...made,
          at: service.by,
          resource: service.by,
          field: 'loadBalancers',
          code: 'cannot-be-created',
          analyzerCode: 'BAD_STATE',
          final: true,
          says: {
            en: `${own} cannot be created: it has no Network Load Balancer with a node`,
            ja: `${own} は作成できません。ノードのある Network Load Balancer がありません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'cannot-be-created' }
    );
  const judged = nodes.map((node) => ({ ...node, near: isNear(world, at, node.node) }));
  let usable = judged.filter(({ near, node }) => near === true || node.elsewhere !== null);
  const unsure = judged.find(({ near }) => typeof near === 'object');
  if (usable.length === 0 && typeof unsure?.near === 'object') {
    const { unknown } = unsure.near;
    walk.unsure({ ...made, says: unknown }, unknown, packet);
    usable = judged.filter(({ near }) => near !== false);
  }
  if (usable.length === 0) {
    const where = at.subnet === null ? '' : world.name(at.subnet.id);
    const zone = at.subnet === null || isUnknown(at.subnet.zone) ? '' : at.subnet.zone;
    const stop = walk.drop(
      {
        ...made,
        field: 'subnets',
        code: 'not-in-zone',
        analyzerCode: 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ',
        says: {
          en: `${name} cannot be created in ${where}: ${own} is not available in ${zone}, where its load balancer has no node`,
          ja: `${name} は ${where} に作成できません。ロードバランサーのノードがない ${zone} では ${own} を利用できません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
    usable = judged;
  }
  // An endpoint is connected to one load balancer in each zone; AWS chooses which.
  const ways = usable.map(({ balancer }) => verbatim(world.name(balancer.by)));
  const chosen = usable[walk.session.choose({ takes: 'either', ways })];
  if (chosen === undefined) return walk.jump(packet);
  walk.pass(
    {
      ...made,
      says: {
        en: `${name} carries the packet to ${own} over PrivateLink`,
        ja: `${name} が PrivateLink 経由でパケットを ${own} に運びます`,
      },
    },
    packet,
  );
  return into(fact, service, walk, packet, at, chosen);
}

interface ServiceNode {
  readonly balancer: LoadBalancerFact;
  readonly node: Interface;
}

/** Into the load balancer: by its security groups, as far as they are asked, and on to a target. */
function into(
  fact: InterfaceEndpointFact,
  service: EndpointServiceFact,
  walk: Walk,
  packet: Packet,
  at: Interface,
  { balancer, node }: ServiceNode,
): Outcome {
  const { world } = walk;
  if (node.elsewhere !== null) {
    const says = node.elsewhere;
    return walk.lose(
      { at: balancer.by, what: 'load-balancer', direction: 'in', resource: balancer.by, says },
      says,
      packet,
    );
  }
  const addresses = addressesOf(world, node, 4);
  const address =
    addresses[
      walk.session.choose({ takes: 'either', ways: addresses.map((each) => verbatim(addressText(each))) })
    ];
  if (address === undefined) {
    const why: Words = {
      en: `${world.name(balancer.by)} has no IPv4 address in its subnet that is known`,
      ja: `${world.name(balancer.by)} のサブネット内の IPv4 アドレスがわかりません`,
    };
    return walk.lose(
      { at: balancer.by, what: 'load-balancer', direction: 'in', resource: balancer.by, says: why },
      why,
      packet,
    );
  }
  const there: Packet = { ...packet, destination: address, sender: null };
  const [name, own] = [world.name(balancer.by), world.name(service.by)];
  walk.pass(
    {
      at: service.by,
      what: 'endpoint',
      direction: 'in',
      rewrites: true,
      resource: service.by,
      says: { en: `${own} hands it to ${name}`, ja: `${own} が ${name} に渡します` },
    },
    there,
  );
  // LB3: its rules are asked about the client's own address, unless that is turned off.
  const { filtersPrivateLink } = balancer;
  if (node.groups !== null && isUnknown(filtersPrivateLink))
    walk.unsure(
      { at: balancer.by, what: 'security-group', resource: balancer.by, says: filtersPrivateLink.unknown },
      filtersPrivateLink.unknown,
      there,
    );
  else if (filtersPrivateLink === true) {
    const stop = walk.guard(node, there, node.subnet);
    if (stop !== undefined) return stop;
  }
  return balance(balancer, walk, there, node, {
    showsGroups: filtersPrivateLink !== false,
    back(home, reply) {
      const answer: Packet = { ...reply, source: packet.destination, sender: at };
      home.pass(
        {
          at: fact.by,
          what: 'endpoint',
          direction: 'out',
          rewrites: true,
          resource: fact.by,
          says: {
            en: `${world.name(fact.by)} brings the reply back under its own address`,
            ja: `${world.name(fact.by)} が自分のアドレスで応答を返します`,
          },
        },
        answer,
      );
      return home.leave(at, answer);
    },
  });
}

/** PL1: only those who are allowed ask for a connection, and a service may want to accept each. */
function connect(
  fact: InterfaceEndpointFact,
  service: EndpointServiceFact,
  walk: Walk,
  packet: Packet,
): Outcome | undefined {
  const { world } = walk;
  const [name, own] = [world.name(fact.by), world.name(service.by)];
  const made = { at: fact.by, what: 'endpoint', direction: 'in', resource: service.by } as const;
  const allowed = isAllowed(fact, service);
  const account = typeof fact.account === 'string' ? fact.account : '';
  if (allowed === false) {
    const stop = walk.drop(
      {
        ...made,
        what: 'authorization',
        field: 'principals',
        code: 'not-authorized',
        analyzerCode: 'NO_POSSIBLE_DESTINATION',
        says: {
          en: `${own} does not allow the account ${account} of ${name} to connect`,
          ja: `${own} では、${name} のアカウント ${account} からの接続が許可されていません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  } else if (typeof allowed === 'object')
    walk.unsure({ ...made, what: 'authorization', says: allowed.unknown }, allowed.unknown, packet);
  else if (!service.principals.includes('*') && account === '')
    walk.note({
      en: `${name} is taken to be in the account of ${own}, or in one that it allows`,
      ja: `${name} は、${own} と同じアカウントか、許可されたアカウントにあるものとします`,
    });

  const { acceptanceRequired } = service;
  const accepted = fact.accepted ?? false;
  if (acceptanceRequired === false || accepted === true) return undefined;
  const hidden = [acceptanceRequired, accepted].find(isUnknown);
  if (hidden !== undefined) {
    walk.unsure({ ...made, says: hidden.unknown }, hidden.unknown, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...made,
      field: 'acceptanceRequired',
      code: 'not-accepted',
      analyzerCode: 'BAD_STATE',
      says: {
        en: `the connection of ${name} waits to be accepted: ${own} requires acceptance`,
        ja: `${name} の接続は承諾待ちです。${own} では承諾が必要です`,
      },
    },
    packet,
  );
}

/** Its own account needs no permission. */
function isAllowed(
  { account = '' }: InterfaceEndpointFact,
  { principals }: EndpointServiceFact,
): boolean | { readonly unknown: Words } {
  if (account === '' || principals.includes('*')) return true;
  if (isUnknown(account)) return account;
  if (principals.some((each) => typeof each === 'string' && accountOf(each) === account)) return true;
  return principals.find(isUnknown) ?? false;
}

/** The account of a principal: `arn:aws:iam::123456789012:root`, or the number alone. */
function accountOf(principal: string): string {
  return /^arn:[^:]*:iam::(\d+):/.exec(principal)?.[1] ?? principal;
}

function serviceFor(
  fact: InterfaceEndpointFact,
  world: World,
): 'aws' | { readonly service: EndpointServiceFact } | { readonly why: Words } {
  const { provider = null, service } = fact;
  if (isUnknown(provider)) return { why: provider.unknown };
  if (provider !== null) {
    for (const each of world.facts.get(provider) ?? [])
      if (each.fact === 'endpoint-service') return { service: each };
    return {
      why: {
        en: 'the endpoint service is not in the design',
        ja: 'エンドポイントサービスが設計に含まれていません',
      },
    };
  }
  if (isUnknown(service)) return { why: service.unknown };
  if (!service.includes('.vpce.')) return 'aws';
  return {
    why: {
      en: `who provides ${service} is not in the design`,
      ja: `${service} の提供元が設計に含まれていません`,
    },
  };
}

function nodesOf(world: World, { loadBalancers }: EndpointServiceFact): readonly ServiceNode[] {
  return loadBalancers.flatMap((id) => {
    const balancer = (world.facts.get(id) ?? []).find(
      (fact): fact is LoadBalancerFact => fact.fact === 'load-balancer' && fact.type === 'network',
    );
    if (balancer === undefined) return [];
    return (world.interfaces.get(id) ?? []).map((node) => ({ balancer, node }));
  });
}

/** PL2, by the names of zones: both ends are taken to be in one account, where a name means one zone. */
function isNear(world: World, at: Interface, node: Interface): ReturnType<typeof sameZone> {
  return node.subnet === null ? false : sameZone(world, at.subnet, { subnet: node.subnet });
}
