/** Moves the mounted resources that are dragged; loaded once the diagram stands, for nothing is dragged before. */
import type { RefObject } from 'react';
import { useEditor } from '../useEditor';
import { shiftingNodes, useShifted } from './useShifted';

interface ShiftingProps {
  readonly surface: RefObject<HTMLElement | null>;
  /** Another object whenever other resources are mounted. */
  readonly mounted: unknown;
}

export function Shifting({ surface, mounted }: ShiftingProps) {
  useShifted(useEditor(), surface, shiftingNodes, mounted);
  return null;
}
