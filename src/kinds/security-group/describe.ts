/** Security groups in the answers of AWS: each permission holds several sources, and is a rule for each of them here. */
import { describes, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
import { tablesLeftOut } from '../../core/describe/leftOut';
import { listIn, numberIn, textIn, type AwsRecord } from '../../core/describe/record';
import type { CfnValue } from '../../core/cfn/template';

export default describes({
  kind: 'security-group',
  calls: [{ command: 'ec2 describe-security-groups', list: 'SecurityGroups', ids: 'sg-' }],
  reads: {
    *SecurityGroups(group, scope) {
      const id = textIn(group, 'GroupId');
      const name = textIn(group, 'GroupName');
      const inbound = rulesIn(group, 'IpPermissions', 'Source', scope);
      const outbound = rulesIn(group, 'IpPermissionsEgress', 'Destination', scope);
      yield {
        id,
        ...(name === '' ? {} : { name }),
        optional: name === 'default',
        type: 'AWS::EC2::SecurityGroup',
        properties: {
          GroupDescription: textIn(group, 'Description'),
          VpcId: refTo(textIn(group, 'VpcId')),
          SecurityGroupIngress: inbound,
          // An empty list would mean that everything may leave.
          SecurityGroupEgress:
            outbound.length === 0 ? [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }] : outbound,
          Tags: scope.tags(group),
        },
        says: tablesLeftOut(group, id, {
          inbound: ['IpPermissions', columns],
          outbound: ['IpPermissionsEgress', columns],
        }),
      };
    },
    // Their groups say the same, and what they do not: the VPC.
    SecurityGroupRules(_rule, scope) {
      if (!scope.isGiven('SecurityGroups')) scope.lacks('ec2 describe-security-groups');
      return [];
    },
  },
});

const columns = ['protocol', 'fromPort', 'toPort', 'peer'];

function rulesIn(
  group: AwsRecord,
  list: string,
  side: 'Source' | 'Destination',
  scope: DescribeReadScope,
): readonly CfnValue[] {
  return listIn(group, list).flatMap((permission) => {
    const traffic = {
      IpProtocol: textIn(permission, 'IpProtocol'),
      FromPort: numberIn(permission, 'FromPort'),
      ToPort: numberIn(permission, 'ToPort'),
    };
    const from = (peer: Readonly<Record<string, CfnValue | undefined>>): CfnValue => ({
      ...traffic,
      ...peer,
    });
    return [
      ...listIn(permission, 'IpRanges').map((each) => from({ CidrIp: textIn(each, 'CidrIp') })),
      ...listIn(permission, 'Ipv6Ranges').map((each) => from({ CidrIpv6: textIn(each, 'CidrIpv6') })),
      ...listIn(permission, 'PrefixListIds').map((each) =>
        from({ [`${side}PrefixListId`]: scope.prefixList(textIn(each, 'PrefixListId')) }),
      ),
      ...listIn(permission, 'UserIdGroupPairs').map((each) =>
        from({ [`${side}SecurityGroupId`]: refTo(textIn(each, 'GroupId')) }),
      ),
    ];
  });
}
