/** Templates with one rule for packets or one route each, and what is said of them: for tests of what AWS refuses. */
import { expect } from 'vitest';
import { catalog, rules } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { placeOf, propertyOf } from '../core/cfn/places';
import type { Document } from '../core/model/document';
import { compileNetwork, factsOf } from '../core/network/network';
import type { Trace } from '../core/network/trace';
import { validate } from '../core/rules/validate';

const design = (more: string): string => `Parameters:
  Port: { Type: Number }
  Block: { Type: String, Default: 10.0.0.0/8 }
  Blank: { Type: String, Default: '' }
  Group: { Type: AWS::EC2::SecurityGroup::Id }
Conditions:
  Told: !Equals [!Ref AWS::Region, ap-northeast-1]
  Untold: !Equals [!Ref AWS::AccountId, '123456789012']
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0a, SubnetId: !Ref A } }
  Server: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0a, SubnetId: !Ref B, SecurityGroupIds: [!Ref Web] } }
${more}`;

/** A group in front of `Server` with this as its one rule. */
export const group = (rule: string, list = 'SecurityGroupIngress'): string =>
  design(`  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      ${list}:
        - ${rule}
`);

/** All is well, and `Client` reaches `Server` on port 443. */
export const open = design(`  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
`);

/** The same with a network ACL in front of `Server`, whose one inbound entry this is; `;` stands for a line end. */
export const entry = (properties: string): string =>
  `${open}  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Guards: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref B, NetworkAclId: !Ref Acl } }
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: true, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      ${properties.replaceAll('; ', '\n      ')}
`;

/** The same with a route table for `Client`, whose one route this is. */
export const route = (properties: string): string =>
  `${open}  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Table, ${properties} }
`;

/** All errors, those of the template and those of the design that was read, as `rule property` and where they stand. */
export function errors(
  text: string,
): { readonly what: string; readonly at: string; readonly message: string }[] {
  const { document, findings, failure } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(failure).toBeUndefined();
  return validate(catalog, rules, document, findings)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, on: [id], field, place = placeOf(document, id, field), message }) => {
      expect(message.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      const property =
        'property' in (place ?? {})
          ? (place as { property?: string }).property
          : propertyOf(document, id, field ?? '');
      return {
        what: `${rule} ${property ?? ''}`,
        at: text.split('\n')[(place?.line ?? 1) - 1]?.slice((place?.column ?? 1) - 1) ?? '',
        message: message.en,
      };
    });
}

export function traceOf(text: string): Trace {
  return compileNetwork(factsOf(catalog, read(text))).trace({
    from: { resource: 'Client' },
    to: { resource: 'Server' },
    protocol: 'tcp',
    port: 443,
    sourcePort: null,
  });
}

export function read(text: string): Document {
  return importTemplates(catalog, [{ name: 'net.yaml', text }]).document;
}
