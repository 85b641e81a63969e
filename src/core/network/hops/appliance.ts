/**
 * An appliance that stands in the way between VPCs: the route table of its subnet sends packets on to a transit gateway. It is
 * taken to let them go on as they are, so that both directions can be compared (GW3, TG4): one that keeps track of
 * connections drops the replies of those it has not seen begin.
 * https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { lookUpRoute, rowOf, rowText } from '../routeLookup';
import { spansZones } from '../transit/attachments';
import type { Attachment } from '../transit/model';
import type { Outcome, Packet, Via, Walk } from '../walk';
import type { Interface, World } from '../world';

/**
 * GW3: an appliance that a reply is led to must have seen the packet that it answers. Undefined when it has, or may have.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export function notMetBefore(walk: Walk, own: Interface, packet: Packet, via: Via): Outcome | undefined {
  const { world, direction, session } = walk;
  if (direction === 'forward') {
    session.appliances.add(own.id);
    return undefined;
  }
  session.appliancesBack.add(own.id);
  if (session.isPartlyUnknown || session.appliances.has(own.id)) return undefined;
  const entry = entryOf(walk, own);
  const name = world.name(own.id);
  const at = {
    at: own.id,
    what: 'gateway',
    direction: 'in',
    resource: own.id,
    code: 'gateway-rejects',
  } as const;
  if (entry !== undefined)
    return walk.drop(
      {
        ...at,
        ...blameFor(entry, own),
        analyzerCode: 'TGW_ATTACH_VPC_AZ_RESTRICTION',
        says: whyAsymmetric(world, name, entry),
      },
      packet,
    );
  return walk.drop(
    {
      ...at,
      ...rowOf(via, world),
      analyzerCode: 'NO_PATH',
      says: {
        en: `the reply is led through ${name} by ${rowText(world, via.route)}, but what it answers did not come that way; both must go through the same appliance`,
        ja: `応答は ${rowText(world, via.route)} により ${name} に送られますが、元のパケットはそこを通っていません。往復とも同じアプライアンスを通る必要があります`,
      },
    },
    packet,
  );
}

/** Undefined: it does not stand between VPCs. */
export function throughAppliance(
  walk: Walk,
  own: Interface,
  packet: Packet,
  why: Words,
): Outcome | undefined {
  const { world } = walk;
  if (!leadsToTransit(world, own, packet)) return undefined;
  const at = { at: own.id, what: 'gateway', direction: 'in', resource: own.id } as const;
  const entry = entryOf(walk, own);
  if (isExposed(world, entry)) walk.note(recommendation(world, entry));
  walk.unsure({ ...at, says: why }, why, packet);
  return walk.leave(own, { ...packet, sender: null, identity: { lost: 'SG_REFERENCES_NOT_PRESERVED' } });
}

function leadsToTransit(world: World, { subnet }: Interface, packet: Packet): boolean {
  const table = subnet?.table ?? null;
  if (table === null || isUnknown(table)) return false;
  const { winner, unsure } = lookUpRoute(world, table, packet.destination);
  if (winner === null || unsure !== null || isUnknown(winner.target) || winner.target === null) return false;
  return world.transitGateways.has(winner.target);
}

/** The attachment by which the packet has come into the appliance's VPC. */
function entryOf({ world, session }: Walk, { network }: Interface): Attachment | undefined {
  const id = network === null ? undefined : session.entries.get(network);
  if (id === undefined) return undefined;
  for (const { attachments } of world.transitGateways.values()) {
    const found = attachments.get(id);
    if (found?.fact.to.is === 'network') return found;
  }
  return undefined;
}

/** In the default mode each direction keeps to the zone that it comes from. */
function isExposed(world: World, entry: Attachment | undefined): entry is Attachment {
  const to = entry?.fact.to;
  return (
    entry !== undefined && to?.is === 'network' && to.applianceMode === false && spansZones(world, entry)
  );
}

function blameFor(
  entry: Attachment,
  own: Interface,
): { readonly blame: { readonly resource: string }; readonly field?: string } {
  const { to } = entry.fact;
  return to.is === 'network' && to.applianceMode !== true
    ? { blame: { resource: entry.id }, field: 'applianceMode' }
    : { blame: { resource: own.id } };
}

function whyAsymmetric(world: World, name: string, entry: Attachment): Words {
  const attachment = world.name(entry.id);
  return {
    en: `the reply meets ${name}, which has not seen the request; appliance mode of ${attachment} keeps both directions in one Availability Zone`,
    ja: `応答が、要求を受け取っていない ${name} に届きます。${attachment} のアプライアンスモードを有効にすると、両方向が同じアベイラビリティーゾーンを通ります`,
  };
}

function recommendation(world: World, entry: Attachment): Words {
  const name = world.name(entry.id);
  return {
    en: `appliance mode of ${name} is off: replies may come by another Availability Zone and meet another appliance (TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED)`,
    ja: `${name} のアプライアンスモードが無効です。応答が別のアベイラビリティーゾーンを通り、別のアプライアンスに届くことがあります (TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED)`,
  };
}
