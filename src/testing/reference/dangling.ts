import type { Box } from '../../core/model/sketch';

/** Columns and props that hold the id of another resource. */
const referring = new Set([
  'target',
  'targetGroup',
  'attachment',
  'endpoint',
  'endpointService',
  'provider',
  'vpc',
  'subnet',
  'routeTable',
  'networkAcl',
  'attachedTo',
  'requester',
  'accepter',
  'transitGateway',
  'peerTransitGateway',
  'gateway',
  'customerGateway',
]);

/** The boxes without references to what is not among them, as the editor clears them when something is deleted. */
export function withoutDangling(boxes: readonly Box[]): readonly Box[] {
  const names = new Set<string>();
  const collect = (each: Box): void => {
    names.add(each.name);
    each.inside.forEach(collect);
  };
  boxes.forEach(collect);
  const clean = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return referring.has(key) && /^[A-Z]/.test(value) && !names.has(value) ? null : value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
      if (each === true && /^[A-Z]/.test(name) && !names.has(name)) return [];
      const cleaned = clean(each, name);
      const isGone = (part: unknown): boolean =>
        typeof part === 'object' && part !== null && 'ref' in part && !names.has(String(part.ref));
      const isRow = typeof cleaned === 'object' && cleaned !== null;
      return isRow && Object.values(cleaned).some(isGone) ? [] : [[name, cleaned] as const];
    });
    return Object.fromEntries(entries);
  };
  const cleaned = (each: Box): Box => ({
    ...each,
    // Only references are taken out, which leaves props of the same types.
    props: clean(each.props, '') as Box['props'],
    inside: each.inside.map(cleaned),
  });
  return boxes.map(cleaned);
}
