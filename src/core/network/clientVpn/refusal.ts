/**
 * What AWS refuses of a Client VPN endpoint (CV1): a client block of another size than /12 to /22, or one that overlaps the
 * VPC or a route; subnets of several VPCs, two of one Availability Zone, or one smaller than /27; subnets beside a transit
 * gateway.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-tgw.html
 */
import { blockOf, blockText, overlaps } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown, type Value } from '../../model/value';
import type { ClientVpnFact } from '../facts';
import type { NotCreated } from '../hops/behaviour';
import { attachedTo, type Network, type Subnet, type World } from '../world';

export function whyNoEndpoint(fact: ClientVpnFact, world: World): NotCreated | undefined {
  return whyMixed(fact, world) ?? whyNoClients(fact, world) ?? whyNoAssociation(fact, world);
}

/** CV3: subnets, or a transit gateway. */
function whyMixed(fact: ClientVpnFact, world: World): NotCreated | undefined {
  const hasSubnets = Object.values(fact.associations).some(({ subnet }) => subnet !== null);
  return fact.transitGateway === null || isUnknown(fact.transitGateway) || !hasSubnets
    ? undefined
    : notCreated(
        world,
        fact,
        { field: 'transitGateway' },
        {
          en: 'it is associated with subnets and with a transit gateway',
          ja: 'サブネットと Transit Gateway の両方が関連付けられています',
        },
      );
}

function whyNoClients(fact: ClientVpnFact, world: World): NotCreated | undefined {
  const { clientBlock, routes } = fact;
  // With IPv6 traffic alone clients get no IPv4 addresses.
  if (isUnknown(clientBlock) || fact.addresses === 'ipv6') return undefined;
  if (clientBlock === '' && isUnknown(fact.addresses)) return undefined;
  const refused = (en: string, ja: string): NotCreated =>
    notCreated(world, fact, { field: 'clientCidr' }, { en, ja });
  const block = blockOf(clientBlock);
  if (block?.family !== 4)
    return clientBlock === ''
      ? refused('it has no client IPv4 CIDR block', 'クライアント IPv4 CIDR が指定されていません')
      : refused(
          `“${clientBlock}” is not an IPv4 CIDR block`,
          `「${clientBlock}」は IPv4 CIDR ブロックではありません`,
        );
  const text = blockText(block);
  if (block.prefix < 12 || block.prefix > 22)
    return refused(
      `AWS takes client CIDR blocks of /12 to /22, not ${text}`,
      `クライアント CIDR は /12〜/22 でなければならず、${text} は使えません`,
    );
  for (const network of networksOf(fact, world)) {
    const taken = network.blocks.find((each) => overlaps(each, block));
    if (taken === undefined) continue;
    const [name, own] = [world.name(network.id), blockText(taken)];
    return refused(
      `the client CIDR block ${text} overlaps ${own} of ${name}`,
      `クライアント CIDR ${text} が ${name} の ${own} と重複しています`,
    );
  }
  for (const { destination, subnet } of Object.values(routes)) {
    const other = isUnknown(destination) ? undefined : blockOf(destination);
    // The default route covers every block, and is a route that the guide tells people to add.
    if (subnet === null || other === undefined || other.prefix === 0 || !overlaps(other, block)) continue;
    return refused(
      `the client CIDR block ${text} overlaps its route to ${blockText(other)}`,
      `クライアント CIDR ${text} が、ルートの送信先 ${blockText(other)} と重複しています`,
    );
  }
  return undefined;
}

function whyNoAssociation(fact: ClientVpnFact, world: World): NotCreated | undefined {
  const zones = new Map<Value<string>, Subnet>();
  let first: Subnet | undefined;
  for (const [rowKey, { subnet: id }] of Object.entries(fact.associations)) {
    const subnet = typeof id === 'string' ? world.subnets.get(id) : undefined;
    if (subnet?.network == null) continue;
    first ??= subnet;
    const at = { field: 'associations', rowKey };
    const name = world.name(subnet.id);
    const other = zones.get(subnet.zone);
    if (subnet.network !== first.network || (fact.network !== null && subnet.network.id !== fact.network)) {
      const own = world.name(fact.network ?? first.network?.id ?? '');
      return notCreated(world, fact, at, {
        en: `it is associated with ${name}, which is not in ${own}`,
        ja: `${own} にないサブネット ${name} が関連付けられています`,
      });
    }
    if (subnet.block !== null && subnet.block.prefix > 27)
      return notCreated(world, fact, at, {
        en: `it is associated with ${name}, which is smaller than /27: ${blockText(subnet.block)}`,
        ja: `関連付けられているサブネット ${name} (${blockText(subnet.block)}) が /27 より小さくなっています`,
      });
    if (other !== undefined && other !== subnet)
      return notCreated(world, fact, at, {
        en: `it is associated with two subnets of one Availability Zone, ${world.name(other.id)} and ${name}`,
        ja: `同じアベイラビリティーゾーンの ${world.name(other.id)} と ${name} が関連付けられています`,
      });
    if (!isUnknown(subnet.zone) && subnet.zone !== '') zones.set(subnet.zone, subnet);
  }
  return undefined;
}

/** The networks of the associated subnets, or those that are attached to the same transit gateway. */
function networksOf({ associations, transitGateway }: ClientVpnFact, world: World): readonly Network[] {
  const own = Object.values(associations).flatMap(({ subnet }) =>
    typeof subnet === 'string' ? (world.subnets.get(subnet)?.network ?? []) : [],
  );
  if (typeof transitGateway !== 'string') return own;
  const attached = [...world.networks.values()].filter((network) =>
    attachedTo(network, 'transit-gateway-attachment').some((each) => each.transitGateway === transitGateway),
  );
  return [...own, ...attached];
}

function notCreated(
  world: World,
  { by }: ClientVpnFact,
  at: { readonly field: string; readonly rowKey?: string },
  why: Words,
): NotCreated {
  const name = world.name(by);
  return {
    resource: by,
    ...at,
    says: { en: `${name} cannot be created: ${why.en}`, ja: `${name} は作成できません。${why.ja}` },
  };
}
