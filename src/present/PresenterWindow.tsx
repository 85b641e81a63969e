/**
 * Draws its children in the second window. They are part of this page, so that both windows show the same at any time, and nothing
 * has to be sent; the window may be closed at any time, and closes with the presentation.
 */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { followPage } from './secondWindow';

export interface PresenterWindowProps {
  readonly second: Window;
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

export function PresenterWindow({ second, onClosed, children }: PresenterWindowProps) {
  const closed = useRef(onClosed);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    // While developing React begins every effect twice, which must not cost the window.
    clearTimeout(closing.current);
    const stop = followPage(second);
    const isGone = (): void => closed.current();
    const close = (): void => second.close();
    second.addEventListener('pagehide', isGone);
    window.addEventListener('pagehide', close);
    // Some browsers tell nobody when a window without an address is closed.
    const watch = setInterval(() => {
      if (second.closed) isGone();
    }, 1000);
    return () => {
      clearInterval(watch);
      stop();
      second.removeEventListener('pagehide', isGone);
      window.removeEventListener('pagehide', close);
      closing.current = setTimeout(close, 0);
    };
  }, [second]);
  return createPortal(children, second.document.body);
}
