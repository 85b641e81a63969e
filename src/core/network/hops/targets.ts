/**
 * The targets behind a listener, and which of them a node of the load balancer sends to: those of its own Availability
 * Zone, or with cross-zone load balancing those of every zone that the load balancer has a node in (LB1).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
import { addressOf, containsAddress } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import type { Value } from '../../model/value';
import { isUnknown } from '../../model/value';
import { exactly, type IpAddress } from '../address';
import type { Fact, LoadBalancerFact, TargetGroupFact, TargetRow } from '../facts';
import type { Interface, Network, Subnet, World } from '../world';
import { ownerKey } from '../world';

export interface Target {
  readonly group: TargetGroupFact;
  /** What it is called. */
  readonly name: Words;
  readonly to:
    | { readonly is: 'interface'; readonly at: Interface }
    /** An address that nobody in the design is known to have. */
    | { readonly is: 'address'; readonly address: IpAddress }
    | { readonly is: 'function'; readonly id: string };
  /** Null: that of the listener. */
  readonly port: number | null;
  readonly stands: Standing;
}

/** Where it stands: in a subnet, in a zone that its row says, or in none (`all`). */
type Standing = { readonly subnet: Subnet } | { readonly zone: string } | { readonly everywhere: true };

export interface Targets {
  readonly known: readonly Target[];
  /** Why there may be more of them. */
  readonly hidden: Words | null;
  /** What AWS would not register. */
  readonly refused: readonly Words[];
}

export function targetsOf(world: World, group: TargetGroupFact): Targets {
  const known: Target[] = [];
  const refused: Words[] = [];
  let hidden: Words | null = null;
  const add = (found: Found): void => {
    if ('hidden' in found) hidden ??= found.hidden;
    else if ('refused' in found) refused.push(found.refused);
    else known.push(...found.targets);
  };
  for (const row of Object.values(group.targets)) add(targetsOfRow(world, group, row));
  for (const { by, port } of world.registered.get(group.by) ?? [])
    add(interfacesOf(world, group, by, world.interfaces.get(by) ?? [], port));
  return { known, hidden, refused };
}

type Found =
  { readonly targets: readonly Target[] } | { readonly hidden: Words } | { readonly refused: Words };

function targetsOfRow(world: World, group: TargetGroupFact, row: TargetRow): Found {
  const { target, port } = row;
  if (isUnknown(target)) return { hidden: target.unknown };
  if (isUnknown(group.type)) return { hidden: group.type.unknown };
  if (typeof target === 'string') return addressTarget(world, group, row, target);
  const id = target.ref;
  const facts = world.facts.get(id);
  if (facts === undefined) return { targets: [] };
  if (group.type === 'lambda') {
    const name = verbatim(world.name(id));
    return {
      targets: [{ group, name, to: { is: 'function', id }, port: null, stands: { everywhere: true } }],
    };
  }
  const all = world.interfaces.get(id) ?? [];
  if (group.type === 'alb') {
    if (!facts.some(isApplicationLoadBalancer)) return { refused: wrongType(world, group, id) };
    return interfacesOf(world, group, id, all, port);
  }
  // LB2: an interface has no instance ID of its own, and can be registered by its address only.
  if (group.type === 'instance' && facts.some(isInterfaceAlone))
    return { refused: wrongType(world, group, id) };
  // A target given by its instance's id is that instance's primary interface.
  return interfacesOf(world, group, id, group.type === 'instance' ? all.slice(0, 1) : all, port);
}

function interfacesOf(
  world: World,
  group: TargetGroupFact,
  id: string,
  interfaces: readonly Interface[],
  ownPort: Value<number | null>,
): Found {
  const port = portOf(group, ownPort);
  if (isUnknown(port)) return { hidden: port.unknown };
  if (interfaces.length === 0) return { refused: wrongType(world, group, id) };
  const name = world.name(id);
  const elsewhere = interfaces.find(({ network }) => network?.id !== group.network);
  // LB2: an instance of another network can be registered by its address only.
  if (group.type === 'instance' && elsewhere !== undefined)
    return {
      refused: {
        en: `${name} is not in the VPC of ${world.name(group.by)}, so it cannot be registered by its instance ID`,
        ja: `${name} は ${world.name(group.by)} の VPC にないため、インスタンス ID では登録できません`,
      },
    };
  return {
    targets: interfaces.flatMap((at): Target[] => {
      const { subnet } = at;
      if (subnet === null) return [];
      const where = world.name(subnet.id);
      const called: Words =
        interfaces.length === 1 ? verbatim(name) : { en: `${name} in ${where}`, ja: `${where} の ${name}` };
      return [{ group, name: called, to: { is: 'interface', at }, port, stands: { subnet } }];
    }),
  };
}

function addressTarget(world: World, group: TargetGroupFact, row: TargetRow, text: string): Found {
  const address = addressOf(text);
  if (address === undefined || group.type !== 'ip')
    return {
      refused: {
        en: `${world.name(group.by)} takes no target “${text}”`,
        ja: `${world.name(group.by)} には「${text}」をターゲットとして登録できません`,
      },
    };
  const port = portOf(group, row.port);
  if (isUnknown(port)) return { hidden: port.unknown };
  const network = group.network === null ? undefined : world.networks.get(group.network);
  const owner = network?.fixedOwners.get(ownerKey(address));
  const subnet = owner?.subnet ?? subnetWith(network, exactly(address));
  const named = { group, name: verbatim(text), port };
  if (subnet === undefined && isUnknown(row.zone)) return { hidden: row.zone.unknown };
  const stands: Standing =
    subnet !== undefined
      ? { subnet }
      : isUnknown(row.zone) || row.zone === '' || row.zone === 'all'
        ? { everywhere: true }
        : { zone: row.zone };
  const to: Target['to'] =
    owner === undefined ? { is: 'address', address: exactly(address) } : { is: 'interface', at: owner };
  return { targets: [{ ...named, to, stands }] };
}

function portOf(group: TargetGroupFact, own: Value<number | null>): Value<number | null> {
  return own ?? group.port;
}

function subnetWith(network: Network | undefined, address: IpAddress): Subnet | undefined {
  return network?.subnets.find(({ block, ipv6 }) => {
    const own = address.family === 4 ? block : ipv6;
    return own !== null && containsAddress(own, address);
  });
}

function isApplicationLoadBalancer(fact: Fact): boolean {
  return fact.fact === 'load-balancer' && fact.type === 'application';
}

function isInterfaceAlone(fact: Fact): boolean {
  return fact.fact === 'interface' && fact.attached !== undefined;
}

function wrongType(world: World, group: TargetGroupFact, id: string): Words {
  const [name, own] = [world.name(id), world.name(group.by)];
  return {
    en: `${name} is no target of the type that ${own} takes`,
    ja: `${name} は ${own} のターゲットタイプに合いません`,
  };
}

/** Whether a node sends to a target: `other-zone` and `no-node` say why not. */
export type Eligible = 'yes' | 'other-zone' | 'no-node' | { readonly unknown: Words };

export function eligible(world: World, fact: LoadBalancerFact, node: Interface, target: Target): Eligible {
  const { stands } = target;
  if ('everywhere' in stands) return 'yes';
  const here = sameZone(world, node.subnet, stands);
  if (here === true) return 'yes';
  const across = target.group.crossZone ?? fact.crossZone;
  const nodes = world.interfaces.get(fact.by) ?? [];
  const covered = nodes.map(({ subnet }) => sameZone(world, subnet, stands));
  const isCovered = covered.includes(true) ? true : (covered.find((each) => each !== false) ?? false);
  if (isCovered === false) return 'no-node';
  if (across === true) return isCovered === true ? 'yes' : isCovered;
  if (here !== false) return here;
  return isUnknown(across) ? across : 'other-zone';
}

/** Zones are compared by name; which one AWS chooses is not known, but a subnet is in one zone. */
export function sameZone(
  world: World,
  subnet: Subnet | null,
  other: { readonly subnet: Subnet } | { readonly zone: string },
): boolean | { readonly unknown: Words } {
  if (subnet === null) return false;
  if ('subnet' in other && other.subnet === subnet) return true;
  const [own, their] = [subnet.zone, 'subnet' in other ? other.subnet.zone : other.zone];
  for (const [zone, of] of [
    [own, subnet],
    [their, 'subnet' in other ? other.subnet : subnet],
  ] as const) {
    if (isUnknown(zone)) return zone;
    if (zone === '')
      return {
        unknown: {
          en: `AWS chooses the Availability Zone of ${world.name(of.id)}`,
          ja: `${world.name(of.id)} のアベイラビリティーゾーンは AWS が選びます`,
        },
      };
  }
  return own === their;
}
