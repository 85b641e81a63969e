import type { CfnResource, CfnTemplate, CfnValue } from '../cfn/template';

/**
 * A template without what the CDK puts into each stack itself, in case it was made by the CDK: once more would be once too
 * often. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
 */
export function withoutOwn(template: CfnTemplate): CfnTemplate {
  const { Rules, ...others } = template.others ?? {};
  const rules = withoutKey(Rules, ([name]) => name === 'CheckBootstrapVersion');
  return {
    ...template,
    Parameters: withoutKey(template.Parameters, ([name]) => name === 'BootstrapVersion'),
    Resources: withoutKey(
      template.Resources,
      // What an author wrote as a resource may be anything.
      ([, resource]) => (resource as Partial<CfnResource> | null)?.Type === 'AWS::CDK::Metadata',
    ),
    ...(template.others === undefined
      ? {}
      : { others: { ...others, ...(rules === undefined || isEmpty(rules) ? {} : { Rules: rules }) } }),
  };
}

function withoutKey<T>(section: T, isOwn: (entry: [string, SectionValue<T>]) => boolean): T {
  if (typeof section !== 'object' || section === null) return section;
  const entries = (Object.entries(section) as [string, SectionValue<T>][]).filter((entry) => !isOwn(entry));
  // The same record with fewer keys.
  return Object.fromEntries(entries) as T;
}

type SectionValue<T> = T extends Readonly<Record<string, infer V>> ? V : never;

function isEmpty(value: CfnValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
