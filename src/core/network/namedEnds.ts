/** Destinations that are given by a name: what the name means to the source, as answers to follow. */
import type { Family } from '../../lib/cidr';
import type { ResourceId } from '../model/document';
import type { Answer, Destination, NoEnd, Start } from './ends';
import { behaviourOf } from './hops';
import { addressesOf } from './interfaces';
import type { Lead, NameAnswer } from './naming/answers';
import { askedBy } from './naming/asking';
import type { Question } from './naming/resolve';
import { resolve } from './naming/resolve';
import { plainAnswer } from './outsideEnds';
import type { World } from './world';

/** `destinationOf`: what a resource is as a destination of its own, for names that are its aliases. */
export function named(
  world: World,
  start: Start,
  question: Question,
  at: ResourceId | null,
  destinationOf: (resource: ResourceId) => Destination | NoEnd,
): Destination | NoEnd {
  const service = 'service' in question ? question.service : null;
  const [first, ...others] = resolve(world, start, askedBy(world, start), question);
  const meant = (answer: NameAnswer): Destination | NoEnd =>
    meaningOf(world, start, answer, service, at, destinationOf);
  const destination = meant(first.answer);
  if (others.length === 0) return destination;
  return {
    ...destination,
    alternatives: others.map(({ answer, why }) => ({ destination: meant(answer), why })),
  };
}

function meaningOf(
  world: World,
  start: Start,
  answer: NameAnswer,
  service: string | null,
  at: ResourceId | null,
  destinationOf: (resource: ResourceId) => Destination | NoEnd,
): Destination | NoEnd {
  if (answer.is === 'undecided')
    return { what: 'name-resolution', fault: { unknown: answer.why }, name: answer };
  if (answer.is === 'missing') {
    const [first, ...others] = answer.blocks;
    const says = answer.stages.at(-1)?.says ?? {
      en: `${answer.host} is not resolved`,
      ja: `${answer.host} の名前解決ができません`,
    };
    const fault = first ?? {
      resource: null,
      row: null,
      at: null,
      code: 'unresolved-name',
      analyzerCode: null,
      says,
    };
    return { what: 'name-resolution', fault, others, name: answer };
  }
  const options: Answer[][] = [];
  for (const leads of answer.options.flatMap(byFamily)) {
    const answers: Answer[] = [];
    for (const lead of leads) {
      if (lead.to !== 'resource') answers.push(answerFor(world, start, answer, lead, service, at));
      else {
        const destination = destinationOf(lead.resource);
        if ('fault' in destination) return { ...destination, name: answer };
        // A resource that has several sorts of addresses is meant by the first of them.
        for (const each of destination.options[0] ?? [])
          answers.push({ ...each, at: at ?? each.at, ...serving(answer, each.target?.of, service) });
      }
    }
    if (answers.length > 0 && answers.every(({ addresses }) => addresses.length > 0)) options.push(answers);
  }
  return { name: answer, options };
}

/** A way for each IP version in which every interface that the name leads to has an address. */
function byFamily(leads: readonly Lead[]): (readonly FollowedLead[])[] {
  const interfaces = leads.flatMap((lead) => (lead.to === 'interface' ? [lead] : []));
  const others = leads.flatMap((lead) => (lead.to === 'interface' ? [] : [lead]));
  const ofFamily = ([4, 6] as const).map((family) =>
    interfaces.filter(({ families }) => families.includes(family)).map((lead) => ({ ...lead, family })),
  );
  return [others, ...ofFamily].filter((each) => each.length > 0);
}

type FollowedLead =
  | Exclude<Lead, { readonly to: 'interface' }>
  | (Extract<Lead, { readonly to: 'interface' }> & { readonly family: Family });

function answerFor(
  world: World,
  start: Start,
  answer: NameAnswer,
  lead: Exclude<FollowedLead, { readonly to: 'resource' }>,
  service: string | null,
  at: ResourceId | null,
): Answer {
  if (lead.to === 'interface')
    return {
      at,
      family: lead.family,
      addresses: addressesOf(world, lead.interface, lead.family),
      target: lead.interface,
      disposition: behaviourOf(lead.interface.of).endsIn ?? 'delivered',
      service: null,
    };
  const { address } = lead;
  if (address.is.as === 'service')
    return {
      at,
      family: address.family,
      addresses: [address],
      target: null,
      disposition: 'exits-to-service',
      service: null,
    };
  const plain = plainAnswer(start.from?.network ?? null, address);
  return { ...plain, at: at ?? plain.at, ...serving(answer, undefined, service) };
}

/** What a packet must reach that was sent to a service by a name that somebody made lead elsewhere. */
function serving(
  { stages }: NameAnswer,
  of: Parameters<typeof behaviourOf>[0] | undefined,
  service: string | null,
): Pick<Answer, 'service'> & Partial<Pick<Answer, 'disposition'>> {
  if (service === null) return { service: null };
  const stage = stages.findLast(({ resource }) => resource !== null);
  const disposition = of === undefined ? undefined : behaviourOf(of).endsIn;
  return {
    service: {
      name: service,
      blame: { resource: stage?.resource ?? null, row: stage?.row ?? null },
      ...(stage?.field === undefined ? {} : { field: stage.field }),
      ...(stage?.rowKey === undefined ? {} : { rowKey: stage.rowKey }),
    },
    ...(disposition === undefined ? {} : { disposition }),
  };
}
