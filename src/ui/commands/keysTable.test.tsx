// @vitest-environment happy-dom
/** Holds the table of keys that was promised: each works on American and Japanese keyboards, and is found in every other way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import { actionById, allActions, registerActions } from '../../editor/actions';
import { actionFor, keysText, type KeyPress } from '../../editor/keyboard';
import { testEditor, type TestEditor } from '../../testing/testEditor';
import { pathActions } from '../paths/actions';
import { nothingAsked } from '../paths/asked';
import { pictureActions } from '../picture/actions';
import { shellActions } from '../shell/actions';
import { arrangeMenu, editMenu, viewMenu } from '../shell/menus';
import { draw } from '../testing/draw';
import { commandsNow } from './commandLines';
import { pointerGestures } from './gestures';
import { ShortcutsDialog } from './ShortcutsDialog';

// Test files share their modules: what is registered here is taken out again.
let stop: () => void;
beforeAll(() => {
  stop = registerActions([
    ...pathActions,
    ...shellActions,
    ...pictureActions.filter(({ keys }) => keys !== undefined),
  ]);
});
afterAll(() => stop());

/** What is pressed, by the signs on the keys; `Mod` is Ctrl here and Cmd on a Mac. */
const table: Readonly<Record<string, string>> = {
  Enter: 'rename',
  F2: 'rename',
  E: 'rename',
  Escape: 'escape',
  Tab: 'select-next',
  'Shift+Tab': 'select-previous',
  ArrowLeft: 'nudge-left',
  ArrowRight: 'nudge-right',
  ArrowUp: 'nudge-up',
  ArrowDown: 'nudge-down',
  'Shift+ArrowLeft': 'nudge-left-far',
  'Shift+ArrowRight': 'nudge-right-far',
  'Shift+ArrowUp': 'nudge-up-far',
  'Shift+ArrowDown': 'nudge-down-far',
  'Alt+ArrowLeft': 'go-left',
  'Alt+ArrowRight': 'go-right',
  'Alt+ArrowUp': 'go-up',
  'Alt+ArrowDown': 'go-down',
  Delete: 'delete-selection',
  Backspace: 'delete-selection',
  'Mod+Z': 'undo',
  'Mod+Shift+Z': 'redo',
  'Mod+Y': 'redo',
  'Mod+C': 'copy',
  'Shift+Alt+C': 'copy-as-png',
  'Mod+X': 'cut',
  'Mod+V': 'paste',
  'Mod+Shift+V': 'paste-in-place',
  'Mod+D': 'duplicate',
  'Mod+A': 'select-all',
  'Mod+F': 'find-on-canvas',
  'Mod+K': 'command-palette',
  'Mod+/': 'command-palette',
  '?': 'show-shortcuts',
  V: 'tool-select',
  H: 'tool-hand',
  C: 'tool-connect',
  A: 'tool-connect',
  T: 'add-note',
  S: 'tool-space',
  R: 'replace-kind',
  'Shift+0': 'zoom-actual',
  'Mod+0': 'zoom-actual',
  'Shift+1': 'fit-all',
  'Shift+2': 'fit-selection',
  'Mod+=': 'zoom-in',
  'Mod+-': 'zoom-out',
  ']': 'bring-forward',
  '[': 'send-backward',
  'Mod+]': 'bring-forward',
  'Mod+[': 'send-backward',
  'Shift+]': 'bring-to-front',
  'Shift+[': 'send-to-back',
  'Mod+Shift+]': 'bring-to-front',
  'Mod+Shift+[': 'send-to-back',
  'Alt+A': 'align-left',
  'Alt+D': 'align-right',
  'Alt+W': 'align-top',
  'Alt+S': 'align-bottom',
  'Alt+H': 'align-centre',
  'Alt+V': 'align-middle',
  'Alt+Shift+H': 'distribute-across',
  'Alt+Shift+V': 'distribute-down',
  "Mod+'": 'toggle-grid',
  'Alt+Shift+S': 'toggle-snapping',
  'Mod+Shift+L': 'toggle-lock',
  'Alt+Z': 'focus-mode',
  'Mod+.': 'quick-fix',
  'Mod+ArrowLeft': 'connect-left',
  'Mod+ArrowRight': 'connect-right',
  'Mod+ArrowUp': 'connect-up',
  'Mod+ArrowDown': 'connect-down',
  'Shift+M': 'move-to',
  'Shift+C': 'connect-to',
  O: 'show-outline',
  F: 'add-frame',
  'Shift+L': 'add-line',
  // While paths are compared.
  1: 'show-way-1',
  2: 'show-way-2',
  3: 'show-way-3',
  4: 'show-way-4',
  5: 'show-way-5',
  6: 'show-way-6',
  7: 'show-way-7',
  0: 'show-way-0',
};

/** The same, while a container is selected. */
const forContainers: typeof table = {
  'Mod+Shift+D': 'duplicate-to-zone',
  'Alt+C': 'toggle-collapsed',
  'Alt+Shift+F': 'fit-to-contents',
  I: 'add-inside',
  Insert: 'add-inside',
};

/** The same, while an arrow is. */
const forArrows: typeof table = { B: 'bend-arrow', 'Shift+B': 'add-bend' };

/** The same, while notes of one group are. */
const forGroups: typeof table = { 'Mod+G': 'group-selection', 'Mod+Shift+G': 'ungroup-selection' };

interface Layout {
  /** The key of a sign, and whether Shift is needed for it. */
  readonly signs: Readonly<Record<string, readonly [code: string, shift?: true]>>;
  /** What Shift makes of a digit or a bracket. */
  readonly shifted: Readonly<Record<string, string>>;
}

/** https://www.w3.org/TR/uievents-code/#key-alphanumeric-writing-system */
const american: Layout = {
  signs: {
    '[': ['BracketLeft'],
    ']': ['BracketRight'],
    "'": ['Quote'],
    '=': ['Equal'],
    '-': ['Minus'],
    '/': ['Slash'],
    '.': ['Period'],
    '?': ['Slash', true],
  },
  shifted: { '0': ')', '1': '!', '2': '@', '[': '{', ']': '}' },
};
const japanese: Layout = {
  signs: {
    '[': ['BracketRight'],
    ']': ['Backslash'],
    "'": ['Digit7', true],
    '=': ['Minus', true],
    '-': ['Minus'],
    '/': ['Slash'],
    '.': ['Period'],
    '?': ['Slash', true],
  },
  shifted: { '0': '0', '1': '!', '2': '"', '[': '{', ']': '}' },
};

function pressOf(text: string, { signs, shifted }: Layout, mac: boolean): KeyPress {
  const parts = text.split('+');
  const name = parts.at(-1) ?? '';
  const sign = signs[name];
  const isLetter = /^[A-Z]$/.test(name);
  const shift = parts.includes('Shift') || sign?.[1] === true;
  const alt = parts.includes('Alt');
  const isShifted = parts.includes('Shift');
  const code = sign?.[0] ?? (isLetter ? `Key${name}` : /^\d$/.test(name) ? `Digit${name}` : name);
  // Alt types another character on a Mac.
  const key =
    isLetter && alt && mac
      ? 'ß'
      : isLetter && !shift
        ? name.toLowerCase()
        : isShifted
          ? (shifted[name] ?? name)
          : name;
  return {
    key,
    code,
    ctrlKey: parts.includes('Mod') && !mac,
    metaKey: parts.includes('Mod') && mac,
    shiftKey: shift,
    altKey: alt,
    repeat: false,
    isComposing: false,
    keyCode: 0,
  };
}

/** These resources or arrows are selected (an instance if none is named), something can be undone and done again, there is a fix for it, and paths are compared: everything is enabled. */
function readyCanvas(...selected: readonly string[]): TestEditor {
  const canvas = testEditor(
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App'))),
      box('text-note', 'One'),
      box('text-note', 'Two'),
      arrow('Web', 'App'),
    ),
  );
  const { editor } = canvas;
  editor.session.setState({ selection: new Set(['Web']) });
  canvas.run('nudge-right');
  const group = { ids: ['One', 'Two'], group: 'g' };
  editor.store.apply({ title: { en: 'Group', ja: 'グループ化' }, commands: [call('setGroup', group)] });
  canvas.run('nudge-right');
  canvas.run('undo');
  editor.session.setState({ selection: new Set(selected.length === 0 ? ['Web'] : selected) });
  editor.session.setState({ panel: 'paths', comparing: { ...nothingAsked, count: 7 } });
  const plan = { title: { en: 'Mend', ja: '修正' }, commands: [] };
  editor.verdicts.setState({
    findings: [
      {
        rule: 'some-rule',
        severity: 'error',
        key: 'key',
        on: ['Web'],
        message: { en: 'A fault', ja: '問題' },
        fixes: [plan],
      },
    ],
  });
  return canvas;
}

const cases = [
  [['Web'], table],
  [['A'], forContainers],
  [['Web→App'], forArrows],
  [['One', 'Two'], forGroups],
] as const;

for (const [layout, signs] of Object.entries({ american, japanese }))
  for (const mac of [false, true])
    test(`each key of the table asks for its action on an ${layout} keyboard${mac ? ' of a Mac' : ''}`, () => {
      for (const [selected, keys] of cases) {
        const { editor } = readyCanvas(...selected);

        const asked = Object.keys(keys).map((text) => [
          text,
          actionFor(editor, pressOf(text, signs, mac), { focus: 'canvas', mac })?.id,
        ]);

        expect(Object.fromEntries(asked)).toEqual(keys);
      }
    });

const ids = [...new Set(cases.flatMap(([, keys]) => Object.values(keys)))];

test('each is a command of the box of commands; steps of the keyboard are found there by name', () => {
  const commands = cases
    .flatMap(([selected]) => commandsNow(readyCanvas(...selected).editor))
    .map((each) => (each.is === 'action' ? each.action.id : ''));

  expect(ids.filter((id) => !commands.includes(id))).toEqual(['command-palette']);
});

test('each is in a menu of the top bar, and so is every other action of those menus’ sorts', () => {
  const shown = ids.filter((id) => actionById(id)?.keyboardOnly !== true);
  const inMenus = new Set([editMenu, arrangeMenu, viewMenu].flat(2));
  // These two are in the Help menu, beside what is no action.
  const help = ['command-palette', 'show-shortcuts'];

  expect(shown.filter((id) => !inMenus.has(id) && !help.includes(id))).toEqual([]);
  expect(
    allActions()
      .filter(({ id, group, keyboardOnly }) => group !== 'help' && keyboardOnly !== true && !inMenus.has(id))
      .map(({ id }) => id),
  ).toEqual([]);
});

test('each is on the sheet with its keys, and so is each gesture of the pointer', () => {
  const drawn = draw(<ShortcutsDialog />, sketch(box('vpc', 'Vpc')));
  const lines = [...document.querySelectorAll('.shortcut')].map((line) => ({
    does: line.querySelector('dt')?.textContent ?? '',
    input: line.querySelector('dd')?.textContent ?? '',
  }));
  drawn.remove();

  for (const id of ids) {
    const action = actionById(id);
    const line = lines.find(({ does }) => does === action?.label.en);
    for (const keys of action?.keys ?? []) expect(line?.input, id).toContain(keysText(keys, false));
  }
  for (const { input, does } of pointerGestures)
    expect(
      lines.some((line) => line.does === does.en && line.input.endsWith(input.en)),
      does.en,
    ).toBe(true);
});

test('every key that some action has is in the table', () => {
  const promised = new Set(ids);
  // Steps that the table says in other words, or that have no keys of their own there.
  const others = allActions().filter(({ id, keys }) => keys !== undefined && !promised.has(id));

  expect(others.map(({ id }) => id)).toEqual(['tidy']);
});
