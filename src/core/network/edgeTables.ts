/**
 * The route tables of gateways, and which of them AWS accepts.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import { contains } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import type { Fact } from './facts';
import { behaviourOf } from './hops';
import { rowText } from './routeLookup';
import type { EdgeTable, Network, Route, RouteTable, World } from './world';

/** The tables of all gateways that have one, once the tables are filled. */
export function edgeTables(world: World, facts: readonly Fact[]): Map<ResourceId, EdgeTable> {
  const found = new Map<ResourceId, EdgeTable>();
  for (const fact of facts) {
    const table = behaviourOf(fact).edgeTable?.(fact) ?? null;
    const network = 'network' in fact && fact.network !== null ? world.networks.get(fact.network) : undefined;
    if (table === null || network === undefined) continue;
    const edge = edgeTable(world, network, table);
    if (edge !== undefined) found.set(fact.by, edge);
  }
  return found;
}

/** The table of a gateway of a network. A table of another network is not its. */
function edgeTable(
  world: World,
  network: Network,
  routeTable: Value<ResourceId | null>,
): EdgeTable | undefined {
  if (isUnknown(routeTable)) return { is: 'unknown', why: routeTable.unknown };
  const table = world.tables.get(routeTable ?? '');
  if (table === undefined || table.network !== network) return undefined;
  const why = whyRefused(world, network, table);
  return why === undefined ? { is: 'table', table } : { is: 'refused', table, why };
}

function whyRefused(world: World, network: Network, table: RouteTable): Words | undefined {
  // RT1
  if (network.mainTable === table)
    return {
      en: 'it is the main route table of the VPC',
      ja: 'VPC のメインルートテーブルです',
    };
  const row = table.routes.find((route) => !isAccepted(world, network, route));
  if (row === undefined) return undefined;
  const text = rowText(world, row);
  return {
    en: `its route ${text} is none that the table of a gateway may have`,
    ja: `ルート ${text} は、ゲートウェイのルートテーブルには設定できません`,
  };
}

/** GW2: a block of the whole VPC or of a whole subnet, to an interface or a Gateway Load Balancer endpoint. */
function isAccepted(world: World, network: Network, { origin, matches, state, target }: Route): boolean {
  if (origin === 'local') return true;
  if (origin !== 'static') return false;
  if ('unknown' in matches) return true;
  if (!('block' in matches)) return false;
  const { block } = matches;
  const own = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  // A block that is not known may be the one around it.
  if (!own.some((each) => contains(each, block))) return network.hidden !== null;
  if (state.is === 'refused') return false;
  if (isUnknown(target) || target === null) return true;
  // What is not modelled may be an appliance of some sort.
  return (world.facts.get(target) ?? [undefined]).some((fact) => {
    if (fact === undefined) return true;
    const { mayReplaceLocal = false, mayTakeIngress = mayReplaceLocal } = behaviourOf(fact);
    return mayTakeIngress;
  });
}
