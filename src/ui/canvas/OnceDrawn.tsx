import { Suspense, type ReactNode } from 'react';
import { useOnceDrawn } from './useOnceDrawn';

/** What can wait until the page has been painted, and is loaded then. */
export function OnceDrawn({ children }: { readonly children: ReactNode }) {
  return useOnceDrawn() ? <Suspense fallback={null}>{children}</Suspense> : null;
}
