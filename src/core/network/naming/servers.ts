/**
 * DNS servers by their addresses: who is there, whether the question gets there, and what the answer is. It is known where
 * the server is an inbound endpoint of the design, a resolver of its networks, or a public one.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
 */
import { addressOf, addressText } from '../../../lib/cidr';
import type { Address } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import { isPublic } from '../address';
import type { Start } from '../ends';
import { behaviourOf } from '../hops';
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
import { serversAt, type DnsServers, type Server } from './asking';
import { askingOf, type Asking } from './dnsQuery';
import { publicAnswer } from './publicAnswer';
import { ask, type Inquiry } from './resolve';

/** What the servers answer that a source asks itself. */
export function serversAsked(inquiry: Inquiry, asked: DnsServers): Answers {
  const { by, field, assumed, servers, endpoints, otherwise } = asked;
  const targets = servers.map((address): Target => ({
    address,
    port: 53,
    blame: { resource: by, ...(field === undefined ? {} : { field }) },
  }));
  for (const endpoint of endpoints)
    for (const at of inquiry.world.interfaces.get(endpoint) ?? []) {
      const [address] = [...addressesOf(inquiry.world, at, 4), ...addressesOf(inquiry.world, at, 6)];
      if (address !== undefined)
        targets.push({ address: addressText(address), port: 53, server: at, blame: { resource: endpoint } });
    }
  const answers = fromServers(inquiry, inquiry.start, targets, 'in-turn');
  const [{ answer: first }] = answers;
  // What is closed is a fault of the design; where there is no way at all, somebody else is asked.
  const isCut = first.is === 'missing' && !isClosed(first);
  if (otherwise !== undefined && isCut) return ask(inquiry, otherwise);
  return assumed === undefined
    ? answers
    : inEach(answers, (answer) => ({ ...answer, notes: [assumed, ...answer.notes] }));
}

const closed: ReadonlySet<string> = new Set([
  'denied-by-security-group',
  'denied-by-network-acl',
  'cannot-be-created',
  'unresolved-name',
]);

export interface Target {
  /** The interface that has the address, where that is known. */
  readonly server?: Interface;
  readonly address: Value<string>;
  readonly port: number;
  readonly blame: { readonly resource: ResourceId | null; readonly field?: string; readonly rowKey?: string };
}

/**
 * The answer of the servers that can be asked, of any one or of the first; where none can, who keeps the question from
 * them.
 */
export function fromServers(
  inquiry: Inquiry,
  sender: Start,
  targets: readonly Target[],
  order: 'any' | 'in-turn',
): Answers {
  const { host } = inquiry.name;
  const failures: Failure[] = [];
  const perhaps: Answers[] = [];
  for (const target of targets) {
    const tries = triesAt(inquiry, sender, target);
    for (const each of tries) if ('answers' in each) perhaps.push(each.answers);
    for (const each of tries) if ('blocks' in each) failures.push(each);
    if (order === 'in-turn' && tries.some((each) => 'answers' in each && each.isSure)) break;
  }
  const [first, ...others] = perhaps;
  if (first !== undefined) return joined([first, ...others.map((other) => because(anyServer(host), other))]);
  // A server that is only closed is nearer to answering than one to which no way leads.
  const inOrder = [...failures].sort((a, b) => Number(isClosed(b)) - Number(isClosed(a)));
  const stages = inOrder.flatMap(({ stage }) => stage ?? []).slice(0, 1);
  return certainly(
    missing(
      host,
      inOrder.flatMap(({ blocks }) => blocks),
      ...stages,
    ),
  );
}

/** A server that gives no answer. */
interface Failure {
  readonly blocks: readonly NameFault[];
  readonly stage?: Stage;
}

function isClosed({ blocks: [block] }: Failure): boolean {
  return block !== undefined && closed.has(block.code);
}

/** What comes of asking at one address, from each of those who may be there. */
function triesAt(
  inquiry: Inquiry,
  sender: Start,
  target: Target,
): readonly (Failure | { readonly answers: Answers; readonly isSure: boolean })[] {
  const { world, name } = inquiry;
  const { host } = name;
  if (isUnknown(target.address))
    return [{ answers: certainly(undecided(host, target.address.unknown)), isSure: false }];
  const address = addressOf(target.address);
  if (address === undefined) {
    const says: Words = {
      en: `“${target.address}” is not the address of a DNS server`,
      ja: `「${target.address}」は DNS サーバーのアドレスではありません`,
    };
    return [{ blocks: [unresolved(says, target.blame)] }];
  }
  if (sender.addresses[address.family].length === 0)
    return [{ blocks: [unresolved(noFamily(world, sender, address), target.blame)] }];
  const known: readonly Server[] | undefined =
    target.server === undefined ? undefined : [{ is: 'interface', interface: target.server }];
  const servers = known ?? serversAt(world, address, sender.from?.network ?? null);
  return servers.map((server) => {
    const { asking, answers } = askOne(inquiry, sender, address, target.port, server);
    if (asking.verdict === 'reachable')
      return {
        answers: inEach(answers(), (answer) => ({ ...answer, notes: [...asking.notes, ...answer.notes] })),
        isSure: true,
      };
    if (asking.verdict === 'unknown') {
      const why = asking.why ?? ownServer(addressText(address), host);
      return { answers: certainly(undecided(host, why)), isSure: false };
    }
    const [block] = asking.blocks;
    return {
      blocks: asking.blocks,
      ...(block === undefined ? {} : { stage: stopped(address, block) }),
    };
  });
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
  // SG4, NA3: nothing filters what goes to the network's own resolver. Who stands outside has to get there first.
  if (server.is === 'resolver')
    return {
      asking: sender.enter === undefined ? noObstacle : askingOf(world, sender, address, port, null),
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

function noFamily(world: World, sender: Start, address: Address): Words {
  const name = sender.at === null ? { en: 'the source', ja: '送信元' } : verbatim(world.name(sender.at));
  return {
    en: `${name.en} has no IPv${address.family} address from which to ask the DNS server ${addressText(address)}`,
    ja: `${name.ja} には、DNS サーバー ${addressText(address)} に問い合わせるための IPv${address.family} アドレスがありません`,
  };
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

export function ownServer(server: string, host: string): Words {
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
