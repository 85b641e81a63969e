/** What rules ask of transit gateways, answered from the drawing alone. Undefined always means: nobody can say. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known, type Value } from '../../core/model/value';
import { asked } from '../../core/rules/asked';
import { forEachOf } from '../../core/rules/each';
import type { Check, FoundFault, RuleContext } from '../../core/rules/rule';
import { vpcOf } from './networks';

type Attachment = Resource<'transit-gateway-attachment'>;
type Gateway = Resource<'transit-gateway'>;
type Table = Resource<'transit-gateway-route-table'>;

/** The attachment of a drawn VPC to a drawn transit gateway. */
export interface AttachedVpc {
  readonly attachment: Attachment;
  readonly vpc: Resource<'vpc'>;
  readonly gateway: Gateway;
}

export const attachedVpcs = asked((context): readonly AttachedVpc[] =>
  context.all('transit-gateway-attachment').flatMap((attachment) => attachedVpcBy(context, attachment) ?? []),
);

function attachedVpcBy(context: RuleContext, attachment: Attachment): AttachedVpc | undefined {
  const vpc = vpcOf(context, attachment.id);
  const gateway = gatewayNamed(context, attachment.props.transitGateway);
  return vpc === undefined || gateway === undefined ? undefined : { attachment, vpc, gateway };
}

/** Checks each attachment of a drawn VPC to a drawn transit gateway on its own. */
export function forEachAttachedVpc(
  check: (context: RuleContext, attached: AttachedVpc) => Iterable<FoundFault>,
): Check {
  return forEachOf('transit-gateway-attachment', (context, attachment) => {
    const attached = attachedVpcBy(context, attachment);
    return attached === undefined ? [] : check(context, attached);
  });
}

/** The VPCs that are attached to a transit gateway. */
export function attachedTo(context: RuleContext, gateway: ResourceId): readonly AttachedVpc[] {
  return attachedVpcs(context).filter((each) => each.gateway.id === gateway);
}

/** The transit gateways of a Region that a VPC is not attached to. */
export function gatewaysFor(
  context: RuleContext,
  region: string,
  vpc: ResourceId | undefined,
): readonly Gateway[] {
  return context
    .all('transit-gateway')
    .filter(
      ({ id }) =>
        context.around(id).region === region && attachedTo(context, id).every((each) => each.vpc.id !== vpc),
    );
}

export function gatewayNamed(
  context: RuleContext,
  id: Value<ResourceId | null> | undefined,
): Gateway | undefined {
  const resource = id === undefined ? undefined : context.resource(known(id));
  return resource !== undefined && isKind(resource, 'transit-gateway') ? resource : undefined;
}

/** The gateways that an attachment belongs to: of a peering both. Undefined when one is not known. */
export function gatewaysOf(context: RuleContext, attachment: ResourceId): readonly ResourceId[] | undefined {
  const resource = context.resource(attachment);
  const named: Value<ResourceId | null>[] = [];
  if (resource === undefined) return undefined;
  if (isKind(resource, 'transit-gateway-attachment')) named.push(resource.props.transitGateway);
  else if (isKind(resource, 'transit-gateway-peering'))
    named.push(resource.props.transitGateway, resource.props.peerTransitGateway);
  else if (isKind(resource, 'vpn-connection')) named.push(resource.props.gateway);
  const ids = named.map(known);
  return ids.length === 0 || ids.some((id) => id == null) ? undefined : ids.flatMap((id) => id ?? []);
}

export function transitTablesOf(context: RuleContext, gateway: ResourceId): readonly Table[] {
  return context
    .all('transit-gateway-route-table')
    .filter(({ props }) => known(props.transitGateway) === gateway);
}

/** A row of a transit gateway's route table that names an attachment. */
export interface TransitRow {
  readonly table: Table;
  readonly field: 'associations' | 'propagations' | 'routes';
  readonly row: string;
  readonly attachment: ResourceId;
}

export function rowsOf(
  table: Table,
  fields: readonly TransitRow['field'][] = ['associations', 'propagations', 'routes'],
): readonly TransitRow[] {
  return fields.flatMap((field) =>
    Object.entries(table.props[field]).flatMap(([row, { attachment }]): TransitRow[] => {
      const id = known(attachment) ?? null;
      return id === null ? [] : [{ table, field, row, attachment: id }];
    }),
  );
}

export function withoutRow({ table, field, row }: TransitRow): CommandCall {
  return call('setRow', { id: table.id, field, row, values: null });
}

/** What the rows say of one attachment they say of another one, but for what they say of that one already. */
export function handedOver(context: RuleContext, from: ResourceId, to: ResourceId): readonly CommandCall[] {
  const rows = context.all('transit-gateway-route-table').flatMap((table) => rowsOf(table));
  const isThere = ({ table, field }: TransitRow): boolean =>
    rows.some((each) => {
      if (each.attachment !== to || each.field !== field) return false;
      // One association with all the tables of a gateway, one propagation to each of them.
      return field === 'associations'
        ? known(each.table.props.transitGateway) === known(table.props.transitGateway)
        : field === 'propagations' && each.table.id === table.id;
    });
  return rows.flatMap((row) => {
    if (row.attachment !== from) return [];
    const { table, field, row: key } = row;
    return isThere(row)
      ? withoutRow(row)
      : call('setRow', { id: table.id, field, row: key, values: { attachment: to } });
  });
}

/**
 * The tables that an attachment is associated with, or `default` for the default table that nobody drew. Empty when it is
 * associated with none.
 */
export function associationsOf(
  context: RuleContext,
  attachment: ResourceId,
  gateway: Gateway,
): readonly (Table | 'default')[] | undefined {
  const tables = transitTablesOf(context, gateway.id);
  // A table of which not even the gateway is known may be the one.
  const all = context.all('transit-gateway-route-table');
  if (all.some(({ props }) => isUnknown(props.transitGateway))) return undefined;
  const found: (Table | 'default')[] = [];
  for (const table of tables)
    for (const { attachment: each } of Object.values(table.props.associations)) {
      if (isUnknown(each)) return undefined;
      if (each === attachment) found.push(table);
    }
  if (found.length > 0) return found;
  const { defaultAssociation } = gateway.props;
  if (isUnknown(defaultAssociation) || tables.some(({ props }) => isUnknown(props.isDefault)))
    return undefined;
  if (!defaultAssociation) return [];
  return [tables.find(({ props }) => props.isDefault === true) ?? 'default'];
}

/** The drawn subnets of an attachment. */
export function subnetsOfAttachment(
  context: RuleContext,
  { props }: Attachment,
): readonly Resource<'subnet'>[] {
  return Object.keys(props.subnets)
    .map((id) => context.resource(id))
    .filter((each): each is Resource<'subnet'> => each !== undefined && isKind(each, 'subnet'));
}

/**
 * Whether inbound rules of one VPC's groups may name groups of the other because a transit gateway joins the two; outbound
 * rules never may.
 */
export function mayNameGroupsThroughTransit(
  context: RuleContext,
  own: ResourceId,
  other: ResourceId,
): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const { flags } of transitBetween(context, own, other)) {
    if (flags.every((flag) => flag === true)) return true;
    if (!flags.includes(false)) answer = undefined;
  }
  return answer;
}

/** What joins two VPCs, with the three options that let groups be named across it. */
export function transitBetween(
  context: RuleContext,
  own: ResourceId,
  other: ResourceId,
): readonly {
  readonly gateway: Gateway;
  readonly ends: readonly Attachment[];
  readonly flags: readonly Value<boolean>[];
}[] {
  return attachedVpcs(context).flatMap(({ vpc, gateway, attachment }) => {
    if (vpc.id !== own) return [];
    return attachedTo(context, gateway.id).flatMap((far) => {
      if (far.vpc.id !== other) return [];
      const ends = [attachment, far.attachment];
      const flags = [gateway, ...ends].map(({ props }) => props.securityGroupReferencing);
      return [{ gateway, ends, flags }];
    });
  });
}
