/** Resources with network interfaces as ends of flows. */
import { addressOf, containsAddress } from '../../lib/cidr';
import type { Family } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { IpAddress } from './address';
import { exactly } from './address';
import { isReserved } from './addressClasses';
import { noPublicAddress, notItsAddress } from './endFaults';
import type { Answer, Destination, NoEnd, Start } from './ends';
import { lacksIpv6, noIpv6 } from './familyFaults';
import { behaviourOf } from './hops';
import type { FoundBy } from './hops/behaviour';
import { publicAddressOf } from './hops/internetGateway';
import { addressesOf, isFurther } from './interfaces';
import { refusedEnd } from './refused';
import type { Interface, World } from './world';
import { ownerKey } from './world';

export function interfaceStarts(
  world: World,
  id: ResourceId,
  text: string | undefined,
): readonly Start[] | NoEnd {
  const doubts: Words[] = [];
  for (const fact of world.facts.get(id) ?? []) {
    const refusal = behaviourOf(fact).cannotStart?.(fact, world);
    if (refusal !== undefined && 'unknown' in refusal) doubts.push(refusal.unknown);
    else if (refusal !== undefined)
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
    doubts,
    overInternet: false,
  }));
}

export function interfaceDestination(
  world: World,
  start: Start,
  id: ResourceId,
  text: string | undefined,
): Destination | NoEnd {
  const all = placed(world, id);
  if (!Array.isArray(all)) return all;
  const arrivesIn = start.some?.arrivesIn;
  const meant = all.filter(
    ({ subnet }) => arrivesIn === undefined || subnet === null || arrivesIn.has(subnet.id),
  );
  const own = meant.length === 0 ? all : meant;
  const chosen = withAddress(world, own, text === 'public' ? undefined : text);
  if (chosen.length === 0) return notItsAddress(world, id, text ?? '');
  const answersOf = (family: Family): Answer[] =>
    chosen.flatMap(({ at, addresses }): Answer[] =>
      addresses[family].length === 0
        ? []
        : [
            {
              at: id,
              family,
              addresses: addresses[family],
              target: at,
              disposition: 'delivered',
              service: null,
            },
          ],
    );
  // Over the internet an interface is found by its public address only; the private ones mean something else there.
  const publicAnswers = chosen.flatMap(({ at, addresses }): Answer[] =>
    at.publicIpv4 === false || addresses[4].some((address) => isFurther(at, address))
      ? []
      : [
          {
            at: id,
            family: 4,
            addresses: [publicAddressOf(world, at)],
            target: at,
            disposition: 'delivered',
            service: null,
          },
        ],
  );
  const found = text === undefined || text === 'public' ? foundByAny(chosen) : undefined;
  if (found !== undefined) return anyOfThem(world, start, id, chosen, found, text === 'public');
  // An option is one only when all of the interfaces have an address of its sort.
  const complete = (options: readonly Answer[][]): Answer[][] =>
    options.filter((answers) =>
      start.some === undefined ? answers.length === chosen.length : answers.length > 0,
    );
  if (text === 'public' || (text === undefined && start.overInternet)) {
    const options = complete([publicAnswers, text === 'public' ? [] : answersOf(6)]);
    if (options.length > 0) return { options, name: null };
    const lacking = start.addresses[4].length > 0 ? undefined : chosen.find(({ at }) => lacksIpv6(world, at));
    return lacking === undefined ? noPublicAddress(world, id) : noIpv6(world, lacking.at, start.from);
  }
  // A host on premises and a client of a VPN are outside of every network, unless the client has landed in one.
  const isElsewhere = start.from === null || chosen.some(({ at }) => at.network !== start.from?.network);
  return {
    options: complete([answersOf(4), answersOf(6), isElsewhere ? publicAnswers : []]),
    name: null,
  };
}

function foundByAny([first]: readonly ChosenInterface[]): FoundBy | undefined {
  return first === undefined ? undefined : behaviourOf(first.at.of).foundBy?.(first.at.of);
}

/**
 * A client takes any of the interfaces that the name leads to: of an internet-facing load balancer by their public
 * addresses, whoever asks.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
function anyOfThem(
  world: World,
  start: Start,
  id: ResourceId,
  chosen: readonly ChosenInterface[],
  { publicAddresses }: FoundBy,
  wantsPublic: boolean,
): Destination | NoEnd {
  const isPublic = wantsPublic || start.overInternet;
  if (isPublic && publicAddresses === false) return noPublicAddress(world, id);
  const options = (open: boolean): readonly (readonly Answer[])[] =>
    ([4, 6] as const)
      .map((family) =>
        chosen.flatMap(({ at, addresses }): Answer[] => {
          const own = open && family === 4 ? [publicAddressOf(world, at)] : addresses[family];
          const where = at.subnet === null ? '' : world.name(at.subnet.id);
          const called: Words = { en: `its node in ${where}`, ja: `${where} のノード` };
          if (own.length === 0) return [];
          return [
            { at: id, family, addresses: own, target: at, disposition: 'delivered', service: null, called },
          ];
        }),
      )
      .filter((answers) =>
        start.some === undefined ? answers.length === chosen.length : answers.length > 0,
      );
  const destination = (open: boolean): Destination => ({
    options: options(open),
    name: null,
    anyAnswer: true,
  });
  if (!isUnknown(publicAddresses) || isPublic) return destination(isPublic || publicAddresses === true);
  return {
    ...destination(false),
    alternatives: [{ destination: destination(true), why: publicAddresses.unknown }],
  };
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

export function mayHave(at: Interface, address: IpAddress): boolean {
  if (at.subnet === null) return false;
  if (isFurther(at, address)) return true;
  if (address.family === 4 && at.fixed !== null && !isUnknown(at.fixed))
    return at.fixed.value === address.value;
  if ((address.family === 4 ? at.ipv4 : at.ipv6) === false) return false;
  const block = address.family === 4 ? at.subnet.block : at.subnet.ipv6;
  if (block === null) return address.family === 4 && at.subnet.hidden !== null;
  if (!containsAddress(block, address) || isReserved(block, address.value)) return false;
  return at.network?.fixedOwners.get(ownerKey(address)) === undefined;
}

/** The interfaces of a resource, when they are in a subnet of a network and AWS would create them. */
function placed(world: World, id: ResourceId): Interface[] | NoEnd {
  const own = world.interfaces.get(id) ?? [];
  const name = world.name(id);
  const misplaced = own.find((each) => each.network === null);
  if (misplaced?.elsewhere != null) return { what: 'deliver', fault: { unknown: misplaced.elsewhere } };
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
  const refusal = world.refusals.get(id);
  return refusal === undefined ? [...own] : refusedEnd(refusal, id);
}
