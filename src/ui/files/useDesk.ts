import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskState } from './desk';

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk is used inside a DeskProvider');
  return desk;
}

export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().state, select);
}
