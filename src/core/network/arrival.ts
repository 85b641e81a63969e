/** The end of a path: the packet is where it was meant to be, or with somebody else, or with nobody. */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { addressInJapanese, addressWords } from './address';
import type { WantedService } from './ends';
import { isReserved } from './addressClasses';
import { ledBy } from './ledAstray';
import { isIn } from './owners';
import { stopAtRefused } from './refused';
import { rowText } from './routeLookup';
import { sideOf } from './vpn/connections';
import type { Outcome, Packet, Via, Walk } from './walk';
import type { Interface, Network } from './world';

/** The last place: the interface a flow was meant for, or was not. */
export function arrive(walk: Walk, at: Interface, packet: Packet): Outcome {
  const { world, goal, direction } = walk;
  const name = world.name(at.id);
  if (goal.target !== null && goal.target !== at) {
    const wanted = world.name(goal.target.id);
    return (
      walk.drop(
        {
          at: at.id,
          what: 'deliver',
          resource: at.id,
          code: 'wrong-owner',
          analyzerCode: 'NO_POSSIBLE_DESTINATION',
          ...ledBy(walk, 'NO_POSSIBLE_DESTINATION'),
          final: true,
          says: {
            en: `${addressWords(packet.destination)} belongs to ${name} here, not to ${wanted}`,
            ja: `ここでは ${addressInJapanese(packet.destination)} は ${wanted} ではなく ${name} のアドレスです`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
  noteUnattached(walk, at);
  const other = goal.service === null ? undefined : notTheService(walk, goal.service, at.id, name, packet);
  if (other !== undefined) return other;
  walk.pass(
    {
      at: at.id,
      what: 'deliver',
      direction: 'in',
      resource: at.id,
      says:
        direction === 'forward'
          ? { en: `${name} receives the packet`, ja: `${name} がパケットを受け取ります` }
          : { en: `${name} receives the reply`, ja: `${name} が応答を受け取ります` },
    },
    packet,
  );
  return {
    arrived: true,
    disposition: 'delivered',
    packet,
    reply: (back, answer) => back.leave(at, { ...answer, sender: at }),
  };
}

/** An interface that no machine of the design has can be asked about all the same. */
export function noteUnattached({ world, note }: Walk, at: Interface): void {
  if (at.attached !== false) return;
  const name = world.name(at.id);
  note({
    en: `${name} is attached to nothing in the design; whatever will have it is taken to send and to answer`,
    ja: `${name} は設計内の何にもアタッチされていません。アタッチされるものが送信し、応答するとみなします`,
  });
}

/** A row of the design leads the name of a service to somebody who is none. */
export function notTheService(
  walk: Walk,
  wanted: WantedService,
  at: ResourceId,
  name: string,
  packet: Packet,
): Outcome | undefined {
  const { blame, field, rowKey } = wanted;
  return walk.drop(
    {
      at,
      what: 'deliver',
      resource: at,
      blame,
      ...(field === undefined ? {} : { field }),
      ...(rowKey === undefined ? {} : { rowKey }),
      code: 'wrong-owner',
      analyzerCode: 'NO_POSSIBLE_DESTINATION',
      final: true,
      says: {
        en: `the name leads to ${name}, which is not ${wanted.name}`,
        ja: `名前は ${name} に解決されますが、${wanted.name} ではありません`,
      },
    },
    packet,
  );
}

/** Nobody that the design knows has the address. */
export function nobody(walk: Walk, network: Network, packet: Packet, via: Via | null): Outcome {
  const { world, goal } = walk;
  const destination = addressWords(packet.destination);
  const destinationJa = addressInJapanese(packet.destination);
  const at = via?.subnet.id ?? network.id;
  if (goal.target !== null) {
    const wanted = world.name(goal.target.id);
    return (
      walk.drop(
        {
          at,
          what: 'deliver',
          resource: via === null ? network.id : (via.table.id ?? via.network.id),
          row: via === null ? null : rowText(world, via.route),
          code: 'wrong-owner',
          analyzerCode: 'DISCONNECTED_VPCS',
          ...ledBy(walk, 'DISCONNECTED_VPCS'),
          final: true,
          says: {
            en: `the packet stays in ${world.name(network.id)}, where ${destination} is not ${wanted}`,
            ja: `パケットは ${world.name(network.id)} の中にとどまり、ここでは ${destinationJa} は ${wanted} のアドレスではありません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
  // A reply for somebody outside is lost in here, whoever has the address.
  if (walk.direction === 'return' && goal.at !== null && sideOf(world, goal.at) !== undefined) {
    const name = world.name(goal.at);
    return (
      walk.drop(
        {
          at,
          what: 'deliver',
          resource: via === null ? network.id : (via.table.id ?? via.network.id),
          row: via === null ? null : rowText(world, via.route),
          code: 'wrong-owner',
          analyzerCode: 'NO_POSSIBLE_DESTINATION',
          final: true,
          says: {
            en: `the reply stays in ${world.name(network.id)}, which has the address ${destination} of ${name} among its own`,
            ja: `${name} のアドレス ${destinationJa} は ${world.name(network.id)} の CIDR に含まれるため、応答は ${world.name(network.id)} の中にとどまります`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
  if (network.hidden !== null) {
    // A network that stands elsewhere: the design does not show who is in it.
    const why: Words = {
      en: `who has the address ${destination} in ${world.name(network.id)} is not in the design`,
      ja: `${world.name(network.id)} で ${destinationJa} を持つものが設計に含まれていません`,
    };
    return walk.lose({ at: network.id, what: 'deliver', resource: null, says: why }, why, packet);
  }
  const around = network.subnets.filter((each) => isIn(each, packet));
  const subnet = around.find((each) => !world.refusals.has(each.id)) ?? around[0];
  const refused =
    subnet === undefined
      ? undefined
      : stopAtRefused(walk, subnet.id, { at: subnet.id, what: 'deliver', direction: 'in' }, packet);
  if (refused !== undefined) return refused;
  const block = packet.destination.family === 4 ? subnet?.block : subnet?.ipv6;
  const mayBe = subnet?.interfaces.find(
    (each) =>
      !world.refusals.has(each.id) &&
      (each.fixed === null || isUnknown(each.fixed) || packet.destination.family === 6),
  );
  if (
    subnet !== undefined &&
    mayBe !== undefined &&
    block != null &&
    !isReserved(block, packet.destination.value)
  ) {
    const why: Words = {
      en: `${destination} may be the address of ${world.name(mayBe.id)}, to which AWS gives any free address of ${world.name(subnet.id)}`,
      ja: `${destinationJa} は ${world.name(mayBe.id)} のアドレスかもしれません。AWS は ${world.name(subnet.id)} の空きアドレスのどれかを割り当てます`,
    };
    return walk.lose({ at: subnet.id, what: 'deliver', resource: null, says: why }, why, packet);
  }
  return (
    walk.drop(
      {
        at: subnet?.id ?? at,
        what: 'deliver',
        resource: null,
        code: 'no-such-host',
        analyzerCode: 'NO_POSSIBLE_DESTINATION',
        final: true,
        says: {
          en: `nobody in ${world.name(network.id)} has the address ${destination}`,
          ja: `${world.name(network.id)} には ${destinationJa} を持つものがありません`,
        },
      },
      packet,
    ) ?? { arrived: false, disposition: 'no-such-host' }
  );
}
