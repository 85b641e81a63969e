/** A security group as AWS answers for it: what rules of the same traffic let in is one permission. */
import type { Resource } from '../../core/model/document';
import { isUnknown } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';
import { awsPrefixList } from '../../core/describe/awsPrefixList';
import type { GroupRule } from './rules';

export default writesAnswers({
  kind: 'security-group',
  id: 'sg-',
  write(group, scope) {
    const GroupId = scope.id(group.id);
    scope.add('SecurityGroups', {
      Description:
        typeof group.props.description === 'string' && group.props.description !== ''
          ? group.props.description
          : group.name,
      GroupId,
      GroupName: group.name === '' ? GroupId : group.name,
      IpPermissions: permissionsOf(group, 'inbound', scope),
      IpPermissionsEgress: permissionsOf(group, 'outbound', scope),
      OwnerId: scope.account,
      SecurityGroupArn: scope.arn('ec2', `security-group/${GroupId}`),
      Tags: group.name === 'default' ? [] : scope.tags(group),
      VpcId: scope.id(scope.ancestor('vpc')?.id ?? null),
    });
  },
});

interface Permission {
  readonly traffic: AnswerRecord;
  readonly IpRanges: AnswerRecord[];
  readonly Ipv6Ranges: AnswerRecord[];
  readonly PrefixListIds: AnswerRecord[];
  readonly UserIdGroupPairs: AnswerRecord[];
}

function permissionsOf(
  group: Resource<'security-group'>,
  rows: 'inbound' | 'outbound',
  scope: AnswerScope,
): readonly AnswerRecord[] {
  const permissions = new Map<string, Permission>();
  for (const rule of Object.values(group.props[rows])) {
    const traffic = trafficOf(rule);
    const { peer } = rule;
    if (traffic === undefined || isUnknown(peer) || peer === '') continue;
    const key = JSON.stringify(traffic);
    let found = permissions.get(key);
    if (found === undefined)
      permissions.set(
        key,
        (found = { traffic, IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] }),
      );
    if (typeof peer === 'object') {
      const id = scope.id(peer.ref);
      if (scope.resource(peer.ref)?.kind === 'prefix-list') found.PrefixListIds.push({ PrefixListId: id });
      else if (id !== '') found.UserIdGroupPairs.push({ GroupId: id, UserId: scope.account });
    } else if (peer.startsWith('com.amazonaws.'))
      found.PrefixListIds.push({ PrefixListId: awsPrefixList(peer, scope) });
    else if (peer.includes(':')) found.Ipv6Ranges.push({ CidrIpv6: peer });
    else found.IpRanges.push({ CidrIp: peer });
  }
  return [...permissions.values()].map(({ traffic, ...peers }) => ({ ...traffic, ...peers }));
}

/** Undefined where something of it is unknown. */
function trafficOf({ protocol, fromPort, toPort }: GroupRule): AnswerRecord | undefined {
  if (isUnknown(protocol) || isUnknown(fromPort) || isUnknown(toPort)) return undefined;
  if (protocol === 'any') return { IpProtocol: '-1' };
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return { IpProtocol: protocol, FromPort: fromPort ?? -1, ToPort: toPort ?? -1 };
  return { IpProtocol: protocol, FromPort: fromPort ?? toPort ?? 0, ToPort: toPort ?? fromPort ?? 65535 };
}
