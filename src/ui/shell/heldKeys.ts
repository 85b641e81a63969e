/**
 * Keys between asking for something that must be loaded first and its being there: they go into its text field, or mean
 * nothing. Without this, letters typed after Mod+K on a slow line would choose tools of the canvas.
 */
import { isComposing } from '../../lib/isComposing';

export interface Awaited {
  /** Whether it is there, or does not come any more. */
  readonly isOver: () => boolean;
  /** Escape was pressed meanwhile: nobody waits for it any more. */
  readonly leave: () => void;
}

let letGo = (): void => undefined;

/** Holds every key of the window until `isOver`. What was typed, and Enter after it, is done in the text field that then gets the focus. */
export function holdKeys({ isOver: isThere, leave }: Awaited): void {
  letGo();
  // Where a part of the editor broke, what is awaited may never come: the keys must go on working.
  const isOver = (): boolean => isThere() || document.querySelector('.failed-part') !== null;
  let text = '';
  let isEntered = false;
  const press = (event: KeyboardEvent): void => {
    if (isOver()) {
      letGo();
      return;
    }
    event.stopPropagation();
    const isText = event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey);
    // Whoever tires of waiting may load the page again.
    if (isComposing(event) || event.key === 'F5' || (!isText && event.key.toLowerCase() === 'r')) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      letGo();
      leave();
    } else if (!isText || isEntered) return;
    else if (event.key === 'Enter') isEntered = true;
    else if (event.key === 'Backspace') text = [...text].slice(0, -1).join('');
    else if ([...event.key].length === 1) text += event.key;
  };
  const paste = (event: ClipboardEvent): void => {
    if (isOver()) return;
    event.stopPropagation();
    event.preventDefault();
    if (!isEntered) text += (event.clipboardData?.getData('text/plain') ?? '').replace(/\s+/g, ' ');
  };
  const focused = ({ target }: FocusEvent): void => {
    if (!isOver() || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    letGo();
    // Once whoever gave it the focus has also selected what is in it.
    queueMicrotask(() => type(target, text, isEntered));
  };
  const capture = { capture: true };
  window.addEventListener('keydown', press, capture);
  window.addEventListener('paste', paste, capture);
  window.addEventListener('focusin', focused);
  letGo = () => {
    window.removeEventListener('keydown', press, capture);
    window.removeEventListener('paste', paste, capture);
    window.removeEventListener('focusin', focused);
  };
}

/** As if it were typed now, in place of what is selected. */
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string, isEntered: boolean): void {
  if (text !== '') {
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  }
  // Once what the text brings (the lines that are found) is there.
  if (isEntered)
    setTimeout(() =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    );
}
