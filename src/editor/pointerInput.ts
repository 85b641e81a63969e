/** What the pointer tells of itself: where it is, what is held with it, and what is drawn under it. */
import type { Point, ResourceId } from '../core/model/document';
import type { Modifiers } from './moving';
import type { Handle } from './resizing';

export interface PointerInput extends Modifiers {
  /** In canvas px. */
  readonly at: Point;
  /** In px of the screen, from the canvas's upper left corner. */
  readonly screen: Point;
  readonly button: 'left' | 'middle';
  /** Whether Space is held. */
  readonly space: boolean;
  /** A part that only its drawing knows the place of: a chip, a shield, a handle, the label of an arrow. */
  readonly part?: Part | undefined;
}

export type Part =
  | { readonly part: 'hanging'; readonly id: ResourceId }
  | { readonly part: 'connector'; readonly id: ResourceId }
  | { readonly part: 'handle'; readonly id: ResourceId; readonly handle: Handle }
  | { readonly part: 'flow'; readonly id: string }
  /** The words of a container's title line, which stand before the lines that would cross them. */
  | { readonly part: 'title'; readonly id: ResourceId }
  /** What collapses a container, and opens it. */
  | { readonly part: 'fold'; readonly id: ResourceId };
