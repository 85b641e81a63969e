/**
 * Questions that go to other DNS servers: by a Resolver rule through an outbound endpoint, or straight from the source.
 * What a server answers is known where it is an inbound endpoint of the design, or a resolver of its networks.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
 */
import { addressOf, addressText } from '../../../lib/cidr';
import type { Address, Family } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import { isPublic } from '../address';
import type { Start } from '../ends';
import { behaviourOf } from '../hops';
import type { Forwarding } from '../hops/behaviour';
import { addressesOf } from '../interfaces';
import type { Interface, World } from '../world';
import {
  after,
  because,
  certainly,
  inEach,
  joined,
  missing,
  undecided,
  unresolved,
  type Answers,
  type NameFault,
  type Stage,
} from './answers';
import { serversAt, type Asked, type Server } from './asking';
import { askingOf, type Asking } from './dnsQuery';
import { publicAnswer } from './publicAnswer';
import { ask, type Inquiry } from './resolve';

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

/** What the servers answer that a source asks itself. */
export function serversAsked(inquiry: Inquiry, asked: Extract<Asked, { readonly is: 'servers' }>): Answers {
  const { by, field, assumed, servers } = asked;
  const targets = servers.map((address): Target => ({
    address,
    port: 53,
    blame: { resource: by, ...(field === undefined ? {} : { field }) },
  }));
  const answers = fromServers(inquiry, inquiry.start, targets, 'in-turn');
  return assumed === undefined
    ? answers
    : inEach(answers, (answer) => ({ ...answer, notes: [assumed, ...answer.notes] }));
}

interface Target {
  readonly address: Forwarding['targets'][number]['address'];
  readonly port: number;
  readonly blame: { readonly resource: ResourceId | null; readonly field?: string; readonly rowKey?: string };
}

/**
 * The answer of the servers that can be asked, of any one or of the first; where none can, who keeps the question from
 * them.
 */
function fromServers(
  inquiry: Inquiry,
  sender: Start,
  targets: readonly Target[],
  order: 'any' | 'in-turn',
): Answers {
  const { host } = inquiry.name;
  const blocks: NameFault[] = [];
  const stages: Stage[] = [];
  const perhaps: Answers[] = [];
  for (const target of targets) {
    if (isUnknown(target.address)) {
      perhaps.push(certainly(undecided(host, target.address.unknown)));
      continue;
    }
    const address = addressOf(target.address);
    if (address === undefined) {
      const says: Words = {
        en: `“${target.address}” is not the address of a DNS server`,
        ja: `「${target.address}」は DNS サーバーのアドレスではありません`,
      };
      blocks.push(unresolved(says, target.blame));
      continue;
    }
    if (sender.addresses[address.family].length === 0) {
      blocks.push(unresolved(noFamily(inquiry.world, sender, address), target.blame));
      continue;
    }
    let isAsked = false;
    for (const server of serversAt(inquiry.world, address, sender.from?.network ?? null)) {
      const { asking, answers } = askOne(inquiry, sender, address, target.port, server);
      if (asking.verdict === 'reachable') {
        isAsked = true;
        perhaps.push(
          inEach(answers(), (answer) => ({ ...answer, notes: [...asking.notes, ...answer.notes] })),
        );
      } else if (asking.verdict === 'unknown')
        perhaps.push(certainly(undecided(host, asking.why ?? noAddress(target.address))));
      else {
        blocks.push(...asking.blocks);
        const [block] = asking.blocks;
        if (block !== undefined) stages.push(stopped(address, block));
      }
    }
    if (isAsked && order === 'in-turn') break;
  }
  const [first, ...others] = perhaps;
  if (first !== undefined) return joined([first, ...others.map((other) => because(anyServer(host), other))]);
  return certainly(missing(host, blocks, ...stages.slice(0, 1)));
}

function askOne(
  inquiry: Inquiry,
  sender: Start,
  address: Address,
  port: number,
  server: Server,
): { readonly asking: Asking; readonly answers: () => Answers } {
  const { world, name } = inquiry;
  const { host } = name;
  // SG4, NA3: nothing filters what goes to the network's own resolver.
  if (server.is === 'resolver')
    return {
      asking: noObstacle,
      answers: () => ask(inquiry, { is: 'network', network: server.network, by: null }),
    };
  if (server.is === 'interface') {
    const { interface: at } = server;
    const asking = askingOf(world, sender, address, port, at);
    return {
      asking,
      answers: () =>
        answersForNetwork(world, at)
          ? inEach(ask(inquiry, { is: 'network', network: at.network, by: at.id }), (answer) =>
              after([atInbound(world, at)], answer),
            )
          : certainly(undecided(host, ownServer(world.name(at.id), host))),
    };
  }
  const asking = askingOf(world, sender, address, port, null);
  return {
    asking,
    answers: () =>
      certainly(
        isPublic(address)
          ? publicAnswer(world, name, null)
          : undecided(host, ownServer(addressText(address), host)),
      ),
  };
}

const noObstacle: Asking = { verdict: 'reachable', blocks: [], why: null, notes: [] };

function answersForNetwork(
  world: World,
  at: Interface,
): at is Interface & { readonly network: NonNullable<Interface['network']> } {
  const facts = world.facts.get(at.id) ?? [];
  return at.network !== null && facts.some((fact) => behaviourOf(fact).answersFor?.(fact) === true);
}

function familiesOf(world: World, endpoint: ResourceId): readonly Family[] {
  for (const fact of world.facts.get(endpoint) ?? []) {
    const families = behaviourOf(fact).families?.(fact);
    if (families !== undefined) return families;
  }
  return [4, 6];
}

function noFamily(world: World, sender: Start, address: Address): Words {
  const name = sender.at === null ? { en: 'the source', ja: '送信元' } : verbatim(world.name(sender.at));
  return {
    en: `${name.en} has no IPv${address.family} address from which to ask the DNS server ${addressText(address)}`,
    ja: `${name.ja} には、DNS サーバー ${addressText(address)} に問い合わせるための IPv${address.family} アドレスがありません`,
  };
}

/** Each of several must get an answer: one that does not is the answer. */
function all(answers: readonly [Answers, ...Answers[]]): Answers {
  const failing = answers.find(([{ answer }]) => answer.is === 'missing');
  if (failing !== undefined) return failing;
  const open = answers.find(([{ answer }]) => answer.is === 'undecided');
  return open ?? answers[0];
}

function stopped(
  address: Address,
  {
    resource,
    row,
    field,
    rowKey,
    says,
    at,
  }: {
    readonly resource: ResourceId | null;
    readonly row: string | null;
    readonly field?: string;
    readonly rowKey?: string;
    readonly says: Words;
    readonly at: ResourceId | null;
  },
): Stage {
  const server = addressText(address);
  return {
    at,
    resource,
    ...(row === null ? {} : { row }),
    ...(field === undefined ? {} : { field }),
    ...(rowKey === undefined ? {} : { rowKey }),
    says: {
      en: `the DNS query to ${server} is stopped: ${says.en}`,
      ja: `${server} への DNS クエリが止められます: ${says.ja}`,
    },
    stops: true,
  };
}

function atInbound(world: World, at: Interface): Stage {
  const network = at.network === null ? '' : world.name(at.network.id);
  return {
    at: at.id,
    resource: at.id,
    says: {
      en: `${world.name(at.id)} hands the question to the resolver of ${network}`,
      ja: `${world.name(at.id)} が問い合わせを ${network} のリゾルバーに渡します`,
    },
  };
}

function circle(rule: string, host: string): Words {
  return {
    en: `${rule} forwards the question for ${host} to a resolver that uses the same rule, in a circle`,
    ja: `${rule} は、${host} の問い合わせを同じルールを使うリゾルバーに転送するため、ループします`,
  };
}

function ownServer(server: string, host: string): Words {
  return {
    en: `what the DNS server ${server} answers for ${host} is not in the design`,
    ja: `DNS サーバー ${server} が ${host} に何を返すかは、設計に含まれていません`,
  };
}

function anyServer(host: string): Words {
  return {
    en: `which of the DNS servers answers for ${host} is not known`,
    ja: `どの DNS サーバーが ${host} に応答するかはわかりません`,
  };
}

function noAddress(name: string): Words {
  return { en: `the addresses of ${name} are not known`, ja: `${name} のアドレスはわかりません` };
}
