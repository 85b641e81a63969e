/** What a screen reader was told of the diagram. One thing may be said soon after another, so each is written down as it comes. */
import { expect, type Page } from '@playwright/test';

/** Before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    // Read again by `expectSaid`.
    Object.assign(window, { heard });
    new MutationObserver(() => {
      for (const { textContent: text } of document.querySelectorAll('.canvas-live output'))
        if (text !== '' && text !== heard.at(-1)) heard.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

export async function expectSaid(page: Page, text: RegExp): Promise<void> {
  // It was put there by `listen`.
  const heard = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toContainEqual(expect.stringMatching(text));
}
