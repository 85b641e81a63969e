/** Whatever stands in a template, it becomes a configuration that the parser reads, in which nothing is used that is not there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableOf, typesWithTables } from '../../awsTerraform';
import { provenConfiguration, unresolved } from '../../testing/terraform/provenConfiguration';
import type { CfnTemplate, CfnValue } from '../cfn/template';

const ids = ['Vpc', 'Other', 'Vpc', 'Size', 'AWS::Region', 'AWS::NoValue', 'AWS::Nothing', 'Missing'];

/** Values of every shape, with calls that are right, wrong and half. */
const anyValue: fc.Arbitrary<CfnValue> = fc.letrec<{ readonly value: CfnValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<CfnValue>('x', '10.0.0.0/16', '{{resolve:ssm:x}}', '', 0, -1, 443, true, 'true', null),
    fc.constantFrom(...ids).map((id): CfnValue => ({ Ref: id })),
    fc.constantFrom(...ids).map((id): CfnValue => ({ 'Fn::GetAtt': [id, 'Arn'] })),
    fc.constantFrom(...ids).map((id): CfnValue => ({ 'Fn::Sub': `a\${${id}}-\${Vpc.CidrBlock}` })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .tuple(
        fc.constantFrom(
          'If',
          'Join',
          'Select',
          'Split',
          'Cidr',
          'FindInMap',
          'GetAZs',
          'ImportValue',
          'Base64',
          'What',
        ),
        tie('value'),
      )
      .map(([name, given]): CfnValue => ({ [`Fn::${name}`]: given })),
    fc.tuple(tie('value'), tie('value')).map(([one, other]): CfnValue => ({ 'Fn::If': ['Is', one, other] })),
    fc.dictionary(
      fc.constantFrom('Key', 'Value', 'Id', 'Type', 'IpProtocol', 'CidrIp', 'Name', 'Tags', 'x'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

const anyTemplate: fc.Arbitrary<CfnTemplate> = fc
  .array(
    fc.constantFrom(...typesWithTables).chain((type) =>
      fc.record({
        Type: fc.constant(type),
        Properties: fc.dictionary(
          fc.constantFrom(...Object.keys(tableOf(type)?.properties ?? {}), 'Unheard'),
          anyValue,
          {
            maxKeys: 6,
          },
        ),
        Condition: fc.constantFrom('Is', 'IsNot', 'Missing'),
        DependsOn: fc.constantFrom<string | readonly string[]>('Vpc', 'Missing', ['Vpc', 'Thing1']),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((resources) =>
    anyValue.map((value): CfnTemplate => ({
      Parameters: { Size: { Type: 'Number', Default: '1' } },
      Resources: {
        Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        Other: { Type: 'Custom::Other' },
        ...Object.fromEntries(resources.map((each, index) => [`Thing${index}`, each])),
      },
      Outputs: { Out: { Value: value } },
      others: {
        Conditions: { Is: { 'Fn::Equals': [value, 'x'] }, IsNot: { 'Fn::Not': [{ Condition: 'Is' }] } },
        Mappings: { Map: { a: { b: 'c' } } },
      },
    })),
  );

test('a template of anything becomes a configuration', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      expect(unresolved(await provenConfiguration(template))).toEqual([]);
    }),
    { numRuns: 400 },
  );
}, 120_000);
