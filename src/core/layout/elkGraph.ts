/** A container's content as ELK's graph and back: for Arrange, which lays things out by how they are connected. */
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, ResourceId } from '../model/document';
import { ancestors, childrenByParent } from '../model/queries';
import { spacing } from './grid';

/** The part of ELK's JSON that we write and read. */
export interface ElkNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly {
    readonly id: string;
    readonly sources: readonly string[];
    readonly targets: readonly string[];
  }[];
  readonly layoutOptions?: Readonly<Record<string, string>>;
}

/** ELK's id of what is arranged when that is the bare canvas. */
const root = '/';

/**
 * Everything in a container (null: on the canvas), containers within containers. An edge is given to the containers that
 * lie side by side around its ends, since ELK lays out each container by itself.
 */
export function elkGraph(catalog: Catalog, document: Document, container: ResourceId | null): ElkNode {
  const byParent = childrenByParent(document);
  const edges = edgesByParent(document);
  const node = (id: ResourceId | null): ElkNode => {
    const resource = id === null ? undefined : document.resources.get(id);
    const shape = resource === undefined ? undefined : catalog.kind(resource.kind).shape;
    const inside = (byParent.get(id) ?? []).filter((child) => {
      const { as, ...rest } = catalog.kind(child.kind).shape;
      return (
        as !== 'chip' && as !== 'badge' && as !== 'picture' && !('onBorder' in rest && rest.onBorder === true)
      );
    });
    const isContainer = id === null || shape?.as === 'container';
    if (!isContainer || inside.length === 0)
      return { id: id ?? root, width: resource?.w ?? 0, height: resource?.h ?? 0 };
    const connected = edges.get(id) ?? [];
    // Gateways on the upper border reach into the container with their labels.
    const hasGateways = (byParent.get(id) ?? []).some((child) => child.y < 0);
    const top = spacing.title + (hasGateways ? spacing.borderLabel - spacing.iconMiddle : 0);
    return {
      id: id ?? root,
      children: inside.map((child) => node(child.id)),
      edges: connected,
      layoutOptions: {
        // Things without connections are packed; the others stand in layers, the sources first.
        'elk.algorithm': connected.length === 0 ? 'rectpacking' : 'layered',
        'elk.direction': 'RIGHT',
        'elk.aspectRatio': '1.6',
        'elk.spacing.nodeNode': String(spacing.gap),
        'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.gap * 2),
        'elk.padding':
          id === null
            ? '[top=0,left=0,bottom=0,right=0]'
            : `[top=${top},left=${spacing.padding},bottom=${spacing.padding},right=${spacing.padding}]`,
        ...(shape?.as === 'container'
          ? {
              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
              // Wide enough for its title line.
              'elk.nodeSize.minimum': `(${Math.max(shape.minSize.w, Math.min(shape.size.w, 260))},${shape.minSize.h})`,
            }
          : {}),
      },
    };
  };
  return node(container);
}

/** The places of a laid out graph. The arranged container keeps its place and takes its new size; locked resources keep both. */
export function placesFrom(
  document: Document,
  graph: ElkNode,
  container: ResourceId | null,
): Readonly<Record<ResourceId, Placement>> {
  const places: Record<ResourceId, Placement> = {};
  const read = ({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode): void => {
    const resource = document.resources.get(id);
    if (resource !== undefined && resource.locked !== true)
      places[id] = {
        x: id === container ? resource.x : Math.round(x),
        y: id === container ? resource.y : Math.round(y),
        w: Math.round(width),
        h: Math.round(height),
      };
    for (const child of children) read(child);
  };
  read(graph);
  return places;
}

type Edges = { id: string; sources: string[]; targets: string[] }[];

function edgesByParent(document: Document): Map<ResourceId | null, Edges> {
  const edges = new Map<ResourceId | null, Edges>();
  const path = (id: ResourceId): (ResourceId | null)[] => [
    id,
    ...ancestors(document, id).map((box) => box.id),
    null,
  ];
  for (const flow of document.flows.values()) {
    const from = path(flow.from);
    const to = path(flow.to);
    const common = from.find((id) => to.includes(id));
    if (common === undefined) continue;
    const source = from[from.indexOf(common) - 1];
    const target = to[to.indexOf(common) - 1];
    if (source == null || target == null || source === target) continue;
    const list = edges.get(common) ?? [];
    list.push({ id: flow.id, sources: [source], targets: [target] });
    edges.set(common, list);
  }
  return edges;
}
