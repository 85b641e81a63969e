import type { CfnReader } from './mapping';

/** Whether a property names the account that the stack is made in, as `!Ref AWS::AccountId`. */
export function isOwnAccount(reader: CfnReader, property: string): boolean {
  const account = reader.raw(property);
  return (
    typeof account === 'object' && account !== null && 'Ref' in account && account.Ref === 'AWS::AccountId'
  );
}
