import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf } from '../lib/cidr';
import type { Words } from '../lib/words';
import { cellsOf, type Cell } from './shared/fields';
import { called, fieldOf } from './shared/words';

export default defineRule({
  id: 'value-invalid',
  severity: 'error',
  summary: {
    en: 'A value must be one that AWS accepts for its property',
    ja: '値は、AWS がそのプロパティに認めるものでなければなりません',
  },
  why: {
    en: 'Some values are wrong whatever stands around them: a port beyond 65535, a network ACL rule number of 0, a name where an address is needed. The deployment would fail on them; correct the field. Until then, traces take nothing to pass because of a security group rule with such a value, and what a network ACL rule with one decides as not known.',
    ja: '65535 を超えるポート、0 番のネットワーク ACL ルールなど、周囲の構成に関係なく誤りとなる値があります。デプロイに失敗するので、値を修正してください。修正するまで、到達性の判定では、そのようなセキュリティグループのルールは何も許可しないもの、ネットワーク ACL のルールは許可か拒否か不明なものとして扱います。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  check: forEachResource(function* (context, resource) {
    // AWS never hears of those.
    if (context.catalog.kind(resource.kind).isAnnotation === true) return;
    for (const cell of cellsOf(context, resource)) {
      const fault = faultOf(cell);
      if (fault === undefined) continue;
      const name = called(context, resource.id);
      const { label } = cell.described;
      yield {
        on: [resource.id],
        field: cell.path,
        message: { en: `${label.en} of ${name}: ${fault.en}`, ja: `${fieldOf(name, label)}: ${fault.ja}` },
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web', { privateIp: '10.0.0.4' }))),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web', { privateIp: 'web-1' }))),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { WebGroup: true } })),
          box('security-group', 'WebGroup', {
            inbound: {
              a: { protocol: 'tcp', fromPort: 443, toPort: 70000, peer: '10.0.0.0/16' },
            },
          }),
        ),
      ),
    ],
  },
});

function faultOf({ described, value }: Cell): Words | undefined {
  if (isUnknown(value)) return undefined;
  // `cidr-invalid` tells of blocks.
  if (described.control === 'cidr' || described.control === 'peer') return undefined;
  if (typeof described.default === 'string' && blockOf(described.default) !== undefined) return undefined;
  const fault = described.check?.(value);
  if (fault !== undefined) return fault;
  if (described.control !== 'number' || typeof value !== 'number') return undefined;
  const { min, max } = described;
  if (Number.isInteger(value) && value >= min && value <= max) return undefined;
  return {
    en: `${value} is not a whole number from ${min} to ${max}`,
    ja: `${value} は ${min}〜${max} の整数ではありません`,
  };
}
