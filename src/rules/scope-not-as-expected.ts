import { box, sketch, statement } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { asFault, failedExpectations } from './shared/scopes';

export default defineRule({
  id: 'scope-not-as-expected',
  severity: 'error',
  expectation: true,
  summary: {
    en: 'What is expected of a part of the design must be so: who in it reaches whom, and who does not',
    ja: '設計の一部に対する期待 (通信できる相手、できない相手) は、満たされていなければなりません',
  },
  why: {
    en: 'The design says of everything in these containers, or of nothing in them, that it reaches somebody or is reached from somebody. Some workload there does otherwise: the message names it, with the way. Close the way, move the workload, or change the statement.',
    ja: 'この範囲のワークロードについて、特定の相手と通信できる、またはできないと宣言されていますが、そうなっていないワークロードがあります。メッセージにワークロードと経路を示します。経路を閉じるか、ワークロードを移動するか、宣言を変更してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html'],
  *check(context) {
    for (const result of failedExpectations(context)) {
      const { other, expect } = result.expectation;
      if (!('internet' in other && expect === 'blocked')) yield asFault(context, result);
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'DbGroup'),
          box('subnet', 'Apps', { cidr: '10.0.0.0/24' }, box('instance', 'App')),
          box(
            'subnet',
            'Databases',
            { cidr: '10.0.1.0/24' },
            box('instance', 'Db', { securityGroups: { DbGroup: true } }),
          ),
        ),
        statement('closed', ['Databases'], { in: { direction: 'in', other: { resource: 'Apps' } } }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'DbGroup', {
            inbound: { ssh: { protocol: 'tcp', fromPort: 22, toPort: 22, peer: '10.0.0.0/24' } },
          }),
          box('subnet', 'Apps', { cidr: '10.0.0.0/24' }, box('instance', 'App')),
          box(
            'subnet',
            'Databases',
            { cidr: '10.0.1.0/24' },
            box('instance', 'Db', { securityGroups: { DbGroup: true } }),
          ),
        ),
        statement('closed', ['Databases'], { in: { direction: 'in', other: { resource: 'Apps' } } }),
      ),
    ],
  },
});
