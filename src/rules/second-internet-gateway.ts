import { call, type CommandCall } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { inVpc } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'second-internet-gateway',
  severity: 'error',
  summary: {
    en: 'A VPC can have one internet gateway only',
    ja: 'VPC にアタッチできるインターネットゲートウェイは 1 つだけです',
  },
  why: {
    en: 'The attachment of a second one fails. One gateway serves any number of subnets and never becomes a bottleneck, so the second has no use.',
    ja: '2 つ目のアタッチは失敗します。インターネットゲートウェイは 1 つで任意の数のサブネットに使え、帯域の制約にもならないため、2 つ目は不要です。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc'))
      for (const kind of ['internet-gateway', 'egress-only-internet-gateway'] as const) {
        const [first, ...others] = inVpc(context, vpc.id, kind);
        if (first === undefined) continue;
        const label = context.catalog.kind(kind).label;
        for (const other of others) {
          const name = called(context, other.id);
          const rerouted = context
            .all('route-table')
            .flatMap(({ id, props }): CommandCall[] =>
              Object.entries(props.routes).flatMap(([row, { target }]) =>
                known(target) === other.id
                  ? [call('setRow', { id, field: 'routes', row, values: { target: first.id } })]
                  : [],
              ),
            );
          yield {
            on: [other.id, first.id, vpc.id],
            field: 'parentId',
            message: {
              en: `${called(context, vpc.id)} has ${called(context, first.id)} already, so ${name} cannot be attached to it (${label.en})`,
              ja: `${called(context, vpc.id)} には ${called(context, first.id)} がアタッチされているため、${name} はアタッチできません (${label.ja})`,
            },
            fixes: [
              plan(
                `Delete ${name}, and let its routes lead to ${called(context, first.id)}`,
                `${name} を削除し、そのルートを ${called(context, first.id)} に変更`,
                ...rerouted,
                call('deleteResources', { ids: [other.id] }),
              ),
            ],
          };
        }
      }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', {}, box('internet-gateway', 'Igw')))],
    bad: [
      sketch(box('vpc', 'Vpc', {}, box('internet-gateway', 'Igw'), box('internet-gateway', 'SecondIgw'))),
    ],
  },
});
