/** The opened context menu. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Point } from '../../core/model/document';
import { ActionItem, MenuLine } from '../shell/Menu';
import { useEditor, useSay } from '../useEditor';
import { AlignRow } from './AlignRow';
import { canvasWords } from './words';

const forSelection = [
  ['rename', 'replace-kind', 'move-to', 'add-inside', 'connect-to'],
  ['cut', 'copy', 'paste', 'duplicate', 'duplicate-to-zone', 'delete-selection'],
  ['toggle-collapsed', 'fit-to-contents'],
  ['tidy', 'lay-out', 'arrange', 'bring-to-front', 'send-to-back', 'toggle-lock'],
  ['group-selection', 'ungroup-selection'],
  ['quick-fix', 'compare-paths', 'present-why-blocked', 'add-expectation', 'plan-addresses', 'fit-selection'],
];
const forCanvas = [
  ['add-inside', 'paste', 'select-all', 'find-on-canvas'],
  ['add-note', 'add-frame', 'add-line', 'add-call-out', 'add-image'],
  ['tidy', 'lay-out', 'arrange', 'show-matrix', 'plan-addresses'],
  ['fit-all', 'zoom-actual', 'toggle-grid', 'toggle-minimap', 'focus-mode'],
];

export function MenuAt({
  at,
  onClose,
}: {
  readonly at: Point;
  readonly onClose: (takesFocus: boolean) => void;
}) {
  const editor = useEditor();
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const margin = 8;
    element.style.left = `${Math.max(margin, Math.min(at.x, innerWidth - element.offsetWidth - margin))}px`;
    element.style.top = `${Math.max(margin, Math.min(at.y, innerHeight - element.offsetHeight - margin))}px`;
    element.focus();
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element.contains(event.target)) close.current(false);
    };
    const away = (): void => close.current(false);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('blur', away);
    window.addEventListener('wheel', away, { passive: true });
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('blur', away);
      window.removeEventListener('wheel', away);
    };
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const lines = [
      ...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? []),
    ];
    const index = lines.findIndex((line) => line === document.activeElement);
    const isInRow = lines[index]?.closest('.menu-row') != null;
    const step = {
      ...(isInRow ? { ArrowRight: index + 1, ArrowLeft: index - 1 + lines.length } : {}),
      ArrowDown: index + 1,
      ArrowUp: index < 0 ? lines.length - 1 : index - 1 + lines.length,
      Home: 0,
      End: lines.length - 1,
    }[event.key];
    if (step !== undefined && lines.length > 0) lines[step % lines.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else return;
    event.preventDefault();
  };
  const groups = editor.session.getState().selection.size > 0 ? forSelection : forCanvas;
  return createPortal(
    <div
      ref={list}
      role="menu"
      className="menu canvas-menu"
      aria-label={say(canvasWords.diagram)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={() => onClose(true)}
    >
      {groups.map((ids, index) => (
        <div key={ids[0]} role="presentation">
          {index === 0 ? null : <MenuLine />}
          {ids.map((id) => (
            <ActionItem key={id} id={id} />
          ))}
          {groups === forSelection && ids.includes('arrange') ? <AlignRow /> : null}
        </div>
      ))}
    </div>,
    document.querySelector('main') ?? document.body,
  );
}
