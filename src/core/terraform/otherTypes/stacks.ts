/**
 * A nested stack whose template is not at hand: CloudFormation goes on making it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack
 */
import { attributeOf, call, givesOf, text as literal, type Hcl } from '../hcl';
import { isPlainObject, number, tags, texts } from '../properties';
import type { PropertyRule, Translation } from '../translation';

/** Parameters are texts; a list is one with commas. */
const parameters: PropertyRule = (value, to, name) => {
  if (isPlainObject(value)) to.set('parameters', asTexts(to.value(value)));
  else to.leaveOut(name, value);
};

function asTexts(value: Hcl): Hcl {
  switch (value.is) {
    case 'for':
      return { ...value, in: asTexts(value.in) };
    case 'object':
      return { ...value, entries: value.entries.map(([key, each]) => [key, asText(each)] as const) };
    default:
      return value;
  }
}

function asText(value: Hcl): Hcl {
  if (value.is === 'number' || value.is === 'truth') return literal(String(value.value));
  return givesOf(value) === 'list' ? call('join', literal(','), value) : value;
}

/** CloudFormation itself takes what lies in S3 only. */
const place: PropertyRule = (value, to) => {
  to.set('template_url', to.value(value, 'text'));
  if (typeof value === 'string' && !/^https?:/.test(value))
    to.remark({
      en: `${to.id}: the template ${value} must be uploaded to S3 and its URL be given: Terraform uploads no templates`,
      ja: `${to.id}: テンプレート ${value} を S3 にアップロードし、その URL を指定してください。Terraform はテンプレートをアップロードしません`,
    });
};

export const stacks: Readonly<Record<string, Translation>> = {
  'AWS::CloudFormation::Stack': {
    type: 'aws_cloudformation_stack',
    properties: {
      NotificationARNs: texts('notification_arns'),
      Parameters: parameters,
      Tags: tags,
      TemplateURL: place,
      TimeoutInMinutes: number('timeout_in_minutes'),
    },
    finish(to) {
      to.setDefault('name', to.inventedName(128));
      to.remark({
        en: `${to.id} remains a stack of CloudFormation, since its template is not among those that were opened; if it makes roles, say so in capabilities`,
        ja: `${to.id} のテンプレートは開いたファイルに含まれないため、CloudFormation のスタックのままです。ロールを作成する場合は capabilities を指定してください`,
      });
    },
    ref: 'id',
    attributes: { StackId: 'id' },
    otherAttribute(name) {
      const [section, output, ...more] = name.split('.');
      return section !== 'Outputs' || output === undefined || more.length > 0
        ? undefined
        : ({ self }) => ({
            is: 'index',
            of: attributeOf(self, 'outputs'),
            at: literal(output),
            gives: 'text',
          });
    },
  },
};
