import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const block = (mode: string) => `
Resources:
  BlockPublicAccess:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties: { InternetGatewayBlockMode: ${mode} }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
`;

test('what blocks public access is read into the Region of the VPCs', () => {
  const { the, document } = imported(catalog, block('block-ingress'));

  const found = the('public-access-block', 'BlockPublicAccess');
  expect(found.props).toEqual({ mode: 'block-ingress' });
  expect(document.resources.get(found.parentId ?? '')).toMatchObject({ kind: 'region' });
  expect(found.parentId).toBe(the('vpc', 'Vpc').parentId);
});

test('exclusions are read as what the VPC or the subnet is allowed', () => {
  const { the, faults } = imported(
    catalog,
    `${block('block-bidirectional')}
  OfVpc:
    Type: AWS::EC2::VPCBlockPublicAccessExclusion
    Properties: { InternetGatewayExclusionMode: allow-egress, VpcId: !Ref Vpc }
  OfSubnet:
    Type: AWS::EC2::VPCBlockPublicAccessExclusion
    Properties: { InternetGatewayExclusionMode: allow-bidirectional, SubnetId: !Ref Subnet }
`,
  );

  expect(the('vpc', 'Vpc').props.publicAccess).toBe('allow-egress');
  expect(the('subnet', 'Subnet').props.publicAccess).toBe('allow-bidirectional');
  expect(faults).toEqual([]);
});

test('a mode that a parameter decides is unknown', () => {
  const { the } = imported(catalog, `Parameters: { Mode: { Type: String } }${block('!Ref Mode')}`);

  expect(the('public-access-block', 'BlockPublicAccess').props.mode).toHaveProperty('unknown');
});

test('a mode that AWS does not know is told of, and not taken for off', () => {
  const { the, faults } = imported(catalog, block('block-everything'));

  expect(faults).toEqual([expect.stringContaining('“block-everything”')]);
  expect(the('public-access-block', 'BlockPublicAccess').props.mode).toHaveProperty('unknown');
});
