import { describe, expect, test } from 'vitest';
import { terraformOf } from '../../testing/terraform/terraformOf';

/**
 * EC2: https://docs.aws.amazon.com/sdkfornet1/latest/apidocs/html/P_Amazon_EC2_Model_RunInstancesRequest_InstanceType.htm
 * The provider: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#instance_type
 */
describe('an instance of no type', () => {
  const written = (properties: object) =>
    terraformOf({
      Parameters: { Size: { Type: 'String', Default: '' } },
      Conditions: { IsSaid: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Size' }, ''] }] } },
      Resources: { Web: { Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami-1', ...properties } } },
    });

  test('has the one that EC2 takes, which is said', () => {
    const { main, remarks } = written({});

    expect(main).toContain('instance_type = "m1.small"');
    expect(remarks).toEqual([
      'Web: the template says no InstanceType; the default of EC2, m1.small, was written',
    ]);
  });

  test('under a condition has it only then', () => {
    const { main } = written({
      InstanceType: { 'Fn::If': ['IsSaid', { Ref: 'Size' }, { Ref: 'AWS::NoValue' }] },
    });

    expect(main).toContain('instance_type = local.is_said ? var.size : "m1.small"');
  });

  test('that a launch template is to say has none', () => {
    const { main, remarks } = written({
      LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' },
    });

    expect(main).not.toContain('instance_type');
    expect(remarks).toEqual([]);
  });
});
