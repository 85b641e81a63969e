/** The two ways to mend one route of a table. */
import { call } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import type { KnownRoute } from './networks';
import { called, plan } from './words';

type RouteRow = Pick<KnownRoute, 'row' | 'destination'>;

export function routeDeleted(
  context: RuleContext,
  table: Resource<'route-table'>,
  { row, destination }: RouteRow,
): Plan {
  const name = called(context, table.id);
  return plan(
    `Delete the route ${destination} of ${name}`,
    `${name} のルート ${destination} を削除`,
    call('setRow', { id: table.id, field: 'routes', row, values: null }),
  );
}

export function routeLedTo(
  context: RuleContext,
  table: Resource<'route-table'>,
  { row, destination }: RouteRow,
  target: ResourceId,
): Plan {
  const name = called(context, table.id);
  const route = `${destination} → ${called(context, target)}`;
  return plan(
    `Change the route of ${name} to ${route}`,
    `${name} のルートを ${route} に変更`,
    call('setRow', { id: table.id, field: 'routes', row, values: { target } }),
  );
}
