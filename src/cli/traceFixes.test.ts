/** The changes that `trace` proposes: each once, and none that opens more than the flow needs. */
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

async function fixesOf(template: string, from: string, to: string): Promise<readonly string[]> {
  const { json } = await vpcanvas(`trace net.yaml --from ${from} --to ${to} --format json`, {
    'net.yaml': template,
  });
  return (json as { readonly fixes: readonly { readonly title: string }[] }).fixes.map(({ title }) => title);
}

const subnet = (vpc: string, block: string): string =>
  `Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref ${vpc}, CidrBlock: ${block} }`;
const host = (own: string, more = ''): string =>
  `Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref ${own}${more} }`;

// NA2 https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
test('a rule that two findings ask for is proposed once', async () => {
  const fixes = await fixesOf(
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { ${subnet('Vpc', '10.0.1.0/24')} }
  B: { ${subnet('Vpc', '10.0.2.0/24')} }
  Client: { ${host('A')} }
  Server: { ${host('B')} }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Guards: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref B, NetworkAclId: !Ref Acl } }
  In: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: { From: 443, To: 443 } } }
`,
    'Client',
    'Server',
  );

  expect(fixes).toHaveLength(1);
});

// PX1 https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
test('a reply to a private address is not sent to an internet gateway', async () => {
  const fixes = await fixesOf(
    `
Resources:
  One: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Two: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.2.0.0/16 } }
  Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref One, PeerVpcId: !Ref Two } }
  A: { ${subnet('One', '10.1.1.0/24')} }
  B: { ${subnet('Two', '10.2.1.0/24')} }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref One } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
  ToTwo: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.2.0.0/16, VpcPeeringConnectionId: !Ref Peering } }
  Open: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Two, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.0.0/16 }] } }
  Client: { ${host('A')} }
  Server: { ${host('B', ', SecurityGroupIds: [!Ref Open]')} }
`,
    'Client',
    'Server',
  );

  expect(fixes.length).toBeGreaterThan(0);
  expect(fixes.filter((title) => title.includes('nternet'))).toEqual([]);
});
