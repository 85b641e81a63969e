/**
 * What CloudFormation knows of the stack, from where Terraform knows it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
import { address, attributeOf, list, nothing, text, type Hcl } from './hcl';
import type { ModuleNames } from './moduleNames';

/** Undefined for what is none. `moduleName`: how the stack is called if nobody says otherwise. */
export function pseudoParameter(name: string, names: ModuleNames, moduleName: string): Hcl | undefined {
  const current = (type: string, attribute: string): Hcl =>
    attributeOf(names.data.of(type, 'current', []), attribute, 'text');
  switch (name) {
    case 'AWS::AccountId':
      return current('aws_caller_identity', 'account_id');
    case 'AWS::Region':
      return current('aws_region', 'region');
    case 'AWS::Partition':
      return current('aws_partition', 'partition');
    case 'AWS::URLSuffix':
      return current('aws_partition', 'dns_suffix');
    case 'AWS::StackName':
      return stackName(names, moduleName);
    case 'AWS::NoValue':
      return nothing;
    case 'AWS::NotificationARNs':
      return names.ask(name, 'notification_arns', {
        description: 'The topics that a stack of CloudFormation would tell of its events',
        type: { is: 'call', name: 'list', given: [address('string')] },
        default: list([]),
      });
    case 'AWS::StackId':
      return names.ask(name, 'stack_id', {
        description: 'What stands for the ID of a stack of CloudFormation',
        type: address('string'),
        default: text(moduleName),
      });
    default:
      return undefined;
  }
}

/** Names that AWS must be given begin with it, as those do that CloudFormation makes up. */
export function stackName(names: ModuleNames, moduleName: string): Hcl {
  return names.ask('AWS::StackName', 'stack_name', {
    description: 'What names begin with that must be given',
    type: address('string'),
    default: text(moduleName),
  });
}
