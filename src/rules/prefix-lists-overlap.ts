import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { blockText, overlaps } from '../lib/cidr';
import { routesOf, type KnownRoute } from './shared/networks';
import { entriesOf } from './shared/prefixLists';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'prefix-lists-overlap',
  severity: 'warning',
  summary: {
    en: 'Prefix lists that overlap must not lead to different targets in one route table',
    ja: '1 つのルートテーブルで、重複するプレフィックスリストを異なるターゲットに向けてはいけません',
  },
  why: {
    en: 'AWS chooses one of the two routes at random and keeps to it, so nobody can say where the addresses of both lists are sent. Take them out of one list, or name them in a route of their own, which has priority.',
    ja: 'AWS はどちらかのルートをランダムに選び、以後それを使い続けるため、両方に含まれるアドレスの行き先を予測できません。片方のリストから外すか、優先される個別のルートを作成してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html'],
  check: forEachOf('route-table', function* (context, table) {
    const listed = routesOf(context, table).filter(({ list }) => list !== undefined);
    for (const [index, second] of listed.entries())
      for (const first of listed.slice(0, index)) {
        const shared = overlapOf(first, second);
        if (shared === undefined) continue;
        const name = called(context, table.id);
        yield {
          on: [table.id, ...listsOf(first, second)],
          field: `routes.${second.row}.destination`,
          message: {
            en: `${name} leads ${shared} of ${first.destination} to ${targetOf(context, first)}, and ${second.destination}, which overlaps it, to ${targetOf(context, second)}`,
            ja: `${name} では、${first.destination} の ${shared} が ${targetOf(context, first)} に、それと重複する ${second.destination} が ${targetOf(context, second)} に向いています`,
          },
          fixes: [routeDeleted(context, table, second)],
        };
      }
  }),
  examples: {
    good: [
      sketch(
        box('prefix-list', 'Offices', { entries: { a: { cidr: '203.0.113.0/24', description: '' } } }),
        box('prefix-list', 'Partners', { entries: { a: { cidr: '198.51.100.0/24', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', {}, box('nat-gateway', 'Nat', { connectivity: 'private' })),
          box('route-table', 'Table', {
            routes: {
              a: { destination: { ref: 'Offices' }, target: 'Igw' },
              b: { destination: { ref: 'Partners' }, target: 'Nat' },
            },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('prefix-list', 'Offices', { entries: { a: { cidr: '203.0.113.0/24', description: '' } } }),
        box('prefix-list', 'Partners', { entries: { a: { cidr: '203.0.0.0/16', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box('route-table', 'PublicTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'Table', {
            routes: {
              a: { destination: { ref: 'Offices' }, target: 'Igw' },
              b: { destination: { ref: 'Partners' }, target: 'Nat' },
            },
          }),
        ),
      ),
    ],
  },
});

/** A block of the first list that the second one overlaps, where they lead to different targets. */
function overlapOf(first: KnownRoute, second: KnownRoute): string | undefined {
  if (first.list === undefined || second.list === undefined || first.list === second.list) return undefined;
  if (first.target?.id === second.target?.id) return undefined;
  const others = entriesOf(second.list);
  const found = entriesOf(first.list).find(({ block }) =>
    others.some((other) => overlaps(block, other.block)),
  );
  return found === undefined ? undefined : blockText(found.block);
}

function listsOf(...routes: readonly KnownRoute[]): readonly string[] {
  return routes.flatMap(({ list }) => (list === undefined ? [] : [list.id]));
}

function targetOf(context: RuleContext, { target }: KnownRoute): string {
  return target === undefined ? '—' : called(context, target.id);
}
