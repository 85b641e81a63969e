import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { routesOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'route-target-checks-destination',
  severity: 'warning',
  summary: {
    en: 'An instance that packets are routed through needs its source/destination check off',
    ja: 'パケットを中継するインスタンスでは、送信元/送信先チェックを無効にする必要があります',
  },
  why: {
    en: 'With the check on, a network interface drops every packet that is neither from nor to its own addresses, and a route leads just such packets to it. Switch the check off on NAT instances, firewalls and routers.',
    ja: 'チェックが有効なネットワークインターフェイスは、自分のアドレスを送信元にも送信先にも持たないパケットをすべて破棄します。ルートが送るのはそのようなパケットです。NAT インスタンス、ファイアウォール、ルーターではチェックを無効にしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  ],
  *check(context) {
    const told = new Set<string>();
    for (const table of context.all('route-table'))
      for (const { destination, target } of routesOf(context, table)) {
        if (target === undefined || told.has(target.id)) continue;
        if (!isKind(target, 'instance') && !isKind(target, 'network-interface')) continue;
        if (target.props.sourceDestinationCheck !== true) continue;
        told.add(target.id);
        const name = called(context, target.id);
        yield {
          on: [target.id, table.id],
          field: 'sourceDestinationCheck',
          message: {
            en: `The route ${destination} of ${called(context, table.id)} leads to ${name}, whose source/destination check drops packets that are not its own`,
            ja: `${called(context, table.id)} のルート ${destination} のターゲット ${name} は、送信元/送信先チェックにより自分宛てでないパケットを破棄します`,
          },
          fixes: [
            plan(
              `Switch the source/destination check of ${name} off`,
              `${name} の送信元/送信先チェックを無効にする`,
              call('setProps', { id: target.id, props: { sourceDestinationCheck: false } }),
            ),
          ],
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
          box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'Table' }),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24' },
            box('instance', 'NatInstance', { sourceDestinationCheck: false }),
          ),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'NatInstance' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'Table' }),
          box('subnet', 'Public', { cidr: '10.0.0.0/24' }, box('instance', 'NatInstance')),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'NatInstance' } } }),
        ),
      ),
    ],
  },
});
