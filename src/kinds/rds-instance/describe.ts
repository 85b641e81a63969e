/** Database instances in the answers of AWS, each with the subnets of its group. */
import { describes, refsTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, numberIn, partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'rds-instance',
  calls: [
    { command: 'rds describe-db-instances', list: 'DBInstances' },
    { command: 'rds describe-db-subnet-groups', list: 'DBSubnetGroups' },
  ],
  reads: {
    *DBInstances(database, scope) {
      if (isGone({ State: textIn(database, 'DBInstanceStatus') })) return;
      const id = textIn(database, 'DBInstanceArn') || textIn(database, 'DBInstanceIdentifier');
      const inside = partIn(database, 'DBSubnetGroup');
      const groupName = textIn(inside, 'DBSubnetGroupName');
      const [named] = scope.where('DBSubnetGroups', 'DBSubnetGroupName', groupName);
      const subnets = [inside, named]
        .map((group) => listIn(group, 'Subnets').map((each) => textIn(each, 'SubnetIdentifier')))
        .find((ids) => ids.length > 0);
      yield {
        id,
        name: textIn(database, 'DBInstanceIdentifier'),
        type: 'AWS::RDS::DBInstance',
        properties: {
          Engine: textIn(database, 'Engine'),
          DBInstanceClass: textIn(database, 'DBInstanceClass'),
          AllocatedStorage: numberIn(database, 'AllocatedStorage'),
          Port:
            numberIn(partIn(database, 'Endpoint'), 'Port') ??
            numberIn(database, 'DbInstancePort') ??
            undefined,
          MultiAZ: flagIn(database, 'MultiAZ'),
          PubliclyAccessible: flagIn(database, 'PubliclyAccessible'),
          DBSubnetGroupName: subnets === undefined ? groupName || undefined : { Ref: `${id}-subnets` },
          VPCSecurityGroups: refsTo(
            listIn(database, 'VpcSecurityGroups').map((each) => textIn(each, 'VpcSecurityGroupId')),
          ),
          Tags: scope.tags(database),
        },
      };
      if (subnets !== undefined)
        yield {
          id: `${id}-subnets`,
          type: 'AWS::RDS::DBSubnetGroup',
          properties: { SubnetIds: refsTo(subnets) },
        };
    },
  },
});
