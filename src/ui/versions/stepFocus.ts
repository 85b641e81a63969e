import type { KeyboardEvent } from 'react';

/** Up and down, Home and End move the focus among the buttons of a list, beside Tab. */
export function stepFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(buttons.length - 1, at + 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: buttons.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined || at < 0) return;
  event.preventDefault();
  buttons[goal]?.focus();
}
