import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { blockText } from '../lib/cidr';
import { entriesOf } from './shared/prefixLists';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'prefix-list-wrong-family',
  severity: 'error',
  summary: {
    en: 'The entries of a prefix list are all of its address family',
    ja: 'プレフィックスリストのエントリは、すべて同じアドレスファミリーでなければなりません',
  },
  why: {
    en: 'A prefix list holds IPv4 blocks or IPv6 blocks, and AWS rejects one that mixes them. Make a second list for the other family, and name both where they are needed.',
    ja: 'プレフィックスリストに含められるのは IPv4 か IPv6 のどちらかだけで、混在させると作成できません。もう一方のファミリー用に別のリストを作り、必要な場所で両方を指定してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html'],
  *check(context) {
    for (const list of context.all('prefix-list')) {
      const family = known(list.props.family);
      if (family === undefined) continue;
      const entries = entriesOf(list);
      const wrong = entries.filter(({ block }) => `IPv${block.family}` !== family);
      const name = called(context, list.id);
      for (const { row, block } of wrong) {
        const other = family === 'IPv4' ? 'IPv6' : 'IPv4';
        yield {
          on: [list.id],
          field: `entries.${row}.cidr`,
          message: {
            en: `${name} is a list of ${family} blocks, but ${blockText(block)} is an ${other} block`,
            ja: `${name} は ${family} のリストですが、${blockText(block)} は ${other} の CIDR ブロックです`,
          },
          fixes: [
            ...(wrong.length === entries.length
              ? [
                  plan(
                    `Make ${name} a list of ${other} blocks`,
                    `${name} を ${other} のリストに変更`,
                    call('setProps', { id: list.id, props: { family: other } }),
                  ),
                ]
              : []),
            plan(
              `Delete the entry ${blockText(block)} of ${name}`,
              `${name} のエントリ ${blockText(block)} を削除`,
              call('setRow', { id: list.id, field: 'entries', row, values: null }),
            ),
          ],
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('prefix-list', 'Offices', {
          family: 'IPv6',
          entries: { tokyo: { cidr: '2001:db8::/32', description: '' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('prefix-list', 'Offices', {
          family: 'IPv4',
          entries: { tokyo: { cidr: '2001:db8::/32', description: '' } },
        }),
      ),
      sketch(
        box('prefix-list', 'Offices', {
          family: 'IPv4',
          entries: {
            tokyo: { cidr: '203.0.113.0/24', description: '' },
            osaka: { cidr: '2001:db8::/32', description: '' },
          },
        }),
      ),
    ],
  },
});
