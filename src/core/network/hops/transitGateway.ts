/**
 * A transit gateway as a target of routes: packets enter it by the attachment of their VPC, in the zone they come from
 * (TG1), and go on by its own tables.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import { verbatim, type Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { TransitGatewayFact } from '../facts';
import { attachmentFault, entryFrom, whyClosed, whyTwice } from '../transit/attachments';
import type { Attachment } from '../transit/model';
import { attachedTo, type Network, type World } from '../world';
import type { Behaviour } from './behaviour';

export const transitGateway: Behaviour<TransitGatewayFact> = {
  asTarget(fact, world, row) {
    const { found, hidden } =
      row.network === null ? { found: [], hidden: undefined } : attachmentsTo(fact, world, row.network);
    const [first] = found;
    if (first === undefined && hidden !== undefined) return { is: 'unknown', why: hidden };
    if (first === undefined)
      return {
        is: 'blackhole',
        why: {
          en: `${world.name(fact.by)} is not attached to this VPC`,
          ja: `${world.name(fact.by)} はこの VPC にアタッチされていません`,
        },
      };
    const fault = attachmentFault(world, first);
    return fault === undefined ? { is: 'active' } : { is: 'blackhole', why: fault.says, blamesTarget: true };
  },

  isForAllProtocols: true,

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const { found } = attachmentsTo(fact, world, via.network);
    const ways = found.map(({ id }) => verbatim(world.name(id)));
    const of = `${via.network.id} to ${fact.by}`;
    const attachment = found[walk.session.choose({ takes: 'either', of, ways })];
    if (attachment === undefined) return walk.jump({ ...packet, sender: null });
    const at = { at: attachment.id, what: 'gateway', direction: 'in', resource: attachment.id } as const;
    const closed = whyClosed(walk, attachment, 'in', packet);
    if (closed !== undefined) return closed;
    const doubt = whyTwice(world, attachment, via.network);
    if (doubt !== undefined) walk.unsure({ ...at, says: doubt }, doubt, packet);

    const entry = entryFrom(world, attachment, via.subnet);
    if (entry.subnet === null) {
      const stop = walk.drop(
        {
          ...at,
          field: 'subnets',
          code: 'not-in-zone',
          analyzerCode: 'TGW_ROUTE_AZ_RESTRICTION',
          says: entry.says,
        },
        packet,
      );
      if (stop !== undefined) return stop;
    } else {
      if (entry.doubt !== null) walk.unsure({ ...at, says: entry.doubt }, entry.doubt, packet);
      // The network ACL of the attachment's subnet looks at what comes from the instances by its source.
      // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
      const stop = walk.filter(entry.subnet, 'in', packet);
      if (stop !== undefined) return stop;
    }
    walk.pass(
      {
        ...at,
        says: {
          en: `${world.name(attachment.id)} takes the packet to ${name}`,
          ja: `${world.name(attachment.id)} がパケットを ${name} に運びます`,
        },
      },
      packet,
    );
    return walk.transit({ attachment, zone: via.subnet.zone }, packet);
  },
};

/** The attachments of a network to a transit gateway: one, or several of which AWS makes one. */
function attachmentsTo(
  fact: TransitGatewayFact,
  world: World,
  network: Network,
): { readonly found: readonly Attachment[]; readonly hidden: Words | undefined } {
  const all = attachedTo(network, 'transit-gateway-attachment');
  const gateway = world.transitGateways.get(fact.by);
  const found = all.flatMap(({ by, transitGateway: to }) =>
    to === fact.by ? (gateway?.attachments.get(by) ?? []) : [],
  );
  return { found, hidden: all.map(({ transitGateway: to }) => to).find(isUnknown)?.unknown };
}
