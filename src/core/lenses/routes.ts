/** Where packets go: each subnet in the colour of its route table, with the routes of that, and the gateways they name. */
import { verbatim, type Words } from '../../lib/words';
import type { Peer } from '../catalog/field';
import type { ResourceId } from '../model/document';
import { isUnknown, known, type Value } from '../model/value';
import type { Fact, RouteTableFact, SubnetFact } from '../network/facts';
import { mark, tints, type LensGround, type LensMark, type LensView } from './lens';

/** The facts of those who stand in the way of packets and send them on. */
const gateways: ReadonlySet<Fact['fact']> = new Set([
  'internet-gateway',
  'egress-only-gateway',
  'nat-gateway',
  'peering',
  'transit-gateway',
  'transit-gateway-attachment',
  'transit-gateway-route-table',
  'vpn-gateway',
  'vpn-connection',
  'gateway-endpoint',
  'gwlb-endpoint',
]);

export function routesLens(ground: LensGround): LensView {
  const { facts } = ground;
  const marks = new Map<ResourceId, LensMark>();
  const tables = facts.filter((fact): fact is RouteTableFact => fact.fact === 'route-table');
  const tintOf = new Map(tables.map(({ by }, index) => [by, index % tints]));
  const notesOf = new Map(tables.map((table) => [table.by, routeNotes(ground, table)]));
  for (const table of tables) {
    mark(marks, table.by, { tint: tintOf.get(table.by) ?? 0 });
    for (const { target } of Object.values(table.routes)) mark(marks, known(target));
  }
  for (const fact of facts) {
    if (gateways.has(fact.fact)) mark(marks, fact.by);
    // The table of a gateway decides for what it takes in.
    if (fact.fact === 'internet-gateway' || fact.fact === 'vpn-gateway')
      if (fact.routeTable !== undefined) mark(marks, known(fact.routeTable));
    if (fact.fact === 'subnet') mark(marks, fact.by, subnetMark(ground, fact, tables, tintOf, notesOf));
  }
  return { lens: 'routes', marks, links: [], sets: [] };
}

function subnetMark(
  { nameOf }: LensGround,
  { routeTable, network }: SubnetFact,
  tables: readonly RouteTableFact[],
  tintOf: ReadonlyMap<ResourceId, number>,
  notesOf: ReadonlyMap<ResourceId, readonly Words[]>,
): LensMark {
  if (isUnknown(routeTable)) return { notes: [routeTable.unknown] };
  const main = tables.find((table) => table.main && table.network === network);
  const own = routeTable ?? main?.by;
  const tint = own === undefined ? undefined : tintOf.get(own);
  if (own === undefined || tint === undefined)
    return { notes: [{ en: 'main route table: local', ja: 'メインルートテーブル: local' }] };
  // The chip of a table that is named stands on the subnet; that of the main table stands elsewhere.
  const name = routeTable === null ? [verbatim(nameOf(own))] : [];
  return { tint, notes: [...name, ...(notesOf.get(own) ?? [])] };
}

/** A line for each route, those that gateway endpoints and propagation put there among them. */
function routeNotes({ facts, nameOf }: LensGround, { by, routes }: RouteTableFact): readonly Words[] {
  const notes: Words[] = [];
  for (const { destination, target } of Object.values(routes))
    notes.push(arrow(destinationText(destination, nameOf), targetText(target, nameOf)));
  for (const fact of facts) {
    if (fact.fact === 'gateway-endpoint' && fact.routeTables.includes(by))
      notes.push(arrow(known(fact.service)?.split('.').at(-1) ?? '?', nameOf(fact.by)));
    if (fact.fact === 'learnt-routes' && fact.routeTables.includes(by))
      for (const { destination } of fact.routes)
        notes.push(arrow(known(destination) ?? '?', nameOf(fact.target)));
  }
  return notes.length === 0 ? [verbatim('local')] : notes;
}

function arrow(from: string, to: string): Words {
  return verbatim(`${from} → ${to}`);
}

function destinationText(value: Value<Peer>, nameOf: (id: ResourceId) => string): string {
  if (isUnknown(value)) return '?';
  return typeof value === 'string' ? value : nameOf(value.ref);
}

function targetText(value: Value<ResourceId | null>, nameOf: (id: ResourceId) => string): string {
  if (isUnknown(value)) return '?';
  return value === null ? 'blackhole' : nameOf(value);
}
