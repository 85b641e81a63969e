import { useEffect, type RefObject } from 'react';
import { useEditor, useSession } from '../useEditor';

/**
 * Moves the caret to the field the session asks for, once: `cidr`, `routes.r1.target`, or a row or table, whose first control
 * is meant. Opens what hides it.
 */
export function useFieldInFocus(body: RefObject<HTMLElement | null>, id: string): void {
  const { session } = useEditor();
  const wanted = useSession(({ fieldInFocus }) => (fieldInFocus?.id === id ? fieldInFocus : null));
  useEffect(() => {
    if (wanted === null || body.current === null) return;
    session.setState({ fieldInFocus: null });
    const control = controlAt(body.current, wanted.field);
    if (control === undefined) return;
    for (let hidden = control.closest('details'); hidden !== null;)
      [hidden.open, hidden] = [true, hidden.parentElement?.closest('details') ?? null];
    control.scrollIntoView({ block: 'nearest' });
    control.focus({ preventScroll: true });
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, [wanted, body, session]);
}

/** The control of that place, else the first one within it, else the one of what it is within. */
function controlAt(body: HTMLElement, place: string): HTMLElement | undefined {
  const controls = [...body.querySelectorAll<HTMLElement>('[data-field]')];
  const find = (matches: (each: string) => boolean): HTMLElement | undefined =>
    controls.find((control) => (control.dataset['field'] ?? '').split(' ').some(matches));
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = find((each) => each === at) ?? find((each) => each.startsWith(`${at}.`));
    if (found !== undefined) return found;
  }
  return undefined;
}
