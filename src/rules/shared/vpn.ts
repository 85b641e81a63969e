/** What rules ask of VPN connections, answered from the drawing alone. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { blockTakenOf } from '../../lib/blockTaken';
import type { Block } from '../../lib/cidr';
import { freeRow } from './networks';
import { called, listed, plan } from './words';

export type Connection = Resource<'vpn-connection'>;
export type VpnGateway = Resource<'virtual-private-gateway'>;

/** The drawn virtual private gateway that a connection ends at. */
export function vpnGatewayOf(context: RuleContext, { props }: Connection): VpnGateway | undefined {
  const gateway = context.resource(known(props.gateway));
  return gateway !== undefined && isKind(gateway, 'virtual-private-gateway') ? gateway : undefined;
}

export function customerGatewayOf(
  context: RuleContext,
  { props }: Connection,
): Resource<'customer-gateway'> | undefined {
  const device = context.resource(known(props.customerGateway));
  return device !== undefined && isKind(device, 'customer-gateway') ? device : undefined;
}

export function connectionsAt(context: RuleContext, gateway: ResourceId): readonly Connection[] {
  return context.all('vpn-connection').filter(({ props }) => known(props.gateway) === gateway);
}

/** The connections by which an end on premises is reached. */
export function connectionsOfEnd(context: RuleContext, id: ResourceId): readonly Connection[] {
  const end = context.resource(id);
  if (end === undefined) return [];
  if (isKind(end, 'vpn-connection')) return [end];
  const devices = isKind(end, 'on-premises')
    ? Object.keys(end.props.customerGateways)
    : isKind(end, 'customer-gateway')
      ? [id]
      : [];
  return context
    .all('vpn-connection')
    .filter(({ props }) => devices.includes(known(props.customerGateway) ?? ''));
}

export function isOnPremises({ kind }: Resource): boolean {
  return kind === 'on-premises' || kind === 'customer-gateway' || kind === 'vpn-connection';
}

/** A block of a network on premises, with who says it and where. */
export interface Prefix {
  readonly text: string;
  readonly block: Block;
  readonly on: ResourceId;
  readonly field: string;
}

/** The blocks that are drawn behind a customer gateway. */
export function drawnBehind(context: RuleContext, device: ResourceId): readonly Prefix[] {
  return context
    .all('on-premises')
    .filter(({ props }) => Object.hasOwn(props.customerGateways, device))
    .flatMap(({ id, props }) =>
      Object.entries(props.cidrs).flatMap(([row, { cidr }]) => prefix(known(cidr), id, `cidrs.${row}.cidr`)),
    );
}

/** What a connection tells a virtual private gateway: its static routes, or what its device announces over BGP. */
export function prefixesTold(context: RuleContext, connection: Connection): readonly Prefix[] {
  const { id, props } = connection;
  if (props.staticOnly === true)
    return Object.entries(props.routes).flatMap(([row, { destination }]) =>
      prefix(known(destination), id, `routes.${row}.destination`),
    );
  const device = isUnknown(props.staticOnly) ? undefined : customerGatewayOf(context, connection);
  return Object.entries(device?.props.prefixes ?? {}).flatMap(([row, { cidr }]) =>
    prefix(known(cidr), device?.id ?? id, `prefixes.${row}.cidr`),
  );
}

/** The blocks that an end on premises stands for. */
export function blocksOfEnd(context: RuleContext, id: ResourceId): readonly string[] {
  const end = context.resource(id);
  if (end === undefined) return [];
  if (isKind(end, 'on-premises'))
    return Object.values(end.props.cidrs).flatMap(({ cidr }) => known(cidr) ?? []);
  const connections = connectionsOfEnd(context, id);
  const drawn = connections.flatMap((each) => {
    const device = customerGatewayOf(context, each);
    return device === undefined ? [] : drawnBehind(context, device.id);
  });
  const told = connections.flatMap((each) => [
    ...prefixesTold(context, each),
    ...transitRoutesTo(context, each),
  ]);
  return [...new Set((drawn.length > 0 ? drawn : told).map(({ text }) => text))];
}

/** The static routes of a transit gateway's tables that lead to a connection. */
export function transitRoutesTo(context: RuleContext, { id }: Connection): readonly Prefix[] {
  return context
    .all('transit-gateway-route-table')
    .flatMap((table) =>
      Object.entries(table.props.routes).flatMap(([row, { destination, attachment }]) =>
        attachment === id ? prefix(known(destination), table.id, `routes.${row}.destination`) : [],
      ),
    );
}

function prefix(text: string | undefined, on: ResourceId, field: string): readonly Prefix[] {
  const block = text === undefined ? undefined : blockTakenOf(text);
  return text === undefined || block === undefined ? [] : [{ text, block, on, field }];
}

/** Whether a gateway propagates to a table. */
export function propagatesTo(gateway: VpnGateway, table: ResourceId): boolean {
  return propagationTo(gateway, table) !== undefined;
}

/** The row by which it does. */
export function propagationTo({ props }: VpnGateway, table: ResourceId): string | undefined {
  return Object.entries(props.propagation).find(([, { routeTable }]) => known(routeTable) === table)?.[0];
}

/** Lets a gateway propagate to tables that it does not yet. */
export function propagationPlan(
  context: RuleContext,
  gateway: VpnGateway,
  tables: readonly ResourceId[],
): Plan | undefined {
  const lacking = tables.filter((table) => !propagatesTo(gateway, table));
  if (lacking.length === 0) return undefined;
  let sofar: Readonly<Record<string, unknown>> = gateway.props.propagation;
  const commands = lacking.map((routeTable): CommandCall => {
    const row = freeRow(sofar, `to${routeTable.replaceAll(/[^A-Za-z0-9]/g, '')}`);
    sofar = { ...sofar, [row]: true };
    return call('setRow', { id: gateway.id, field: 'propagation', row, values: { routeTable } });
  });
  const names = listed(lacking.map((id) => called(context, id)));
  const name = called(context, gateway.id);
  return plan(
    `Let ${name} propagate its routes to ${names.en}`,
    `${name} のルートを ${names.ja} に伝播`,
    ...commands,
  );
}

/** Gives a static connection routes to blocks that it lacks. */
export function staticRoutesPlan(
  context: RuleContext,
  { id, props }: Connection,
  blocks: readonly string[],
): Plan | undefined {
  const there = new Set(Object.values(props.routes).map(({ destination }) => known(destination)));
  const lacking = [...new Set(blocks)].filter((text) => !text.includes(':') && !there.has(text));
  if (lacking.length === 0) return undefined;
  let sofar: Readonly<Record<string, unknown>> = props.routes;
  const commands = lacking.map((destination): CommandCall => {
    const row = freeRow(sofar, `to${destination.replaceAll(/[^0-9]/g, '_')}`);
    sofar = { ...sofar, [row]: true };
    return call('setRow', { id, field: 'routes', row, values: { destination } });
  });
  const routes = listed(lacking);
  const name = called(context, id);
  return plan(
    `Add the static route ${routes.en} to ${name}`,
    `${name} に静的ルート ${routes.ja} を追加`,
    ...commands,
  );
}
