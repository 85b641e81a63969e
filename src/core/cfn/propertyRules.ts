/** The rules of templates that come of what AWS says a resource type is: its name, its properties, its attributes. */
import type { TemplateRule } from './templateRules';

const guide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest';
const instance = (properties: string, outputs = ''): string => `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: subnet-0123456789abcdef0
${properties}${outputs}`;

const entry = (decides: string): string => `Resources:
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      { NetworkAclId: acl-0123456789abcdef0, RuleNumber: 100, CidrBlock: 0.0.0.0/0, ${decides} }
`;
const group = (peers: string): string => `Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, ${peers} }
`;

export const propertyRules = {
  'template-unknown-type': {
    severity: 'error',
    summary: { en: 'A resource type is one that AWS has', ja: 'リソースタイプが AWS にあるものであること' },
    why: {
      en: 'CloudFormation refuses a template with a type that it does not know. Only a name near one of AWS’s is told of, since third parties, macros and later versions bring others; until it is corrected, the resource is kept and not drawn.',
      ja: 'CloudFormation は、存在しないリソースタイプを含むテンプレートを受け付けません。サードパーティー、マクロ、新しいバージョンのタイプもあるため、AWS のタイプに近い名前だけを指摘します。修正するまで、このリソースは保持されますが図には描かれません。',
    },
    sources: [`${guide}/TemplateReference/aws-template-resource-type-ref.html`],
    cfnLint: ['E3006'],
    examples: {
      good: [
        'Resources:\n  Gateway:\n    Type: AWS::EC2::InternetGateway\n',
        'Resources:\n  Own:\n    Type: Custom::InternetGateways\n',
      ],
      bad: ['Resources:\n  Gateway:\n    Type: AWS::EC2::InternetGateways\n'],
    },
  },
  'template-unknown-property': {
    severity: 'error',
    summary: {
      en: 'A property is one that its resource type has',
      ja: 'プロパティがリソースタイプにあるものであること',
    },
    why: {
      en: 'CloudFormation refuses a resource with a property that it does not know, in the resource or in an object within it. It is read as if it were not there. Correct the spelling; upper and lower case count.',
      ja: 'CloudFormation は、存在しないプロパティ (リソース直下、または入れ子のオブジェクト内) を持つリソースを受け付けません。ここでは指定がないものとして読み込みます。綴りを直してください。大文字と小文字は区別されます。',
    },
    sources: [`${guide}/TemplateReference/aws-template-resource-type-ref.html`],
    cfnLint: ['E3002'],
    examples: {
      good: [instance('      SecurityGroupIds: [sg-0123456789abcdef0]\n')],
      bad: [
        instance('      SecurtyGroupIds: [sg-0123456789abcdef0]\n'),
        instance('      NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIp: true }]\n'),
      ],
    },
  },
  'template-unknown-attribute': {
    severity: 'error',
    summary: {
      en: 'An attribute is one that its resource type has',
      ja: '属性がリソースタイプにあるものであること',
    },
    why: {
      en: 'CloudFormation refuses a template that asks a resource for an attribute that it does not give. Look the name up under “Return values” of the type.',
      ja: 'CloudFormation は、リソースにない属性を参照するテンプレートを受け付けません。リソースタイプのリファレンスの「戻り値」で名前を確認してください。',
    },
    sources: [`${guide}/TemplateReference/intrinsic-function-reference-getatt.html`],
    cfnLint: ['E6101', 'E1020'],
    examples: {
      good: [instance('', 'Outputs:\n  Address:\n    Value: !GetAtt Web.PrivateIp\n')],
      bad: [instance('', 'Outputs:\n  Address:\n    Value: !GetAtt Web.PrivateAddress\n')],
    },
  },
  'template-wrong-value': {
    severity: 'error',
    summary: {
      en: 'A value is one that AWS takes for its property',
      ja: '値がプロパティに指定できるものであること',
    },
    why: {
      en: 'The property takes certain texts, numbers or addresses, and AWS refuses all others when the stack is made. What AWS refuses is not read as something else: the message says what is assumed instead.',
      ja: 'このプロパティに指定できる文字列、数値、アドレスは決まっており、それ以外の値はスタックの作成時に AWS に拒否されます。拒否される値を別の値として読み替えることはありません。代わりに何を仮定したかはメッセージに示します。',
    },
    sources: [
      `${guide}/TemplateReference/aws-resource-ec2-networkaclentry.html`,
      `${guide}/TemplateReference/aws-properties-ec2-securitygroup-ingress.html`,
    ],
    cfnLint: ['W3030', 'E3012', 'E3030', 'E3031', 'E3034'],
    examples: {
      good: [instance('      Tenancy: dedicated\n'), entry("Protocol: '-1', RuleAction: deny")],
      bad: [
        `Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0123456789abcdef0
      ServiceName: com.amazonaws.ap-northeast-1.s3
      VpcEndpointType: Gatway
`,
        group("CidrIp: '::/0'"),
        entry('Protocol: tcp, RuleAction: allow'),
        entry("Protocol: '-1', RuleAction: permit"),
      ],
    },
  },
  'template-exclusive-properties': {
    severity: 'error',
    summary: {
      en: 'Of properties that exclude one another, one is given',
      ja: '同時に指定できないプロパティのうち、1 つだけを指定すること',
    },
    why: {
      en: 'AWS refuses a rule of a security group with two sources or destinations, an entry of a network ACL with two blocks, and a route with two destinations or targets. Make two of it.',
      ja: '送信元 (送信先) が 2 つあるセキュリティグループのルール、CIDR ブロックが 2 つあるネットワーク ACL のエントリ、送信先やターゲットが 2 つあるルートは、AWS に拒否されます。2 つに分けてください。',
    },
    sources: [
      `${guide}/TemplateReference/aws-properties-ec2-securitygroup-ingress.html`,
      `${guide}/TemplateReference/aws-resource-ec2-route.html`,
    ],
    cfnLint: ['E3014', 'E3020'],
    examples: {
      good: [group('CidrIp: 10.0.0.0/8'), group("CidrIpv6: 'fd00::/8'")],
      bad: [group("CidrIp: 10.0.0.0/8, CidrIpv6: 'fd00::/8'")],
    },
  },
} as const satisfies Record<string, Omit<TemplateRule, 'id'>>;
