/** The two ends of a question: where its packets may start, and which addresses they may be sent to. */
import { addressOf } from '../../lib/cidr';
import type { Family } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { IpAddress } from './address';
import { exactly, isPublic } from './address';
import { behaviourOf } from './hops';
import type { EndMeaning } from './hops/behaviour';
import { publicAddressOf } from './hops/internetGateway';
import { addressesOf, canHave } from './interfaces';
import type { Question, Resolved } from './names';
import { resolve } from './names';
import { fullServiceName } from './serviceNames';
import type { PortRange } from './ports';
import type { Block, Disposition, End } from './trace';
import type { Interface, Network, World } from './world';
import { networkHolds, ownerKey } from './world';
import { isUnknown } from '../model/value';

/** One place where the flow may start. All of them must work: a function runs in any of its subnets. */
export interface Start {
  readonly at: ResourceId | null;
  /** Null: outside. */
  readonly from: Interface | null;
  /** One address for each class that the source may be of. */
  readonly addresses: Readonly<Record<Family, readonly IpAddress[]>>;
  readonly clientPorts: PortRange;
  /** Whether packets come in over the internet; otherwise they have no way in that the design knows. */
  readonly overInternet: boolean;
}

/** One address that the flow may be sent to, with the classes it may be of. */
export interface Answer {
  readonly at: ResourceId | null;
  readonly family: Family;
  readonly addresses: readonly IpAddress[];
  /** The interface that must be reached; null: whoever has the address. */
  readonly target: Interface | null;
  readonly disposition: Disposition;
}

/** A reason why there is nothing to follow. */
export interface NoEnd {
  readonly fault: Omit<Block, 'direction'> | { readonly unknown: Words };
  readonly what: 'deliver' | 'gateway' | 'name-resolution' | 'translate';
}

export interface Destination {
  /** Groups of answers: within one all must work, and one that works is enough (another family, say). */
  readonly options: readonly (readonly Answer[])[];
  readonly resolved: Resolved | null;
}

const anyClient: PortRange = [1024, 65535];

export function startsOf(world: World, end: End): readonly Start[] | NoEnd {
  if ('resource' in end) {
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
    return outsideStart(world, { is: 'outside', addresses: [address] }, null, undefined);
  }
  const service = 'service' in end ? end.service : end.dns;
  return outsideStart(world, { is: 'service', service, region: world.region }, null, undefined);
}

export function destinationOf(world: World, start: Start, end: End): Destination | NoEnd {
  const network = start.from?.network ?? null;
  if ('resource' in end) {
    const meaning = meaningOf(world, end.resource);
    if (meaning !== undefined) return outsideDestination(world, network, meaning, end.resource, end.address);
    return interfaceDestination(world, start, end.resource, end.address);
  }
  if ('internet' in end)
    return outsideDestination(
      world,
      network,
      { is: 'internet', address: end.address ?? null },
      null,
      undefined,
    );
  if ('service' in end) {
    const region = network?.region ?? world.region;
    return named(world, network, { service: fullServiceName(end.service, region) }, null);
  }
  if ('dns' in end) return named(world, network, { host: end.dns }, null);
  const address = addressOf(end.address);
  if (address === undefined) return notAnAddress(end.address);
  return { options: [[plainAnswer(network, exactly(address))]], resolved: null };
}

function meaningOf(world: World, id: ResourceId): EndMeaning | undefined {
  for (const fact of world.facts.get(id) ?? []) {
    const meaning = behaviourOf(fact).asEnd?.(fact, world);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function interfaceStarts(world: World, id: ResourceId, text: string | undefined): readonly Start[] | NoEnd {
  for (const fact of world.facts.get(id) ?? []) {
    const refusal = behaviourOf(fact).cannotStart?.(fact, world);
    if (refusal !== undefined)
      return {
        what: 'gateway',
        fault: {
          resource: id,
          row: null,
          ...(refusal.field === undefined ? {} : { field: refusal.field }),
          at: id,
          code: refusal.code,
          analyzerCode: refusal.analyzerCode,
          says: refusal.says,
        },
      };
  }
  const own = placed(world, id);
  if (!Array.isArray(own)) return own;
  const chosen = withAddress(world, own, text);
  if (chosen.length === 0) return notItsAddress(world, id, text ?? '');
  return chosen.map(({ at, addresses }) => ({
    at: id,
    from: at,
    addresses,
    clientPorts: at.clientPorts,
    overInternet: false,
  }));
}

function interfaceDestination(
  world: World,
  start: Start,
  id: ResourceId,
  text: string | undefined,
): Destination | NoEnd {
  const own = placed(world, id);
  if (!Array.isArray(own)) return own;
  const chosen = withAddress(world, own, text === 'public' ? undefined : text);
  if (chosen.length === 0) return notItsAddress(world, id, text ?? '');
  const answersOf = (family: Family): Answer[] =>
    chosen.flatMap(({ at, addresses }): Answer[] =>
      addresses[family].length === 0
        ? []
        : [{ at: id, family, addresses: addresses[family], target: at, disposition: 'delivered' }],
    );
  // Over the internet an interface is found by its public address only; the private ones mean something else there.
  const publicAnswers = chosen.flatMap(({ at }): Answer[] =>
    at.publicIpv4 === false
      ? []
      : [
          {
            at: id,
            family: 4,
            addresses: [publicAddressOf(world, at)],
            target: at,
            disposition: 'delivered',
          },
        ],
  );
  const asked = text === undefined ? undefined : addressOf(text);
  if (text === 'public' || (asked === undefined && start.overInternet)) {
    if (publicAnswers.length < chosen.length && answersOf(6).length === 0) return noPublicAddress(world, id);
    const options = [publicAnswers, text === 'public' ? [] : answersOf(6)];
    return { options: options.filter((each) => each.length > 0), resolved: null };
  }
  const isElsewhere = start.from !== null && chosen.some(({ at }) => at.network !== start.from?.network);
  const options = [answersOf(4), answersOf(6), isElsewhere ? publicAnswers : []];
  return { options: options.filter((each) => each.length > 0), resolved: null };
}

interface ChosenInterface {
  readonly at: Interface;
  readonly addresses: Readonly<Record<Family, readonly IpAddress[]>>;
}

/** The interfaces with their addresses; when one address is meant, the interface that has or may have it. */
function withAddress(world: World, own: readonly Interface[], text: string | undefined): ChosenInterface[] {
  if (text === undefined)
    return own.map((at) => ({
      at,
      addresses: { 4: addressesOf(world, at, 4), 6: addressesOf(world, at, 6) },
    }));
  const address = addressOf(text);
  if (address === undefined) return [];
  return own
    .filter((at) => mayHave(at, exactly(address)))
    .slice(0, 1)
    .map((at) => {
      const chosen = [exactly(address, at)];
      return {
        at,
        addresses: { 4: address.family === 4 ? chosen : [], 6: address.family === 6 ? chosen : [] },
      };
    });
}

function mayHave(at: Interface, address: IpAddress): boolean {
  if (at.subnet === null) return false;
  if (address.family === 4 && at.fixed !== null && !isUnknown(at.fixed))
    return at.fixed.value === address.value;
  if (address.family === 6 && at.ipv6 === false) return false;
  const block = address.family === 4 ? at.subnet.block : at.subnet.ipv6;
  if (block === null) return address.family === 4 && at.subnet.hidden !== null;
  const [first, last] = [
    block.first,
    block.first + (1n << BigInt((block.family === 4 ? 32 : 128) - block.prefix)),
  ];
  if (address.value < first + 4n || address.value >= last - 1n) return false;
  return at.network?.fixedOwners.get(ownerKey(address)) === undefined;
}

/** The interfaces of a resource, when they are in a subnet of a network and AWS would create them. */
function placed(world: World, id: ResourceId): Interface[] | NoEnd {
  const own = world.interfaces.get(id) ?? [];
  const name = world.name(id);
  const misplaced = own.find((each) => each.network === null);
  if (own.length === 0 || misplaced !== undefined)
    return {
      what: 'deliver',
      fault: {
        resource: id,
        row: null,
        at: id,
        code: 'not-attached',
        analyzerCode: own.length === 0 ? 'UNSUPPORTED_COMPONENT' : 'UNASSOCIATED_COMPONENT',
        says:
          own.length === 0
            ? {
                en: `${name} has no network interface`,
                ja: `${name} にはネットワークインターフェイスがありません`,
              }
            : { en: `${name} is in no subnet of a VPC`, ja: `${name} は VPC のサブネットにありません` },
      },
    };
  const impossible = own.find((each) => !canHave(each));
  if (impossible !== undefined)
    return {
      what: 'deliver',
      fault: {
        resource: id,
        row: null,
        field: 'privateIp',
        at: id,
        code: 'cannot-be-created',
        analyzerCode: 'BAD_STATE',
        says: {
          en: `${name} cannot be created: its private address is not a free address of its subnet`,
          ja: `${name} は作成できません。プライベートアドレスがサブネットの使用可能なアドレスではありません`,
        },
      },
    };
  return [...own];
}

function outsideStart(
  world: World,
  meaning: EndMeaning,
  at: ResourceId | null,
  text: string | undefined,
): readonly Start[] | NoEnd {
  if (meaning.is === 'unknown') return { what: 'deliver', fault: { unknown: meaning.why } };
  const start = (addresses: readonly IpAddress[]): Start[] => [
    {
      at,
      from: null,
      addresses: {
        4: addresses.filter(({ family }) => family === 4),
        6: addresses.filter(({ family }) => family === 6),
      },
      clientPorts: anyClient,
      overInternet: true,
    },
  ];
  const chosen = text ?? (meaning.is === 'internet' ? meaning.address : null);
  if (chosen !== null) {
    const address = addressOf(chosen);
    return address === undefined ? notAnAddress(chosen) : start([exactly(address)]);
  }
  if (meaning.is === 'outside') return start(meaning.addresses.map((each) => exactly(each)));
  return start(([4, 6] as const).map((family) => anyAddress(world, family)));
}

function outsideDestination(
  world: World,
  network: Network | null,
  meaning: EndMeaning,
  at: ResourceId | null,
  text: string | undefined,
): Destination | NoEnd {
  if (meaning.is === 'unknown') return { what: 'deliver', fault: { unknown: meaning.why } };
  if (meaning.is === 'service')
    return named(world, network, { service: fullServiceName(meaning.service, meaning.region) }, at);
  const chosen = text ?? (meaning.is === 'internet' ? meaning.address : null);
  if (chosen !== null) {
    const address = addressOf(chosen);
    if (address === undefined) return notAnAddress(chosen);
    return { options: [[{ ...plainAnswer(network, exactly(address)), at }]], resolved: null };
  }
  if (meaning.is === 'internet')
    return {
      options: ([4, 6] as const).map((family) => [
        {
          at,
          family,
          addresses: [anyAddress(world, family)],
          target: null,
          disposition: 'exits-to-internet' as const,
        },
      ]),
      resolved: null,
    };
  return {
    options: [
      meaning.addresses.map((each) => ({
        at,
        family: each.family,
        addresses: [exactly(each)],
        target: null,
        disposition: 'exits-to-on-premises' as const,
      })),
    ],
    resolved: null,
  };
}

function named(
  world: World,
  network: Network | null,
  question: Question,
  at: ResourceId | null,
): Destination | NoEnd {
  const resolution = resolve(world, network, question);
  if (!resolution.ok) {
    const vpc = world.name(resolution.network.id);
    return {
      what: 'name-resolution',
      fault: {
        resource: resolution.network.id,
        row: null,
        field: 'dnsSupport',
        at: resolution.network.id,
        code: 'unresolved-name',
        analyzerCode: null,
        says: {
          en: `${resolution.host} is not resolved: DNS resolution of ${vpc} is off`,
          ja: `${vpc} の DNS 解決が無効なため、${resolution.host} の名前解決ができません`,
        },
      },
    };
  }
  const { resolved } = resolution;
  const { answers } = resolved;
  if (answers.are === 'interfaces')
    return {
      resolved,
      options: [
        answers.interfaces.map((target) => ({
          at,
          family: 4 as const,
          addresses: addressesOf(world, target, 4),
          target,
          disposition: 'exits-to-service' as const,
        })),
      ],
    };
  const { address } = answers;
  return {
    resolved,
    options: [
      [
        {
          at,
          family: 4,
          addresses: [address],
          target: null,
          disposition: address.is.as === 'service' ? 'exits-to-service' : 'exits-to-internet',
        },
      ],
    ],
  };
}

/** A plain address: whoever has it. The one who has it in the source's own network comes first. */
function plainAnswer(network: Network | null, address: IpAddress): Answer {
  const isInside = network !== null && networkHolds(network, address);
  return {
    at: null,
    family: address.family,
    addresses: [address],
    target: null,
    disposition: isInside ? 'delivered' : isPublic(address) ? 'exits-to-internet' : 'exits-to-on-premises',
  };
}

function ownerAnywhere(world: World, address: IpAddress): Interface | undefined {
  for (const network of world.networks.values()) {
    const owner = network.fixedOwners.get(ownerKey(address));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function anyAddress(world: World, family: Family): IpAddress {
  return { family, value: world.anyPublic[family], owner: null, is: { as: 'internet' } };
}

function notAnAddress(text: string): NoEnd {
  return {
    what: 'deliver',
    fault: {
      resource: null,
      row: null,
      at: null,
      code: 'no-such-host',
      analyzerCode: 'NO_SOURCE_OR_DESTINATION',
      says: { en: `“${text}” is not an address`, ja: `「${text}」はアドレスではありません` },
    },
  };
}

function notItsAddress(world: World, id: ResourceId, text: string): NoEnd {
  const name = world.name(id);
  return {
    what: 'deliver',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'no-such-host',
      analyzerCode: 'ENI_ADDRESS_RESTRICTION',
      says: { en: `${text} is not an address of ${name}`, ja: `${text} は ${name} のアドレスではありません` },
    },
  };
}

function noPublicAddress(world: World, id: ResourceId): NoEnd {
  const name = world.name(id);
  return {
    what: 'translate',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'no-public-address',
      analyzerCode: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      says: {
        en: `${name} has no public IPv4 address, so nothing on the internet can send to it`,
        ja: `${name} にパブリック IPv4 アドレスがないため、インターネットからは送信できません`,
      },
    },
  };
}
