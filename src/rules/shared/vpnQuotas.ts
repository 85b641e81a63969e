/**
 * What AWS's VPN services count.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html
 */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { blockText } from '../../lib/cidr';
import { inRegion, type Count, type RegionalQuota } from './quotas';
import { connectionsAt, prefixesTold, propagatesTo, vpnGatewayOf } from './vpn';

const regional: readonly RegionalQuota[] = [
  {
    kind: 'virtual-private-gateway',
    quota: 5,
    what: { en: 'virtual private gateways', ja: '仮想プライベートゲートウェイ' },
  },
  { kind: 'customer-gateway', quota: 50, what: { en: 'customer gateways', ja: 'カスタマーゲートウェイ' } },
  {
    kind: 'vpn-connection',
    quota: 50,
    what: { en: 'Site-to-Site VPN connections', ja: ' Site-to-Site VPN 接続' },
  },
  {
    kind: 'client-vpn-endpoint',
    quota: 5,
    what: { en: 'Client VPN endpoints', ja: 'クライアント VPN エンドポイント' },
  },
];

export function* vpnCounts(context: RuleContext, resource: Resource): Generator<Count> {
  yield* inRegion(context, resource, regional);
  if (isKind(resource, 'client-vpn-endpoint')) yield* ofClientVpn(resource);
  if (isKind(resource, 'virtual-private-gateway'))
    yield {
      on: resource.id,
      what: { en: 'Site-to-Site VPN connections', ja: ' Site-to-Site VPN 接続' },
      count: connectionsAt(context, resource.id).length,
      quota: 10,
    };
  if (isKind(resource, 'vpn-connection')) yield* ofConnection(context, resource);
  if (isKind(resource, 'customer-gateway')) yield* ofDevice(context, resource);
  if (isKind(resource, 'route-table')) yield propagated(context, resource);
}

function* ofClientVpn({ id, props }: Resource<'client-vpn-endpoint'>): Generator<Count> {
  const rules = { en: 'authorization rules', ja: '承認ルール' };
  const count = Object.keys(props.authorizations).length;
  yield { on: id, field: 'authorizations', what: rules, count, quota: 200 };
  const routesThere = {
    en: 'routes of one target network',
    ja: 'ルート (1 つのターゲットネットワークあたり)',
  };
  const routesOf = new Map<ResourceId, number>();
  for (const { subnet } of Object.values(props.routes))
    if (typeof subnet === 'string') routesOf.set(subnet, (routesOf.get(subnet) ?? 0) + 1);
  const most = Math.max(0, ...routesOf.values());
  yield { on: id, field: 'routes', what: routesThere, count: most, quota: 100 };
}

/** At a transit gateway the static routes are those of the transit gateway. */
function* ofConnection(context: RuleContext, connection: Resource<'vpn-connection'>): Generator<Count> {
  if (vpnGatewayOf(context, connection) === undefined) return;
  yield {
    on: connection.id,
    field: 'routes',
    what: { en: 'static routes', ja: '静的ルート' },
    count: Object.keys(connection.props.routes).length,
    quota: 100,
    fixed: true,
  };
}

/** What a device announces it announces by each of its connections that use BGP; the smallest quota is met first. */
function* ofDevice(context: RuleContext, { id, props }: Resource<'customer-gateway'>): Generator<Count> {
  const gateways = context
    .all('vpn-connection')
    .filter((each) => each.props.customerGateway === id && each.props.staticOnly === false)
    .flatMap((each) => context.resource(known(each.props.gateway) ?? null) ?? []);
  const toVpc = gateways.some(({ kind }) => kind === 'virtual-private-gateway');
  if (!toVpc && !gateways.some(({ kind }) => kind === 'transit-gateway')) return;
  const to = toVpc
    ? { en: 'a virtual private gateway', ja: '仮想プライベートゲートウェイ' }
    : { en: 'a transit gateway', ja: 'Transit Gateway ' };
  yield {
    on: id,
    field: 'prefixes',
    what: { en: `prefixes to announce to ${to.en}`, ja: `プレフィックス (${to.ja}にアドバタイズするもの)` },
    count: Object.keys(props.prefixes).length,
    quota: toVpc ? 100 : 1000,
    fixed: true,
  };
}

/**
 * The routes that virtual private gateways put into a table. Two that tell it of the same block put in one route.
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
function propagated(context: RuleContext, table: Resource<'route-table'>): Count {
  const told = context
    .all('virtual-private-gateway')
    .filter((gateway) => propagatesTo(gateway, table.id))
    .flatMap(({ id }) => connectionsAt(context, id))
    .flatMap((connection) => prefixesTold(context, connection));
  return {
    on: table.id,
    what: { en: 'propagated routes', ja: '伝播されたルート' },
    count: new Set(told.map(({ block }) => blockText(block))).size,
    quota: 100,
    fixed: true,
  };
}
