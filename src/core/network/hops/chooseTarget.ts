/** Which target behind a listener gets a packet: what AWS would let the listener forward to, and a node would send to. */
import { mayForward } from '../../../lib/listenerProtocols';
import type { Words } from '../../../lib/words';
import type { Value } from '../../model/value';
import { isUnknown } from '../../model/value';
import type { ListenerRow, LoadBalancerFact, TargetGroupFact } from '../facts';
import type { Obstacle, Outcome, Packet, StepMade, Walk } from '../walk';
import type { Interface, World } from '../world';
import { eligible, targetsOf, type Target } from './targets';
import { rowWords } from '../rowWords';

/** The target that this round follows, or how it ends without one. */
export function chooseTarget(
  fact: LoadBalancerFact,
  walk: Walk,
  packet: Packet,
  node: Interface,
  listener: ListenerRow,
  made: Omit<StepMade, 'says'>,
): Target | Outcome {
  const { world } = walk;
  const name = world.name(fact.by);
  const groups: TargetGroupFact[] = [];
  let hidden: Words | null = null;
  let refused: Words | null = null;
  for (const id of [listener.targetGroup, ...listener.others]) {
    if (isUnknown(id)) hidden ??= id.unknown;
    const group = typeof id === 'string' ? groupOf(world, id) : undefined;
    const reason = group === undefined ? undefined : whyNotForwarded(world, fact, listener.protocol, group);
    refused ??= reason ?? null;
    if (group !== undefined && reason === undefined && !groups.includes(group)) groups.push(group);
  }
  if (groups.length === 0 && hidden === null)
    return refused === null
      ? stopped(walk, packet, {
          ...made,
          code: 'no-target',
          analyzerCode: 'ELBV2_LISTENER_HAS_NO_TG',
          says: {
            en: `${made.row ?? ''} of ${name} forwards to no target group`,
            ja: `${name} の${rowWords(made.row ?? '').ja} に転送先のターゲットグループがありません`,
          },
        })
      : stopped(walk, packet, {
          ...made,
          code: 'cannot-be-created',
          analyzerCode: 'ELBV2_LISTENER_REQUIRES_TG_ACCEPT',
          says: refused,
        });
  if (groups.length > 1 || listener.others.length > 0) walk.note(rulesNotAnalysed);

  const all: Target[] = [];
  for (const group of groups) {
    const targets = targetsOf(world, group);
    all.push(...targets.known);
    hidden ??= targets.hidden;
    refused ??= targets.refused[0] ?? null;
  }
  const [first] = groups;
  if (all.length === 0 && hidden === null && first !== undefined)
    return stopped(walk, packet, {
      ...made,
      resource: first.by,
      row: null,
      field: 'targets',
      rowKey: null,
      code: 'no-target',
      analyzerCode: 'ELBV2_LISTENER_HAS_NO_TG',
      says: refused ?? {
        en: `${world.name(first.by)} has no target`,
        ja: `${world.name(first.by)} にターゲットがありません`,
      },
    });

  const judged = all.map((target) => ({ target, verdict: eligible(world, fact, node, target) }));
  let usable = judged.filter(({ verdict }) => verdict === 'yes' || typeof verdict === 'object');
  if (usable.length === 0 && hidden === null) {
    const stop = walk.drop(
      noneInZone(
        world,
        fact,
        node,
        judged.some(({ verdict }) => verdict === 'other-zone'),
      ),
      packet,
    );
    if (stop !== undefined) return stop;
    usable = judged;
  }
  const wanted = walk.session.some?.endsAt;
  if (wanted !== undefined && !wanted.has(fact.by)) {
    usable = usable.filter(({ target }) => wanted.has(resourceOf(target) ?? ''));
    if (usable.length === 0 && hidden === null)
      return stopped(walk, packet, {
        ...made,
        code: 'no-target',
        analyzerCode: 'TARGET_ADDRESS_RESTRICTION',
        says: {
          en: `none of those that are meant is a usable target of ${name}`,
          ja: `対象のリソースは、${name} が転送できるターゲットではありません`,
        },
      });
  }
  const ways = [...usable.map(({ target }) => target.name), ...(hidden === null ? [] : [othersToo])];
  const way = usable[walk.session.choose({ takes: 'one', ways })];
  if (way === undefined) {
    const why = hidden ?? othersToo;
    return walk.lose({ ...made, says: why }, why, packet);
  }
  if (typeof way.verdict === 'object') {
    const { unknown } = way.verdict;
    walk.unsure({ ...made, says: unknown }, unknown, packet);
  }
  return way.target;
}

function resourceOf({ to }: Target): string | undefined {
  return to.is === 'interface' ? to.at.id : to.is === 'function' ? to.id : undefined;
}

function groupOf(world: World, id: string): TargetGroupFact | undefined {
  for (const fact of world.facts.get(id) ?? []) if (fact.fact === 'target-group') return fact;
  return undefined;
}

/** Why AWS would not let the listener forward to a target group. */
function whyNotForwarded(
  world: World,
  fact: LoadBalancerFact,
  listener: Value<string>,
  group: TargetGroupFact,
): Words | undefined {
  const [name, own] = [world.name(group.by), world.name(fact.by)];
  if (group.type === 'lambda') return undefined;
  if (group.network !== null && fact.network !== null && group.network !== fact.network)
    return {
      en: `${own} cannot forward to ${name}, which belongs to another VPC`,
      ja: `${name} は別の VPC に属するため、${own} の転送先にできません`,
    };
  if (isUnknown(listener) || isUnknown(group.protocol) || mayForward(listener, group.protocol))
    return undefined;
  return {
    en: `a ${listener} listener of ${own} cannot forward to ${name}, whose protocol is ${group.protocol}`,
    ja: `${own} の ${listener} リスナーは、プロトコルが ${group.protocol} の ${name} には転送できません`,
  };
}

/** LB1 */
function noneInZone(world: World, fact: LoadBalancerFact, node: Interface, isElsewhere: boolean): Obstacle {
  const name = world.name(fact.by);
  const where = node.subnet === null ? '' : world.name(node.subnet.id);
  const at = { at: fact.by, what: 'load-balancer', resource: fact.by } as const;
  return isElsewhere
    ? {
        ...at,
        field: 'crossZone',
        code: 'no-target',
        analyzerCode: 'ELB_NOT_CROSSZONE',
        says: {
          en: `cross-zone load balancing is off, and ${name} has no target in the zone of its node in ${where}`,
          ja: `クロスゾーン負荷分散が無効で、${where} にある ${name} のノードのゾーンにはターゲットがありません`,
        },
      }
    : {
        ...at,
        field: 'subnets',
        code: 'not-in-zone',
        analyzerCode: 'ELB_INSTALLED_AZ_RESTRICTION',
        says: {
          en: `the targets of ${name} are in Availability Zones where it has no subnet, so they get nothing`,
          ja: `${name} のターゲットは、${name} のサブネットがないアベイラビリティーゾーンにあるため、トラフィックを受け取れません`,
        },
      };
}

/** An end without a way on, even if it were assumed to be mended. */
export function stopped(walk: Walk, packet: Packet, obstacle: Omit<Obstacle, 'final'>): Outcome {
  return walk.drop({ ...obstacle, final: true }, packet) ?? { arrived: false, disposition: obstacle.code };
}

const rulesNotAnalysed: Words = {
  en: 'which requests the rules of a listener send to which target group is not analysed',
  ja: 'リスナールールがどのリクエストをどのターゲットグループに転送するかは解析しません',
};

const othersToo: Words = {
  en: 'targets that are not in the design',
  ja: '設計に含まれないターゲット',
};
