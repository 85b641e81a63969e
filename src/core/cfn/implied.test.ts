/** The default security group and network ACL of a VPC, which a template cannot make, only name and add to. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { opened, reopened, traceOf } from '../../testing/opened';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateText } from './templateText';

const group = (rules: string): string =>
  `Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc${rules} }`;
const design = (more = ''): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  Plain: { ${group('')} }
  FromDefault: { ${group(', SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup }]')} }
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref A } }
  Stranger: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref A, SecurityGroupIds: [!Ref Plain] } }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref B, SecurityGroupIds: [!Ref FromDefault] } }
  Both: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref B, SecurityGroupIds: [!Ref Plain, !GetAtt Vpc.DefaultSecurityGroup] } }
  Db: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref B } }
${more}`;
const verdict = (text: string, flow: string): string => traceOf(opened(text), flow).verdict;
const rule = (properties: string, type = 'SecurityGroupIngress'): string =>
  `  More: { Type: AWS::EC2::${type}, Properties: { ${properties} } }\n`;

// https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
describe('SG1 the default security group of a VPC', () => {
  test('may be the source of a rule', () => {
    expect(verdict(design(), 'Client>Web')).toBe('reachable');
    expect(verdict(design(), 'Stranger>Web')).toBe('blocked');
  });

  test('lets in what comes from itself, also beside other groups', () => {
    expect(verdict(design(), 'Client>Both')).toBe('reachable');
    expect(verdict(design(), 'Stranger>Both')).toBe('blocked');
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
  test.each([
    ['a block', 'CidrIp: 10.0.1.0/24'],
    ['a group', 'SourceSecurityGroupId: !Ref Plain'],
  ])('lets in what a rule beside it says: %s', (_, source) => {
    const more = rule(
      `GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 443, ToPort: 443, ${source}`,
    );

    expect(verdict(design(), 'Stranger>Db')).toBe('blocked');
    expect(verdict(design(more), 'Stranger>Db')).toBe('reachable');
    expect(verdict(design(more), 'Stranger>Db:80')).toBe('blocked');
  });

  test('is not drawn where nothing but its members name it', () => {
    const alone = design()
      .replace(/  (?:FromDefault|Web|Both): .*\n/g, '')
      .replace(
        'SubnetId: !Ref B }',
        'SubnetId: !Ref B, SecurityGroupIds: [!GetAtt Vpc.DefaultSecurityGroup] }',
      );
    const document = opened(alone);

    expect([...document.resources.keys()].filter((id) => id.includes('Default'))).toEqual([]);
    expect(traceOf(document, 'Client>Db').verdict).toBe('reachable');
  });

  test('is blamed on the VPC', () => {
    const more = rule(
      'GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/16',
    );

    expect(traceOf(opened(design(more)), 'Stranger>Db').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      row: 'default security group',
      code: 'denied-by-security-group',
    });
  });

  test('may or may not lose its rule for everything outbound to a rule beside it', () => {
    const more = rule(
      'GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16',
      'SecurityGroupEgress',
    );

    expect(verdict(design(more), 'Client>Web')).toBe('reachable');
    expect(verdict(design(more), 'Client>Db:80')).toBe('unknown');
  });

  test('is named by another stack through an export', () => {
    const shared = `Outputs:
  Default: { Value: !GetAtt Vpc.DefaultSecurityGroup, Export: { Name: default } }
`;
    const user = `
Resources:
  FromStranger:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !ImportValue default, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.1.0/24 }
`;

    const { document } = importTemplates(catalog, [
      { name: 'net.yaml', text: design(shared) },
      { name: 'user.yaml', text: user },
    ]);

    expect(traceOf(document, 'Stranger>Db').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
describe('NA1 the default network ACL of a VPC', () => {
  const entry = (number: number, more: string): string =>
    rule(`NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: ${number}, ${more}`, 'NetworkAclEntry');
  const refuse = 'Protocol: -1, RuleAction: deny, CidrBlock: 10.0.1.0/24';

  test('denies what an entry before its own rule denies, and is blamed on the VPC', () => {
    const { verdict: given, blockedBy } = traceOf(opened(design(entry(50, refuse))), 'Client>Web');

    expect(given).toBe('blocked');
    expect(blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      row: 'default network ACL: ingress rule 50',
      code: 'denied-by-network-acl',
      direction: 'forward',
    });
  });

  test('allows everything else, by its own rule 100', () => {
    expect(verdict(design(entry(200, refuse)), 'Client>Web')).toBe('reachable');
    expect(verdict(design(entry(50, refuse.replace('10.0.1.0', '10.0.7.0'))), 'Client>Web')).toBe(
      'reachable',
    );
  });
});

test('what a VPC brings with it survives its file, and leaves the template as it was', () => {
  const text = design(
    rule(
      'GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.1.0/24',
    ),
  );
  const document = opened(text);

  expect(traceOf(reopened(document), 'Stranger>Db').verdict).toBe('reachable');
  expect(templateText(exportTemplate(catalog, document).template, 'yaml').text).toBe(text);
});
