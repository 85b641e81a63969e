/** The router of a subnet, as a step: which row decides, and where it leads. */
import { keptRangeOf } from '../../lib/keptRanges';
import { verbatim, type Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import { addressInJapanese, addressWords } from './address';
import type { ResourceId } from '../model/document';
import { blackholeSays, dropAsLoop } from './deadRoute';
import { attachedThat, behaviourOf } from './hops';
import { stopAtRefused } from './refused';
import { lookUpRoute, rowText } from './routeLookup';
import type { Outcome, Packet, StepMade, Via, Walk } from './walk';
import type { Network, Route, RouteTable, Subnet, World } from './world';

export function byTable(walk: Walk, subnet: Subnet, network: Network, packet: Packet): Outcome {
  const { world } = walk;
  const { table } = subnet;
  if (table === null) return { arrived: false, disposition: 'no-route' };
  const at = subnet.id;
  if (isUnknown(table))
    return walk.guess(
      {
        at,
        what: 'route',
        resource: subnet.id,
        says: {
          en: `which route table ${world.name(at)} uses is not known`,
          ja: `${world.name(at)} がどのルートテーブルを使うかはわかりません`,
        },
      },
      table.unknown,
      packet,
    );
  const { winner, lost, assumed, unsure, refused } = lookUpRoute(world, table, packet.destination);
  const owner = tableOwner(table, network);
  const name = tableName(world, table, network);
  const destination = addressWords(packet.destination);
  const destinationJa = addressInJapanese(packet.destination);
  if (unsure !== null) return walk.guess({ at, what: 'route', ...owner, lost, says: unsure }, unsure, packet);
  for (const words of assumed) walk.note(words);
  if (winner === null) {
    for (const route of refused) {
      // What was meant to lead there and cannot exist comes before the route that is missing.
      const culprit = impossiblePart(route);
      if (culprit === null) continue;
      const stop = stopAtRefused(walk, culprit, { at, what: 'route', lost }, packet);
      if (stop !== undefined) return stop;
    }
    const near = table.id === null ? undefined : nearMiss(world, network, table.id, packet);
    const stop = walk.drop(
      {
        at,
        what: 'route',
        ...owner,
        lost,
        code: 'no-route',
        analyzerCode: 'NO_ROUTE_TO_DESTINATION',
        says: {
          en: `no route of ${name.en} covers ${destination}${near === undefined ? '' : `; ${near.en}`}`,
          ja: `${name.ja} に、${destinationJa} を送信先に含むルートがありません${near === undefined ? '' : `。${near.ja}`}`,
        },
      },
      packet,
    );
    return stop ?? walk.jump(packet);
  }
  const kept = winner.origin === 'static' ? keptRangeOf(packet.destination) : undefined;
  if (kept !== undefined)
    // RT8: a wider route is accepted, and not followed for these addresses.
    return (
      walk.drop(
        {
          at,
          what: 'route',
          resource: null,
          lost,
          code: 'no-route',
          analyzerCode: 'NO_ROUTE_TO_DESTINATION',
          final: true,
          says: {
            en: `AWS forwards nothing to ${kept}, which it keeps for its own services`,
            ja: `${kept} は AWS のサービス用に予約されており、パケットは転送されません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'no-route' }
    );
  const text = rowText(world, winner);
  const row = table.id === null ? `main route table: ${text}` : text;
  const made: StepMade = {
    at,
    what: 'route',
    resource: owner.resource,
    row,
    ...(winner.rowKey === null ? {} : { field: 'routes', rowKey: winner.rowKey }),
    lost,
    says: {
      en: `${text} is the most specific route to ${destination}`,
      ja: `${destinationJa} への最も具体的なルートは ${text} です`,
    },
  };
  const via: Via = { route: winner, table, subnet, network };
  if (winner.state.is === 'unknown') return walk.guess(made, winner.state.why, packet);
  if (winner.state.is === 'blackhole' && winner.state.blamesTarget !== true) {
    const { why, analyzerCode = 'BAD_STATE_ROUTE' } = winner.state;
    const stop = walk.drop(
      {
        ...made,
        code: 'blackhole',
        analyzerCode,
        says: blackholeSays(text, packet.destination, why),
      },
      packet,
    );
    if (stop !== undefined) return stop;
  } else walk.pass(made, packet);
  if (winner.origin === 'local') return walk.deliver(network, packet, via);
  const target = isUnknown(winner.target) ? null : winner.target;
  if (!walk.passes(`${target}|${subnet.id}`, packet)) return dropAsLoop(walk, made, text, packet);
  for (const fact of target === null ? [] : (world.facts.get(target) ?? [])) {
    const { carry, isForAllProtocols } = behaviourOf(fact);
    if (carry === undefined) continue;
    if (world.watch !== undefined && isForAllProtocols !== true) world.watch.isForAll = false;
    return carry(fact, walk, packet, via);
  }
  return walk.jump(packet);
}

/** The endpoint or the prefix list that AWS would not create, and without which there is no such route. */
function impossiblePart({ origin, target, matches }: Route): ResourceId | null {
  if ('prefixes' in matches && matches.prefixes.refused !== null) return matches.prefixes.id;
  return origin !== 'endpoint' || isUnknown(target) ? null : target;
}

/** Something in the network that carries such packets, but not by this table. */
function nearMiss(world: World, network: Network, table: ResourceId, packet: Packet): Words | undefined {
  for (const fact of attachedThat(network, 'elsewhere')) {
    const words = behaviourOf(fact).elsewhere?.(fact, world, table, packet.destination);
    if (words !== undefined) return words;
  }
  return undefined;
}

function tableOwner(table: RouteTable, network: Network): { resource: string; row: string | null } {
  return table.id === null
    ? { resource: network.id, row: 'main route table' }
    : { resource: table.id, row: null };
}

function tableName(world: World, table: RouteTable, network: Network): Words {
  if (table.id !== null) return verbatim(world.name(table.id));
  const name = world.name(network.id);
  return { en: `the main route table of ${name}`, ja: `${name} のメインルートテーブル` };
}
