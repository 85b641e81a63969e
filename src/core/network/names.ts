/**
 * Names come before routes: what a name means is asked as the source's network would ask it. An endpoint with private
 * DNS answers first, the public DNS after it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { IpAddress } from './address';
import { attachedThat, behaviourOf } from './hops';
import type { AskedName, NotCreated, Remark } from './hops/behaviour';
import { hasGatewayEndpoint, hostOf, serviceOfHost } from './serviceNames';
import type { Interface, Network, World } from './world';

export interface Resolved {
  readonly host: string;
  readonly because: Words;
  readonly by: ResourceId | null;
  readonly answers:
    | { readonly are: 'interfaces'; readonly interfaces: readonly Interface[] }
    | { readonly are: 'public'; readonly address: IpAddress };
  /** Endpoints that were meant to answer and cannot exist. */
  readonly notCreated: readonly NotCreated[];
  /** Endpoints for the service that do not answer. */
  readonly remarks: readonly Remark[];
  /** What would have to be known for the answer to be certain. */
  readonly doubt: Words | null;
}

export type Resolution =
  | {
      readonly ok: true;
      readonly resolved: Resolved;
      /** The other answer, where it is not known which of the two is given. */
      readonly alternative: { readonly resolved: Resolved; readonly why: Words } | null;
    }
  /** The network's resolver is off (DN1). `doubt`: whether it is on is not known. */
  | { readonly ok: false; readonly host: string; readonly network: Network };

export type Question = { readonly service: string } | { readonly host: string };

/** What a name means to somebody in a network; null: to somebody outside. */
export function resolve(world: World, network: Network | null, question: Question): Resolution {
  const asked: AskedName =
    'service' in question
      ? { service: question.service, host: hostOf(question.service) }
      : {
          host: question.host.toLowerCase().replace(/\.$/, ''),
          service: serviceOfHost(question.host, network?.region ?? world.region) ?? null,
        };
  // GE6, DN1: without the network's resolver there is no answer at all.
  if (network !== null && network.dnsSupport === false) return { ok: false, host: asked.host, network };

  const certain: Answering = { interfaces: [], because: null, by: null };
  const possible: Answering = { interfaces: [], because: null, by: null };
  const notCreated: NotCreated[] = [];
  const remarks: Remark[] = [];
  let why: Words | null = null;
  for (const fact of network === null ? [] : attachedThat(network, 'answer')) {
    if (network === null) break;
    const answer = behaviourOf(fact).answer?.(fact, world, network, asked);
    if (answer === undefined) continue;
    if (answer.is === 'interfaces') add(certain, answer);
    else if (answer.is === 'not-created') notCreated.push(...answer.blame);
    else if (answer.is === 'remark') remarks.push(answer);
    else {
      why ??= answer.why;
      add(possible, { ...answer, because: answer.why });
    }
  }
  const dnsDoubt = network !== null && isUnknown(network.dnsSupport) ? network.dnsSupport.unknown : null;
  const rest = { host: asked.host, notCreated, remarks, doubt: dnsDoubt };
  const resolved: Resolved =
    certain.interfaces.length > 0
      ? { ...rest, ...answered(certain) }
      : {
          ...rest,
          by: null,
          because: publicAnswer(asked),
          answers: { are: 'public', address: publicAddress(world, asked) },
        };
  if (why === null) return { ok: true, resolved, alternative: null };
  const both = { ...possible, interfaces: [...certain.interfaces, ...possible.interfaces] };
  // An endpoint without interfaces leaves the answer as it is.
  const alternative = both.interfaces.length === 0 ? resolved : { ...rest, ...answered(both) };
  return { ok: true, resolved, alternative: { resolved: alternative, why } };
}

interface Answering {
  readonly interfaces: Interface[];
  because: Words | null;
  by: ResourceId | null;
}

function add(
  to: Answering,
  answer: { readonly interfaces: readonly Interface[]; readonly because: Words; readonly by: ResourceId },
): void {
  to.interfaces.push(...answer.interfaces);
  // The same endpoint speaks for all, whatever order they come in.
  if (to.by !== null && to.by < answer.by) return;
  to.by = answer.by;
  to.because = answer.because;
}

function answered({ interfaces, because, by }: Answering): Pick<Resolved, 'answers' | 'because' | 'by'> {
  return { by, because: because ?? { en: '', ja: '' }, answers: { are: 'interfaces', interfaces } };
}

function publicAddress(world: World, asked: AskedName): IpAddress {
  const base = { family: 4, value: world.anyPublic[4], owner: null } as const;
  if (asked.service === null) return { ...base, is: { as: 'internet' } };
  return {
    ...base,
    is: {
      as: 'service',
      service: asked.service,
      host: asked.host,
      list: hasGatewayEndpoint(asked.service) ? asked.service : null,
    },
  };
}

function publicAnswer(asked: AskedName): Words {
  return asked.service === null
    ? { en: 'the public DNS answers', ja: 'パブリック DNS が応答します' }
    : {
        en: 'the public DNS answers with public addresses of the service',
        ja: 'パブリック DNS が、サービスのパブリックアドレスを返します',
      };
}
