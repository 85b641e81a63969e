import { arrow, box, sketch } from '../core/model/sketch';
import { forEachFlow } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { flowText } from './shared/flows';

export default defineRule({
  id: 'flow-undecided',
  severity: 'warning',
  expectation: true,
  summary: {
    en: 'Whether this traffic arrives hangs on something outside the design',
    ja: 'この通信が届くかどうかは、設計の外の条件に依存します',
  },
  why: {
    en: 'A value that cannot be evaluated, or a component whose behaviour is not part of the design, decides. The expectation is neither met nor failed. Write the value out, or check the deployed network.',
    ja: '評価できない値や、設計に含まれない要素の動作によって結果が変わるため、想定どおりかどうかを判定できません。値を具体的に指定するか、デプロイ後のネットワークで確認してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html'],
  check: forEachFlow(function* (context, flow) {
    const trace = context.traces.get(flow.id);
    if (trace?.verdict !== 'unknown') return;
    const what = flowText(context, flow);
    const [reason] = trace.unknowns;
    yield {
      on: [flow.id],
      message: {
        en: `Nobody can say whether ${what.en} arrives${reason === undefined ? '' : `: ${reason.en}`}`,
        ja: `${what.ja} が届くかどうかは判定できません${reason === undefined ? '' : `: ${reason.ja}`}`,
      },
    };
  }),
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web'))),
        box('internet', 'Internet'),
        arrow('Web', 'Internet', { expect: 'blocked' }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Web', {
              publicIp: { unknown: { en: 'it is a parameter', ja: 'パラメータです' } },
            }),
          ),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
        box('internet', 'Internet'),
        arrow('Web', 'Internet'),
      ),
    ],
  },
});
