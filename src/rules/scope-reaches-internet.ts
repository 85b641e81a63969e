import { box, noInternetFrom, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { asFault, failedExpectations } from './shared/scopes';

export default defineRule({
  id: 'scope-reaches-internet',
  severity: 'error',
  expectation: true,
  summary: {
    en: 'Nothing in a part of the design that is to stay off the internet may reach it or be reached from it',
    ja: 'インターネットから切り離すとした範囲は、インターネットと通信できてはいけません',
  },
  why: {
    en: 'The design says that workloads in these containers have no internet access. A route to an internet gateway or NAT gateway gives it to them. Remove the route, move the workload, or take the container out of the statement.',
    ja: 'この範囲のワークロードはインターネットと通信しないと宣言されていますが、インターネットゲートウェイや NAT ゲートウェイへのルートによって通信できます。ルートを削除するか、ワークロードを移動するか、宣言の範囲から外してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html'],
  *check(context) {
    for (const result of failedExpectations(context)) {
      const { other, expect } = result.expectation;
      if ('internet' in other && expect === 'blocked') yield asFault(context, result);
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Db'))),
        noInternetFrom('Subnet'),
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
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('instance', 'Db'),
          ),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
        ),
        noInternetFrom('Private'),
      ),
    ],
  },
});
