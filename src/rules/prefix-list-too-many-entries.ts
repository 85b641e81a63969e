import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'prefix-list-too-many-entries',
  severity: 'error',
  summary: {
    en: 'A prefix list holds no more entries than it has room for',
    ja: 'プレフィックスリストのエントリは、最大エントリ数を超えられません',
  },
  why: {
    en: 'The maximum is fixed when the list is made, and AWS rejects an entry beyond it. Raise the maximum, remembering that the list counts for that many routes or rules wherever it is named.',
    ja: '最大エントリ数はリストの作成時に決まり、それを超えるエントリは拒否されます。最大エントリ数を増やしてください。リストを指定したルートテーブルやセキュリティグループでは、その数のルートやルールとして数えられます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html'],
  *check(context) {
    for (const { id, props } of context.all('prefix-list')) {
      const room = known(props.maxEntries);
      const count = Object.keys(props.entries).length;
      if (room === undefined || count <= room) continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: 'maxEntries',
        message: {
          en: `${name} has ${count} entries, and room for ${room}`,
          ja: `${name} のエントリは ${count} 個ですが、最大エントリ数は ${room} です`,
        },
        fixes:
          count > 1000
            ? []
            : [
                plan(
                  `Raise the maximum of ${name} to ${count}`,
                  `${name} の最大エントリ数を ${count} に変更`,
                  call('setProps', { id, props: { maxEntries: count } }),
                ),
              ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('prefix-list', 'Offices', {
          maxEntries: 2,
          entries: {
            tokyo: { cidr: '203.0.113.0/24', description: '' },
            osaka: { cidr: '198.51.100.0/24', description: '' },
          },
        }),
      ),
    ],
    bad: [
      sketch(
        box('prefix-list', 'Offices', {
          maxEntries: 1,
          entries: {
            tokyo: { cidr: '203.0.113.0/24', description: '' },
            osaka: { cidr: '198.51.100.0/24', description: '' },
          },
        }),
      ),
    ],
  },
});
