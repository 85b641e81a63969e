import type { Resource } from '../model/document';
import type { CfnWriteScope } from './mapping';
import type { CfnValue } from './template';

/** A parameter for what only the account knows, such as the ID of a gateway that the diagram does not have. */
export function askedFor(
  owner: Resource,
  property: string,
  description: string,
  scope: CfnWriteScope,
): CfnValue {
  return scope.parameter(`${scope.logicalId(owner.id) ?? ''}${property}`, {
    Type: 'String',
    Description: description,
  });
}
