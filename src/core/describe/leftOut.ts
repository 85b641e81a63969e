/**
 * Tables of which a record says nothing. AWS gives each of these lists, if only an empty one; where a record was reduced to a few
 * of its members, what is in them is not known, and is not nothing.
 */
import type { AwsRecord } from './record';

/** By the prop: the member that says it, and the columns of its rows. */
export type TablesOfRecord = Readonly<Record<string, readonly [member: string, columns: readonly string[]]>>;

/** The props of the tables that the record leaves out, each with a row of which nothing is known. */
export function tablesLeftOut(
  record: AwsRecord,
  id: string,
  tables: TablesOfRecord,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([prop, [member, columns]]) => {
      if (Array.isArray(record[member])) return [];
      const unknown = {
        en: `the record of ${id} has no ${member} (it may have been reduced by --query)`,
        ja: `${id} の ${member} が結果にありません (--query で省かれた可能性があります)`,
      };
      return [[prop, { unknown: Object.fromEntries(columns.map((column) => [column, { unknown }])) }]];
    }),
  );
}
