/** The two ends of a question: where its packets may start, and which addresses they may be sent to. */
import { addressOf, containsAddress } from '../../lib/cidr';
import type { Family } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { IpAddress } from './address';
import { exactly, isPublic } from './address';
import { nobodyHas, notAnAddress, notConnected } from './endFaults';
import { behaviourOf } from './hops';
import { named } from './namedEnds';
import type { EndMeaning, Enter, OutsideEnd } from './hops/behaviour';
import { interfaceDestination, interfaceStarts, mayHave } from './interfaceEnds';
import type { Found, NameAnswer, NameFault } from './naming/answers';
import type { Asked } from './naming/asking';
import type { Question } from './naming/resolve';
import { outsideDestination, outsideStart, plainAnswer } from './outsideEnds';
import type { PortRange } from './ports';
import { refusedEnd } from './refused';
import { fullServiceName } from './serviceNames';
import type { Disposition, End, Some } from './trace';
import type { Interface, World } from './world';
import { ownerKey } from './world';

/** One place where the flow may start. All of them must work: a function runs in any of its subnets. */
export interface Start {
  readonly at: ResourceId | null;
  /** Null: outside. */
  readonly from: Interface | null;
  /** One address for each class that the source may be of. */
  readonly addresses: Readonly<Record<Family, readonly IpAddress[]>>;
  readonly clientPorts: PortRange;
  /** What would have to be known to say whether it exists at all. */
  readonly doubts: readonly Words[];
  /** Whether packets come in over the internet; otherwise they have no way in that the design knows. */
  readonly overInternet: boolean;
  /** How packets set out where that is not straight from `from` or over the internet: into a VPN's tunnel, say. */
  readonly enter?: Enter;
  /** Whether one packet that gets through is enough. */
  readonly some?: Some;
  /** Whom it asks for names. Absent: the resolver of its network; outside, what its facts say, else the public DNS. */
  readonly asks?: Asked;
  /** Where packets to some addresses start, where that is elsewhere; undefined: here. */
  readonly instead?: (destination: IpAddress) => Start | undefined;
}

/** One address that the flow may be sent to, with the classes it may be of. */
export interface Answer {
  readonly at: ResourceId | null;
  readonly family: Family;
  readonly addresses: readonly IpAddress[];
  /** The interface that must be reached; null: whoever has the address. */
  readonly target: Interface | null;
  readonly disposition: Disposition;
  /** What it is called beside the others. */
  readonly called?: Words;
  /** The service that must be reached there, where a name of the design's own leads to it; null where any receiver will do. */
  readonly service: WantedService | null;
}

export interface WantedService {
  /** The full name. */
  readonly name: string;
  /** The row that leads here. */
  readonly blame: { readonly resource: ResourceId | null; readonly row: string | null };
  readonly field?: string;
  readonly rowKey?: string;
}

/** A reason why there is nothing to follow. */
export interface NoEnd {
  readonly fault: NameFault | { readonly unknown: Words };
  readonly what: 'deliver' | 'gateway' | 'name-resolution' | 'translate';
  /** Who else is in the way. */
  readonly others?: readonly NameFault[];
  readonly name?: NameAnswer;
  readonly alternatives?: readonly Alternative[];
}

/** Where else a name may lead, and what would have to be known. */
export interface Alternative {
  readonly destination: Destination | NoEnd;
  readonly why: Words | null;
}

export interface Destination {
  /** Groups of answers: within one all must work, and one that works is enough (another family, say). */
  readonly options: readonly (readonly Answer[])[];
  /** Whether within a group, too, one that works is enough. */
  readonly anyAnswer?: boolean;
  /** How it was found; null where no name was asked. */
  readonly name: Found | null;
  readonly alternatives?: readonly Alternative[];
}

/** `group`: that of the user who sends, where there are users; null: of none. */
export function startsOf(world: World, end: End, group: string | null = null): readonly Start[] | NoEnd {
  if ('resource' in end) {
    for (const fact of world.facts.get(end.resource) ?? []) {
      const starts = behaviourOf(fact).starts?.(fact, world, { address: end.address, group });
      if (starts !== undefined) return starts;
    }
    const meaning = meaningOf(world, end.resource);
    if (meaning !== undefined) return outsideStart(world, meaning, end.resource, end.address);
    return interfaceStarts(world, end.resource, end.address);
  }
  if ('internet' in end)
    return outsideStart(world, { is: 'internet', address: end.address ?? null }, null, undefined);
  if ('address' in end) {
    const address = addressOf(end.address);
    if (address === undefined) return notAnAddress(end.address);
    const owner = ownerAnywhere(world, exactly(address));
    if (owner !== undefined) return interfaceStarts(world, owner.id, end.address);
    return plainStart(world, exactly(address), end.address);
  }
  const service = 'service' in end ? end.service : end.dns;
  return outsideStart(world, { is: 'service', service, region: world.region }, null, undefined);
}

export function destinationOf(world: World, start: Start, end: End): Destination | NoEnd {
  const network = start.from?.network ?? null;
  if (start.from === null && !start.overInternet && start.enter === undefined)
    return notConnected(world, start.at);
  if ('resource' in end) return resourceDestination(world, start, end.resource, end.address);
  if ('internet' in end)
    return outsideDestination(
      world,
      network,
      { is: 'internet', address: end.address ?? null },
      null,
      undefined,
    );
  const byName = (question: Question): Destination | NoEnd =>
    named(world, start, question, null, (id) => resourceDestination(world, start, id, undefined));
  if ('service' in end)
    return byName({ service: fullServiceName(end.service, network?.region ?? world.region) });
  if ('dns' in end) return byName({ host: end.dns });
  const address = addressOf(end.address);
  if (address === undefined) return notAnAddress(end.address);
  return { options: [[plainAnswer(network, exactly(address))]], name: null };
}

function resourceDestination(
  world: World,
  start: Start,
  id: ResourceId,
  text: string | undefined,
): Destination | NoEnd {
  for (const fact of world.facts.get(id) ?? []) {
    const destination = behaviourOf(fact).destination?.(fact, world, start, text);
    if (destination !== undefined) return destination;
  }
  const meaning = meaningOf(world, id);
  if (meaning === undefined) return interfaceDestination(world, start, id, text);
  if (meaning.is === 'service')
    return named(
      world,
      start,
      { service: fullServiceName(meaning.service, meaning.region) },
      id,
      // Not to another service, whose name would be asked again.
      (other) =>
        meaningOf(world, other)?.is === 'service'
          ? nobodyHas(world.name(other))
          : resourceDestination(world, start, other, undefined),
    );
  return outsideDestination(world, start.from?.network ?? null, meaning, id, text);
}

function meaningOf(world: World, id: ResourceId): EndMeaning | undefined {
  for (const fact of world.facts.get(id) ?? []) {
    const meaning = behaviourOf(fact).asEnd?.(fact, world);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** A plain address as a source: somebody on the internet, or somebody inside whom the design does not name. */
function plainStart(world: World, address: IpAddress, text: string): readonly Start[] | NoEnd {
  let refused: NoEnd | undefined;
  for (const network of world.networks.values())
    for (const subnet of network.subnets) {
      const block = address.family === 4 ? subnet.block : subnet.ipv6;
      if (block === null || !containsAddress(block, address)) continue;
      const refusal = world.refusals.get(subnet.id);
      if (refusal !== undefined) {
        refused ??= refusedEnd(refusal, subnet.id);
        continue;
      }
      const candidate = subnet.interfaces.find(
        (each) => each.workload && !world.refusals.has(each.id) && mayHave(each, address),
      );
      return candidate === undefined ? nobodyHas(text) : mayBe(world, candidate, text);
    }
  if (refused !== undefined) return refused;
  const outside = outsideWith(world, address);
  if (outside !== undefined && (!isPublic(address) || outside.meaning.enter !== undefined))
    return outsideStart(world, outside.meaning, outside.id, text);
  if (isPublic(address)) return outsideStart(world, { is: 'internet', address: text }, null, undefined);
  return outside === undefined ? hiddenBehind(world, text) : nobodyHas(text);
}

/**
 * The network outside that has an address: one that a way leads to before others, the whole side of a customer before one
 * of its connections, the smallest block before larger ones.
 */
function outsideWith(
  world: World,
  address: IpAddress,
): { readonly id: ResourceId; readonly meaning: OutsideEnd } | undefined {
  const found: { readonly id: ResourceId; readonly meaning: OutsideEnd; readonly order: number }[] = [];
  for (const id of world.ownersThat('asEnd'))
    for (const fact of world.facts.get(id) ?? []) {
      const meaning = behaviourOf(fact).asEnd?.(fact, world);
      if (meaning?.is !== 'outside') continue;
      const prefixes = meaning.blocks.flatMap((block) =>
        containsAddress(block, address) ? [block.prefix] : [],
      );
      if (prefixes.length === 0) continue;
      const order =
        (meaning.enter == null ? 1024 : 0) + (meaning.isPart === true ? 512 : 0) - Math.max(...prefixes);
      found.push({ id, meaning, order });
    }
  return found.sort((one, other) => one.order - other.order)[0];
}

/** Nobody is known to have a private address; it may be behind a connection of which not all prefixes are known. */
function hiddenBehind(world: World, text: string): readonly Start[] | NoEnd {
  for (const id of world.ownersThat('asEnd'))
    for (const fact of world.facts.get(id) ?? []) {
      const meaning = behaviourOf(fact).asEnd?.(fact, world);
      if (meaning?.is === 'outside' && meaning.hidden !== null && meaning.enter != null)
        return outsideStart(world, meaning, id, text);
    }
  return nobodyHas(text);
}

function mayBe(world: World, candidate: Interface, text: string): NoEnd {
  const name = world.name(candidate.id);
  return {
    what: 'deliver',
    fault: {
      unknown: {
        en: `${text} may be the address of ${name}, to which AWS gives any free address of its subnet`,
        ja: `${text} は ${name} のアドレスかもしれません。AWS はサブネットの空きアドレスのどれかを割り当てます`,
      },
    },
  };
}

function ownerAnywhere(world: World, address: IpAddress): Interface | undefined {
  for (const network of world.networks.values()) {
    const owner = network.fixedOwners.get(ownerKey(address));
    if (owner !== undefined) return owner;
  }
  return undefined;
}
