/** AWS's own prefix lists, which answers name by ids. */
import { prefixListId } from '../../lib/prefixLists';
import type { AnswerScope } from './answerWriting';

/** The id of the list with that name, and its record among all lists. */
export function awsPrefixList(name: string, scope: AnswerScope): string {
  const PrefixListId = prefixListId(name) ?? scope.made('pl-', name);
  scope.addOnce('PrefixLists', PrefixListId, {
    AddressFamily: 'IPv4',
    OwnerId: 'AWS',
    PrefixListArn: `arn:aws:ec2:${scope.region}:aws:prefix-list/${PrefixListId}`,
    PrefixListId,
    PrefixListName: name,
    State: 'create-complete',
    Tags: [],
  });
  return PrefixListId;
}
