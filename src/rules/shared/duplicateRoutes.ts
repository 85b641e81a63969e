/** Route tables that hold one route for each destination. */
import { call } from '../../core/commands';
import type { ResourceId } from '../../core/model/document';
import type { FoundFault, RuleContext } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import { called, plan } from './words';

interface Row {
  readonly row: string;
  /** The same for the same destination. */
  readonly key: string;
  readonly destination: string;
  readonly to: Words;
}

/** Every row whose destination an earlier one of its table has. */
export function* duplicateRoutes(
  context: RuleContext,
  table: ResourceId,
  what: Words,
  rows: Iterable<Row>,
): Generator<FoundFault> {
  const first = new Map<string, Row>();
  for (const each of rows) {
    const earlier = first.get(each.key);
    if (earlier === undefined) {
      first.set(each.key, each);
      continue;
    }
    const { row, destination, to } = each;
    const name = called(context, table);
    yield {
      on: [table],
      field: `routes.${row}.destination`,
      message: {
        en: `${name} has two ${what.en} for ${destination}: to ${earlier.to.en} and to ${to.en}`,
        ja: `${name} に ${destination} への${what.ja}が 2 つあります (${earlier.to.ja} と ${to.ja})`,
      },
      fixes: [
        plan(
          `Delete the route ${destination} → ${to.en}`,
          `ルート ${destination} → ${to.ja} を削除`,
          call('setRow', { id: table, field: 'routes', row, values: null }),
        ),
      ],
    };
  }
}
