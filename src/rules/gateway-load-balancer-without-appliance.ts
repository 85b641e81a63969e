import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called } from './shared/words';

export default defineRule({
  id: 'gateway-load-balancer-without-appliance',
  severity: 'warning',
  summary: {
    en: 'A Gateway Load Balancer without appliances drops everything that its endpoints hand it',
    ja: 'アプライアンスのない Gateway Load Balancer では、エンドポイントからのパケットがすべて破棄されます',
  },
  why: {
    en: 'Traffic that routes lead to its endpoints goes nowhere while no appliance is registered. Register the instances of the appliance. Ignore this when an Auto Scaling group outside the diagram registers them.',
    ja: 'アプライアンスが登録されるまで、エンドポイントに向けられた通信は届きません。アプライアンスのインスタンスを登録してください。図にない Auto Scaling グループが登録する場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html'],
  *check(context) {
    for (const { id, props, provenance } of context.all('gateway-load-balancer')) {
      // What is behind one that exists already, no template says.
      if (Object.keys(props.targets).length > 0 || provenance?.outside !== undefined) continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: 'targets',
        message: {
          en: `No appliance is registered with ${name}`,
          ja: `${name} にアプライアンスが登録されていません`,
        },
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
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
          ),
        ),
      ),
    ],
    bad: [sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('gateway-load-balancer', 'Gwlb'))))],
  },
});
