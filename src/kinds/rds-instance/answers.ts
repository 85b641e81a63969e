/** A database instance as AWS answers for it, with the subnets of its group. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { databaseName, nameIn } from '../../core/describe/dnsNames';
import { standsInAs } from '../../core/describe/standsInAs';

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
function usualPort(engine: string): number {
  if (/postgres/.test(engine)) return 5432;
  if (/sqlserver/.test(engine)) return 1433;
  return /oracle/.test(engine) ? 1521 : 3306;
}

export default writesAnswers({
  kind: 'rds-instance',
  id: (database, scope) => scope.arn('rds', `db:${nameIn(database).toLowerCase()}`),
  write(database, scope) {
    const { props } = database;
    const vpc = scope.ancestor('vpc');
    const subnets = standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope);
    const groups = scope.groups(Object.keys(props.securityGroups), vpc?.id);
    const engine = known(props.engine) ?? '';
    const [first] = subnets;
    if (first !== undefined)
      scope.interface(database, {
        key: 'database',
        subnet: first,
        groups,
        type: 'interface',
        description: 'RDSNetworkInterface',
        isManaged: true,
      });
    const group = {
      DBSubnetGroupName: `${nameIn(database).toLowerCase()}-subnets`,
      SubnetGroupStatus: 'Complete',
      Subnets: subnets.map((id) => ({
        SubnetAvailabilityZone: { Name: known(scope.zoneOf(id)) || `${scope.region}a` },
        SubnetIdentifier: scope.id(id),
        SubnetStatus: 'Active',
      })),
      VpcId: scope.id(vpc?.id ?? null),
    };
    if (subnets.length > 0) scope.add('DBSubnetGroups', group);
    scope.add('DBInstances', {
      AllocatedStorage: known(props.storage),
      DBInstanceArn: scope.id(database.id),
      DBInstanceClass: known(props.instanceClass),
      DBInstanceIdentifier: nameIn(database).toLowerCase(),
      DBInstanceStatus: 'available',
      DBSubnetGroup: subnets.length === 0 ? undefined : group,
      Endpoint: {
        Address: databaseName(database, scope),
        Port: known(props.port) ?? usualPort(engine),
      },
      Engine: engine,
      MultiAZ: props.multiAz === true,
      PubliclyAccessible: props.publiclyAccessible === true,
      TagList: scope.tags(database),
      VpcSecurityGroups: groups.map((each) => ({ Status: 'active', VpcSecurityGroupId: each['GroupId'] })),
    });
  },
});
