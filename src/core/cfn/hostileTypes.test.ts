import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a resource of type %s is kept, not called',
  (type) => {
    const text = JSON.stringify({
      Resources: { A: { Type: type }, B: { Type: 'X::Y::Z', Properties: { [type]: { Ref: 'A' } } } },
    });

    const { failure, report } = importTemplates(catalog, [{ name: 'a.json', text }]);

    expect(failure).toBeUndefined();
    expect(report.passedThrough).toEqual(expect.arrayContaining(['A', 'B']));
  },
);

test('the zones of the present Region are asked for in JSON as they are in YAML', () => {
  const text = [
    'Resources:',
    '  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }',
    '  Subnet:',
    '    Type: AWS::EC2::Subnet',
    '    Properties:',
    '      VpcId: !Ref Vpc',
    '      CidrBlock: 10.0.0.0/24',
    '      AvailabilityZone: !Select',
    '        - 0',
    '        - !GetAZs',
  ].join('\n');
  const { document } = importTemplates(catalog, [{ name: 'a.yaml', text }]);

  const { template } = exportTemplate(catalog, document);

  expect(template.Resources['Subnet']?.Properties?.['AvailabilityZone']).toEqual({
    'Fn::Select': [0, { 'Fn::GetAZs': '' }],
  });
});
