/**
 * Types that no table has, for the provider hashicorp/awscc: its resources and their attributes are those of CloudFormation's own
 * schema under names made by fixed rules, so that a schema is all that is needed. It is the second choice, since it has no
 * blocks, and its documentation is that of CloudFormation.
 * https://registry.terraform.io/providers/hashicorp/awscc/latest/docs
 */
import { schemaOf, type ObjectSchema, type ValueSchema } from '../cfn/schema/schema';
import type { CfnValue } from '../cfn/template';
import { attributeOf, list, object, type Hcl } from './hcl';
import { attributeName, cloudControlType, nameInType } from './cloudControlNames';
import { isOfCloudControl } from './cloudControlTypes';
import { isPlainObject } from './properties';
import type { AttributeRule, BodyWriter, PropertyRule, Translation } from './translation';

/** Names that the language keeps for itself. https://developer.hashicorp.com/terraform/language/meta-arguments */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provisioner',
]);

/** Undefined for a type whose schema is not at hand, and for one that the provider does not have. */
export function cloudControlTranslation(type: string): Translation | undefined {
  const schema = schemaOf(type);
  const resource = cloudControlType(type);
  if (schema === undefined || resource === undefined || !isOfCloudControl(type)) return undefined;
  const name = type.slice(type.lastIndexOf(':') + 1);
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
    type: resource,
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
      return takes.of.is === 'text' ? to.value(value, 'texts') : listFor(value, takes.of, to);
    case 'map':
      return to.chosen(value, (each) =>
        isPlainObject(each)
          ? object(stated(each).map(([key, inner]) => [key, valueFor(inner, takes.of, to)] as const))
          : to.value(each),
      );
    case 'object':
      return to.chosen(value, (each) =>
        isPlainObject(each) ? objectFor(each, takes.schema(), to) : to.value(each),
      );
  }
}

/** CloudFormation takes one thing for a list of one. */
function listFor(value: CfnValue, of: ValueSchema, to: BodyWriter): Hcl {
  return to.chosen(value, (each) => {
    if (Array.isArray(each)) return to.listOf(each as readonly CfnValue[], (item) => valueFor(item, of, to));
    return isPlainObject(each) ? list([valueFor(each, of, to)]) : to.value(each);
  });
}

function objectFor(
  value: Readonly<Record<string, CfnValue | undefined>>,
  { properties }: ObjectSchema,
  to: BodyWriter,
): Hcl {
  return object(
    stated(value).map(([name, each]) => {
      const takes = properties.get(name)?.takes;
      return [attributeName(name), takes === undefined ? to.value(each) : valueFor(each, takes, to)] as const;
    }),
  );
}

function stated(
  value: Readonly<Record<string, CfnValue | undefined>>,
): readonly (readonly [string, CfnValue])[] {
  return Object.entries(value).flatMap(([name, each]) =>
    each === undefined || each === null ? [] : [[name, each] as const],
  );
}
