import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

test('a database is read with the subnets of its subnet group', () => {
  const { the, logicalId } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: s, SubnetIds: [!Ref A, !Ref B] } }
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.t3.small
      AllocatedStorage: '50'
      Port: '3307'
      MultiAZ: true
      DBSubnetGroupName: !Ref Subnets
      VPCSecurityGroups: [!GetAtt Group.GroupId]
`,
  );

  const database = the('rds-instance', 'Db');
  expect(logicalId(database.parentId)).toBe('A');
  expect(database.props).toEqual({
    engine: 'mysql',
    instanceClass: 'db.t3.small',
    port: 3307,
    storage: 50,
    multiAz: true,
    publiclyAccessible: false,
    subnets: { [the('subnet', 'B').id]: true },
    securityGroups: { [the('security-group', 'Group').id]: true },
  });
});

test('a database without a subnet group of the template stands in the Region', () => {
  const { document, the } = imported(
    catalog,
    `
Resources:
  Db: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, DBInstanceClass: db.t3.small, AllocatedStorage: '20' } }
`,
  );

  expect(document.resources.get(the('rds-instance', 'Db').parentId ?? '')?.kind).toBe('region');
});
