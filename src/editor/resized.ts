/** What is drawn of a container or a note while it is resized; all else stays the very same until it is let go. */
import type { Resource, ResourceId } from '../core/model/document';
import type { CanvasNode } from './projection';
import type { Gesture } from './session';

export interface Resized {
  /** The one that is being resized as it is now, the same for the same step; null while none is. */
  node(nodes: readonly CanvasNode[], gesture: Gesture | null): CanvasNode | null;
  /** It alone, as the same set at each step. */
  ids(gesture: Gesture | null): ReadonlySet<ResourceId> | null;
}

export function createResized(): Resized {
  let last:
    | { readonly nodes: readonly CanvasNode[]; readonly gesture: Gesture; readonly node: CanvasNode | null }
    | undefined;
  let ids: ReadonlySet<ResourceId> = new Set();
  return {
    node(nodes, gesture) {
      if (gesture?.doing !== 'resizing') return null;
      if (last?.gesture === gesture && last.nodes === nodes) return last.node;
      const standing = nodes.find(({ id }) => id === gesture.id);
      last = { nodes, gesture, node: standing === undefined ? null : resizedNode(standing, gesture) };
      return last.node;
    },
    ids(gesture) {
      if (gesture?.doing !== 'resizing') return null;
      if (!ids.has(gesture.id)) ids = new Set([gesture.id]);
      return ids;
    },
  };
}

function resizedNode(
  standing: CanvasNode,
  { x, y, w, h, props }: Extract<Gesture, { readonly doing: 'resizing' }>,
): CanvasNode {
  const size = { width: w, height: h };
  const { resource } = standing.data;
  // Props of a gesture are those of the resource that it is about.
  const now =
    props === undefined ? resource : ({ ...resource, props: { ...resource.props, ...props } } as Resource);
  const data = { ...standing.data, resource: now, w, h };
  return { ...standing, ...size, position: { x, y }, measured: size, data };
}
