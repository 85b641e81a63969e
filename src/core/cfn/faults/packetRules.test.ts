import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../../aws';
import { compileNetwork, factsOf } from '../../network/network';
import { validate } from '../../rules/validate';
import { importTemplates } from '../importTemplates';
import { placeOf, propertyOf } from '../places';

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

const group = (rule: string, list = 'SecurityGroupIngress'): string =>
  design(`  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      ${list}:
        - ${rule}
`);

const open = design(`  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
`);

const entry = (properties: string): string =>
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

const route = (properties: string): string =>
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
function errors(text: string): { readonly what: string; readonly at: string; readonly message: string }[] {
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

function trace(text: string) {
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  return compileNetwork(factsOf(catalog, document)).trace({
    from: { resource: 'Client' },
    to: { resource: 'Server' },
    protocol: 'tcp',
    port: 443,
    sourcePort: null,
  });
}

test('the designs about which this is are sound', () => {
  expect(errors(open)).toEqual([]);
  expect(trace(open).verdict).toBe('reachable');
  const guarded = entry('RuleNumber: 100; Protocol: -1; RuleAction: allow; CidrBlock: 0.0.0.0/0');
  expect(errors(guarded)).toEqual([]);
  expect(trace(guarded).verdict).toBe('reachable');
  expect(errors(route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway'))).toEqual([]);
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
describe('a rule of a security group', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['{ IpProtocol: tcp, CidrIp: 0.0.0.0/0 }', 'template-missing-property FromPort', '{ IpProtocol'],
    [
      "{ IpProtocol: '6', FromPort: 443, CidrIp: 0.0.0.0/0 }",
      'template-missing-property ToPort',
      '{ IpProtocol',
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, CidrIp: 0.0.0.0/0 }',
      'template-missing-property ToPort',
      '{ IpProtocol',
    ],
    ['{ IpProtocol: icmp, CidrIp: 0.0.0.0/0 }', 'template-missing-property FromPort', '{ IpProtocol'],
    [
      '{ IpProtocol: icmp, FromPort: -1, ToPort: 0, CidrIp: 0.0.0.0/0 }',
      'template-wrong-value ToPort',
      'ToPort: 0',
    ],
    [
      '{ IpProtocol: tcp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0 }',
      'template-wrong-value FromPort',
      'FromPort: -1',
    ],
    [
      '{ IpProtocol: tcp, FromPort: https, ToPort: 443, CidrIp: 0.0.0.0/0 }',
      'template-wrong-shape FromPort',
      'FromPort: https',
    ],
    ['{ IpProtocol: all, CidrIp: 0.0.0.0/0 }', 'template-wrong-value IpProtocol', 'IpProtocol: all'],
    ["{ IpProtocol: '256', CidrIp: 0.0.0.0/0 }", 'template-wrong-value IpProtocol', "IpProtocol: '256'"],
    ['{ CidrIp: 0.0.0.0/0 }', 'template-missing-property IpProtocol', '{ CidrIp'],
    [
      "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: '::/0' }",
      'template-wrong-value CidrIp',
      "CidrIp: '::/0'",
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: 0.0.0.0/0 }',
      'template-wrong-value CidrIpv6',
      'CidrIpv6: 0.0.0.0/0',
    ],
    [
      "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0, CidrIpv6: '::/0' }",
      'template-exclusive-properties CidrIpv6',
      "CidrIpv6: '::/0'",
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0, SourceSecurityGroupId: !Ref Group }',
      'template-exclusive-properties SourceSecurityGroupId',
      'SourceSecurityGroupId: !Ref Group',
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, ToPort: 443 }',
      'template-missing-property CidrIp',
      '{ IpProtocol: tcp',
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, ToPort: 70000, CidrIp: 0.0.0.0/0 }',
      'value-invalid ToPort',
      'ToPort: 70000',
    ],
    [
      '{ IpProtocol: tcp, FromPort: 500, ToPort: 443, CidrIp: 0.0.0.0/0 }',
      'port-range-reversed FromPort',
      'FromPort: 500',
    ],
    [
      '{ IpProtocol: tcp, FromPrt: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }',
      'template-unknown-property FromPrt',
      'FromPrt',
    ],
    [
      '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIP: 0.0.0.0/0 }',
      'template-unknown-property CidrIP',
      'CidrIP',
    ],
    [
      '{ IpProtcol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }',
      'template-unknown-property IpProtcol',
      'IpProtcol',
    ],
  ];

  test.each(refused)('%s is one error, where it stands, and lets nothing in', (rule, what, at) => {
    const found = errors(group(rule));

    expect(found).toEqual([{ what, at: expect.stringContaining(at), message: expect.anything() }]);
    expect(found[0]?.at.startsWith(at)).toBe(true);
    expect(trace(group(rule)).verdict).toBe('blocked');
  });

  test.each(refused)('%s is one error beside the group as well', (rule, what, at) => {
    const text = `${open.replace('SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]', 'Tags: []')}  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: ${rule.replace('{ ', '{ GroupId: !Ref Web, ')}
`;

    const found = errors(text);

    expect(found.map((each) => each.what)).toEqual([what]);
    if (!what.startsWith('template-missing')) expect(found[0]?.at.startsWith(at)).toBe(true);
    else expect(found[0]?.at).toBe('Rule:');
    expect(trace(text).verdict).toBe('blocked');
  });

  test.each(refused)('%s is one error where the group is elsewhere', (rule, what) => {
    const text = `${open}  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: ${rule.replace('{ ', '{ GroupId: !Ref Group, ')}
`;

    // What is not drawn is told of by the template's own rules.
    const expected = what
      .replace('value-invalid', 'template-wrong-value')
      .replace('port-range-reversed', 'template-wrong-value');
    expect(errors(text).map((each) => each.what)).toEqual([expected]);
  });

  test('outbound, what is refused lets nothing out, and takes the place of AWS’s own rule', () => {
    const text = group('{ IpProtocol: tcp, FromPort: 443, ToPort: 443 }', 'SecurityGroupEgress');

    expect(errors(text).map(({ what }) => what)).toEqual(['template-missing-property CidrIp']);
    const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
    expect(document.resources.get('Web')?.props).toMatchObject({ outbound: {} });
  });

  test('the message says what is assumed', () => {
    const [found] = errors(group('{ IpProtocol: tcp, CidrIp: 0.0.0.0/0 }'));

    expect(found?.message).toBe(
      'SecurityGroupIngress rule 1 of Web (tcp) needs FromPort and ToPort; AWS refuses the rule, so it is read as one that lets nothing pass',
    );
  });

  test.each([
    "{ IpProtocol: '-1', CidrIp: 10.0.0.0/8 }",
    '{ IpProtocol: -1, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }',
    '{ IpProtocol: TCP, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }',
    '{ IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }',
    '{ IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }',
    "{ IpProtocol: icmpv6, CidrIpv6: 'fd00::/8' }",
    "{ IpProtocol: '50', CidrIp: 10.0.0.0/8 }",
    '{ IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: !Ref Block }',
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Group, SourceSecurityGroupOwnerId: !Ref AWS::AccountId }',
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-0a }',
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !If [Told, 10.0.0.0/8, !Ref AWS::NoValue], SourceSecurityGroupId: !If [Told, !Ref AWS::NoValue, !Ref Group] }',
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !If [Untold, 10.0.0.0/8, !Ref AWS::NoValue], SourceSecurityGroupId: !If [Untold, !Ref AWS::NoValue, !Ref Group] }',
    '{ IpProtocol: !If [Untold, tcp, udp], CidrIp: 10.0.0.0/8 }',
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Blank }',
    "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Sub '${Client.PublicIp}/32' }",
    "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: '{{resolve:ssm:block}}' }",
    '{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !ImportValue block }',
    "{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: 's3://a/b' } } }",
    '!If [Untold, { IpProtocol: tcp }, !Ref AWS::NoValue]',
    '!Ref AWS::NoValue',
  ])('%s is taken', (rule) => {
    expect(errors(group(rule)).filter(({ what }) => what.startsWith('template-'))).toEqual([]);
  });

  test('what a condition chooses is what counts', () => {
    const chosen = (condition: string): string[] =>
      errors(
        group(
          `!If [${condition}, { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }, { IpProtocol: '-1', CidrIp: 10.0.0.0/8 }]`,
        ),
      ).map(({ what, at }) => `${what} ${at.slice(0, 3)}`);

    expect(chosen('Told')).toEqual(['template-missing-property FromPort !If']);
    expect(chosen('Untold')).toEqual([]);
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
describe('an entry of a network ACL', () => {
  const rest = 'RuleNumber: 100; RuleAction: allow; CidrBlock: 0.0.0.0/0';
  const refused: readonly (readonly [string, string, string])[] = [
    [
      `${rest}; Protocol: tcp; PortRange: { From: 443, To: 443 }`,
      'template-wrong-value Protocol',
      'Protocol: tcp',
    ],
    [`${rest}; Protocol: all`, 'template-wrong-value Protocol', 'Protocol: all'],
    [`${rest}; Protocol: 256`, 'template-wrong-value Protocol', 'Protocol: 256'],
    [`${rest}; Protocol: 6`, 'template-missing-property PortRange', 'In:'],
    [`${rest}; Protocol: 17`, 'template-missing-property PortRange', 'In:'],
    [`${rest}; Protocol: 6; PortRange: { From: 443 }`, 'template-missing-property To', 'PortRange'],
    [`${rest}; Protocol: 6; PortRange: { From: -1, To: -1 }`, 'template-wrong-value From', 'From: -1'],
    [`${rest}; Protocol: 6; PortRange: { From: a, To: 443 }`, 'template-wrong-shape From', 'From: a'],
    [`${rest}; Protocol: 1`, 'template-missing-property Icmp', 'In:'],
    [`${rest}; Protocol: 1; Icmp: { Type: 8 }`, 'template-missing-property Code', 'Icmp'],
    [
      'RuleNumber: 100; RuleAction: permit; Protocol: -1; CidrBlock: 0.0.0.0/0',
      'template-wrong-value RuleAction',
      'RuleAction: permit',
    ],
    ['RuleNumber: 100; Protocol: -1; CidrBlock: 0.0.0.0/0', 'template-missing-property RuleAction', 'In:'],
    [
      "RuleNumber: 100; RuleAction: allow; Protocol: -1; CidrBlock: '::/0'",
      'template-wrong-value CidrBlock',
      "CidrBlock: '::/0'",
    ],
    [
      'RuleNumber: 100; RuleAction: allow; Protocol: -1; Ipv6CidrBlock: 0.0.0.0/0',
      'template-wrong-value Ipv6CidrBlock',
      'Ipv6CidrBlock: 0.0.0.0/0',
    ],
    [
      `${rest}; Protocol: -1; Ipv6CidrBlock: '::/0'`,
      'template-exclusive-properties Ipv6CidrBlock',
      'Ipv6CidrBlock',
    ],
    ['RuleNumber: 100; RuleAction: allow; Protocol: -1', 'template-missing-property CidrBlock', 'In:'],
    [
      'RuleNumber: 0; RuleAction: allow; Protocol: -1; CidrBlock: 0.0.0.0/0',
      'value-invalid RuleNumber',
      'RuleNumber: 0',
    ],
    [
      'RuleNumber: 40000; RuleAction: allow; Protocol: -1; CidrBlock: 0.0.0.0/0',
      'value-invalid RuleNumber',
      'RuleNumber: 40000',
    ],
    [
      'RuleNumber: first; RuleAction: allow; Protocol: -1; CidrBlock: 0.0.0.0/0',
      'template-wrong-shape RuleNumber',
      'RuleNumber: first',
    ],
    ['RuleAction: allow; Protocol: -1; CidrBlock: 0.0.0.0/0', 'template-missing-property RuleNumber', 'In:'],
    [`${rest}; Protocol: 6; PortRange: { From: 500, To: 443 }`, 'port-range-reversed From', 'From: 500'],
    [
      `${rest}; Protocol: 6; PortRnge: { From: 443, To: 443 }`,
      'template-unknown-property PortRnge',
      'PortRnge',
    ],
    [`${rest}; Protocl: -1`, 'template-unknown-property Protocl', 'Protocl'],
  ];
  /** Whatever these would decide, the traffic of the test is TCP over IPv4. */
  const ofOtherTraffic = /; Protocol: (?:17|1)\b|; CidrBlock: '::\/0'$/;

  test.each(refused)(
    '%s is one error, where it stands, and decides nobody knows what',
    (properties, what, at) => {
      const text = entry(properties);

      const found = errors(text);

      expect(found.map((each) => each.what)).toEqual([what]);
      expect(found[0]?.at.startsWith(at)).toBe(true);
      expect(trace(text).verdict).toBe(ofOtherTraffic.test(properties) ? 'blocked' : 'unknown');
    },
  );

  test.each(refused)('%s is one error where the ACL is elsewhere', (properties, what) => {
    const text = entry(properties).replace(
      '      NetworkAclId: !Ref Acl',
      '      NetworkAclId: acl-0123456789abcdef0',
    );

    const expected = what
      .replace('value-invalid', 'template-wrong-value')
      .replace('port-range-reversed', 'template-wrong-value');
    expect(errors(text).map((each) => each.what)).toEqual([expected]);
  });

  test('a refused entry that comes before another is not taken for one that denies', () => {
    const after = (action: string): string =>
      `${entry('RuleNumber: 90; Protocol: -1; RuleAction: permit; CidrBlock: 0.0.0.0/0')}  Later:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: -1, RuleAction: ${action}, CidrBlock: 0.0.0.0/0 }
`;

    expect(trace(after('allow')).verdict).toBe('unknown');
    expect(trace(after('deny')).verdict).toBe('unknown');
    expect(JSON.stringify(trace(after('allow')))).toContain('“permit”');
  });

  test.each([
    "RuleNumber: '100'; RuleAction: allow; Protocol: '6'; PortRange: { From: '443', To: '443' }; CidrBlock: 0.0.0.0/0",
    'RuleNumber: 32766; RuleAction: deny; Protocol: -1; CidrBlock: 0.0.0.0/0',
    'RuleNumber: 1; RuleAction: deny; Protocol: 1; Icmp: { Type: -1, Code: -1 }; CidrBlock: 0.0.0.0/0',
    'RuleNumber: 1; RuleAction: deny; Protocol: 58; CidrBlock: 0.0.0.0/0',
    "RuleNumber: 1; RuleAction: deny; Protocol: 58; Icmp: { Type: -1, Code: -1 }; Ipv6CidrBlock: '::/0'",
    'RuleNumber: 1; RuleAction: deny; Protocol: 50; CidrBlock: 0.0.0.0/0',
    'RuleNumber: !Ref Port; RuleAction: !Ref Block; Protocol: !Ref Port; CidrBlock: !Ref Block',
    'RuleNumber: 1; RuleAction: deny; Protocol: -1; CidrBlock: !If [Untold, 10.0.0.0/8, !Ref AWS::NoValue]; Ipv6CidrBlock: !If [Untold, !Ref AWS::NoValue, "::/0"]',
  ])('%s is taken', (properties) => {
    const found = errors(entry(properties)).map(({ what }) => what);

    // A parameter’s default is what there is to go by.
    expect(found).toEqual(properties.includes('!Ref Block; P') ? ['template-wrong-value RuleAction'] : []);
  });

  test('ICMPv6 needs a type and a code where the block is IPv6', () => {
    const text = entry("RuleNumber: 1; RuleAction: deny; Protocol: 58; Ipv6CidrBlock: '::/0'");

    expect(errors(text).map(({ what }) => what)).toEqual(['template-missing-property Icmp']);
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html
describe('a route', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    [
      "DestinationCidrBlock: '::/0', GatewayId: !Ref Gateway",
      'template-wrong-value DestinationCidrBlock',
      'DestinationCidrBlock',
    ],
    [
      'DestinationIpv6CidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway',
      'template-wrong-value DestinationIpv6CidrBlock',
      'DestinationIpv6CidrBlock',
    ],
    [
      "DestinationCidrBlock: 0.0.0.0/0, DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Gateway",
      'template-exclusive-properties DestinationIpv6CidrBlock',
      'DestinationIpv6CidrBlock',
    ],
    [
      'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway, TransitGatewayId: tgw-0a',
      'template-exclusive-properties TransitGatewayId',
      'TransitGatewayId',
    ],
    ['DestinationCidrBlock: 0.0.0.0/0', 'route-target-gone GatewayId', 'Route:'],
    ['GatewayId: !Ref Gateway', 'template-missing-property DestinationCidrBlock', 'Route:'],
  ];

  test.each(refused)('%s is one error, where it stands', (properties, what, at) => {
    const found = errors(route(properties));

    expect(found.map((each) => each.what.replace(/gone .*/, 'gone GatewayId'))).toEqual([what]);
    if (!what.startsWith('route-target')) expect(found[0]?.at.startsWith(at)).toBe(true);
  });

  test('that AWS refuses leads nobody knows where', () => {
    const { document } = importTemplates(catalog, [
      { name: 'net.yaml', text: route("DestinationCidrBlock: '::/0', GatewayId: !Ref Gateway") },
    ]);

    const table = document.resources.get('Table');
    expect(table?.props).toMatchObject({
      routes: {
        Route: { destination: '::/0', target: { unknown: { en: expect.stringContaining('AWS refuses') } } },
      },
    });
  });

  test('of a table elsewhere needs a target as well', () => {
    const text = route('DestinationCidrBlock: 0.0.0.0/0').replace(
      'RouteTableId: !Ref Table, D',
      'RouteTableId: rtb-0a, D',
    );

    expect(errors(text).map(({ what }) => what)).toEqual(['template-missing-property GatewayId']);
  });
});

test('an IPv4 block where a subnet has its IPv6 block is told of as what it is', () => {
  const text = open.replace(
    'CidrBlock: 10.0.1.0/24 }',
    'CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: 10.0.2.0/24 }',
  );

  expect(errors(text).map(({ what }) => what)).toEqual(['template-wrong-value Ipv6CidrBlock']);
});

test('before a macro of somebody’s own has run, a rule may be anything', () => {
  const text = `Transform: OurMacro\n${group('{ IpProtocol: tcp, Service: web }')}`;

  expect(errors(text).filter(({ what }) => what.startsWith('template-'))).toEqual([]);
});

test('of a resource that its condition leaves out, what is written out is told of', () => {
  const text = group('{ IpProtocol: all, CidrIp: !Ref Blank }')
    .replace(
      '    Type: AWS::EC2::SecurityGroup\n',
      '    Condition: Never\n    Type: AWS::EC2::SecurityGroup\n',
    )
    .replace('Conditions:\n', 'Conditions:\n  Never: !Equals [a, b]\n');

  expect(errors(text).map(({ what }) => what)).toEqual(['template-wrong-value IpProtocol']);
});
