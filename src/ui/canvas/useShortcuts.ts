/** Listens for keys once for the whole window and runs the action that a press asks for. */
import { useEffect, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';
import { pasteGiven } from '../../editor/actions/editing';
import { loadCopying } from '../../editor/loadedCopying';
import { actionFor, type Focus } from '../../editor/keyboard';
import { isComposing } from '../../lib/isComposing';
import type { Pointer } from '../../editor/pointer';
import { isDialogShown } from '../shell/dialogs';
import { holdKeys } from '../shell/heldKeys';
import { isMac } from '../shell/isMac';
import { held } from './usePointer';

export function useShortcuts(editor: Editor, pointer: Pointer, canvas: RefObject<HTMLElement | null>): void {
  useEffect(() => holdForFields(editor), [editor]);
  useEffect(() => {
    let isInPlace = false;
    const down = (event: KeyboardEvent): void => {
      // Before the letter that copies: what is pasted right afterwards must be that.
      if (event.ctrlKey || event.metaKey) void loadCopying();
      // A click beside the controls of a dialog leaves the focus on nothing: what is pressed then is not meant for the canvas.
      if (event.defaultPrevented || isComposing(event) || isDialogShown()) return;
      const focus = focusOf(event.composedPath()[0], canvas.current);
      if (event.key === ' ' && (focus === 'canvas' || focus === 'nowhere')) {
        held.space = true;
        canvas.current?.classList.add('is-space-held');
        event.preventDefault();
        return;
      }
      if (event.key === 'Escape' && pointer.cancel()) {
        event.preventDefault();
        return;
      }
      const action = actionFor(editor, event, { focus, mac: isMac });
      if (action === undefined) return;
      // The browser's own paste event brings the clipboard without asking for a permission.
      if (action.id === 'paste' || action.id === 'paste-in-place') {
        isInPlace = action.id === 'paste-in-place';
        return;
      }
      event.preventDefault();
      action.run(editor);
    };
    const paste = (event: ClipboardEvent): void => {
      const focus = focusOf(event.composedPath()[0], canvas.current);
      if (event.defaultPrevented || focus === 'typing' || focus === 'elsewhere' || isDialogShown()) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const files = [...(event.clipboardData?.files ?? [])];
      // Some programs put a picture of a text beside the text; what was copied here is text alone.
      if (files.length > 0 || /^\s*<(?:\?xml[\s\S]{0,400}?<)?svg[\s>]/.test(text))
        void import('../pictures/pasteImages').then(({ pasteImages }) => pasteImages(editor, files, text));
      // Something else is on the clipboard: what was copied here before it is not meant.
      else if (text === '' && (event.clipboardData?.types.length ?? 0) > 0)
        editor.tellForeignText?.('', undefined, files);
      else pasteGiven(editor, text, isInPlace);
      isInPlace = false;
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key === ' ') release();
    };
    const release = (): void => {
      held.space = false;
      canvas.current?.classList.remove('is-space-held');
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('paste', paste);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('paste', paste);
      window.removeEventListener('blur', release);
    };
  }, [editor, pointer, canvas]);
}

/** A field on the canvas that is asked for is there when its resource is mounted, or what it is in has been loaded. */
function holdForFields({ session }: Editor): () => void {
  return session.subscribe(({ editing, newEnd, fieldInFocus }, before) => {
    if (editing !== null && editing !== before.editing)
      holdKeys({
        isOver: () =>
          session.getState().editing !== editing || document.activeElement?.closest('.canvas-edit') != null,
        leave: () => session.setState({ editing: null }),
      });
    else if (newEnd !== null && before.newEnd === null)
      holdKeys({
        isOver: () => session.getState().newEnd === null || isDialogShown(),
        leave: () => session.setState({ newEnd: null }),
      });
    else if (fieldInFocus !== null && fieldInFocus !== before.fieldInFocus)
      holdKeys({
        // Where the inspector is hidden, nothing takes it up.
        isOver: () => session.getState().fieldInFocus === null || session.getState().focusMode,
        leave: () => session.setState({ fieldInFocus: null }),
      });
  });
}

function focusOf(target: EventTarget | undefined, canvas: HTMLElement | null): Focus {
  if (!(target instanceof HTMLElement) || target === document.body) return 'nowhere';
  const isEditable =
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(target.type));
  if (isEditable) return 'typing';
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]') !== null)
    return 'typing';
  if (canvas?.contains(target) === true && target.closest('[data-over-canvas]') === null) return 'canvas';
  return 'elsewhere';
}
