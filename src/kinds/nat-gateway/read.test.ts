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
  expect(nat.props).toEqual({ connectivity: 'public', elasticIp: true, zones: {} });
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

  expect(the('nat-gateway', 'Nat').props).toEqual({
    connectivity: 'private',
    elasticIp: false,
    zones: {},
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html
test('a regional NAT gateway stands in its VPC', () => {
  const { the, logicalId, faults } = imported(
    catalog,
    `${network}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { VpcId: !Ref Vpc, AvailabilityMode: regional } }
`,
  );

  const nat = the('nat-gateway', 'Nat');
  expect(logicalId(nat.parentId)).toBe('Vpc');
  expect(nat.props).toEqual({ connectivity: 'public', elasticIp: true, zones: {} });
  expect(faults).toEqual([]);
});

test('the zones of a regional NAT gateway are read with their addresses', () => {
  const { the, document, faults } = imported(
    catalog,
    `${network}
  One: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Two: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      VpcId: !Ref Vpc
      AvailabilityMode: regional
      AvailabilityZoneAddresses:
        - { AvailabilityZone: !Select [1, !GetAZs ''], AllocationIds: [!GetAtt One.AllocationId] }
        - { AvailabilityZoneId: apne1-az4, AllocationIds: [!GetAtt Two.AllocationId] }
`,
  );

  const { zones } = the('nat-gateway', 'Nat').props;
  expect(zones['zone1']).toEqual({ zone: 'ap-northeast-1c' });
  expect(zones['zone2']?.zone).toHaveProperty('unknown');
  expect(faults).toEqual([]);
  expect(
    [...document.resources.values()].filter(({ provenance }) => provenance?.logicalId === 'One'),
  ).toEqual([]);
});

test('a NAT gateway whose mode a parameter decides stands where its other properties put it', () => {
  const mode = (place: string) => `Parameters: { Mode: { Type: String } }${network}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { ${place}, AvailabilityMode: !Ref Mode } }
`;
  const inSubnet = imported(catalog, mode('SubnetId: !Ref Subnet'));
  const inVpc = imported(catalog, mode('VpcId: !Ref Vpc'));

  expect(inSubnet.logicalId(inSubnet.the('nat-gateway', 'Nat').parentId)).toBe('Subnet');
  expect(inVpc.logicalId(inVpc.the('nat-gateway', 'Nat').parentId)).toBe('Vpc');
});
