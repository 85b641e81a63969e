/** What a key means while presenting. Clickers send PageDown and PageUp, or the arrows. */
import { isComposing } from '../../lib/isComposing';

export type PresentingKey =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'blank'
  | 'leave'
  | 'digit'
  | 'jump'
  | 'pointer'
  | 'window'
  | 'edit'
  | 'play'
  | 'hop-on'
  | 'hop-back'
  | 'ask'
  | 'yes'
  | 'no';

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

export function presentingKey(press: Press): PresentingKey | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || isComposing(press)) return undefined;
  if (press.shiftKey && press.key in shifted) return shifted[press.key];
  if (/^\d$/.test(press.key)) return 'digit';
  return keys[press.key] ?? letters[letterOf(press)];
}

/** On layouts without Latin letters (kana, Cyrillic) the usual place counts. */
function letterOf({ key, code }: Press): string {
  return /^[\u0020-\u007e]/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

const shifted: Readonly<Record<string, PresentingKey>> = {
  ' ': 'previous',
  ArrowRight: 'hop-on',
  ArrowLeft: 'hop-back',
};

const keys: Readonly<Record<string, PresentingKey>> = {
  ' ': 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'jump',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  '.': 'blank',
  Escape: 'leave',
};

const letters: Readonly<Record<string, PresentingKey>> = {
  b: 'blank',
  k: 'pointer',
  p: 'window',
  s: 'window',
  e: 'edit',
  a: 'play',
  q: 'ask',
  y: 'yes',
  n: 'no',
};

/**
 * Whether a control has its own meaning for the key, so that it is not the presenter's. Told by names, since the control may be in
 * the second window, whose elements are of other classes.
 */
export function isForControl(target: EventTarget | null, { key }: Pick<Press, 'key'>): boolean {
  const element = target as Partial<HTMLElement> | null; // what has the focus, in whichever window
  const tag = element?.tagName?.toLowerCase();
  if (tag === 'textarea' || element?.isContentEditable === true) return true;
  if (tag === 'input' && (element as HTMLInputElement).type !== 'range') return true;
  if (tag === 'input') return /^(?:Arrow|Page|Home|End)/.test(key);
  return (tag === 'button' || tag === 'summary' || tag === 'select') && (key === 'Enter' || key === ' ');
}
