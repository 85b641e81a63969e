/** Which icons the traffic of an arrow passes, and where it is stopped. */
import type { Catalog } from '../catalog/catalog';
import { isCollapsed } from '../layout/collapsed';
import type { Flow, ResourceId } from '../model/document';
import type { Path, Trace } from '../network/trace';
import type { Boxes } from './boxes';
import { flowVerdict } from '../network/flowVerdict';

/**
 * The icons that the traffic passes, and the chips of collapsed containers; open ones are passed through, not stopped at.
 * Behind a load balancer it goes on to a target. `hidden`: the chip in which what is not on the canvas is.
 */
export function hopsFor(
  flow: Flow,
  boxes: Boxes,
  hidden: ReadonlyMap<ResourceId, ResourceId>,
  trace: Trace | undefined,
  catalog: Catalog,
): readonly ResourceId[] {
  const seen = (id: ResourceId): ResourceId => hidden.get(id) ?? id;
  const [from, to] = [seen(flow.from), seen(flow.to)];
  if (!boxes.has(from) || !boxes.has(to)) return [];
  const hops: ResourceId[] = [from];
  for (const { at, what, verdict } of trace?.forward.steps ?? []) {
    // A DNS server that is asked on the way to a name is no hop of the traffic, unless all ends there.
    if (what === 'name-resolution' && verdict !== 'drop') continue;
    const id = at === null ? '' : seen(at);
    const box = boxes.get(id);
    if (box === undefined || hops.at(-1) === id || id === from) continue;
    if (catalog.kind(box.resource.kind).shape.as === 'icon' || isCollapsed(catalog, box.resource))
      hops.push(id);
  }
  return hops.includes(to) ? hops : [...hops, to];
}

/** Where the forward direction is stopped; undefined where it is not. */
export function stoppedAt(trace: Trace): ResourceId | null | undefined {
  if (flowVerdict(trace) !== 'blocked') return undefined;
  return trace.blockedBy.find(({ direction }) => direction === 'forward')?.at ?? lastStop(trace.forward);
}

function lastStop({ steps }: Path): ResourceId | null {
  return steps.at(-1)?.at ?? null;
}
