/** The right click or menu key that comes before what answers it has been loaded: the menu appears then, and not the browser's. */
import { holdKeys } from '../shell/heldKeys';

export const earlyMenu: { isAwaited: boolean; asked?: MouseEvent | undefined } = { isAwaited: true };

export function awaitMenu(event: MouseEvent): void {
  if (!earlyMenu.isAwaited) return;
  event.preventDefault();
  earlyMenu.asked = event;
  holdKeys({
    isOver: () => earlyMenu.asked === undefined,
    leave: () => {
      earlyMenu.asked = undefined;
    },
  });
}
