import { useSession } from '../useEditor';

/** The classes by which an arrow and its label show that they are selected, in focus or pointed at. */
export function useArrowStates(id: string): string {
  const isSelected = useSession(({ selection }) => selection.has(id));
  const isInFocus = useSession(({ flowInFocus, flowsBeside }) => flowInFocus === id || flowsBeside.has(id));
  const isHovered = useSession(({ hovered }) => hovered === id);
  return `${isSelected ? 'is-selected' : ''} ${isInFocus ? 'is-in-focus' : ''} ${isHovered ? 'is-hovered' : ''}`;
}
