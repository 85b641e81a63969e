import { box, sketch } from '../core/model/sketch';
import type { ResourceId } from '../core/model/document';
import { isUnknown, known, type Value } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { verbatim, type Words } from '../lib/words';
import { blockOf, blockText } from '../lib/cidr';
import { blockTaken } from '../lib/blockTaken';
import { duplicateRoutes } from './shared/duplicateRoutes';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-route-duplicate-destination',
  severity: 'error',
  summary: {
    en: 'A transit gateway route table holds one static route for each CIDR block',
    ja: 'Transit Gateway ルートテーブルでは、1 つの CIDR ブロックに静的ルートは 1 つです',
  },
  why: {
    en: 'The second static route for the same block cannot be created. A static route beside a propagated one is fine: the static one decides.',
    ja: '同じブロックへの 2 つ目の静的ルートは作成できません。伝播されたルートと同じブロックの静的ルートは作成でき、静的ルートが優先されます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  *check(context) {
    for (const table of context.all('transit-gateway-route-table')) {
      const rows = Object.entries(table.props.routes).flatMap(([row, { destination, attachment }]) => {
        const text = known(destination);
        const block = text === undefined ? undefined : blockOf(blockTaken(text));
        if (block === undefined) return [];
        const key = blockText(block);
        return [{ row, key, destination: key, to: targetWords(context, attachment) }];
      });
      yield* duplicateRoutes(context, table.id, { en: 'static routes', ja: '静的ルート' }, rows);
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          routes: {
            a: { destination: '10.0.0.0/8', attachment: null },
            b: { destination: '10.0.0.0/16', attachment: null },
          },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          routes: {
            a: { destination: '10.0.0.0/8', attachment: null },
            b: { destination: '10.1.0.0/8', attachment: null },
          },
        }),
      ),
    ],
  },
});

function targetWords(context: RuleContext, attachment: Value<ResourceId | null>): Words {
  if (isUnknown(attachment)) return verbatim('?');
  return attachment === null
    ? { en: 'a blackhole', ja: 'ブラックホール' }
    : verbatim(called(context, attachment));
}
