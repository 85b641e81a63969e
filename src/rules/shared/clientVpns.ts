/** What rules ask of Client VPN endpoints, and the changes to them that rules and ways propose. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { blockTakenOf } from '../../lib/blockTaken';
import { addressText, blockOf, blockText, firstFreeBlock, overlaps, type Block } from '../../lib/cidr';
import { freeRow, inVpc, legibleVpcBlocks, vpcOf, zoneOf } from './networks';
import { called, calledAll, listed, plan } from './words';
import { oneForEachZone } from './zones';

export type ClientVpn = Resource<'client-vpn-endpoint'>;

/** Those whose clients come in by subnets, and not by a transit gateway (CV3). */
export function clientVpnsOnSubnets(context: RuleContext): readonly ClientVpn[] {
  return context.all('client-vpn-endpoint').filter(({ props }) => props.transitGateway === null);
}

export interface AssociatedSubnet {
  readonly row: string;
  readonly subnet: Resource<'subnet'>;
}

/** The associated subnets that the diagram has. */
export function associatedWith(context: RuleContext, { props }: ClientVpn): readonly AssociatedSubnet[] {
  return Object.entries(props.associations).flatMap(([row, each]) => {
    const subnet = context.resource(known(each.subnet));
    return subnet !== undefined && isKind(subnet, 'subnet') ? [{ row, subnet }] : [];
  });
}

/** Whether there may be further associations than the diagram shows. */
export function mayHaveMore({ props }: ClientVpn): boolean {
  return Object.values(props.associations).some(({ subnet }) => isUnknown(subnet));
}

/** The VPC that its clients come into: the one it is drawn on, else that of its subnets. */
export function vpcOfClients(context: RuleContext, endpoint: ClientVpn): Resource<'vpc'> | undefined {
  const [first] = associatedWith(context, endpoint);
  return vpcOf(context, endpoint.id) ?? (first === undefined ? undefined : vpcOf(context, first.subnet.id));
}

export interface WrittenBlock {
  readonly row: string;
  readonly text: string;
  readonly block: Block;
}

/** The blocks in a column `destination`, as far as they are known. */
export function destinationsIn(
  rows: ClientVpn['props']['routes'] | ClientVpn['props']['authorizations'],
): readonly WrittenBlock[] {
  return Object.entries(rows).flatMap(([row, { destination }]) => {
    const text = known(destination);
    const block = text === undefined ? undefined : blockTakenOf(text);
    return text === undefined || block === undefined ? [] : [{ row, text, block }];
  });
}

/** Whether some destination is not known, so that it may be any. */
export function hasHidden(
  rows: ClientVpn['props']['routes'] | ClientVpn['props']['authorizations'],
): boolean {
  return Object.values(rows).some(({ destination }) => isUnknown(destination));
}

export function clientBlock({ props }: ClientVpn): Block | undefined {
  const text = known(props.clientCidr);
  return text === undefined ? undefined : blockTakenOf(text);
}

/** A client block of the same size that overlaps none of the VPCs and routes around. */
export function freeClientBlock(context: RuleContext, endpoint: ClientVpn): string | undefined {
  const taken = [
    ...context.all('vpc').flatMap((vpc) => legibleVpcBlocks(vpc).map(({ block }) => block)),
    ...destinationsIn(endpoint.props.routes).flatMap(({ block }) => (block.prefix === 0 ? [] : [block])),
  ];
  const prefix = Math.min(22, Math.max(12, clientBlock(endpoint)?.prefix ?? 22));
  for (const text of ['172.16.0.0/12', '10.0.0.0/8', '100.64.0.0/10']) {
    const space = blockOf(text);
    const free =
      space === undefined || space.prefix > prefix ? undefined : firstFreeBlock(space, prefix, taken);
    if (free !== undefined && !taken.some((block) => overlaps(block, free))) return blockText(free);
  }
  return undefined;
}

/** The address of a VPC's resolver (DN1). */
export function resolverOf(vpc: Resource<'vpc'>): string | undefined {
  const text = known(vpc.props.cidr);
  const block = text === undefined ? undefined : blockTakenOf(text);
  return block?.family === 4 ? addressText({ family: 4, value: block.first + 2n }) : undefined;
}

/** Lets a group, or all users, reach some blocks. */
export function authorizationPlan(
  context: RuleContext,
  endpoint: ClientVpn,
  blocks: readonly string[],
  group = '',
): Plan | undefined {
  if (blocks.length === 0) return undefined;
  const name = called(context, endpoint.id);
  const { en, ja } = listed(blocks);
  const who =
    group === '' ? { en: 'all users', ja: 'すべてのユーザー' } : { en: group, ja: `グループ ${group} ` };
  return plan(
    `Authorize ${who.en} for ${en} in ${name}`,
    `${name} で、${who.ja}に ${ja} へのアクセスを承認`,
    ...rowCalls(
      endpoint.id,
      'authorizations',
      endpoint.props.authorizations,
      'rule',
      blocks.map((destination) => ({ destination, group })),
    ),
  );
}

/** Routes to blocks, through every associated subnet that has none to it. */
export function routesPlan(
  context: RuleContext,
  endpoint: ClientVpn,
  blocks: readonly string[],
): Plan | undefined {
  const { routes, transitGateway } = endpoint.props;
  const own = associatedWith(context, endpoint).map(({ subnet }) => subnet.id);
  // Through a transit gateway a route names no subnet.
  const targets = transitGateway === null ? own : [null];
  const rows = blocks.flatMap((destination) =>
    targets.flatMap((subnet) => {
      const isThere = Object.values(routes).some(
        (route) => route.destination === destination && route.subnet === subnet,
      );
      return isThere ? [] : [{ destination, subnet }];
    }),
  );
  if (rows.length === 0) return undefined;
  const name = called(context, endpoint.id);
  const { en, ja } = listed(blocks);
  const through = calledAll(context, [
    ...new Set(rows.flatMap(({ subnet }) => subnet ?? known(transitGateway) ?? [])),
  ]);
  return plan(
    `Add routes to ${en} through ${through.en} to ${name}`,
    `${name} に、${through.ja} を経由する ${ja} へのルートを追加`,
    ...rowCalls(endpoint.id, 'routes', routes, 'route', rows),
  );
}

/** Associates one subnet of each zone of the VPC in which it has none. */
export function associationPlan(context: RuleContext, endpoint: ClientVpn): Plan | undefined {
  const vpc = vpcOfClients(context, endpoint);
  if (vpc === undefined) return undefined;
  const own = associatedWith(context, endpoint);
  const zones = new Set(own.map(({ subnet }) => zoneOf(context, subnet)));
  const subnets = oneForEachZone(
    context,
    inVpc(context, vpc.id, 'subnet').filter((subnet) => !zones.has(zoneOf(context, subnet))),
  );
  if (subnets.length === 0) return undefined;
  const name = called(context, endpoint.id);
  const names = calledAll(
    context,
    subnets.map(({ id }) => id),
  );
  return plan(
    `Associate ${names.en} with ${name}`,
    `${name} に ${names.ja} を関連付け`,
    ...rowCalls(
      endpoint.id,
      'associations',
      endpoint.props.associations,
      'association',
      subnets.map(({ id }) => ({ subnet: id })),
    ),
  );
}

export function splitTunnelPlan(context: RuleContext, { id }: ClientVpn): Plan {
  const name = called(context, id);
  return plan(
    `Turn split tunnel of ${name} on`,
    `${name} のスプリットトンネルを有効化`,
    call('setProps', { id, props: { splitTunnel: true } }),
  );
}

function rowCalls(
  id: ResourceId,
  field: string,
  before: Readonly<Record<string, unknown>>,
  hint: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly CommandCall[] {
  let taken = before;
  return rows.map((values) => {
    const row = freeRow(taken, hint);
    taken = { ...taken, [row]: values };
    return call('setRow', { id, field, row, values });
  });
}
