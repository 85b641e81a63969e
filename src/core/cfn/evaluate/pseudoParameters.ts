import type { Stack } from '../stack';
import type { Evaluated } from './evaluated';
import { absent, text, unknown } from './evaluated';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
export function pseudoParameter(name: string, stack: Stack, region: string): Evaluated | undefined {
  switch (name) {
    case 'AWS::Region':
      return text(region);
    case 'AWS::NoValue':
      return absent;
    case 'AWS::Partition':
      return text(region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws');
    case 'AWS::URLSuffix':
      return text(region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');
    case 'AWS::StackName':
      return text(stack.name, false, {
        en: 'the stack gets its name when it is made',
        ja: 'スタック名は作成時に決まります',
      });
    case 'AWS::AccountId':
    case 'AWS::StackId':
    case 'AWS::NotificationARNs':
      return unknown(`${name} is known only in the account`, `${name} はアカウントでしか分かりません`);
    default:
      return undefined;
  }
}
