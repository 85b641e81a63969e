/** The one gate through which every shortcut passes, and how a key press is matched with a shortcut. */
import { isComposing } from '../lib/isComposing';
import type { Action } from './actions/action';
import { allActions } from './actions';
import type { Editor } from './editor';

/**
 * A shortcut. `mod` is Cmd on a Mac and Ctrl elsewhere. Give `key` for what is printed on the key (`z`, `Delete`, `?`),
 * `code` where the place on the keyboard counts or where a modifier changes the character (Alt types characters on a Mac).
 * A modifier that is not given must not be pressed, but for Shift beside a sign, which some layouts need to type it.
 */
export interface Keys {
  readonly key?: string;
  readonly code?: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** What is read of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Where the focus is: in something that takes text or has keys of its own (a menu), on the canvas, on another control, on nothing. */
export type Focus = 'typing' | 'canvas' | 'elsewhere' | 'nowhere';

/** The action a press asks for, when there is one that is enabled; the caller prevents the browser's own then. */
export function actionFor(
  editor: Editor,
  press: KeyPress,
  { focus, mac }: { readonly focus: Focus; readonly mac: boolean },
): Action | undefined {
  if (isComposing(press)) return undefined;
  return allActions().find(
    (action) =>
      (focus !== 'typing' || action.whileTyping === true) &&
      (focus !== 'elsewhere' || action.onCanvas !== true) &&
      (!press.repeat || action.repeats === true) &&
      action.keys?.some((keys) => matches(keys, press, mac)) === true &&
      action.enabled(editor),
  );
}

export function matches(keys: Keys, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || mod !== (keys.mod ?? false) || press.altKey !== (keys.alt ?? false)) return false;
  const isSign = keys.key !== undefined && keys.key.length === 1 && !/[a-z0-9 ]/i.test(keys.key);
  if (!(isSign && keys.shift === undefined) && press.shiftKey !== (keys.shift ?? false)) return false;
  if (keys.code !== undefined) return press.code === keys.code;
  if (keys.key === undefined) return false;
  if (press.key.toLowerCase() === keys.key.toLowerCase()) return true;
  if (keys.shift === true && withShift[keys.key] === press.key) return true;
  // Layouts without Latin letters (Cyrillic, kana): the usual place counts.
  if (/^[\u0020-\u007e]/.test(press.key)) return false;
  const usual = brackets[keys.key];
  if (usual !== undefined) return press.code === usual && !isKana(press.key);
  return /^[a-z]$/i.test(keys.key) && press.code === `Key${keys.key.toUpperCase()}`;
}

/** What Shift makes of a bracket, on every layout that has both on one key. */
const withShift: Readonly<Record<string, string>> = { '[': '{', ']': '}' };
/** Where the brackets are on most layouts. On Japanese keyboards they are one key to the right, and `@` is before them. */
const brackets: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' };
const isKana = (key: string): boolean => /[\u3040-\u30ff\uff61-\uff9f]/.test(key);

const signs: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  delete: 'Del',
  ' ': 'Space',
  quote: "'",
};

/** A shortcut as people read it: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function keysText(keys: Keys, mac: boolean): string {
  const name = (keys.key ?? keys.code ?? '').replace(/^(Key|Digit)/, '');
  const last = signs[name.toLowerCase()] ?? (name.length === 1 ? name.toUpperCase() : name);
  if (mac)
    return `${keys.alt === true ? '⌥' : ''}${keys.shift === true ? '⇧' : ''}${keys.mod === true ? '⌘' : ''}${last}`;
  return [
    ...(keys.mod === true ? ['Ctrl'] : []),
    ...(keys.alt === true ? ['Alt'] : []),
    ...(keys.shift === true ? ['Shift'] : []),
    last,
  ].join('+');
}

/** Shortcuts for `aria-keyshortcuts`. */
export function ariaKeys(keys: Keys, mac: boolean): string {
  const name = (keys.key ?? keys.code ?? '').replace(/^(Key|Digit)/, '');
  return [
    ...(keys.mod === true ? [mac ? 'Meta' : 'Control'] : []),
    ...(keys.alt === true ? ['Alt'] : []),
    ...(keys.shift === true ? ['Shift'] : []),
    name === ' ' ? 'Space' : name,
  ].join('+');
}
