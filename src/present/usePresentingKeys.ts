/** Hears every key before the canvas does, in both windows, and does what it means while presenting. */
import { useEffect, useRef } from 'react';
import { isForControl, presentingKey } from '../core/scenes/presentingKeys';
import type { Show } from './useShow';

export function usePresentingKeys(show: Show, second: Window | null, toggleWindow: () => void): void {
  const latest = useRef({ show, toggleWindow });
  useEffect(() => {
    latest.current = { show, toggleWindow };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (latest.current.show.isHelping) {
        hearOverSheet(event, latest.current.show);
        return;
      }
      if (event.key === 'Tab' || isForControl(event.target, event)) {
        leaveText(event);
        return;
      }
      if (!take(event, latest.current.show, latest.current.toggleWindow)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const windows = second === null ? [window] : [window, second];
    for (const each of windows) each.addEventListener('keydown', hear, { capture: true });
    return () => {
      for (const each of windows) each.removeEventListener('keydown', hear, { capture: true });
    };
  }, [second]);
}

/** The sheet of keys is scrolled and left by keyboard; nothing behind it moves. */
function hearOverSheet(event: KeyboardEvent, show: Show): void {
  event.stopPropagation();
  const meaning = presentingKey(event);
  if (meaning !== 'leave' && meaning !== 'keys') return;
  event.preventDefault();
  show.set({ isHelping: false });
}

/** Escape gives the keys back to the presenter. */
function leaveText(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  event.stopPropagation();
  // In the second window elements are of other classes.
  (event.target as Partial<HTMLElement> | null)?.blur?.();
}

/** Whether the press was used. */
function take(event: KeyboardEvent, show: Show, toggleWindow: () => void): boolean {
  const meaning = presentingKey(event);
  if (show.isBlank) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(?:Shift|Control|Alt|Meta)$/.test(event.key))
      return false;
    show.set({ isBlank: false });
    return true;
  }
  if (meaning === undefined) return false;
  if (meaning === 'digit') {
    show.set({ typed: (show.typed + event.key).slice(0, 4) });
    return true;
  }
  const number = Number(show.typed);
  if (show.typed !== '') show.set({ typed: '' });
  switch (meaning) {
    case 'leave':
      if (show.isEditing) show.set({ isEditing: false });
      else show.leave();
      break;
    case 'blank':
      show.set({ isBlank: true });
      break;
    case 'jump':
      show.go(number > 0 ? { number } : 'next');
      break;
    case 'pointer':
      show.set({ isPointing: !show.isPointing });
      break;
    case 'edit':
      show.set({ isEditing: !show.isEditing });
      break;
    case 'keys':
      show.set({ isHelping: true });
      break;
    case 'window':
      toggleWindow();
      break;
    case 'play':
      if (show.clock.position.getState().isPlaying) show.clock.pause();
      else if (show.stops.length > 1) show.clock.play();
      break;
    case 'hop-on':
    case 'hop-back':
      if (show.stops.length > 1) show.clock.step(meaning === 'hop-on' ? 1 : -1);
      break;
    case 'ask':
      if (show.now.asking === null && show.answered === null) show.ask();
      break;
    case 'yes':
    case 'no':
      if (show.now.asking === null) return false;
      show.guessed(meaning === 'yes' ? 'arrives' : 'blocked');
      break;
    case 'next':
      // Without motion the packet goes on by key, and the scene when it has arrived.
      if (show.isStill && show.stops.length > 1 && !show.clock.isOver()) show.clock.step(1);
      else show.go('next');
      break;
    default:
      show.go(meaning);
  }
  return true;
}
