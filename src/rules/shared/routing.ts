/** Ways of giving a subnet a route, smallest change first. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { addition } from './additions';
import { freeRow, inVpc, routesOf, subnetsOf, tableOf, vpcOf, wayOut } from './networks';
import { called, plan } from './words';

/** The internet gateway that is attached to a VPC; the first one, where several are drawn. */
export function internetGatewayOf(
  context: RuleContext,
  vpc: ResourceId,
): Resource<'internet-gateway'> | undefined {
  return inVpc(context, vpc, 'internet-gateway')[0];
}

/** The subnets of a VPC whose default route leads to an internet gateway. */
export function publicSubnets(context: RuleContext, vpc: ResourceId): readonly Resource<'subnet'>[] {
  return inVpc(context, vpc, 'subnet').filter((subnet) => wayOut(context, subnet) === 'internet');
}

/** Adds a route, or changes where the one to that destination leads. */
export function routeCall(
  context: RuleContext,
  table: Resource<'route-table'>,
  destination: string,
  target: ResourceId,
): CommandCall {
  const existing = routesOf(context, table).find((route) => route.destination === destination);
  return call('setRow', {
    id: table.id,
    field: 'routes',
    row: existing?.row ?? freeRow(table.props.routes, rowName(destination)),
    values: { destination, target },
  });
}

/**
 * Gives a subnet a route and leaves other subnets as they are: in its own table when no other subnet uses it, else in a
 * new table that has the old one's other routes as well.
 */
export function routeForSubnet(
  context: RuleContext,
  subnet: Resource<'subnet'>,
  destination: string,
  target: { readonly id: ResourceId; readonly name: string },
  before: readonly CommandCall[] = [],
): Plan | undefined {
  const table = tableOf(context, subnet);
  const vpc = vpcOf(context, subnet.id);
  if (table === undefined || vpc === undefined) return undefined;
  const route = `${destination} → ${target.name}`;
  if (table !== null && subnetsOf(context, table).length === 1) {
    const name = called(context, table.id);
    const replaces = routesOf(context, table).some((each) => each.destination === destination);
    return plan(
      replaces ? `Change the route of ${name} to ${route}` : `Add route ${route} to ${name}`,
      replaces ? `${name} のルートを ${route} に変更` : `${name} にルート ${route} を追加`,
      ...before,
      routeCall(context, table, destination, target.id),
    );
  }
  const kept = Object.entries(table?.props.routes ?? {}).filter(
    ([, each]) => each.destination !== destination,
  );
  const fresh = addition(context, 'route-table', vpc, `${called(context, subnet.id)}RouteTable`, {
    routes: {
      ...Object.fromEntries(kept),
      [freeRow(Object.fromEntries(kept), rowName(destination))]: { destination, target: target.id },
    },
  });
  const name = called(context, subnet.id);
  const endpoints =
    table === null
      ? []
      : inVpc(context, vpc.id, 'gateway-endpoint').filter(({ props }) =>
          Object.hasOwn(props.routeTables, table.id),
        );
  return plan(
    `Give ${name} a route table of its own with ${route}`,
    `${name} に専用のルートテーブル (${route}) を作成`,
    ...before,
    fresh.call,
    call('setProps', { id: subnet.id, props: { routeTable: fresh.id } }),
    ...endpoints.map(({ id, props }) =>
      call('setProps', { id, props: { routeTables: { ...props.routeTables, [fresh.id]: true } } }),
    ),
  );
}

/** A default route to the VPC's internet gateway, which is added when there is none. */
export function internetRouteFor(context: RuleContext, subnet: Resource<'subnet'>): Plan | undefined {
  const vpc = vpcOf(context, subnet.id);
  if (vpc === undefined) return undefined;
  const gateway = internetGatewayOf(context, vpc.id);
  if (gateway !== undefined)
    return routeForSubnet(context, subnet, '0.0.0.0/0', {
      id: gateway.id,
      name: called(context, gateway.id),
    });
  const fresh = addition(context, 'internet-gateway', vpc, 'InternetGateway', {});
  const routed = routeForSubnet(context, subnet, '0.0.0.0/0', fresh, [fresh.call]);
  if (routed === undefined) return undefined;
  const name = called(context, vpc.id);
  return {
    ...routed,
    title: {
      en: `Add an internet gateway to ${name} and the route 0.0.0.0/0 → ${fresh.name} for ${called(context, subnet.id)}`,
      ja: `${name} にインターネットゲートウェイを追加し、${called(context, subnet.id)} のルート 0.0.0.0/0 → ${fresh.name} を作成`,
    },
  };
}

function rowName(destination: string): string {
  if (destination === '0.0.0.0/0') return 'default';
  if (destination === '::/0') return 'default6';
  return `to${destination.replaceAll(/[^0-9a-f]/gi, '_')}`;
}
