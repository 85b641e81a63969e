/** Prefix lists of the account's own in the answers of AWS; their entries have a call for each list. */
import type { CfnValue } from '../../core/cfn/template';
import { describes } from '../../core/describe/describeMapping';
import { isGone, numberIn, textIn } from '../../core/describe/record';

const entriesCall = 'ec2 get-managed-prefix-list-entries';

export default describes({
  kind: 'prefix-list',
  calls: [
    { command: 'ec2 describe-managed-prefix-lists', list: 'PrefixLists', ids: 'pl-' },
    { command: entriesCall, list: 'Entries', of: '--prefix-list-id' },
  ],
  reads: {
    *PrefixLists(list, scope) {
      // Of AWS's own, the name is all that matters.
      if (isGone(list) || !/^\d+$/.test(textIn(list, 'OwnerId'))) return;
      const id = textIn(list, 'PrefixListId');
      const entries = scope.of('Entries', list);
      if (entries === undefined) scope.lacks(entriesCall, id);
      const why = {
        en: `the entries of ${id} are not among the files (aws ${entriesCall})`,
        ja: `${id} のエントリがファイルにありません (aws ${entriesCall})`,
      };
      const name = textIn(list, 'PrefixListName');
      yield {
        id,
        name,
        type: 'AWS::EC2::PrefixList',
        properties: {
          PrefixListName: name,
          AddressFamily: textIn(list, 'AddressFamily') || undefined,
          MaxEntries: numberIn(list, 'MaxEntries'),
          Entries: entries?.map((each): CfnValue => ({
            Cidr: textIn(each, 'Cidr'),
            Description: textIn(each, 'Description'),
          })),
          Tags: scope.tags(list),
        },
        ...(entries === undefined
          ? { says: { entries: { unknown: { cidr: { unknown: why }, description: '' } } } }
          : {}),
      };
    },
  },
});
