import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'network-acl-number-twice',
  severity: 'error',
  summary: {
    en: 'Each rule of a network ACL has a number of its own',
    ja: 'ネットワーク ACL のルール番号は重複できません',
  },
  why: {
    en: 'Rules are tried in the order of their numbers, and AWS rejects a second rule with the same number in the same direction.',
    ja: 'ルールは番号順に評価されます。同じ方向に同じ番号のルールを 2 つ作成することはできません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  *check(context) {
    for (const acl of context.all('network-acl'))
      for (const { field, en, ja } of [
        { field: 'inbound' as const, en: 'inbound', ja: 'インバウンド' },
        { field: 'outbound' as const, en: 'outbound', ja: 'アウトバウンド' },
      ]) {
        const rows = acl.props[field];
        const taken = new Set(Object.values(rows).map(({ number }) => known(number)));
        const seen = new Set<number>();
        for (const [row, rule] of Object.entries(rows)) {
          const number = known(rule.number);
          if (number === undefined || !seen.has(number)) {
            if (number !== undefined) seen.add(number);
            continue;
          }
          let free = number + 1;
          while (taken.has(free)) free += 1;
          yield {
            on: [acl.id],
            field: `${field}.${row}.number`,
            message: {
              en: `${called(context, acl.id)} has two ${en} rules with the number ${number}`,
              ja: `${called(context, acl.id)} の${ja}ルールに、番号 ${number} のルールが 2 つあります`,
            },
            fixes:
              free > 32766
                ? []
                : [
                    plan(
                      `Give one of them the number ${free}`,
                      `一方の番号を ${free} に変更`,
                      call('setRow', { id: acl.id, field, row, values: { number: free } }),
                    ),
                  ],
          };
        }
      }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('network-acl', 'Acl', {
            inbound: {
              a: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                block: '0.0.0.0/0',
              },
              b: {
                number: 110,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 1024,
                toPort: 65535,
                block: '0.0.0.0/0',
              },
            },
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
          box('network-acl', 'Acl', {
            inbound: {
              a: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                block: '0.0.0.0/0',
              },
              b: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 1024,
                toPort: 65535,
                block: '0.0.0.0/0',
              },
            },
          }),
        ),
      ),
    ],
  },
});
