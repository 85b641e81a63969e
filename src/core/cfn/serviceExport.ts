/** The name of an endpoint service: within its template, and between two, of which one exports it and the other imports it. */
import type { Resource } from '../model/document';
import { valuesOf } from '../model/queries';
import { cleaned } from './logicalIds';
import type { CfnValue } from './template';

/**
 * The name of the export. Both templates make it up from the service, and from those that share its name: names of
 * exports are unique in an account and Region.
 */
export function serviceExport({ id, name }: Resource, services: readonly Resource[]): string {
  const own = cleaned(name);
  const isShared = services.some((other) => other.id !== id && cleaned(other.name) === own);
  const parts = [own, own === '' || isShared ? cleaned(id) : ''].filter((part) => part !== '');
  return `${parts.join('-')}-ServiceName`;
}

/** The name in the template that makes the service. */
export function nameWithin(logicalId: string): CfnValue {
  return { 'Fn::Sub': `com.amazonaws.vpce.\${AWS::Region}.\${${logicalId}}` };
}

/** The name in the template of an endpoint. `logicalId`: of the service, where that template makes it. */
export function nameForEndpoint(
  service: Resource,
  logicalId: string | undefined,
  services: readonly Resource[],
): CfnValue {
  return logicalId === undefined
    ? { 'Fn::ImportValue': serviceExport(service, services) }
    : nameWithin(logicalId);
}

/**
 * Whether the template of an endpoint names its service by an expression of its own, a parameter say, and the diagram
 * alone knows which one is meant: then the expression stays, and nothing needs to be exported.
 */
export function isLinkedByParameter(endpoint: Resource): boolean {
  return valuesOf(endpoint)['service'] !== '' && endpoint.provenance?.expressions?.['service'] !== undefined;
}
