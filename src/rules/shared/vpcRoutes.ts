/** Routes of a whole VPC to what connects it with others. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown } from '../../core/model/value';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { addition } from './additions';
import { inVpc, tableOf, type OwnedBlock } from './networks';
import { isChangedElsewhere } from './outOfSight';
import { routeCall } from './routing';
import { called, listed, plan } from './words';

/** The subnets whose tables have a route to a target; undefined when nobody can say. */
export function sendingSubnets(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  to: ResourceId,
): readonly Resource<'subnet'>[] | undefined {
  const found: Resource<'subnet'>[] = [];
  for (const subnet of inVpc(context, vpc.id, 'subnet')) {
    const table = tableOf(context, subnet);
    if (table === undefined) return undefined;
    const targets = Object.values(table?.props.routes ?? {}).map(({ target }) => target);
    if (targets.some(isUnknown) || (table !== null && isChangedElsewhere(context, table.id)))
      return undefined;
    if (targets.includes(to)) found.push(subnet);
  }
  return found;
}

/** Routes to blocks in all tables that the subnets of a VPC use. */
export function routesForVpc(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  blocks: readonly OwnedBlock[],
  target: ResourceId,
): Plan | undefined {
  if (blocks.length === 0) return undefined;
  const tables = new Map<ResourceId, Resource<'route-table'>>();
  let usesMain = false;
  for (const subnet of inVpc(context, vpc.id, 'subnet')) {
    const table = tableOf(context, subnet);
    if (table === null) usesMain = true;
    else if (table !== undefined) tables.set(table.id, table);
  }
  if (tables.size === 0 && !usesMain) return undefined;
  const commands = [...tables.values()].flatMap((table) =>
    blocks.map(({ text }) => routeCall(context, table, text, target)),
  );
  const names = [...tables.keys()].map((id) => called(context, id));
  if (usesMain) {
    const fresh = addition(context, 'route-table', vpc, `${called(context, vpc.id)}MainRouteTable`, {
      main: true,
      routes: Object.fromEntries(
        blocks.map(({ text }, index) => [`to${index + 1}`, { destination: text, target }]),
      ),
    });
    commands.push(fresh.call);
    names.push(fresh.name);
  }
  const where = listed(names);
  const route = `${blocks.map(({ text }) => text).join(', ')} → ${called(context, target)}`;
  return plan(
    usesMain && tables.size === 0
      ? `Give ${called(context, vpc.id)} a main route table with ${route}`
      : `Add route ${route} to ${where.en}`,
    usesMain && tables.size === 0
      ? `${called(context, vpc.id)} にルート ${route} を持つメインルートテーブルを作成`
      : `${where.ja} にルート ${route} を追加`,
    ...commands,
  );
}
