/** Names that a variable of the generated code cannot have, or that would hide something it uses. */
export const reservedNames: readonly string[] = [
  ...(
    'abstract any arguments as async await boolean break case catch class const constructor continue debugger ' +
    'declare default delete do else enum eval export extends false finally for from function get if implements ' +
    'import in infer instanceof interface is keyof let module namespace never new null number object of package ' +
    'private protected public readonly require return set static string super switch symbol this throw true try ' +
    'type typeof undefined unique unknown var void while with yield'
  ).split(' '),
  ...'cdk scope id props Construct String process globalThis'.split(' '),
];

/** What a stack's properties are called already. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.StackProps.html */
export const stackProperties: readonly string[] = [
  'analyticsReporting',
  'crossRegionReferences',
  'description',
  'env',
  'notificationArns',
  'permissionsBoundary',
  'propertyInjectors',
  'stackName',
  'suppressTemplateIndentation',
  'synthesizer',
  'tags',
  'terminationProtection',
];
