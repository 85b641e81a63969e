/** Which dialog is open: one at a time. */
import { createStore } from 'zustand/vanilla';

export type DialogName =
  | 'about'
  | 'limitations'
  | 'gallery'
  | 'matrix'
  | 'unproven'
  | 'picture'
  | 'aws'
  | 'parameters'
  | 'planner'
  | 'commands'
  | 'find'
  | 'fixes'
  | 'replace'
  | 'shortcuts'
  | 'open-link'
  | 'copy-link'
  | 'versions'
  | 'compare'
  | 'name-version'
  | 'move-to'
  | 'add-inside'
  | 'connect-to'
  | 'prices'
  | 'break-even';

export const dialogs = createStore<{ readonly open: DialogName | null }>(() => ({ open: null }));

/** A menu that was used to ask for it closes first, so that the focus comes back to the menu's button afterwards. */
export function openDialog(name: DialogName): void {
  setTimeout(() => dialogs.setState({ open: name }), 0);
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}
