/**
 * The tooltips of the whole page: of whatever has `data-tip`, when the pointer rests on it and when the keyboard comes to it.
 * `data-tip-keys` adds a shortcut, `data-tip-side` says where it stands. A control's own name must not depend on its tooltip.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside, type Side } from './anchored';

/** How long the pointer has to rest, in ms; and how soon after one tooltip the next comes at once. */
const delay = 450;
const briskness = 300;

export function TipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => listenForTips(setAnchor), []);
  return anchor === null ? null : <TipCard anchor={anchor} />;
}

function TipCard({ anchor }: { readonly anchor: HTMLElement }) {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const { tip = '', tipKeys, tipSide } = anchor.dataset;
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    const side = sides.find((each) => each === tipSide) ?? 'bottom';
    const { width, height } = element.getBoundingClientRect();
    const { x, y } = placeBeside(anchor.getBoundingClientRect(), { width, height }, side, 'center');
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    anchor.setAttribute('aria-describedby', id);
    return () => anchor.removeAttribute('aria-describedby');
  }, [anchor, tipSide, id]);
  return (
    <div ref={card} id={id} role="tooltip" className="tooltip">
      {tip}
      {tipKeys !== undefined && <kbd className="tooltip-keys">{tipKeys}</kbd>}
    </div>
  );
}

const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

function listenForTips(show: (anchor: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastShown = -Infinity;
  const put = (anchor: HTMLElement | null): void => {
    clearTimeout(timer);
    if (shown !== null) lastShown = performance.now();
    shown = anchor;
    show(anchor);
  };
  const anchorOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const onOver = (event: PointerEvent): void => {
    const anchor = anchorOf(event.target);
    if (anchor === shown && anchor !== null) return;
    clearTimeout(timer);
    if (shown !== null) put(null);
    // A finger does not rest on things.
    if (anchor === null || event.pointerType === 'touch') return;
    timer = setTimeout(() => put(anchor), performance.now() - lastShown < briskness ? 0 : delay);
  };
  const onFocus = (event: FocusEvent): void => {
    const anchor = anchorOf(event.target);
    if (anchor?.matches(':focus-visible') === true) put(anchor);
    else if (shown !== null) put(null);
  };
  const onAway = (): void => {
    clearTimeout(timer);
    if (shown !== null) put(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onAway();
  };
  document.addEventListener('pointerover', onOver);
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onAway);
  document.addEventListener('pointerdown', onAway, true);
  document.addEventListener('scroll', onAway, true);
  document.addEventListener('keydown', onKey, true);
  document.documentElement.addEventListener('pointerleave', onAway);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', onOver);
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onAway);
    document.removeEventListener('pointerdown', onAway, true);
    document.removeEventListener('scroll', onAway, true);
    document.removeEventListener('keydown', onKey, true);
    document.documentElement.removeEventListener('pointerleave', onAway);
  };
}
