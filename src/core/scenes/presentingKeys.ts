/** What a key means while presenting, in one table: for the keyboard and for the sheet. Clickers send PageDown and PageUp, or the arrows. */
import { isComposing } from '../../lib/isComposing';
import type { Words } from '../../lib/words';

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
  | 'no'
  | 'keys';

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

interface Line {
  readonly means: Exclude<PresentingKey, 'digit'>;
  readonly label: Words;
  readonly keys: readonly { readonly key: string; readonly shift?: boolean }[];
  /** A number is typed before it. */
  readonly afterNumber?: true;
}

/** In the order of the sheet. */
export const presentingTable: readonly Line[] = [
  {
    means: 'next',
    label: { en: 'Next step, or next scene', ja: '次のステップまたは次のシーン' },
    keys: [{ key: 'ArrowRight' }, { key: 'ArrowDown' }, { key: 'PageDown' }, { key: ' ' }],
  },
  {
    means: 'previous',
    label: { en: 'Previous step, or previous scene', ja: '前のステップまたは前のシーン' },
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowUp' }, { key: 'PageUp' }, { key: ' ', shift: true }],
  },
  { means: 'first', label: { en: 'First scene', ja: '最初のシーン' }, keys: [{ key: 'Home' }] },
  { means: 'last', label: { en: 'Last scene', ja: '最後のシーン' }, keys: [{ key: 'End' }] },
  {
    means: 'jump',
    label: { en: 'Go to the scene of that number', ja: '入力した番号のシーンへ移動' },
    keys: [{ key: 'Enter' }],
    afterNumber: true,
  },
  {
    means: 'play',
    label: { en: 'Play or pause the packet', ja: 'パケットを再生または一時停止' },
    keys: [{ key: 'a' }],
  },
  {
    means: 'hop-on',
    label: { en: 'Packet to the next hop', ja: 'パケットを次のホップへ' },
    keys: [{ key: 'ArrowRight', shift: true }],
  },
  {
    means: 'hop-back',
    label: { en: 'Packet back one hop', ja: 'パケットを前のホップへ' },
    keys: [{ key: 'ArrowLeft', shift: true }],
  },
  {
    means: 'ask',
    label: { en: 'Ask first: does it arrive?', ja: '先に質問する: 到達するか' },
    keys: [{ key: 'q' }],
  },
  {
    means: 'yes',
    label: { en: 'Answer: it arrives', ja: '回答: 到達する' },
    keys: [{ key: 'y' }],
  },
  {
    means: 'no',
    label: { en: 'Answer: it is blocked', ja: '回答: ブロックされる' },
    keys: [{ key: 'n' }],
  },
  { means: 'pointer', label: { en: 'Laser pointer', ja: 'レーザーポインター' }, keys: [{ key: 'k' }] },
  {
    means: 'blank',
    label: { en: 'Blank screen; any key brings it back', ja: '画面を消す。どのキーでも戻ります' },
    keys: [{ key: 'b' }, { key: '.' }],
  },
  {
    means: 'window',
    label: { en: 'Presenter view in a second window', ja: '2 つ目のウィンドウに発表者ビュー' },
    keys: [{ key: 'p' }, { key: 's' }],
  },
  { means: 'edit', label: { en: 'Edit this scene', ja: 'このシーンを編集' }, keys: [{ key: 'e' }] },
  { means: 'keys', label: { en: 'These keys', ja: 'このキー一覧' }, keys: [{ key: '?' }] },
  {
    means: 'leave',
    label: { en: 'Leave presenting', ja: 'プレゼンテーションを終了' },
    keys: [{ key: 'Escape' }],
  },
];

const meanings: ReadonlyMap<string, PresentingKey> = new Map(
  presentingTable.flatMap(({ means, keys }) =>
    keys.map(({ key, shift }): [string, PresentingKey] => [shift === true ? `Shift ${key}` : key, means]),
  ),
);

export function presentingKey(press: Press): PresentingKey | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || isComposing(press)) return undefined;
  if (/^\d$/.test(press.key)) return 'digit';
  const shifted = press.shiftKey ? meanings.get(`Shift ${press.key}`) : undefined;
  return shifted ?? meanings.get(press.key) ?? meanings.get(letterOf(press));
}

/** On layouts without Latin letters (kana, Cyrillic) the usual place counts. */
function letterOf({ key, code }: Press): string {
  return /^[\u0020-\u007e]/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

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
