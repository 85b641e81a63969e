import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { inVpc, routesOf, vpcOf } from './shared/networks';
import { routeLedTo } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'route-target-other-vpc',
  severity: 'error',
  summary: {
    en: 'A route can lead only to gateways and instances of its own VPC',
    ja: 'ルートのターゲットにできるのは、同じ VPC のゲートウェイやインスタンスだけです',
  },
  why: {
    en: 'AWS rejects a route to a gateway of another VPC; VPCs share neither internet gateways nor NAT gateways by routes alone. Use a gateway of this VPC.',
    ja: '別の VPC のゲートウェイへのルートは作成できません。ルートだけで、インターネットゲートウェイや NAT ゲートウェイを別の VPC と共有することはできません。この VPC のゲートウェイを使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    if (vpc === undefined) return;
    for (const { row, destination, target } of routesOf(context, table)) {
      const other = target === undefined ? undefined : vpcOf(context, target.id);
      if (target === undefined || other === undefined || other.id === vpc.id) continue;
      const name = called(context, table.id);
      const own = inVpc(context, vpc.id, target.kind)[0];
      yield {
        on: [table.id, target.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, which belongs to ${called(context, other.id)} and not to ${called(context, vpc.id)}`,
          ja: `${name} のルート ${destination} のターゲット ${called(context, target.id)} は、${called(context, vpc.id)} ではなく ${called(context, other.id)} に属しています`,
        },
        fixes: own === undefined ? [] : [routeLedTo(context, table, { row, destination }, own.id)],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'IgwA'),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'IgwA' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('internet-gateway', 'IgwB')),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'IgwA'),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'IgwB' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('internet-gateway', 'IgwB')),
      ),
    ],
  },
});
