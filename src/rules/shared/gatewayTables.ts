/** The route tables that gateways have of their own. */
import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { blockOf, contains, type Block } from '../../lib/cidr';
import { inVpc, routesOf, subnetBlock, vpcOf, type KnownRoute } from './networks';

export interface GatewayTable {
  readonly gateway: Resource<'internet-gateway'> | Resource<'virtual-private-gateway'>;
  readonly table: Resource<'route-table'>;
  readonly vpc: Resource<'vpc'>;
}

/** Those of gateways and tables that stand in one VPC. */
export function* gatewayTables(context: RuleContext): Generator<GatewayTable> {
  for (const gateway of [...context.all('internet-gateway'), ...context.all('virtual-private-gateway')]) {
    const table = context.resource(known(gateway.props.routeTable));
    const vpc = vpcOf(context, gateway.id);
    if (table === undefined || !isKind(table, 'route-table') || vpc === undefined) continue;
    if (vpcOf(context, table.id) === vpc) yield { gateway, table, vpc };
  }
}

export interface Redirect extends GatewayTable {
  readonly route: KnownRoute;
  readonly block: Block;
  readonly appliance: Resource;
}

/** The rows of such a table that lead what comes in from the internet through an appliance. */
export function* redirects(context: RuleContext): Generator<Redirect> {
  for (const each of gatewayTables(context)) {
    if (each.gateway.kind !== 'internet-gateway') continue;
    for (const route of routesOf(context, each.table)) {
      const block = blockOf(route.destination);
      const { target } = route;
      if (block === undefined || target === undefined) continue;
      if (target.kind === 'nat-gateway' || target.kind === 'internet-gateway') continue;
      if (vpcOf(context, target.id) === each.vpc) yield { ...each, route, block, appliance: target };
    }
  }
}

/** The subnets for which such a row decides: no longer one is about them. */
export function subnetsLed(context: RuleContext, { table, vpc, block }: Redirect): Resource<'subnet'>[] {
  const others = routesOf(context, table).flatMap(({ destination }) => blockOf(destination) ?? []);
  return inVpc(context, vpc.id, 'subnet').filter((subnet) => {
    const own = subnetBlock(subnet);
    if (own === undefined || !contains(block, own)) return false;
    return !others.some((other) => other.prefix > block.prefix && contains(other, own));
  });
}
