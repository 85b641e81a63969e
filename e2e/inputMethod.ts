import type { Page } from '@playwright/test';

/** An input method for Japanese, as the browser hears of one. */
export interface InputMethod {
  /** The syllables as they are typed, one state after the other. */
  compose(...states: readonly string[]): Promise<void>;
  /** Enter while composing: it is meant for the input method and arrives as key 229. */
  pressEnter(): Promise<void>;
  /** The characters that were chosen take the place of the syllables. */
  choose(text: string): Promise<void>;
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const devtools = await page.context().newCDPSession(page);
  return {
    async compose(...states) {
      for (const text of states)
        await devtools.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
    },
    async pressEnter() {
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
    },
    async choose(text) {
      await devtools.send('Input.insertText', { text });
    },
  };
}
