/** Carries language and theme over to the page itself: `<html lang data-theme>`, and the title of the tab. */
import type { Editor } from '../../editor/editor';

export function followAppearance({ session, store }: Editor): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const show = (): void => {
    const { language, theme } = session.getState();
    root.lang = language;
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  const title = (): void => {
    const { name } = store.document;
    document.title = name === '' ? 'vpcanvas' : `${name} - vpcanvas`;
  };
  show();
  title();
  session.subscribe(show);
  dark.addEventListener('change', show);
  store.subscribe(title);
}
