/**
 * Types that no table has, for the provider hashicorp/awscc: its resources and their attributes are those of CloudFormation's own
 * schema under names made by fixed rules, so that a schema is all that is needed. It is the second choice, since it has no
 * blocks, and its documentation is that of CloudFormation.
 * https://registry.terraform.io/providers/hashicorp/awscc/latest/docs
 */
import { schemaOf, type ObjectSchema, type ValueSchema } from '../cfn/schema/schema';
import type { CfnValue } from '../cfn/template';
import { attributeOf, list, object, type Hcl } from './hcl';
import { isPlainObject } from './properties';
import type { AttributeRule, BodyWriter, PropertyRule, Translation } from './translation';

/**
 * What only CloudFormation itself can make.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/supported-resources.html
 */
const ofCloudFormation: ReadonlySet<string> = new Set([
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Macro',
  'AWS::CloudFormation::WaitCondition',
  'AWS::CloudFormation::WaitConditionHandle',
]);

/** Names that the language keeps for itself. https://developer.hashicorp.com/terraform/language/meta-arguments */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** Undefined for a type whose schema is not at hand, and for one that only CloudFormation makes. */
export function cloudControlTranslation(type: string): Translation | undefined {
  const schema = schemaOf(type);
  const [, service, name] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? [];
  if (schema === undefined || ofCloudFormation.has(type) || service === undefined || name === undefined)
    return undefined;
  const rules: Record<string, PropertyRule> = {};
  for (const [property, { takes }] of schema.properties)
    rules[property] = (value, to) => {
      const attribute = nameInType(property, name);
      if (reserved.has(attribute)) to.leaveOut(property, value);
      else to.set(attribute, valueFor(value, takes, to));
    };
  const attributes: Record<string, AttributeRule> = {};
  for (const attribute of schema.attributes.keys())
    attributes[attribute] = ({ self }) =>
      nameInType(attribute, name)
        .split('.')
        .reduce<Hcl>((of, part) => attributeOf(of, part), self);
  return {
    type: `awscc_${service.toLowerCase()}_${attributeName(name)}`,
    properties: rules,
    ref: 'id',
    attributes,
    finish: (to) =>
      to.remark({
        en: `${to.id} (${type}) is written for the provider hashicorp/awscc, which has it as CloudFormation does`,
        ja: `${to.id} (${type}) は、CloudFormation と同じ形式の hashicorp/awscc プロバイダー向けに出力しています`,
      }),
  };
}

/** What a type itself has by a name, or by several with dots between. `id` is what tells the resource, so that an `Id` has another name. */
export function nameInType(name: string, type: string): string {
  return name === 'Id' ? attributeName(`${type}Id`) : name.split('.').map(attributeName).join('.');
}

/** `Ipv6CidrBlock` is `ipv_6_cidr_block`, `TargetGroupARNs` is `target_group_ar_ns`. */
function attributeName(name: string): string {
  return name
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replace(/([0-9])([A-Za-z])/g, '$1_$2')
    .toLowerCase();
}

function valueFor(value: CfnValue, takes: ValueSchema, to: BodyWriter): Hcl {
  switch (takes.is) {
    case 'text':
    case 'number':
    case 'truth':
      return to.value(value, takes.is);
    case 'anything':
      // A document is a text there.
      return to.value(value, 'json');
    case 'list':
      return Array.isArray(value) && takes.of.is !== 'text'
        ? list((value as readonly CfnValue[]).map((item) => valueFor(item, takes.of, to)))
        : to.value(value, takes.of.is === 'text' ? 'texts' : 'any');
    case 'map':
      return to.value(value);
    case 'object':
      return isPlainObject(value) ? objectFor(value, takes.schema(), to) : to.value(value);
  }
}

function objectFor(
  value: Readonly<Record<string, CfnValue | undefined>>,
  { properties }: ObjectSchema,
  to: BodyWriter,
): Hcl {
  return object(
    Object.entries(value).flatMap(([name, each]) => {
      const takes = properties.get(name)?.takes;
      return each === undefined || each === null
        ? []
        : [[attributeName(name), takes === undefined ? to.value(each) : valueFor(each, takes, to)] as const];
    }),
  );
}
