/** An action as a button on the canvas. */
import type { ReactNode } from 'react';
import { actionById } from '../../editor/actions';
import type { Editor } from '../../editor/editor';
import { ariaKeys, keysText } from '../../editor/keyboard';
import { useSay } from '../useEditor';
import { isMac } from '../shell/isMac';

export interface CanvasButtonProps {
  readonly id: string;
  readonly editor: Editor;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function CanvasButton({ id, editor, wide = false, children }: CanvasButtonProps) {
  const say = useSay();
  const action = actionById(id);
  if (action === undefined) return null;
  const [keys] = action.keys ?? [];
  const label = say(action.label);
  return (
    <button
      type="button"
      className={wide ? 'canvas-button is-wide' : 'canvas-button'}
      aria-label={label}
      aria-pressed={action.checked?.(editor)}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, isMac)}
      title={keys === undefined ? label : `${label} (${keysText(keys, isMac)})`}
      disabled={!action.enabled(editor)}
      onClick={() => action.run(editor)}
    >
      {children}
    </button>
  );
}
