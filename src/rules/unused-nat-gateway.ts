import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import type { Provenance } from '../core/model/document';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'unused-nat-gateway',
  severity: 'warning',
  summary: {
    en: 'A NAT gateway to which no route leads costs money and carries nothing',
    ja: 'ルートのない NAT ゲートウェイは、使われないまま料金がかかります',
  },
  why: {
    en: 'A NAT gateway and its Elastic IP address cost by the hour, used or not. Add a route to it to the tables of the private subnets, or delete it.',
    ja: 'NAT ゲートウェイと Elastic IP アドレスには、使われていなくても時間料金がかかります。プライベートサブネットのルートテーブルにルートを追加するか、削除してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html'],
  *check(context) {
    const targets = context
      .all('route-table')
      .flatMap(({ props }) => Object.values(props.routes).map(({ target }) => target));
    // A target that cannot be read may be this one.
    if (targets.some(isUnknown)) return;
    const used = new Set(targets.map(known));
    const ends = new Set(context.flows.flatMap(({ from, to }) => [from, to]));
    for (const { id, provenance } of context.all('nat-gateway')) {
      if (used.has(id) || ends.has(id) || isRoutedElsewhere(context, provenance)) continue;
      const name = called(context, id);
      yield {
        on: [id],
        message: { en: `No route leads to ${name}`, ja: `${name} へのルートがありません` },
        fixes: [plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [id] }))],
      };
    }
  },
  examples: {
    good: [
      sketch(
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
          box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' }),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', { routeTable: 'PublicTable' }, box('nat-gateway', 'Nat')),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
        ),
      ),
    ],
  },
});

/** Whether a route of its template leads to it that is not drawn, since the table is another stack's. */
function isRoutedElsewhere({ document }: RuleContext, provenance: Provenance | undefined): boolean {
  const logicalId = provenance?.logicalId ?? '';
  const text = document.templates.get(provenance?.template ?? '')?.text;
  if (text === undefined || !/^[A-Za-z0-9]+$/.test(logicalId)) return false;
  const reference = `(?:!Ref|!GetAtt|\\{?\\s*["']?(?:Ref|Fn::GetAtt)["']?\\s*:)`;
  return new RegExp(`NatGatewayId["']?\\s*:\\s*${reference}[\\s["']*${logicalId}\\b`).test(text);
}
