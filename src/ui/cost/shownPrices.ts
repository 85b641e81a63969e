/** Which prices the dialog of prices shows first, and what comes back when it is closed. */
import { createStore } from 'zustand/vanilla';
import { dialogs, openDialog, type DialogName } from '../shell/dialogs';

interface ShownPrices {
  readonly region: string;
  /** The item and unit whose box gets the caret. */
  readonly key: string | null;
  readonly back: DialogName | null;
}

export const shownPrices = createStore<ShownPrices>(() => ({ region: '', key: null, back: null }));

export function openPrices(region: string, key: string | null = null, back: DialogName | null = null): void {
  shownPrices.setState({ region, key, back });
  openDialog('prices');
}

export function closePrices(): void {
  dialogs.setState({ open: shownPrices.getState().back });
}
