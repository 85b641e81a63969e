import type { ResourceId } from '../model/document';
import type { CfnWriteScope } from './mapping';

/**
 * The Region that a resource is drawn in, where it is another one than that of the resource which names it; undefined
 * where it is the same one or not drawn.
 */
export function otherRegion(
  resource: ResourceId | null,
  namedBy: ResourceId | null,
  scope: CfnWriteScope,
): string | undefined {
  const region = regionAround(resource, scope);
  return region === (regionAround(namedBy, scope) ?? scope.region) ? undefined : region;
}

/** That of the nearest box around it which states one. */
function regionAround(id: ResourceId | null, scope: CfnWriteScope): string | undefined {
  let box = scope.resource(scope.resource(id)?.parentId ?? null);
  // A document that was edited by hand may have boxes that stand in one another in a circle.
  for (let depth = 0; box !== undefined && depth < 20; depth++) {
    const { region } = box.props as { readonly region?: unknown };
    if (typeof region === 'string' && region !== '') return region;
    box = scope.resource(box.parentId);
  }
  return undefined;
}
