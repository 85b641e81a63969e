/**
 * The role that the serverless transform makes for a function that has none, with what the function may do.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
import type { CfnValue } from '../../core/cfn/template';
import { attributeOf, call, number, text, type Hcl } from '../../core/terraform/hcl';
import { isPlainObject } from '../../core/terraform/properties';
import type { MadeByMacro, Properties, ResourceWriter } from '../../core/terraform/translation';

/** The function knows the ARN of its role, whose name is the end of that. */
export const ownRole: MadeByMacro = {
  ref: ({ self }) => ({
    is: 'index',
    of: call('split', text('/'), attributeOf(self, 'role', 'text')),
    at: number(1),
  }),
  attributes: { Arn: 'role' },
};

export function writeOwnRole(to: ResourceWriter, properties: Properties): void {
  const { Role: given, VpcConfig: network, Policies: policies } = properties;
  if (given !== undefined && given !== null) return;
  const role = to.part('aws_iam_role', 'role', null, (part) =>
    part.set(
      'assume_role_policy',
      part.value(
        {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
        'json',
      ),
    ),
  );
  to.set('role', attributeOf(role, 'arn', 'text'));
  const basic = network === undefined ? 'AWSLambdaBasicExecutionRole' : 'AWSLambdaVPCAccessExecutionRole';
  attach(to, role, null, { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/service-role/${basic}` });
  for (const { value, when } of to.itemsOf(policies)) writePolicy(to, role, when, value);
}

/** Names and ARNs of policies, and documents; the templates that SAM has of policies are its own. */
function writePolicy(to: ResourceWriter, role: Hcl, when: Hcl | null, policy: CfnValue): void {
  if (isPlainObject(policy)) {
    if (policy['Statement'] === undefined) to.leaveOut('Policies', policy);
    else
      to.part('aws_iam_role_policy', 'role', when, (part) => {
        part.set('role', attributeOf(role, 'name', 'text'));
        part.set('policy', part.value({ Version: '2012-10-17', ...policy }, 'json'));
      });
    return;
  }
  const isName = typeof policy === 'string' && !policy.startsWith('arn:');
  attach(to, role, when, isName ? { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` } : policy);
}

function attach(to: ResourceWriter, role: Hcl, when: Hcl | null, policy: CfnValue): void {
  to.part('aws_iam_role_policy_attachment', 'role', when, (part) => {
    part.set('role', attributeOf(role, 'name', 'text'));
    part.set('policy_arn', part.value(policy, 'text'));
  });
}
