/** In which of several forms the author of a template has written a resource, where CloudFormation takes more than one. */
import type { Resource } from '../model/document';
import { baseRole } from './render';

/** Whether some value of the resource is stated within a property of its own: an address in `NetworkInterfaces`. */
export function isStatedWithin({ provenance }: Resource, property: string): boolean {
  return Object.values(provenance?.places ?? {}).some(
    (path) => path[1] === provenance?.logicalId && path[3] === property,
  );
}

/** Whether the resource has absorbed one of a role. */
export function hasAbsorbed({ provenance }: Resource, role: string): boolean {
  return Object.keys(provenance?.satellites ?? {}).some((each) => baseRole(each) === role);
}
