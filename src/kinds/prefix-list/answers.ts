/** A prefix list of the account's own as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'prefix-list',
  id: 'pl-',
  write(list, scope) {
    const { props } = list;
    const PrefixListId = scope.id(list.id);
    scope.add('PrefixLists', {
      AddressFamily: known(props.family),
      MaxEntries: known(props.maxEntries),
      OwnerId: scope.account,
      PrefixListArn: scope.arn('ec2', `prefix-list/${PrefixListId}`),
      PrefixListId,
      PrefixListName: known(props.listName) || list.name,
      State: 'create-complete',
      Tags: scope.tags(list),
      Version: 1,
    });
    scope.asked('Entries', PrefixListId);
    for (const { cidr, description } of Object.values(props.entries)) {
      const Cidr = known(cidr) ?? '';
      if (Cidr !== '') scope.add('Entries', { Cidr, Description: known(description) ?? '' }, PrefixListId);
    }
  },
});
