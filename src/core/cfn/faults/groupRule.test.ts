import { describe, expect, test } from 'vitest';
import { errors, group, open, read, traceOf } from '../../../testing/refusedRules';

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

  /** Another protocol than the traffic’s, or ports that are there and wrong. */
  const lettingNothingIn = /icmp|70000|FromPort: 500/;

  test.each(refused)(
    '%s is one error, where it stands, and nobody knows what it lets in',
    (rule, what, at) => {
      const found = errors(group(rule));

      expect(found).toEqual([{ what, at: expect.stringContaining(at), message: expect.anything() }]);
      expect(found[0]?.at.startsWith(at)).toBe(true);
      expect(traceOf(group(rule)).verdict).toBe(lettingNothingIn.test(rule) ? 'blocked' : 'unknown');
    },
  );

  test.each(refused)('%s is one error beside the group as well', (rule, what, at) => {
    const text = `${open.replace('SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]', 'Tags: []')}  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: ${rule.replace('{ ', '{ GroupId: !Ref Web, ')}
`;

    const found = errors(text);

    expect(found.map((each) => each.what)).toEqual([what]);
    if (!what.startsWith('template-missing')) expect(found[0]?.at.startsWith(at)).toBe(true);
    else expect(found[0]?.at).toBe('Rule:');
    expect(traceOf(text).verdict).toBe(lettingNothingIn.test(rule) ? 'blocked' : 'unknown');
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

  test('outbound, what is refused takes the place of AWS’s own rule', () => {
    const text = group('{ IpProtocol: tcp, FromPort: 443, ToPort: 443 }', 'SecurityGroupEgress');

    expect(errors(text).map(({ what }) => what)).toEqual(['template-missing-property CidrIp']);
    expect(read(text).resources.get('Web')?.props).toMatchObject({
      outbound: {
        'rule-1': { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { unknown: expect.anything() } },
      },
    });
  });

  test('another rule that lets the traffic in is enough', () => {
    const text = group('{ IpProtocol: tcp, CidrIp: 0.0.0.0/0 }').concat(
      '        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }\n',
    );

    expect(traceOf(text).verdict).toBe('reachable');
  });

  test('the message says what is assumed', () => {
    const [found] = errors(group('{ IpProtocol: tcp, CidrIp: 0.0.0.0/0 }'));

    expect(found?.message).toBe(
      'SecurityGroupIngress rule 1 of Web (tcp) needs FromPort and ToPort; AWS refuses the rule, so what it allows is taken as not known',
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
