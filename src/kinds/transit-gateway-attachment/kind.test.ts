import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { call, runCommand } from '../../core/commands';
import type { Document } from '../../core/model/document';
import { box } from '../../core/model/sketch';
import { known } from '../../core/model/value';
import { drawn, lookOf, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
test('a new one takes the only transit gateway, and one subnet of each zone', () => {
  const document = drawn(
    catalog,
    box('transit-gateway', 'Hub'),
    box(
      'vpc',
      'Vpc',
      {},
      box('availability-zone', 'a', { zone: 'ap-northeast-1a' }, box('subnet', 'A1'), box('subnet', 'A2')),
      box('subnet', 'C', { zone: 'ap-northeast-1c' }),
      box('subnet', 'Anywhere'),
      box('transit-gateway-attachment', 'New'),
    ),
    box('vpc', 'Other', {}, box('subnet', 'D', { zone: 'ap-northeast-1d' })),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    transitGateway: 'Hub',
    subnets: { A1: true, C: true },
  });
});

test('of subnets that say no zone a new one takes the first', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('subnet', 'A'), box('subnet', 'B'), box('transit-gateway-attachment', 'New')),
    box('transit-gateway', 'Hub'),
    box('transit-gateway', 'Second hub'),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({ transitGateway: null, subnets: { A: true } });
});

test('one in appliance mode says so', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('transit-gateway-attachment', 'Inspection', { applianceMode: true })),
  );

  expect(lookOf(catalog, document, 'Inspection').badge?.en).toBe('Appliance');
});

test.each(['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'])(
  'a %s is read with its subnets and options',
  (type) => {
    const { faults, the, logicalId } = imported(
      catalog,
      `
Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Attachment:
    Type: ${type}
    Properties:
      TransitGatewayId: !Ref Hub
      VpcId: !Ref Vpc
      SubnetIds: [!Ref A, !GetAtt B.SubnetId]
      Options: { ApplianceModeSupport: enable, Ipv6Support: enable, SecurityGroupReferencingSupport: disable }
`,
    );

    const { parentId, props } = the('transit-gateway-attachment', 'Attachment');
    expect(faults).toEqual([]);
    expect(logicalId(parentId)).toBe('Vpc');
    expect(logicalId(known(props.transitGateway) ?? null)).toBe('Hub');
    expect(Object.keys(props.subnets).map(logicalId)).toEqual(['A', 'B']);
    expect(props).toMatchObject({
      applianceMode: true,
      ipv6: true,
      securityGroupReferencing: false,
      dnsSupport: true,
    });
  },
);

test('a gateway that a parameter names is drawn as one of which nothing is known', () => {
  const { document, the } = imported(
    catalog,
    `
Parameters:
  SharedHub: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { TransitGatewayId: !Ref SharedHub, VpcId: !Ref Vpc, SubnetIds: !Ref AWS::NoValue }
`,
  );

  const { transitGateway } = the('transit-gateway-attachment', 'Attachment').props;
  expect(document.resources.get(known(transitGateway) ?? '')).toMatchObject({
    kind: 'transit-gateway',
    name: 'SharedHub',
    props: { defaultAssociation: { unknown: {} } },
  });
});

test('a template asks for a gateway that is not drawn', () => {
  const { template } = exportTemplate(
    catalog,
    drawn(catalog, box('vpc', 'Vpc', {}, box('transit-gateway-attachment', 'Attachment'))),
  );

  expect(template.Resources['Attachment']?.Properties).toMatchObject({
    TransitGatewayId: { Ref: 'AttachmentTransitGatewayId' },
  });
});

// The resource reference tells another default than the EC2 API for it.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html
test('support for security groups is written wherever the gateway supports it', () => {
  const options = (supported: boolean, referencing: boolean) =>
    exportTemplate(
      catalog,
      drawn(
        catalog,
        box('transit-gateway', 'Hub', { securityGroupReferencing: supported }),
        box(
          'vpc',
          'Vpc',
          {},
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            securityGroupReferencing: referencing,
          }),
        ),
      ),
    ).template.Resources['Attachment']?.Properties?.['Options'];

  expect(options(true, true)).toEqual({ SecurityGroupReferencingSupport: 'enable' });
  expect(options(true, false)).toEqual({ SecurityGroupReferencingSupport: 'disable' });
  expect(options(false, true)).toBeUndefined();
  expect(options(false, false)).toEqual({ SecurityGroupReferencingSupport: 'disable' });
});

test('a route to the gateway waits for the attachment of its own VPC', () => {
  const vpc = (name: string) =>
    box(
      'vpc',
      name,
      {},
      box('transit-gateway-attachment', `${name}Attachment`, { transitGateway: 'Hub' }),
      box('route-table', `${name}Table`, { routes: { a: { destination: '10.0.0.0/8', target: 'Hub' } } }),
    );

  const { template } = exportTemplate(
    catalog,
    drawn(catalog, box('transit-gateway', 'Hub'), vpc('A'), vpc('B')),
  );

  expect(template.Resources['ATableRoute']).toMatchObject({
    DependsOn: 'AAttachment',
    Properties: { TransitGatewayId: { Ref: 'Hub' } },
  });
});

test('an attachment of the other type takes a name and options, which its author did not give', () => {
  const { document } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Transit: { Type: AWS::EC2::TransitGateway }
  Attachment:
    Type: AWS::EC2::TransitGatewayVpcAttachment
    Properties: { TransitGatewayId: !Ref Transit, VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet] }
`,
  );

  const changed = [
    call('renameResource', { id: 'Attachment', name: 'Inspection' }),
    call('setProps', { id: 'Attachment', props: { dnsSupport: false } }),
  ].reduce<Document>((before, each) => runCommand({ catalog }, before, each), document);

  expect(exportTemplate(catalog, changed).template.Resources['Attachment']).toMatchObject({
    Type: 'AWS::EC2::TransitGatewayVpcAttachment',
    Properties: {
      Options: { DnsSupport: 'disable' },
      Tags: [{ Key: 'Name', Value: 'Inspection' }],
    },
  });
});
