/**
 * Names come before routes: what a name means is asked as the source would ask it, and who decided is told in stages.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
 */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import type { Start } from '../ends';
import { attachedThat, behaviourOf } from '../hops';
import type { AskedName, NamedClaim, NotCreated, Remark } from '../hops/behaviour';
import { hostOf, serviceOfHost } from '../serviceNames';
import type { Network, World } from '../world';
import {
  after,
  because,
  certainly,
  inEach,
  found,
  joined,
  missing,
  undecided,
  unresolved,
  type Answers,
  type Lead,
  type NameAnswer,
  type Stage,
} from './answers';
import type { Asked } from './asking';
import { forwarded } from './forwarding';
import { depthOf, isHostName, normalHost } from './hostNames';
import { instanceAnswer } from './instanceAnswer';
import { publicAnswer } from './publicAnswer';
import { ownServer, serversAsked } from './servers';

export type Question = { readonly service: string } | { readonly host: string };

/** Where a question is: who asks, and which questions led to it. */
export interface Inquiry {
  readonly world: World;
  readonly start: Start;
  readonly name: AskedName;
  /** What has been asked of whom already. */
  readonly seen: ReadonlySet<string>;
}

/** A chain of records and forwarders that is longer than this leads nowhere. */
const maxQuestions = 16;

export function resolve(world: World, start: Start, asked: Asked, question: Question): Answers {
  const name: AskedName =
    'service' in question
      ? { service: question.service, host: hostOf(question.service), inbound: false }
      : nameOf(question.host);
  return ask({ world, start, name, seen: new Set() }, asked);
}

/** Asks for the same name somebody else. */
export function ask(inquiry: Inquiry, asked: Asked): Answers {
  const { world, name } = inquiry;
  switch (asked.is) {
    case 'public':
      return assuming(asked.assumed, certainly(fromOutside(world, name, asked.own)));
    case 'unknown':
      return certainly(undecided(name.host, asked.why));
    case 'servers':
      return serversAsked(inquiry, asked);
    case 'network': {
      const { network, by, assumed } = asked;
      const answers = askNetwork({ ...inquiry, name: { ...name, inbound: by !== null } }, network);
      return assuming(assumed, answers);
    }
  }
}

function assuming(assumed: Words | undefined, answers: Answers): Answers {
  return assumed === undefined
    ? answers
    : inEach(answers, (answer) => ({ ...answer, notes: [assumed, ...answer.notes] }));
}

/** What somebody outside is told: his own servers may know names that nobody else has. */
function fromOutside(world: World, name: AskedName, own: ResourceId | null): NameAnswer {
  const answer = publicAnswer(world, name, null);
  const isPrivate = answer.is === 'missing' && answer.blocks.every(({ resource }) => resource === null);
  if (own === null || !isPrivate || !isHostName(name.host)) return answer;
  return undecided(name.host, ownServer(world.name(own), name.host));
}

/** Asks the same one for another name, to which a record leads. */
function askFor(inquiry: Inquiry, host: string, network: Network): Answers {
  return askNetwork({ ...inquiry, name: { ...nameOf(host), inbound: inquiry.name.inbound } }, network);
}

function nameOf(host: string): AskedName {
  const normal = normalHost(host);
  return { host: normal, service: serviceOfHost(normal) ?? null, inbound: false };
}

function askNetwork(inquiry: Inquiry, network: Network): Answers {
  const { world, name } = inquiry;
  const { host } = name;
  const vpc = world.name(network.id);
  // GE6, DN1: without the network's resolver there is no answer at all.
  if (network.dnsSupport === false)
    return certainly(
      missing(host, [
        unresolved(
          {
            en: `${host} is not resolved: DNS resolution of ${vpc} is off`,
            ja: `${vpc} の DNS 解決が無効なため、${host} の名前解決ができません`,
          },
          { resource: network.id, field: 'dnsSupport' },
        ),
      ]),
    );
  const key = `${network.id} ${name.inbound} ${host}`;
  if (inquiry.seen.has(key) || inquiry.seen.size >= maxQuestions)
    return certainly(missing(host, [], circle(host)));
  const next: Inquiry = { ...inquiry, seen: new Set([...inquiry.seen, key]) };

  const claims: NamedClaim[] = [];
  const notCreated: NotCreated[] = [];
  const remarks: Remark[] = [];
  const assumed: Words[] = [];
  for (const fact of attachedThat(network, 'claim')) {
    const claim = behaviourOf(fact).claim?.(fact, world, network, name);
    if (claim === undefined) continue;
    if (!('is' in claim)) claims.push(claim);
    else if (claim.is === 'not-created') notCreated.push(...claim.blame);
    else if (claim.is === 'assumed') assumed.push(claim.says);
    else remarks.push(claim);
  }
  const doubts = isUnknown(network.dnsSupport) ? [network.dnsSupport.unknown] : [];
  const silent: Silent = { notCreated, remarks };
  const [first, ...others] = possibleWorlds(claims);
  const answers = (possible: PossibleWorld): Answers => {
    const decided = decide(next, network, possible.present, silent);
    return possible.why === null ? decided : because(possible.why, decided);
  };
  return inEach(joined([answers(first), ...others.map(answers)]), (answer) => ({
    ...answer,
    doubts: [...doubts, ...answer.doubts],
    notes: [...assumed, ...answer.notes],
  }));
}

/** Those who might have answered and do not, which matters where nobody else does. */
interface Silent {
  readonly notCreated: readonly NotCreated[];
  readonly remarks: readonly Remark[];
}

function fromPublic({ world, name }: Inquiry, network: Network, silent: Silent): NameAnswer {
  return { ...publicAnswer(world, name, network), ...silent };
}

interface PossibleWorld {
  readonly present: readonly NamedClaim[];
  readonly why: Words | null;
}

/** Without those that may not be there, with each one of them, and with all. */
function possibleWorlds(claims: readonly NamedClaim[]): readonly [PossibleWorld, ...PossibleWorld[]] {
  const sure = claims.filter(({ doubt }) => doubt === null);
  const unsure = claims.filter(({ doubt }) => doubt !== null);
  return [
    { present: sure, why: null },
    ...unsure.map((claim) => ({ present: [...sure, claim], why: claim.doubt })),
    ...(unsure.length > 1 ? [{ present: claims, why: unsure[0]?.doubt ?? null }] : []),
  ];
}

const strengths: Readonly<Record<NamedClaim['strength'], number>> = { rule: 2, zone: 1, hidden: 0 };

function bySpecificity(a: NamedClaim, b: NamedClaim): number {
  return (
    depthOf(b.domain) - depthOf(a.domain) ||
    strengths[b.strength] - strengths[a.strength] ||
    (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)
  );
}

/** The most specific claim decides (DN2). */
function decide(inquiry: Inquiry, network: Network, claims: readonly NamedClaim[], silent: Silent): Answers {
  const { world, name } = inquiry;
  const inOrder = [...claims].sort(bySpecificity);
  const [winner] = inOrder;
  const names = instanceAnswer(world, network, name.host);
  if (names !== undefined && (winner === undefined || depthOf(winner.domain) < depthOf(names.domain)))
    return certainly(names.answer);
  if (winner === undefined) return certainly(fromPublic(inquiry, network, silent));
  const { by, decides } = winner;
  switch (decides.is) {
    case 'itself': {
      const rest = inOrder.filter(({ strength }) => strength !== 'rule');
      const stage: Stage = { at: by, resource: by, says: decides.because };
      return inEach(decide(inquiry, network, rest, silent), (answer) => after([stage], answer));
    }
    case 'forward':
      return forwarded(inquiry, by, decides.rule);
    case 'undecided':
      return certainly(undecided(name.host, decides.why, { at: by, resource: by, says: decides.why }));
    case 'interfaces':
      return fromInterfaces(inquiry, inOrder, winner) ?? certainly(fromPublic(inquiry, network, silent));
    case 'records':
      return fromRecords(inquiry, network, by, decides);
  }
}

/** All endpoints with private DNS for the same domain answer; which of them AWS refuses is told by a rule. */
function fromInterfaces(
  { name }: Inquiry,
  claims: readonly NamedClaim[],
  { domain }: NamedClaim,
): Answers | undefined {
  const alike = claims.flatMap(({ by, decides, domain: other }) =>
    decides.is === 'interfaces' && other === domain && decides.interfaces.length > 0 ? [{ by, decides }] : [],
  );
  const [speaker] = alike;
  // An endpoint without interfaces leaves the answer as it is.
  if (speaker === undefined) return undefined;
  const stage: Stage = { at: null, resource: speaker.by, says: speaker.decides.because };
  const answered = (hidden: readonly Family[]): Answers =>
    certainly(
      found(
        name.host,
        [
          alike.flatMap(({ decides: { interfaces, families } }) =>
            interfaces.map((each): Lead => ({
              to: 'interface',
              interface: each,
              families: isUnknown(families) ? hidden : families,
            })),
          ),
        ],
        stage,
      ),
    );
  const why = alike.map(({ decides }) => decides.families).find(isUnknown)?.unknown;
  if (why === undefined) return answered([]);
  return joined([answered([4, 6]), because(why, answered([4])), because(why, answered([6]))]);
}

function fromRecords(
  inquiry: Inquiry,
  network: Network,
  by: string,
  { entry, because: says }: Extract<NamedClaim['decides'], { readonly is: 'records' }>,
): Answers {
  const { host } = inquiry.name;
  if (entry.is === 'nothing')
    // A zone that matches keeps the name from the public DNS, whatever that holds (DN2).
    return certainly(
      missing(host, [unresolved(says, { resource: by, field: 'records' })], { at: null, resource: by, says }),
    );
  const { row } = entry;
  const stage: Stage = { at: null, resource: by, ...row, says };
  switch (entry.is) {
    case 'leads':
      return certainly(found(host, entry.options, stage));
    case 'undecided':
      return certainly(undecided(host, entry.why, stage));
    case 'names': {
      const [one, ...others] = entry.hosts;
      const answers = joined([
        askFor(inquiry, one, network),
        ...others.map((other) => because(whichRecord(entry.row.row), askFor(inquiry, other, network))),
      ]);
      return inEach(answers, (answer) => {
        const told = after([stage], { ...answer, host });
        // A chain that ends in nothing is the fault of the record that began it, behind what it found out itself.
        return told.is === 'missing'
          ? {
              ...told,
              blocks: [
                ...told.blocks,
                unresolved(
                  {
                    en: `${host} is not resolved, because ${answer.host} is not`,
                    ja: `${answer.host} の名前解決ができないため、${host} も解決できません`,
                  },
                  { resource: by, ...entry.row },
                ),
              ],
            }
          : told;
      });
    }
  }
}

function whichRecord(row: string): Words {
  return {
    en: `which of the records ${row} is answered, AWS chooses each time`,
    ja: `どのレコード ${row} が返るかは、その都度 AWS が選びます`,
  };
}

function circle(host: string): Stage {
  return {
    at: null,
    resource: null,
    says: {
      en: `the question for ${host} comes back to where it was asked before`,
      ja: `${host} の問い合わせが、すでに問い合わせた先に戻ってきます`,
    },
  };
}
