/** A dialog of the browser's own: it keeps the focus, closes on Escape and gives the focus back. */
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { CloseGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import { words } from './words';

export interface DialogProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly onClose: () => void;
}

export function Dialog({ title, className = '', children, foot, onClose }: DialogProps) {
  const say = useSay();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect, so that it is closed, and gives the focus back, while it is still in the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // The press on the backdrop is a shortcut for the close button; keyboards have Escape.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      // Shortcuts of the canvas are not meant while a dialog is open.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 className="dialog-title" id={titleId}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label={say(words.close)} onClick={onClose}>
          <CloseGlyph />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
      {foot !== undefined && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
