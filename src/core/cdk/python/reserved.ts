/** The words of the language. https://docs.python.org/3/reference/lexical_analysis.html#keywords */
export const keywords: readonly string[] = (
  'False None True and as assert async await break class continue def del elif else except finally for from ' +
  'global if import in is lambda nonlocal not or pass raise return try while with yield'
).split(' ');

/** Names that a variable of the generated code cannot have, or that would hide something it uses. */
export const reservedNames: readonly string[] = [
  ...keywords,
  ...'cdk construct_id scope self kwargs super str int float bool list dict map filter print id input object match case type'.split(
    ' ',
  ),
  ...'Construct Literal Sequence Any'.split(' '),
];

/** What a stack takes already. https://docs.aws.amazon.com/cdk/api/v2/python/aws_cdk/Stack.html */
export const stackProperties: readonly string[] = [
  'analytics_reporting',
  'cross_region_references',
  'description',
  'env',
  'notification_arns',
  'permissions_boundary',
  'property_injectors',
  'stack_name',
  'suppress_template_indentation',
  'synthesizer',
  'tags',
  'termination_protection',
];
