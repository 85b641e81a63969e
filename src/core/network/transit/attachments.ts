/** The attachments of VPCs: whether AWS makes them, and in which of their subnets packets come and go. */
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { Outcome, Packet, Walk } from '../walk';
import { attachedTo, type Network, type Subnet, type World } from '../world';
import type { Attachment } from './model';

/** The subnets of an attachment, as far as they are in its VPC. */
export function subnetsOf(world: World, { fact }: Attachment): readonly Subnet[] {
  const { to } = fact;
  if (to.is !== 'network') return [];
  return [...new Set(to.subnets)].flatMap((id) => {
    const subnet = world.subnets.get(id);
    return subnet === undefined || subnet.network?.id !== to.network ? [] : [subnet];
  });
}

/** What AWS refuses: an attachment without a subnet, two subnets in one zone, a VPC of another Region (TG1). */
export function attachmentFault(
  world: World,
  attachment: Attachment,
): { readonly resource?: ResourceId; readonly field?: string; readonly says: Words } | undefined {
  const { to } = attachment.fact;
  if (to.is !== 'network') return undefined;
  const name = world.name(attachment.id);
  const network = to.network === null ? undefined : world.networks.get(to.network);
  const own = attachment.gateway;
  if (network !== undefined && network.hidden === null && network.region !== own.fact.region)
    return {
      says: {
        en: `${name} cannot be created: ${world.name(network.id)} is in ${network.region}, and ${world.name(own.id)} in ${own.fact.region}`,
        ja: `${name} は作成できません。${world.name(network.id)} は ${network.region}、${world.name(own.id)} は ${own.fact.region} にあります`,
      },
    };
  const subnets = subnetsOf(world, attachment);
  // What is not created cannot be attached.
  for (const id of [to.network, ...subnets.map((subnet) => subnet.id)]) {
    const refusal = id === null ? undefined : world.refusals.get(id);
    if (refusal !== undefined) return refusal;
  }
  if (subnets.length === 0)
    return {
      field: 'subnets',
      says: {
        en: `${name} cannot be created: it needs a subnet in every Availability Zone that it serves`,
        ja: `${name} は作成できません。利用するアベイラビリティーゾーンごとにサブネットが必要です`,
      },
    };
  const zones = new Set<Value<string>>();
  for (const { zone } of subnets) {
    if (isUnknown(zone) || zone === '') continue;
    if (zones.has(zone))
      return {
        field: 'subnets',
        says: {
          en: `${name} cannot be created: it has two subnets in ${zone}`,
          ja: `${name} は作成できません。${zone} にサブネットが 2 つあります`,
        },
      };
    zones.add(zone);
  }
  return undefined;
}

/** Stops what an attachment that AWS does not make would carry, in (from the VPC) or out. */
export function whyClosed(
  walk: Walk,
  attachment: Attachment,
  direction: 'in' | 'out',
  packet: Packet,
): Outcome | undefined {
  const { world } = walk;
  const fault = attachmentFault(world, attachment);
  if (fault === undefined) return undefined;
  const at = { at: attachment.id, what: 'gateway', direction, resource: attachment.id } as const;
  return walk.drop(
    { ...at, ...fault, code: 'cannot-be-created', analyzerCode: 'BAD_STATE_ATTACHMENT' },
    packet,
  );
}

/** A VPC is attached to a transit gateway once: of two, which one AWS makes is not known. */
export function whyTwice(world: World, { id, gateway }: Attachment, network: Network): Words | undefined {
  const other = attachedTo(network, 'transit-gateway-attachment').find(
    ({ by, transitGateway }) => by !== id && transitGateway === gateway.id,
  );
  if (other === undefined) return undefined;
  const names = [world.name(id), world.name(other.by)] as const;
  return {
    en: `${names[0]} and ${names[1]} attach the same VPC to ${world.name(gateway.id)}; AWS accepts only one of them`,
    ja: `${names[0]} と ${names[1]} は同じ VPC を ${world.name(gateway.id)} にアタッチしています。AWS が受け付けるのは片方だけです`,
  };
}

export type Entry =
  { readonly subnet: Subnet; readonly doubt: Words | null } | { readonly subnet: null; readonly says: Words };

/** TG1: the subnet by which packets of another subnet reach the transit gateway: the one of their zone. */
export function entryFrom(world: World, attachment: Attachment, from: Subnet): Entry {
  const own = subnetsOf(world, attachment);
  if (own.includes(from)) return { subnet: from, doubt: null };
  const same = own.find(({ zone }) => isKnown(zone) && zone === from.zone);
  if (same !== undefined) return { subnet: same, doubt: null };
  const name = world.name(attachment.id);
  const hidden = isKnown(from.zone) ? own.find(({ zone }) => !isKnown(zone)) : own[0];
  if (hidden === undefined)
    return {
      subnet: null,
      says: {
        en: `${name} has no subnet in ${zoneText(from.zone)}, the Availability Zone of ${world.name(from.id)}`,
        ja: `${name} には、${world.name(from.id)} のアベイラビリティーゾーン ${zoneText(from.zone)} のサブネットがありません`,
      },
    };
  const [one, other] = [world.name(from.id), world.name(hidden.id)];
  return {
    subnet: hidden,
    doubt: {
      en: `whether ${one} and ${other} are in one Availability Zone is not known`,
      ja: `${one} と ${other} が同じアベイラビリティーゾーンにあるかどうかはわかりません`,
    },
  };
}

/**
 * The subnets by one of which a transit gateway may hand a packet into a VPC: the one of the zone it came from, or any, where
 * there is none or the attachment is in appliance mode (TG4).
 */
export function exitsTo(world: World, attachment: Attachment, zone: Value<string> | null): readonly Subnet[] {
  const { to } = attachment.fact;
  const own = subnetsOf(world, attachment);
  if (to.is !== 'network' || to.applianceMode === true) return own;
  const same = zone === null || !isKnown(zone) ? undefined : own.find((subnet) => subnet.zone === zone);
  return same === undefined || isUnknown(to.applianceMode) ? own : [same];
}

/** How many zones an attachment may send packets into. */
export function spansZones(world: World, attachment: Attachment): boolean {
  return subnetsOf(world, attachment).length > 1;
}

function isKnown(zone: Value<string>): zone is string {
  return typeof zone === 'string' && zone !== '';
}

function zoneText(zone: Value<string>): string {
  return isKnown(zone) ? zone : '?';
}

/** The network that an attachment attaches. */
export function networkOf(world: World, { fact: { to } }: Attachment): Network | undefined {
  return to.is === 'network' ? world.networks.get(to.network ?? noNetwork) : undefined;
}

const noNetwork: ResourceId = '';
