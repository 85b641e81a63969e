/** Which dialog is open: one at a time. */
import { createStore } from 'zustand/vanilla';
import { holdKeys } from './heldKeys';

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
  let isAsked = false;
  const timer = setTimeout(() => {
    isAsked = true;
    dialogs.setState({ open: name });
  }, 0);
  holdKeys({
    isOver: () => isDialogShown() || (isAsked && dialogs.getState().open === null),
    leave: () => {
      clearTimeout(timer);
      closeDialog();
    },
  });
}

/** Whether one is in the page; it is loaded when it is first asked for. */
export function isDialogShown(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}
