import { valueOf } from '../source/syntax';
import { textOf, type Stack } from '../stack';

/**
 * Whether resources stand in a template as CloudFormation will take them. A macro of its author's own may turn anything
 * into anything before CloudFormation looks at it.
 */
export function isTakenAsWritten({ root }: Stack): boolean {
  const transform = valueOf(root, 'Transform');
  if (transform === undefined) return true;
  const names = (transform.is === 'list' ? transform.items : [transform]).map(
    (each) => textOf(each) ?? textOf(valueOf(each, 'Name')),
  );
  return names.every((name) => name !== undefined && keeping.has(name));
}

/**
 * AWS's own transforms. They make resources of types of their own, put sections together or replace functions, and leave
 * the properties of other resources as they are.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const keeping: ReadonlySet<string> = new Set([
  'AWS::CodeDeployBlueGreen',
  'AWS::Include',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
]);
