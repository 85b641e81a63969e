/** What the tour speaks of. */
import type { Document } from '../../core/model/document';

/**
 * Resources of the first example, by their ids there (`examples/three-paths`). Nothing is asked of their kinds: what is said of
 * them is read from the diagram.
 */
export const subject = {
  /** The box that something is put into. */
  box: 'AppSubnet',
  /** The ends of an arrow that has no way yet, and that one click gives one. */
  from: 'Isolated',
  to: 'DynamoDB',
} as const;

export function hasSubject({ resources }: Document): boolean {
  return Object.values(subject).every((id) => resources.has(id));
}
