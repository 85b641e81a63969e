/**
 * Questions that a Resolver rule forwards: through each interface of its outbound endpoint, to the target addresses.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
 */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import type { Start } from '../ends';
import { behaviourOf } from '../hops';
import type { Forwarding } from '../hops/behaviour';
import { addressesOf } from '../interfaces';
import type { World } from '../world';
import {
  after,
  certainly,
  inEach,
  missing,
  undecided,
  unresolved,
  type Answers,
  type NameFault,
  type Stage,
} from './answers';
import type { Inquiry } from './resolve';
import { fromServers, type Target } from './servers';

/** What a forwarding rule makes of a question. */
export function forwarded(inquiry: Inquiry, rule: ResourceId, { endpoint, targets }: Forwarding): Answers {
  const { world, name } = inquiry;
  const { host } = name;
  const ruleName = world.name(rule);
  if (isUnknown(endpoint)) return certainly(undecided(host, endpoint.unknown));
  const refused = endpoint === null ? undefined : world.refusals.get(endpoint);
  if (endpoint === null || refused !== undefined) {
    const says: Words = refused?.says ?? {
      en: `${ruleName} cannot be created: a forwarding rule needs an outbound endpoint`,
      ja: `${ruleName} は作成できません。転送ルールにはアウトバウンドエンドポイントが必要です`,
    };
    const fault: NameFault = {
      resource: refused?.resource ?? rule,
      row: null,
      field: refused?.field ?? 'endpoint',
      at: refused?.resource ?? rule,
      code: 'cannot-be-created',
      analyzerCode: 'BAD_STATE',
      says,
    };
    return certainly(missing(host, [fault], { at: rule, resource: rule, says }));
  }
  const by = world.name(endpoint);
  const stage: Stage = {
    at: rule,
    resource: rule,
    says: {
      en: `${ruleName} forwards the question for ${host} through ${by}`,
      ja: `${ruleName} が、${host} の問い合わせを ${by} 経由で転送します`,
    },
  };
  if (targets.length === 0) {
    const says: Words = {
      en: `${ruleName} has no target addresses, so the question for ${host} goes nowhere`,
      ja: `${ruleName} にターゲットの IP アドレスがないため、${host} の問い合わせ先がありません`,
    };
    return certainly(missing(host, [unresolved(says, { resource: rule, field: 'targets' })], stage));
  }
  const families = familiesOf(world, endpoint);
  const senders = (world.interfaces.get(endpoint) ?? []).map((own): Start => ({
    at: endpoint,
    from: own,
    addresses: {
      4: families.includes(4) ? addressesOf(world, own, 4) : [],
      6: families.includes(6) ? addressesOf(world, own, 6) : [],
    },
    clientPorts: own.clientPorts,
    doubts: [],
    overInternet: false,
  }));
  const servers = targets.map(({ address, port, rowKey }): Target => ({
    address: isUnknown(address) ? address : address.trim(),
    port: isUnknown(port) ? 53 : port,
    blame: { resource: rule, field: 'targets', rowKey },
  }));
  // All interfaces of the endpoint send, and each may take any of the servers that it reaches.
  const answers = senders.map((sender) => fromServers(inquiry, sender, servers, 'any'));
  const [first, ...others] = answers;
  if (first === undefined) return certainly(undecided(host, noAddress(by), stage));
  return inEach(all([first, ...others]), (answer) =>
    after(
      [stage],
      answer.is === 'missing' && answer.blocks.length === 0
        ? { ...answer, blocks: [unresolved(circle(ruleName, host), { resource: rule, field: 'targets' })] }
        : answer,
    ),
  );
}

function familiesOf(world: World, endpoint: ResourceId): readonly Family[] {
  for (const fact of world.facts.get(endpoint) ?? []) {
    const families = behaviourOf(fact).families?.(fact);
    if (families !== undefined) return families;
  }
  return [4, 6];
}

/** Each of several must get an answer: one that does not is the answer. */
function all(answers: readonly [Answers, ...Answers[]]): Answers {
  const failing = answers.find(([{ answer }]) => answer.is === 'missing');
  if (failing !== undefined) return failing;
  const open = answers.find(([{ answer }]) => answer.is === 'undecided');
  return open ?? answers[0];
}

function circle(rule: string, host: string): Words {
  return {
    en: `${rule} forwards the question for ${host} to a resolver that uses the same rule, in a circle`,
    ja: `${rule} は、${host} の問い合わせを同じルールを使うリゾルバーに転送するため、ループします`,
  };
}

function noAddress(name: string): Words {
  return { en: `the addresses of ${name} are not known`, ja: `${name} のアドレスはわかりません` };
}
