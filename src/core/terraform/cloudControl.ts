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

/** Undefined for a type whose schema is not at hand. */
export function cloudControlTranslation(type: string): Translation | undefined {
  const schema = schemaOf(type);
  const [, service, name] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? [];
  if (schema === undefined || service === undefined || name === undefined) return undefined;
  const rules: Record<string, PropertyRule> = {};
  for (const [property, { takes }] of schema.properties)
    rules[property] = (value, to) => to.set(attributeName(property), valueFor(value, takes, to));
  const attributes: Record<string, AttributeRule> = {};
  for (const attribute of schema.attributes.keys())
    attributes[attribute] = ({ self }) =>
      attribute.split('.').reduce<Hcl>((of, part) => attributeOf(of, attributeName(part)), self);
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

/** `Ipv6CidrBlock` is `ipv_6_cidr_block`, `TargetGroupARNs` is `target_group_ar_ns`. */
export function attributeName(name: string): string {
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
