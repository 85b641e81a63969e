/**
 * The rules about templates themselves, documented as every rule is. Their checks are in `faults`; the examples, pieces
 * of YAML templates, are their tests.
 */
import type { Words } from '../../lib/words';
import type { Severity } from '../rules/rule';
import { propertyRules } from './propertyRules';

export interface TemplateRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Words;
  readonly why: Words;
  readonly sources: readonly [string, ...string[]];
  /** The rules of cfn-lint, or of AWS's validator of templates, that tell of the same fault: not told twice. */
  readonly cfnLint?: readonly string[];
  /** Templates in YAML. Each bad one has this one fault. */
  readonly examples: {
    readonly good: readonly [string, ...string[]];
    readonly bad: readonly [string, ...string[]];
  };
}

const guide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const network = `
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16`;
const subnet = (vpcId: string): string => `Resources:${network}
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      CidrBlock: 10.0.0.0/24
      VpcId: ${vpcId}
`;

const defined = {
  ...propertyRules,
  'template-dangling-reference': {
    severity: 'error',
    summary: {
      en: 'A reference, a GetAtt, a variable or a DependsOn names something that the template has',
      ja: '参照、GetAtt、変数、DependsOn が指すものはテンプレートにあること',
    },
    why: {
      en: 'CloudFormation refuses the template. Correct the name. Where one is near, the diagram is drawn as if it stood there, and whatever traffic depends on it is answered “unknown”.',
      ja: 'CloudFormation はこのテンプレートを受け付けません。名前を直してください。近い名前がある場合、図はその名前が書かれたものとして描きますが、それに左右される通信は「不明」と判定します。',
    },
    sources: [`${guide}/intrinsic-function-reference-ref.html`],
    cfnLint: ['E1020', 'F1010', 'F1018', 'E3005'],
    examples: { good: [subnet('!Ref Vpc')], bad: [subnet('!Ref Vcp'), subnet('!GetAtt Network.VpcId')] },
  },
  'template-literal-for-reference': {
    severity: 'error',
    summary: {
      en: 'A property that needs an id has a reference or an id, not a name',
      ja: 'ID が必要なプロパティには、名前ではなく参照または ID を指定すること',
    },
    why: {
      en: 'A logical ID written as it is (`VpcId: Vpc`) is only a text: AWS looks for a VPC with this id and finds none. Write `!Ref Vpc`. Until then, whatever traffic depends on it is answered “unknown”.',
      ja: '論理 ID をそのまま書くと (`VpcId: Vpc`) 単なる文字列になり、AWS はその ID の VPC を見つけられません。`!Ref Vpc` と書いてください。それまで、これに左右される通信は「不明」と判定します。',
    },
    sources: [`${guide}/intrinsic-function-reference-ref.html`],
    cfnLint: ['E1150', 'E1151', 'E1154'],
    examples: { good: [subnet('!Ref Vpc'), subnet('vpc-0123456789abcdef0')], bad: [subnet('Vpc')] },
  },
  'template-wrong-type-reference': {
    severity: 'error',
    summary: {
      en: 'A reference names a resource of the type that the property takes',
      ja: '参照先のリソースの型がプロパティに合っていること',
    },
    why: {
      en: 'AWS refuses the id of another sort of resource when the stack is made, after others have been made already.',
      ja: '別の種類のリソースの ID は、スタックの作成中、ほかのリソースができた後に AWS に拒否されます。',
    },
    sources: [`${guide}/intrinsic-function-reference-ref.html`],
    cfnLint: ['E1040', 'E1041'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:${network}
  Gateway:
    Type: AWS::EC2::InternetGateway
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      CidrBlock: 10.0.0.0/24
      VpcId: !Ref Gateway
`,
      ],
    },
  },
  'template-missing-property': {
    severity: 'error',
    summary: {
      en: 'A resource has a type and the properties that the type requires',
      ja: 'リソースに型と必須プロパティがあること',
    },
    why: {
      en: 'CloudFormation refuses the resource. Add the property, or correct the spelling of the one that was meant.',
      ja: 'CloudFormation はこのリソースを受け付けません。プロパティを追加するか、綴りを直してください。',
    },
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html'],
    cfnLint: ['E3003'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:
  Table:
    Type: AWS::EC2::RouteTable
`,
      ],
    },
  },
  'template-wrong-shape': {
    severity: 'error',
    summary: {
      en: 'Sections, resources and properties have the shape that CloudFormation takes',
      ja: 'セクション、リソース、プロパティの形が正しいこと',
    },
    why: {
      en: 'A list where one value belongs, one value where a list belongs, a text where a number belongs, or a section that does not exist: CloudFormation refuses the template.',
      ja: '単一の値の場所にリストがある、リストの場所に単一の値がある、数値の場所に文字列がある、存在しないセクションがあるなどの場合、CloudFormation はテンプレートを受け付けません。',
    },
    sources: [`${guide}/template-anatomy.html`],
    cfnLint: ['F0005', 'E3012'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [`Resource: {}\n${subnet('!Ref Vpc')}`, subnet('\n        - !Ref Vpc')],
    },
  },
  'template-default-not-allowed': {
    severity: 'error',
    summary: {
      en: 'The default of a parameter is a value that the parameter takes',
      ja: 'パラメータの Default がそのパラメータの制約を満たすこと',
    },
    why: {
      en: 'CloudFormation refuses a template whose default is no number where the type is Number, is not among AllowedValues, or breaks AllowedPattern or a limit. Correct the default or the constraint.',
      ja: '型が Number なのに数値でない、AllowedValues に含まれない、AllowedPattern や上限・下限に反するなどの Default があると、CloudFormation はテンプレートを受け付けません。Default か制約を直してください。',
    },
    sources: [`${guide}/parameters-section-structure.html`],
    cfnLint: ['E2015', 'F2012', 'F0015'],
    examples: {
      good: [`Parameters:\n  Zones: { Type: Number, Default: 2, MaxValue: 3 }\n${subnet('!Ref Vpc')}`],
      bad: [`Parameters:\n  Zones: { Type: Number, Default: 4, MaxValue: 3 }\n${subnet('!Ref Vpc')}`],
    },
  },
  'template-unknown-condition': {
    severity: 'error',
    summary: {
      en: 'A condition that is used is one that the template has',
      ja: '使われている条件がテンプレートにあること',
    },
    why: {
      en: 'CloudFormation refuses the template. Correct the name, or add the condition under Conditions.',
      ja: 'CloudFormation はこのテンプレートを受け付けません。名前を直すか、Conditions に条件を追加してください。',
    },
    sources: [`${guide}/conditions-section-structure.html`],
    cfnLint: ['E8002', 'E1028', 'E6005', 'E8007'],
    examples: {
      good: [
        `Conditions:
  IsProduction: !Equals [!Ref AWS::Region, ap-northeast-1]
Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
    Condition: IsProduction
`,
      ],
      bad: [
        `Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
    Condition: IsProduction
`,
      ],
    },
  },
  'template-circular-reference': {
    severity: 'error',
    summary: {
      en: 'No resource waits for itself, directly or through others',
      ja: 'リソースが直接または間接に自分自身を待たないこと',
    },
    why: {
      en: 'CloudFormation makes a resource after those it refers to. Two security groups that name each other are the usual case: move the rules to AWS::EC2::SecurityGroupIngress.',
      ja: 'CloudFormation は参照先を先に作成します。互いを参照する 2 つのセキュリティグループが典型例です。ルールを AWS::EC2::SecurityGroupIngress に移してください。',
    },
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html'],
    cfnLint: ['E3004'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:
  One:
    Type: AWS::EC2::InternetGateway
    DependsOn: Other
  Other:
    Type: AWS::EC2::InternetGateway
    DependsOn: One
`,
      ],
    },
  },
  'template-duplicate-key': {
    severity: 'error',
    summary: { en: 'A key stands once in an object', ja: '同じオブジェクトにキーが重複しないこと' },
    why: {
      en: 'One of the two values is lost without a word, usually not the one that was meant. Rename one or remove it.',
      ja: '片方の値が黙って失われ、多くの場合それは意図したものではありません。名前を変えるか削除してください。',
    },
    sources: [`${guide}/template-formats.html`],
    cfnLint: ['E0000'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
  Gateway:
    Type: AWS::EC2::InternetGateway
`,
      ],
    },
  },
  'template-yaml-alias': {
    severity: 'warning',
    summary: { en: 'A template has no YAML aliases', ja: 'YAML のエイリアスを使わないこと' },
    why: {
      en: 'AWS lists aliases and merged objects (“<<”) among the parts of YAML that CloudFormation does not support. They are followed here; write the values out to be sure.',
      ja: 'エイリアスとマージ (「<<」) は、CloudFormation がサポートしない YAML の機能です。ここでは展開して読み込みます。確実にするには値を書き下してください。',
    },
    sources: [`${guide}/template-formats.html`],
    cfnLint: ['W1100'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:
  Gateway: &gateway
    Type: AWS::EC2::InternetGateway
  Other: *gateway
`,
      ],
    },
  },
  'template-over-limit': {
    severity: 'warning',
    summary: {
      en: 'A template keeps to the limits of CloudFormation',
      ja: 'CloudFormation の上限を超えないこと',
    },
    why: {
      en: 'CloudFormation takes at most 500 resources, 200 parameters, 200 mappings, 200 outputs and 1 MB in one template, names of 255 characters, and a description of 1,024 bytes. Split the template into several stacks. Above 51,200 bytes it cannot be part of a request: deploy it from an S3 bucket.',
      ja: 'CloudFormation の 1 つのテンプレートは、リソース 500 個、パラメータ、マッピング、出力が各 200 個、1 MB までです。名前は 255 文字、Description は 1,024 バイトまでです。複数のスタックに分割してください。51,200 バイトを超えるテンプレートはリクエストに直接含められないため、S3 バケットからデプロイしてください。',
    },
    sources: [`${guide}/cloudformation-limits.html`],
    cfnLint: ['F0007', 'E1002'],
    examples: {
      good: [subnet('!Ref Vpc')],
      bad: [
        `Resources:\n${Array.from({ length: 501 }, (_, index) => `  G${index}: { Type: AWS::EC2::InternetGateway }\n`).join('')}`,
      ],
    },
  },
} as const satisfies Record<string, Omit<TemplateRule, 'id'>>;

export type TemplateRuleId = keyof typeof defined;

export const templateRules: readonly TemplateRule[] = Object.entries(defined).map(([id, rule]) => ({
  id,
  ...rule,
}));

export function severityOf(id: TemplateRuleId): Severity {
  return defined[id].severity;
}
