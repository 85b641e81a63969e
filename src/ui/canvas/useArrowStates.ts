import { useSession } from '../useEditor';

/** The classes by which an arrow and its label show that they are selected, in focus or pointed at. */
export function useArrowStates(id: string): string {
  // One selector: each of hundreds of arrows is asked at every step of a gesture.
  return useSession(({ selection, flowInFocus, flowsBeside, hovered }) => {
    const isInFocus = flowInFocus === id || flowsBeside.has(id);
    return `${selection.has(id) ? 'is-selected' : ''} ${isInFocus ? 'is-in-focus' : ''} ${hovered === id ? 'is-hovered' : ''}`;
  });
}
