import { needsJapaneseFont } from '../letters';
import type { Page } from '../pages';
import { slideOf } from '../slide';

/** Whether there are letters beyond Latin ones, for which the file must have a font. */
export function wantsFont(pages: readonly Page[]): boolean {
  return pages.some(
    (page) =>
      needsJapaneseFont(page.title) ||
      page.picture.groups.some(({ parts }) =>
        parts.some((part) => part.draw === 'text' && needsJapaneseFont(part.text)),
      ) ||
      slideOf(page).text?.prose.lines.some(({ runs }) => runs.some(({ text }) => needsJapaneseFont(text))) ===
        true,
  );
}
