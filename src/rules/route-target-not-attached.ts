import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { routesOf } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'route-target-not-attached',
  severity: 'warning',
  summary: {
    en: 'A route to a network interface that no instance has drops what it matches',
    ja: 'どのインスタンスにもアタッチされていないネットワークインターフェイスへのルートに一致するパケットは破棄されます',
  },
  why: {
    en: 'Such a route is a blackhole until the interface is attached to a running instance. Attach it, or lead the route elsewhere. Ignore this when something outside the design attaches it.',
    ja: 'このようなルートは、ネットワークインターフェイスが実行中のインスタンスにアタッチされるまでブラックホールです。アタッチするか、ルートのターゲットを変えてください。設計の外で何かがアタッチする場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'],
  check: forEachOf('route-table', function* (context, table) {
    for (const { row, destination, target } of routesOf(context, table)) {
      if (target === undefined || !isKind(target, 'network-interface')) continue;
      if (target.props.attachedTo !== null) continue;
      const name = called(context, table.id);
      yield {
        on: [table.id, target.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, which is attached to no instance (blackhole)`,
          ja: `${name} のルート ${destination} のターゲット ${called(context, target.id)} は、どのインスタンスにもアタッチされていません (ブラックホール)`,
        },
        fixes: [routeDeleted(context, table, { row, destination })],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Inner' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Firewall'),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', sourceDestinationCheck: false }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Inner' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('network-interface', 'Inner', { sourceDestinationCheck: false }),
          ),
        ),
      ),
    ],
  },
});
