/** A second window of this page: it has no address of its own, and what is shown in it is drawn by this page. */

/** Null where the browser allows none. */
export function openSecondWindow(title: string): Window | null {
  const opened = window.open('', '_blank', 'popup,width=1080,height=780');
  if (opened === null) return null;
  const { document: there } = opened;
  there.title = title;
  for (const element of stylesOf(document)) there.head.append(copyOf(element));
  return opened;
}

/** Keeps language, theme and styles the same as here; returns how to stop that. */
export function followPage(second: Window): () => void {
  const here = document.documentElement;
  const there = second.document.documentElement;
  const show = (): void => {
    there.lang = here.lang;
    for (const [name, value] of Object.entries(here.dataset)) there.dataset[name] = value ?? '';
  };
  show();
  const attributes = new MutationObserver(show);
  attributes.observe(here, { attributes: true });
  // Parts that are loaded later bring their styles with them.
  const styles = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.matches(styleSheets))
          second.document.head.append(copyOf(node));
  });
  styles.observe(document.head, { childList: true });
  return () => {
    attributes.disconnect();
    styles.disconnect();
  };
}

const styleSheets = 'link[rel="stylesheet"], style';

function stylesOf({ head }: Document): readonly HTMLElement[] {
  return [...head.querySelectorAll<HTMLElement>(styleSheets)];
}

function copyOf(element: HTMLElement): Node {
  const copy = element.cloneNode(true);
  // The window has no address that a relative one could be relative to.
  if (element instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = element.href;
  return copy;
}
