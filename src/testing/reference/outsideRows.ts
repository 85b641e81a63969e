/** What the tables, the groups and the DHCP options of a random design say of what is around it. */
import { box, type Box } from '../../core/model/sketch';
import type { Chance } from './chance';
import { all, keyed, port, type GroupRows, type Routes } from './designRows';
import type { Connection, Outside } from './outsideDesign';

type Rows = Readonly<Record<string, unknown>>;

/** A box of a Region with what is around it, and with further boxes in VPCs. */
export function withRows(
  outside: Outside,
  each: Box,
  connections: readonly Connection[],
  attachments: readonly string[],
  furtherIn: (vpc: string) => readonly Box[],
): Box {
  const inside = each.inside.map((inner) => withRows(outside, inner, connections, attachments, furtherIn));
  const props = propsWith(outside, each, connections, attachments);
  const more = each.box === 'vpc' ? furtherIn(each.name) : [];
  // Only rows of the types that the boxes have are added.
  return { ...each, props: props as Box['props'], inside: [...inside, ...more] };
}

function propsWith(
  outside: Outside,
  { box: kind, name, props: given }: Box,
  connections: readonly Connection[],
  attachments: readonly string[],
): Rows {
  const { chance, slip } = outside;
  const props: Rows = given;
  switch (kind) {
    case 'vpc':
      return chance.oneIn(9) ? { ...props, dnsServers: dhcpServers(outside) } : props;
    case 'security-group':
      return { ...props, inbound: { ...rowsIn(props, 'inbound'), ...lettingIn(chance, name) } };
    case 'route-table': {
      if (!/^(?:Public|Private)Table/.test(name)) return props;
      const known = new Set(Object.values(routesIn(props)).map((row) => row.destination));
      const rows = connections.flatMap((connection) => {
        const target = wayTo(outside, connection, name.at(-1) ?? '');
        if (target === null || chance.oneIn(3)) return [];
        const destination = slip() ? '0.0.0.0/0' : connection.block;
        if (known.has(destination)) return [];
        known.add(destination);
        return [[`to ${connection.by}`, { destination, target }] as const];
      });
      return { ...props, routes: { ...routesIn(props), ...Object.fromEntries(rows) } };
    }
    case 'transit-gateway-route-table': {
      if (props['isDefault'] === true) return withStatic(chance, props, connections);
      const named = attachments.filter(() => !slip()).map((attachment) => ({ attachment }));
      const added = Object.fromEntries(named.map((row) => [row.attachment, row]));
      return withStatic(
        chance,
        {
          ...props,
          associations: { ...rowsIn(props, 'associations'), ...added },
          propagations: { ...rowsIn(props, 'propagations'), ...added },
        },
        connections,
      );
    }
    default:
      return props;
  }
}

/** Rows for whoever is outside: for the usual port, or for everything. */
function lettingIn(chance: Chance, name: string): GroupRows {
  const usual = name.startsWith('Db') ? 5432 : name.startsWith('App') ? 8080 : 443;
  const from = (peer: string): GroupRows[string] => (chance.oneIn(5) ? port(usual, peer) : all(peer));
  const near = chance.pick(['192.168.0.0/16', '192.168.0.0/16', '192.168.0.0/16', '192.168.1.0/24']);
  return {
    ...(chance.oneIn(9) ? {} : { near: from(near), far: from('172.16.0.0/12') }),
    // Those who land in a VPC have its addresses.
    ...(chance.oneIn(3) ? {} : { landed: from('10.0.0.0/8') }),
  };
}

/** The gateway by which a VPC's own table would lead to a connection. */
function wayTo({ chance }: Outside, { gateway }: Connection, letter: string): string | null {
  if (gateway === 'Transit') return 'Transit';
  return gateway.at(-1) === letter || chance.oneIn(20) ? gateway : null;
}

function withStatic(chance: Chance, props: Rows, connections: readonly Connection[]): Rows {
  const routes = connections
    .filter(({ gateway, isStatic }) => gateway === 'Transit' && (isStatic || chance.oneIn(6)))
    .filter(() => !chance.oneIn(5))
    .filter(isFirst)
    .map(({ by, block }) => [by, { destination: block, attachment: by }] as const);
  return { ...props, routes: { ...rowsIn(props, 'routes'), ...Object.fromEntries(routes) } };
}

/** A table has one row for each destination. */
function isFirst({ block }: Connection, index: number, list: readonly Connection[]): boolean {
  return list.findIndex((each) => each.block === block) === index;
}

/** Static connections need a drawn table of the transit gateway, where it has none but its default one. */
export function transitTables({ chance, ids, transit }: Outside, connections: readonly Connection[]): Box[] {
  if (!transit || ids.has('TransitTable') || chance.oneIn(3)) return [];
  return [
    box('transit-gateway-route-table', 'TransitTable', {
      transitGateway: 'Transit',
      isDefault: true,
      routes: keyed(
        connections
          .filter(({ gateway, isStatic }) => gateway === 'Transit' && isStatic)
          .filter(isFirst)
          .map(({ by, block }) => ({ destination: block, attachment: by })),
      ),
    }),
  ];
}

/** Inbound endpoints, Amazon's own server, a public one, somebody's. */
function dhcpServers({ chance, sites }: Outside): string {
  const site = chance.any(sites);
  const own = (host: string): string => (site?.block ?? '10.0.0.0/16').replace('0.0/16', host);
  return chance.pick([own('10.53'), `${own('10.53')}, ${own('11.53')}`, own('0.2'), '8.8.8.8', own('10.99')]);
}

function rowsIn(props: Rows, name: string): Rows {
  // The props of a box are plain data, and these hold rows.
  return (props[name] ?? {}) as Rows;
}

function routesIn(props: Rows): Routes {
  return rowsIn(props, 'routes') as Routes;
}
