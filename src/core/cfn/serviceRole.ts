import type { CfnValue } from './template';

/** The properties of an IAM role that a service takes on, with one of AWS's own policies. */
export function serviceRole(service: string, policy: string): Readonly<Record<string, CfnValue>> {
  return {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` }],
  };
}
