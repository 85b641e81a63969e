/** What this tab copied, and its way to the system's clipboard, which takes a moment and may be barred. */

let own = '';
/** Writes that the browser has not finished: until then, the system's clipboard holds what was there before. */
let underWay = 0;

export async function putOnClipboard(text: string): Promise<void> {
  own = text;
  underWay++;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages that did not come over https or from this machine have no such clipboard. Where this is barred too, pasting
    // in this tab still works.
    copyAsEvent(text);
  } finally {
    underWay--;
  }
}

/** As the browser's own Copy does, which needs no permission, only a key or click of the user shortly before. */
function copyAsEvent(text: string): void {
  if (typeof document === 'undefined') return;
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  window.addEventListener('copy', give, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', give, { capture: true });
  }
}

/**
 * The text that is meant by what the browser hands over. It is our own where nothing is handed over, and while that is on its
 * way to the clipboard. `isFromBefore`: it was handed over before anything had been copied here; what has been copied since
 * was asked for before the paste.
 */
export function meantByPaste(given: string, isFromBefore: boolean): string {
  const isOurs = given === '' || underWay > 0 || (isFromBefore && own !== '');
  return isOurs ? own : given;
}

/** What the system's clipboard holds; empty where the browser does not say. */
export async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}
