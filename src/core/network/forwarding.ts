/** The path of one packet in one direction: out of an interface, by the router, through gateways, into an interface. */
import { containsAddress } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import { addressWords } from './address';
import { isReserved } from './addressClasses';
import { behaviourOf } from './hops';
import { judgeByAcl, deniedPart } from './networkAcl';
import { fromInternet } from './publicSide';
import { lookUpRoute, rowText } from './routeTable';
import { judgeByGroups } from './securityGroup';
import type { Block, Step } from './trace';
import type { Goal, Obstacle, Outcome, Packet, Session, StepMade, Via, Walk } from './walk';
import { constraintOf, headerOf } from './walk';
import type { Interface, Network, NetworkAcl, RouteTable, SecurityGroup, Subnet, World } from './world';
import { ownerKey } from './world';

/** A walk that has been walked. */
export interface Walked extends Walk {
  readonly steps: Step[];
  readonly notes: Words[];
  readonly doubts: Words[];
  /** What stopped it; undefined when it arrived or was lost from sight. */
  stoppedBy(): Block | undefined;
}

/** More gateways than this one behind the other are a loop. */
const maxHops = 24;

export function newWalk(
  world: World,
  direction: Walk['direction'],
  goal: Goal,
  session: Session,
  mended: ReadonlySet<string>,
): Walked {
  const steps: Step[] = [];
  const notes: Words[] = [];
  const doubts: Words[] = [];
  let stopped: Block | undefined;
  let hops = 0;
  const passed = new Set<string>();

  const write = (made: StepMade, verdict: Step['verdict'], packet: Packet): void => {
    steps.push({
      at: made.at,
      what: made.what,
      direction: made.direction ?? null,
      verdict,
      because: {
        resource: made.resource,
        row: made.row ?? null,
        ...(made.field === undefined ? {} : { field: made.field }),
        ...(made.rowKey == null ? {} : { rowKey: made.rowKey }),
        says: made.says,
      },
      packet: headerOf(packet),
      ...(made.lost === undefined || made.lost.length === 0 ? {} : { lost: made.lost }),
    });
  };

  const walk: Walked = {
    world,
    direction,
    session,
    goal,
    steps,
    notes,
    doubts,
    stoppedBy: () => stopped,
    pass: (made, packet) => write(made, made.rewrites === true ? 'rewrite' : 'pass', packet),
    unsure(made, why, packet) {
      write(made, 'unknown', packet);
      doubts.push(why);
    },
    lose(made, why, packet) {
      write(made, 'unknown', packet);
      doubts.push(why);
      return { arrived: false, disposition: 'unknown' };
    },
    note: (words) => void notes.push(words),
    drop(obstacle, packet) {
      const block = blockOf(obstacle, direction);
      if (obstacle.final !== true && mended.has(constraintOf(block))) return undefined;
      stopped = block;
      write(obstacle, 'drop', packet);
      return { arrived: false, disposition: obstacle.code };
    },

    leave(from, packet) {
      const { subnet } = from;
      if (subnet === null) return { arrived: false, disposition: 'unknown' };
      // Groups remember connections: a reply needs no rule (SG1).
      if (direction === 'forward') {
        const stop = byGroups(walk, from, 'out', packet);
        if (stop !== undefined) return stop;
      }
      return walk.route(subnet, packet);
    },

    route(subnet, packet) {
      const { network } = subnet;
      if (network === null) return { arrived: false, disposition: 'unknown' };
      // RT11, NA5: within a subnet there is neither a route nor an ACL.
      const neighbour = ownerIn(network, packet);
      if (neighbour?.subnet === subnet) return walk.enter(neighbour, packet, subnet);
      if (neighbour === undefined && isIn(subnet, packet)) return walk.deliver(network, packet, null);

      const stop = byAcl(walk, subnet, 'out', packet);
      if (stop !== undefined) return stop;
      return byTable(walk, subnet, network, packet);
    },

    deliver(network, packet, via) {
      const owner = ownerIn(network, packet);
      if (owner !== undefined) return walk.enter(owner, packet, via?.subnet ?? null);
      return nobody(walk, network, packet, via);
    },

    enter(at, packet, from) {
      if (at.subnet !== null && at.subnet !== from) {
        const stop = byAcl(walk, at.subnet, 'in', packet);
        if (stop !== undefined) return stop;
      }
      const isAnswered = direction === 'return' && at === goal.target;
      if (!isAnswered) {
        const stop = byGroups(walk, at, 'in', packet);
        if (stop !== undefined) return stop;
      }
      const { receive } = behaviourOf(at.of);
      return receive === undefined ? arrive(walk, at, packet) : receive(at.of, walk, packet, at);
    },

    guard: (subnet, packet, from) => (subnet === from ? undefined : byAcl(walk, subnet, 'in', packet)),

    outside: (packet, via) => fromInternet(walk, packet, via),

    jump(packet) {
      const { target } = goal;
      if (target !== null) {
        const isKnown = packet.sender?.network === target.network;
        return walk.enter(target, isKnown ? packet : { ...packet, sender: null }, null);
      }
      return {
        arrived: true,
        disposition: goal.disposition,
        packet,
        reply: (back, answer) => back.jump(answer),
      };
    },
  };

  function byTable(self: Walk, subnet: Subnet, network: Network, packet: Packet): Outcome {
    const { table } = subnet;
    if (table === null) return { arrived: false, disposition: 'no-route' };
    const at = subnet.id;
    if (isUnknown(table))
      return self.lose(
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
    const { winner, lost, assumed, unsure } = lookUpRoute(world, table, packet.destination);
    const owner = tableOwner(table, network);
    const destination = addressWords(packet.destination);
    if (unsure !== null)
      return self.lose({ at, what: 'route', ...owner, lost, says: unsure }, unsure, packet);
    for (const words of assumed) self.note(words);
    if (winner === null) {
      const stop = self.drop(
        {
          at,
          what: 'route',
          ...owner,
          lost,
          code: 'no-route',
          analyzerCode: 'NO_ROUTE_TO_DESTINATION',
          says: {
            en: `no route of ${tableName(world, table, network)} covers ${destination}`,
            ja: `${tableName(world, table, network)}に、${destination} を送信先に含むルートがありません`,
          },
        },
        packet,
      );
      return stop ?? self.jump(packet);
    }
    const text = rowText(world, winner);
    const row = table.id === null ? `main route table: ${text}` : text;
    const made: StepMade = {
      at,
      what: 'route',
      resource: winner.origin === 'endpoint' && !isUnknown(winner.target) ? owner.resource : owner.resource,
      row,
      ...(winner.rowKey === null ? {} : { field: 'routes', rowKey: winner.rowKey }),
      lost,
      says: {
        en: `${text} is the most specific route to ${destination}`,
        ja: `${destination} への最も具体的なルートは ${text} です`,
      },
    };
    const via: Via = { route: winner, table, subnet, network };
    if (winner.state.is === 'unknown') return self.lose(made, winner.state.why, packet);
    if (winner.state.is === 'blackhole') {
      const { why } = winner.state;
      const stop = self.drop(
        {
          ...made,
          code: 'blackhole',
          analyzerCode: 'BAD_STATE_ROUTE',
          says: {
            en: `${text} wins for ${destination}, but is a blackhole: ${why.en}`,
            ja: `${destination} には ${text} が選ばれますが、ブラックホールです: ${why.ja}`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    } else self.pass(made, packet);
    if (winner.origin === 'local') return self.deliver(network, packet, via);
    const target = isUnknown(winner.target) ? null : winner.target;
    hops += 1;
    const state = `${target}|${subnet.id}|${addressWords(packet.source)}`;
    if (hops > maxHops || passed.has(state))
      return (
        self.drop(
          {
            ...made,
            code: 'loop',
            analyzerCode: 'NO_PATH',
            final: true,
            says: {
              en: `${text} leads the packet back to where it has been`,
              ja: `${text} により、パケットは通過済みの場所に戻ります`,
            },
          },
          packet,
        ) ?? { arrived: false, disposition: 'loop' }
      );
    passed.add(state);
    for (const fact of target === null ? [] : (world.facts.get(target) ?? [])) {
      const { carry } = behaviourOf(fact);
      if (carry !== undefined) return carry(fact, self, packet, via);
    }
    return self.jump(packet);
  }

  return walk;
}

/** The last place: the interface a flow was meant for, or was not. */
function arrive(walk: Walk, at: Interface, packet: Packet): Outcome {
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
          final: true,
          says: {
            en: `${addressWords(packet.destination)} belongs to ${name} here, not to ${wanted}`,
            ja: `ここでは ${addressWords(packet.destination)} は ${wanted} ではなく ${name} のアドレスです`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
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

/** Nobody that the design knows has the address. */
function nobody(walk: Walk, network: Network, packet: Packet, via: Via | null): Outcome {
  const { world, goal } = walk;
  const destination = addressWords(packet.destination);
  const at = via?.subnet.id ?? network.id;
  if (goal.target !== null) {
    const wanted = world.name(goal.target.id);
    return (
      walk.drop(
        {
          at,
          what: 'deliver',
          resource: via?.table.id ?? network.id,
          row: via === null ? null : rowText(world, via.route),
          code: 'wrong-owner',
          analyzerCode: 'DISCONNECTED_VPCS',
          final: true,
          says: {
            en: `the packet stays in ${world.name(network.id)}, where ${destination} is not ${wanted}`,
            ja: `パケットは ${world.name(network.id)} の中にとどまり、ここでは ${destination} は ${wanted} のアドレスではありません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
  const subnet = network.subnets.find((each) => isIn(each, packet));
  const block = packet.destination.family === 4 ? subnet?.block : subnet?.ipv6;
  const mayBe = subnet?.interfaces.find(
    (each) => each.fixed === null || isUnknown(each.fixed) || packet.destination.family === 6,
  );
  if (
    subnet !== undefined &&
    mayBe !== undefined &&
    block != null &&
    !isReserved(block, packet.destination.value)
  ) {
    const why: Words = {
      en: `${destination} may be the address of ${world.name(mayBe.id)}, to which AWS gives any free address of ${world.name(subnet.id)}`,
      ja: `${destination} は ${world.name(mayBe.id)} のアドレスかもしれません。AWS は ${world.name(subnet.id)} の空きアドレスのどれかを割り当てます`,
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
          ja: `${world.name(network.id)} には ${destination} を持つものがありません`,
        },
      },
      packet,
    ) ?? { arrived: false, disposition: 'no-such-host' }
  );
}

/** The interface that has the destination address in a network; undefined when nobody is known to. */
function ownerIn(network: Network, packet: Packet): Interface | undefined {
  const { destination } = packet;
  if (destination.is.as === 'public' || destination.is.as === 'service' || destination.is.as === 'internet')
    return undefined;
  if (destination.owner?.network === network) return destination.owner;
  return network.fixedOwners.get(ownerKey(destination));
}

function isIn(subnet: Subnet, packet: Packet): boolean {
  const { destination } = packet;
  if (destination.is.as === 'public' || (destination.is.as !== 'exact' && destination.owner === null))
    return false;
  if (destination.owner !== null && destination.owner.network === subnet.network)
    return destination.owner.subnet === subnet;
  const block = destination.family === 4 ? subnet.block : subnet.ipv6;
  return block !== null && containsAddress(block, destination);
}

function byAcl(walk: Walk, subnet: Subnet, direction: 'in' | 'out', packet: Packet): Outcome | undefined {
  const { world } = walk;
  const { acl, network } = subnet;
  const at = subnet.id;
  if (isUnknown(acl)) {
    const says: Words = {
      en: `which network ACL guards ${world.name(at)} is not known`,
      ja: `${world.name(at)} のネットワーク ACL がわかりません`,
    };
    walk.unsure({ at, what: 'network-acl', direction, resource: at, says }, acl.unknown, packet);
    return undefined;
  }
  const judged = judgeByAcl(acl, direction, packet);
  for (const words of judged.assumed) walk.note(words);
  const side = direction === 'in' ? 'ingress' : 'egress';
  const [owner, name] = aclOwner(world, acl, network);
  const address = addressWords(direction === 'in' ? packet.source : packet.destination);
  const preposition = direction === 'in' ? 'from' : 'to';
  const made = {
    at,
    what: 'network-acl',
    direction,
    resource: owner,
    row: rowOf(acl, judged.row?.text ?? (judged.verdict === 'pass' ? null : `${side} rule *`)),
    ...(judged.row === null
      ? acl === null || acl.id === null
        ? {}
        : { field: direction === 'in' ? 'inbound' : 'outbound' }
      : { field: direction === 'in' ? 'inbound' : 'outbound', rowKey: judged.row.key }),
  } as const;
  const part = deniedPart(judged.part);
  if (judged.verdict === 'pass') {
    walk.pass(
      {
        ...made,
        says:
          judged.row === null
            ? {
                en: 'the default network ACL allows everything',
                ja: 'デフォルトのネットワーク ACL はすべて許可します',
              }
            : {
                en: `${judged.row.text} of ${name.en} allows it`,
                ja: `${name.ja}の ${judged.row.text} が許可します`,
              },
      },
      packet,
    );
    return undefined;
  }
  if (judged.verdict === 'unknown') {
    const why = judged.why ?? { en: 'not known', ja: '不明' };
    walk.unsure({ ...made, says: why }, why, packet);
    return undefined;
  }
  const says: Words =
    judged.row === null
      ? {
          en: `no rule of ${name.en} allows ${part} ${preposition} ${address}`,
          ja: `${name.ja}に、${part} (${direction === 'in' ? '送信元' : '送信先'} ${address}) を許可するルールがありません`,
        }
      : {
          en: `${judged.row.text} of ${name.en} denies ${part} ${preposition} ${address}`,
          ja: `${name.ja}の ${judged.row.text} が ${part} (${direction === 'in' ? '送信元' : '送信先'} ${address}) を拒否します`,
        };
  return walk.drop(
    { ...made, says, code: 'denied-by-network-acl', analyzerCode: 'SUBNET_ACL_RESTRICTION' },
    packet,
  );
}

function rowOf(acl: NetworkAcl | null, row: string | null): string | null {
  if (acl !== null && acl.id !== null) return row;
  return row === null ? 'default network ACL' : `default network ACL: ${row}`;
}

function aclOwner(world: World, acl: NetworkAcl | null, network: Network | null): [string | null, Words] {
  if (acl !== null && acl.id !== null) {
    const name = world.name(acl.id);
    return [acl.id, { en: name, ja: `${name} ` }];
  }
  return [network?.id ?? null, { en: 'the default network ACL', ja: 'デフォルトのネットワーク ACL ' }];
}

function byGroups(walk: Walk, at: Interface, direction: 'in' | 'out', packet: Packet): Outcome | undefined {
  if (at.groups === null) return undefined;
  const { world } = walk;
  const peer =
    direction === 'in' ? packet.sender : at.network === null ? null : (ownerIn(at.network, packet) ?? null);
  const judged = judgeByGroups(at, direction, packet, peer);
  const side = direction === 'in' ? 'ingress' : 'egress';
  const address = addressWords(direction === 'in' ? packet.source : packet.destination);
  const [resource, name] = groupOwner(world, judged.group, at);
  const isDefault = judged.group !== null && judged.group.id === null;
  const row = judged.row === null ? null : `${side} rule ${judged.row.position}`;
  const made = {
    at: at.id,
    what: 'security-group',
    direction,
    resource,
    row: isDefault ? (row === null ? 'default security group' : `default security group: ${row}`) : row,
    ...(isDefault || judged.group === null
      ? {}
      : { field: direction === 'in' ? 'inbound' : 'outbound', rowKey: judged.row?.key ?? null }),
  } as const;
  const traffic = deniedPart(judged.part);
  if (judged.verdict === 'pass') {
    walk.pass(
      {
        ...made,
        says: {
          en: `${row ?? 'a rule'} of ${name.en} allows it`,
          ja: `${name.ja}の ${row ?? 'ルール'} が許可します`,
        },
      },
      packet,
    );
    return undefined;
  }
  if (judged.verdict === 'unknown') {
    const why = judged.why ?? { en: 'not known', ja: '不明' };
    walk.unsure({ ...made, says: why }, why, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...made,
      code: 'denied-by-security-group',
      analyzerCode: judged.analyzerCode,
      says:
        direction === 'in'
          ? {
              en: `no inbound rule of ${name.en} allows ${traffic} from ${address}`,
              ja: `${name.ja}に、${address} からの ${traffic} を許可するインバウンドルールがありません`,
            }
          : {
              en: `no outbound rule of ${name.en} allows ${traffic} to ${address}`,
              ja: `${name.ja}に、${address} への ${traffic} を許可するアウトバウンドルールがありません`,
            },
    },
    packet,
  );
}

function groupOwner(world: World, group: SecurityGroup | null, at: Interface): [string | null, Words] {
  if (group?.id != null) {
    const name = world.name(group.id);
    return [group.id, { en: name, ja: `${name} ` }];
  }
  return [
    at.network?.id ?? null,
    { en: 'the default security group', ja: 'デフォルトのセキュリティグループ' },
  ];
}

function tableOwner(table: RouteTable, network: Network): { resource: string; row: string | null } {
  return table.id === null
    ? { resource: network.id, row: 'main route table' }
    : { resource: table.id, row: null };
}

function tableName(world: World, table: RouteTable, network: Network): string {
  return table.id === null ? `the main route table of ${world.name(network.id)}` : world.name(table.id);
}

function blockOf(obstacle: Obstacle, direction: 'forward' | 'return'): Block {
  const { blame } = obstacle;
  const isOther = blame !== undefined;
  return {
    resource: isOther ? blame.resource : obstacle.resource,
    row: isOther ? (blame.row ?? null) : (obstacle.row ?? null),
    ...(obstacle.field === undefined ? {} : { field: obstacle.field }),
    ...(obstacle.rowKey == null ? {} : { rowKey: obstacle.rowKey }),
    at: obstacle.at,
    code: obstacle.code,
    analyzerCode: obstacle.analyzerCode,
    direction,
    says: obstacle.says,
  };
}
