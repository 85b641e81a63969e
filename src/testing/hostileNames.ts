/** Names that try to become code, and templates full of them. */
import type { CfnTemplate } from '../core/cfn/template';

const attack = 'globalThis.pwned = true';

export const hostileTexts: readonly string[] = [
  `'; ${attack}; '`,
  `'); ${attack}; ('`,
  `" + (${attack}) + "`,
  `\`; ${attack}; \``,
  `\${${attack}}`,
  `\\'; ${attack}; //`,
  `\\\${${attack}}`,
  `*/ ${attack}; /*`,
  `\n${attack}\n`,
  `\r${attack}\r\n`,
  `\u2028${attack}\u2029`,
  `a\\`,
  `"""\nimport os; os.system("touch pwned")\n"""`,
  `#{${attack}}`,
  `\${Token[TOKEN.12]} and #{Token[TOKEN.13]}`,
  `\${AWS::Region} {{resolve:ssm:x}}`,
  '__proto__',
  'constructor',
  'class',
  'props',
  'cdk',
  'ec2',
  'this',
  'Default',
  'Resource',
  '</script><script>alert(1)</script>',
  '\ud800 half of a pair',
  '\u202e right to left',
  '\0 nothing',
  'サブネット 一',
  '',
  ' ',
  '0',
  '-'.repeat(300),
  'x'.repeat(300),
];

/** With the text wherever an author can put one. `inIds`: in the names that the parts of the template have, too. */
export function hostileTemplate(text: string, inIds = false): CfnTemplate {
  const named = (name: string): string => (inIds ? `${name}${text}` : name);
  const [vpc, subnet, thing] = [named('Vpc'), named('Subnet'), named('Thing')];
  const [parameter, secret, condition, mapping] = [named('Size'), named('Secret'), named('Is'), named('Map')];
  return {
    ...(text.trim() === '' ? {} : { Description: text }),
    Parameters: {
      [parameter]: { Type: 'String', Default: text, Description: text },
      [secret]: { Type: 'String', Default: text, Description: text, NoEcho: true },
      [named('Many')]: { Type: 'CommaDelimitedList', Default: `a,${text}`, Description: text },
    },
    Resources: {
      [vpc]: {
        Type: 'AWS::EC2::VPC',
        Properties: {
          CidrBlock: '10.0.0.0/16',
          Tags: [
            { Key: 'Name', Value: text },
            { Key: `k${text}`, Value: { Ref: parameter } },
          ],
        },
      },
      [subnet]: {
        Type: 'AWS::EC2::Subnet',
        Condition: condition,
        DependsOn: [vpc],
        Properties: {
          VpcId: { Ref: vpc },
          CidrBlock: { 'Fn::If': [condition, text, '10.0.0.0/24'] },
          AvailabilityZone: { 'Fn::FindInMap': [mapping, 'first', 'second'] },
          Tags: [{ Key: 'Name', Value: { 'Fn::Join': ['', [text, { Ref: 'AWS::Region' }, text]] } }],
        },
      },
      [thing]: {
        Type: `Custom::${inIds ? text : 'Thing'}`,
        DeletionPolicy: 'Retain',
        Properties: {
          ServiceToken: text,
          // Intrinsic functions have names like these.
          [`k${text}`]: [text, { [`v${text}`]: { 'Fn::GetAtt': [vpc, 'CidrBlock'] } }],
          Joined: { 'Fn::Join': [text, ['a', { Ref: secret }, 'b']] },
          Chosen: { 'Fn::Select': [1, { Ref: named('Many') }] },
        },
      },
      [named('Script')]: {
        Type: 'AWS::EC2::Instance',
        Properties: {
          SubnetId: { Ref: subnet },
          UserData: {
            'Fn::Base64': { 'Fn::Join': ['', ['#!/bin/sh\n', text, '\n', { Ref: vpc }, '\nend']] },
          },
        },
      },
    },
    Outputs: {
      [named('Out')]: {
        ...(text === '' ? {} : { Description: text }),
        Value: { Ref: vpc },
        Export: { Name: { 'Fn::Sub': '${AWS::StackName}:out' } },
      },
    },
    others: {
      Conditions: { [condition]: { 'Fn::Equals': [{ Ref: parameter }, text] } },
      Mappings: { [mapping]: { first: { second: text } } },
      Metadata: { [`m${text}`]: text },
    },
  };
}
