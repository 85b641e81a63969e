import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
`;

test('a NAT gateway is read with its Elastic IP address', () => {
  const { the, logicalId, document } = imported(
    catalog,
    `${network}
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, AllocationId: !GetAtt Eip.AllocationId } }
`,
  );

  const nat = the('nat-gateway', 'Nat');
  expect(logicalId(nat.parentId)).toBe('Subnet');
  expect(nat.props).toEqual({ connectivity: 'public', elasticIp: true });
  expect(
    [...document.resources.values()].filter(({ provenance }) => provenance?.logicalId === 'Eip'),
  ).toEqual([]);
});

test('a private NAT gateway has no Elastic IP address', () => {
  const { the } = imported(
    catalog,
    `${network}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, ConnectivityType: private } }
`,
  );

  expect(the('nat-gateway', 'Nat').props).toEqual({ connectivity: 'private', elasticIp: false });
});

test('a regional NAT gateway is not taken for one in a subnet', () => {
  const { document } = imported(
    catalog,
    `${network}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { VpcId: !Ref Vpc, AvailabilityMode: regional } }
`,
  );

  expect([...document.resources.values()].map(({ kind }) => kind)).not.toContain('nat-gateway');
});
