import { describe, expect, test } from 'vitest';
import { entry, errors, traceOf } from '../../../testing/refusedRules';

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
  /** Whatever these would decide, the traffic of the test is TCP. */
  const ofOtherTraffic = /; Protocol: (?:17|1)\b/;

  test.each(refused)(
    '%s is one error, where it stands, and decides nobody knows what',
    (properties, what, at) => {
      const text = entry(properties);

      const found = errors(text);

      expect(found.map((each) => each.what)).toEqual([what]);
      expect(found[0]?.at.startsWith(at)).toBe(true);
      expect(traceOf(text).verdict).toBe(ofOtherTraffic.test(properties) ? 'blocked' : 'unknown');
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

    expect(traceOf(after('allow')).verdict).toBe('unknown');
    expect(traceOf(after('deny')).verdict).toBe('unknown');
    expect(JSON.stringify(traceOf(after('allow')))).toContain('“permit”');
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
