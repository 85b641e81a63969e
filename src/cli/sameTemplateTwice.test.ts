/** One template deployed for each of several VPCs: what the stacks add to a shared resource stays apart. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { writeDiagram } from '../core/store/diagramFile';
import { createStore } from '../core/store/store';
import { vpcanvas } from '../testing/commandLine';

const hub = `
Resources:
  Hub: { Type: AWS::EC2::TransitGateway, Properties: { DefaultRouteTableAssociation: disable, DefaultRouteTablePropagation: disable } }
  Table: { Type: AWS::EC2::TransitGatewayRouteTable, Properties: { TransitGatewayId: !Ref Hub } }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  RouteTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref RouteTable } }
  ToHub: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref RouteTable, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Hub } }
  Attachment: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet] } }
  Association: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayAttachmentId: !Ref Attachment, TransitGatewayRouteTableId: !Ref Table } }
  Propagation: { Type: AWS::EC2::TransitGatewayRouteTablePropagation, Properties: { TransitGatewayAttachmentId: !Ref Attachment, TransitGatewayRouteTableId: !Ref Table } }
  Shared: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc } }
  Server: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Shared] } }
Outputs:
  HubId: { Value: !Ref Hub, Export: { Name: hub } }
  TableId: { Value: !Ref Table, Export: { Name: table } }
  SharedId: { Value: !Ref Shared, Export: { Name: shared } }
`;
const spoke = (network: string): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${network}.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: ${network}.1.0/24 } }
  RouteTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref RouteTable } }
  ToHub: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref RouteTable, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !ImportValue hub } }
  Attachment: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !ImportValue hub, VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet] } }
  Association: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayAttachmentId: !Ref Attachment, TransitGatewayRouteTableId: !ImportValue table } }
  Propagation: { Type: AWS::EC2::TransitGatewayRouteTablePropagation, Properties: { TransitGatewayAttachmentId: !Ref Attachment, TransitGatewayRouteTableId: !ImportValue table } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }] } }
  Host: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Group] } }
  ToShared: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !ImportValue shared, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !GetAtt Vpc.CidrBlock } }
`;
const files = { 'hub.yaml': hub, 'one.yaml': spoke('10.1'), 'two.yaml': spoke('10.2') };

// TG3 https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-routing-overview
test('attachments of several stacks use one route table, though their associations have one logical ID', async () => {
  for (const [from, to] of [
    ['one', 'two'],
    ['two', 'one'],
  ]) {
    const { status, json } = await vpcanvas(
      `trace hub.yaml one.yaml two.yaml --from ${from}.yaml:Host --to ${to}.yaml:Host --format json`,
      files,
    );

    expect(json).toMatchObject({ verdict: 'reachable', blockedBy: [] });
    expect(status).toBe(0);
  }
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
test.each(['one', 'two'])('every stack keeps its rule in a group that they share: %s', async (stack) => {
  const { status, json } = await vpcanvas(
    `trace hub.yaml one.yaml two.yaml --from ${stack}.yaml:Host --to Server --port 22 --format json`,
    files,
  );

  expect(json).toMatchObject({ verdict: 'reachable', blockedBy: [] });
  expect(status).toBe(0);
});

test('each template is exported as it was', async () => {
  const { written } = await vpcanvas('export hub.yaml one.yaml two.yaml --to cloudformation -o out', files);

  expect(Object.fromEntries(written)).toEqual(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`out/${name}`, text])),
  );
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
describe('two stacks that are made of one file', () => {
  const nested = {
    'root.yaml': `Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: net.yaml } }
  Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: net.yaml } }
`,
    'net.yaml': 'Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n',
  };

  test('are exported as that one file', async () => {
    const { written, err } = await vpcanvas('export root.yaml net.yaml --to cloudformation -o out', nested);

    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(Object.entries(nested).map(([name, text]) => [`out/${name}`, text])),
    );
    expect(err).toBe('');
  });

  test('are exported as two files where the diagram changes one of them alone, and it is told', async () => {
    const { document } = importTemplates(
      catalog,
      Object.entries(nested).map(([name, text]) => ({ name, text })),
    );
    const store = createStore({ catalog }, document);
    store.commit('renameResource', { id: 'net.yaml-2:Vpc', name: 'Second' });

    const { written, err } = await vpcanvas('export a.vpcanvas.json --to cloudformation -o out', {
      'a.vpcanvas.json': writeDiagram(catalog, store.document),
    });

    expect(Object.fromEntries(written)).toEqual({
      'out/root.yaml': nested['root.yaml'].replace(/(Two: .*)net\.yaml/, '$1net-2.yaml'),
      'out/net.yaml': nested['net.yaml'],
      'out/net-2.yaml': expect.stringContaining('Value: Second'),
    });
    expect(err).toMatch(/Two is now made of a file of its own, net-2\.yaml, which root\.yaml names\n$/);
  });
});
