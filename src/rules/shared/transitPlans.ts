/** Changes to transit gateways that several rules and ways propose. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { addition, additionBeside, type Addition } from './additions';
import { freeRow, inVpc } from './networks';
import { transitBetween, transitTablesOf } from './transit';
import { called, listed, plan } from './words';
import { oneForEachZone } from './zones';

/** Attaches a VPC to a transit gateway of its Region; undefined where it has no subnet for it. */
export function newAttachment(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  gateway: Resource<'transit-gateway'>,
): { readonly attachment: Addition; readonly plan: Plan } | undefined {
  const subnets = oneForEachZone(context, inVpc(context, vpc.id, 'subnet'));
  const isNear = context.around(vpc.id).region === context.around(gateway.id).region;
  if (subnets.length === 0 || !isNear) return undefined;
  const name = called(context, vpc.id);
  const attachment = addition(context, 'transit-gateway-attachment', vpc, `${name}Attachment`, {
    transitGateway: gateway.id,
    subnets: Object.fromEntries(subnets.map(({ id }) => [id, true])),
  });
  return {
    attachment,
    plan: plan(
      `Attach ${name} to ${called(context, gateway.id)}`,
      `${name} を ${called(context, gateway.id)} にアタッチ`,
      attachment.call,
    ),
  };
}

/** How an attachment gets a route table: one that is drawn, else the default one. */
export function associationPlans(
  context: RuleContext,
  attachment: ResourceId,
  gateway: Resource<'transit-gateway'>,
): readonly Plan[] {
  const tables = transitTablesOf(context, gateway.id);
  const name = called(context, attachment);
  if (tables.length === 0)
    return [
      plan(
        `Let ${called(context, gateway.id)} associate its attachments with a default route table, and propagate to it`,
        `${called(context, gateway.id)} のデフォルトルートテーブルの関連付けと伝播をオンにする`,
        call('setProps', {
          id: gateway.id,
          props: { defaultAssociation: true, defaultPropagation: true },
        }),
      ),
    ];
  return tables.slice(0, 3).map((table) => associationPlan(context, attachment, table, name));
}

function associationPlan(
  context: RuleContext,
  attachment: ResourceId,
  table: Resource<'transit-gateway-route-table'>,
  name: string,
): Plan {
  const tableName = called(context, table.id);
  return plan(
    `Associate ${name} with ${tableName}`,
    `${name} を ${tableName} に関連付け`,
    call('setRow', {
      id: table.id,
      field: 'associations',
      row: freeRow(table.props.associations, attachment),
      values: { attachment },
    }),
  );
}

/** Static routes in a table; the default table is drawn for it where it is not. */
export function transitRoutesPlan(
  context: RuleContext,
  gateway: Resource<'transit-gateway'>,
  table: Resource<'transit-gateway-route-table'> | undefined,
  blocks: readonly string[],
  attachment: ResourceId,
): Plan {
  const words = listed(blocks.map((text) => `${text} → ${called(context, attachment)}`));
  if (table !== undefined)
    return plan(
      `Add route ${words.en} to ${called(context, table.id)}`,
      `${called(context, table.id)} にルート ${words.ja} を追加`,
      ...staticRouteCalls(table, blocks, attachment),
    );
  const name = called(context, gateway.id);
  const fresh = additionBeside(context, 'transit-gateway-route-table', gateway, `${name}DefaultTable`, {
    transitGateway: gateway.id,
    isDefault: true,
    routes: staticRows(blocks, attachment),
  });
  return plan(
    `Draw the default route table of ${name}, with the route ${words.en}`,
    `${name} のデフォルトルートテーブルを図に追加し、ルート ${words.ja} を作成`,
    fresh.call,
  );
}

/** Adds an attachment's static routes to a table. */
export function staticRouteCalls(
  table: Resource<'transit-gateway-route-table'>,
  blocks: readonly string[],
  attachment: ResourceId,
): readonly CommandCall[] {
  const { routes } = table.props;
  return Object.entries(staticRows(blocks, attachment, routes)).map(([row, values]) =>
    call('setRow', { id: table.id, field: 'routes', row, values }),
  );
}

/** Static routes to an attachment, as rows beside others. */
function staticRows(
  blocks: readonly string[],
  attachment: ResourceId,
  beside: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, { readonly destination: string; readonly attachment: ResourceId }>> {
  const rows: Record<string, { readonly destination: string; readonly attachment: ResourceId }> = {};
  for (const destination of blocks)
    rows[freeRow({ ...beside, ...rows }, 'static')] = { destination, attachment };
  return rows;
}

/** Lets the IPv6 blocks of a VPC be propagated. */
export function ipv6Plan(context: RuleContext, attachment: ResourceId): Plan {
  const name = called(context, attachment);
  return plan(
    `Turn IPv6 support of ${name} on`,
    `${name} の IPv6 サポートをオンにする`,
    call('setProps', { id: attachment, props: { ipv6: true } }),
  );
}

/** Lets an attachment serve the zone of a further subnet. */
export function subnetPlan(
  context: RuleContext,
  { id, props }: Resource<'transit-gateway-attachment'>,
  subnet: ResourceId,
): Plan {
  const [name, added] = [called(context, id), called(context, subnet)];
  return plan(
    `Add ${added} to ${name}`,
    `${name} に ${added} を追加`,
    call('setProps', { id, props: { subnets: { ...props.subnets, [subnet]: true } } }),
  );
}

/** Turns the support for group references on at the first transit gateway that joins two VPCs, and at their attachments. */
export function groupSupportPlans(context: RuleContext, own: ResourceId, other: ResourceId): readonly Plan[] {
  const [first] = transitBetween(context, own, other);
  if (first === undefined) return [];
  const name = called(context, first.gateway.id);
  const off = [first.gateway, ...first.ends].filter(({ props }) => props.securityGroupReferencing === false);
  return [
    plan(
      `Turn security group referencing support of ${name} on`,
      `${name} のセキュリティグループ参照のサポートをオンにする`,
      ...off.map(({ id }) => call('setProps', { id, props: { securityGroupReferencing: true } })),
    ),
  ];
}
