/** Carries language and theme over to the page itself: `<html lang data-theme>`, and the title of the tab. */
import type { Editor } from '../../editor/editor';
import { nameWords } from '../../lib/nameWords';

export function followAppearance({ session, store }: Editor): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const title = (): void => {
    const name = nameWords(store.document.name)[session.getState().language];
    document.title = name === '' ? 'vpcanvas' : `${name} - vpcanvas`;
  };
  const show = (): void => {
    const { language, theme } = session.getState();
    root.lang = language;
    title();
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  show();
  // The session also changes at every step of a drag; writing to the root then would restyle the whole page.
  session.subscribe((now, before) => {
    if (now.language !== before.language || now.theme !== before.theme) show();
  });
  dark.addEventListener('change', show);
  store.subscribe(title);
}
