/**
 * Network ACLs in the answers of AWS. The default one of a VPC is drawn where somebody has changed it: as AWS makes it, it lets
 * everything pass, which is taken of every subnet that names no other.
 */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
import { tablesLeftOut } from '../../core/describe/leftOut';
import { flagIn, listIn, numberIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';

export default describes({
  kind: 'network-acl',
  calls: [{ command: 'ec2 describe-network-acls', list: 'NetworkAcls', ids: 'acl-' }],
  reads: {
    *NetworkAcls(acl, scope) {
      const id = textIn(acl, 'NetworkAclId');
      const isDefault = flagIn(acl, 'IsDefault') === true;
      const rows = listIn(acl, 'Entries').filter((each) => (numberIn(each, 'RuleNumber') ?? 0) <= lastNumber);
      if (isDefault && isAsMade(rows, hasIpv6(textIn(acl, 'VpcId'), scope))) return;
      yield {
        id,
        type: 'AWS::EC2::NetworkAcl',
        properties: { VpcId: refTo(textIn(acl, 'VpcId')), Tags: scope.tags(acl) },
        says: {
          isDefault,
          ...tablesLeftOut(acl, id, { inbound: ['Entries', columns], outbound: ['Entries', columns] }),
        },
      };
      for (const association of listIn(acl, 'Associations')) {
        const subnet = textIn(association, 'SubnetId');
        yield {
          id: `${id}-of-${subnet}`,
          type: 'AWS::EC2::SubnetNetworkAclAssociation',
          properties: { SubnetId: refTo(subnet), NetworkAclId: refTo(id) },
        };
      }
      for (const row of rows) {
        const number = numberIn(row, 'RuleNumber');
        const isOutbound = flagIn(row, 'Egress') === true;
        yield {
          id: `${id}-${isOutbound ? 'out' : 'in'}-${number ?? ''}`,
          type: 'AWS::EC2::NetworkAclEntry',
          properties: {
            NetworkAclId: refTo(id),
            Egress: isOutbound,
            RuleNumber: number,
            RuleAction: textIn(row, 'RuleAction'),
            Protocol: textIn(row, 'Protocol'),
            CidrBlock: textIn(row, 'CidrBlock') || undefined,
            Ipv6CidrBlock: textIn(row, 'Ipv6CidrBlock') || undefined,
            PortRange: numbers(partIn(row, 'PortRange'), ['From', 'To']),
            Icmp: numbers(partIn(row, 'IcmpTypeCode'), ['Type', 'Code']),
          },
        };
      }
    },
  },
});

const columns = ['number', 'action', 'protocol', 'fromPort', 'toPort', 'block'];

/** Behind it comes the rule of every ACL that denies all the rest. */
const lastNumber = 32766;

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
function isAsMade(rows: readonly AwsRecord[], ipv6: boolean): boolean {
  const lets = (egress: boolean, block: 'CidrBlock' | 'Ipv6CidrBlock', all: string): boolean =>
    rows.some(
      (row) =>
        flagIn(row, 'Egress') === egress &&
        textIn(row, block) === all &&
        textIn(row, 'Protocol') === '-1' &&
        textIn(row, 'RuleAction') === 'allow',
    );
  return (
    rows.every((row) => textIn(row, 'RuleAction') === 'allow') &&
    [true, false].every(
      (egress) => lets(egress, 'CidrBlock', '0.0.0.0/0') && (!ipv6 || lets(egress, 'Ipv6CidrBlock', '::/0')),
    )
  );
}

function hasIpv6(vpc: string, scope: DescribeReadScope): boolean {
  return scope
    .where('Vpcs', 'VpcId', vpc)
    .some((each) => listIn(each, 'Ipv6CidrBlockAssociationSet').length > 0);
}

function numbers(part: AwsRecord | undefined, names: readonly string[]): CfnValue | undefined {
  return part === undefined
    ? undefined
    : Object.fromEntries(names.map((name) => [name, numberIn(part, name) ?? -1]));
}
