import { describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { ran } from '../testing/ran';
import { testEditor } from '../testing/testEditor';
import { allActions } from './actions';
import { actionFor, keysText, matches, type KeyPress } from './keyboard';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

const onCanvas = { focus: 'canvas', mac: false } as const;

const instance = () => {
  const canvas = testEditor(
    sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App')))),
  );
  canvas.editor.session.setState({ selection: new Set(['Web']) });
  return canvas;
};

describe('a shortcut', () => {
  test('is Cmd on a Mac and Ctrl elsewhere', () => {
    const undo = { key: 'z', mod: true };

    expect(matches(undo, press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matches(undo, press('z', { metaKey: true }), true)).toBe(true);
    expect(matches(undo, press('z', { ctrlKey: true }), true)).toBe(false);
    expect(matches(undo, press('z', { ctrlKey: true, metaKey: true }), false)).toBe(false);
  });

  test('on the place of a key works where Alt types another character', () => {
    expect(matches({ code: 'KeyA', alt: true }, press('å', { code: 'KeyA', altKey: true }), true)).toBe(true);
  });

  test('on a letter works on a layout without Latin letters', () => {
    expect(matches({ key: 'z', mod: true }, press('я', { code: 'KeyZ', ctrlKey: true }), false)).toBe(true);
  });

  test('on a sign does not mind whether the layout needs Shift for it', () => {
    expect(matches({ key: '?' }, press('?', { shiftKey: true }), false)).toBe(true);
    expect(matches({ key: 'z', mod: true }, press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(
      false,
    );
  });

  test('on a bracket goes by the sign, which a Japanese keyboard has one key to the right', () => {
    const forward = { key: ']' };
    const toFront = { key: ']', shift: true };

    // On a Japanese keyboard `@` is where others have `[`, `[` where they have `]`, and `]` on the key `Backslash`.
    expect(matches(forward, press(']', { code: 'Backslash' }), false)).toBe(true);
    expect(matches(forward, press('[', { code: 'BracketRight' }), false)).toBe(false);
    expect(matches({ key: '[' }, press('@', { code: 'BracketLeft' }), false)).toBe(false);
    expect(matches({ key: '[' }, press('[', { code: 'BracketRight' }), false)).toBe(true);
    expect(matches(toFront, press('}', { code: 'Backslash', shiftKey: true }), false)).toBe(true);
    expect(matches(toFront, press(']', { code: 'Backslash' }), false)).toBe(false);
    expect(matches(forward, press('゜', { code: 'BracketRight' }), false)).toBe(false);
    // A Mac says the sign without Shift beside Cmd.
    expect(
      matches(
        { ...toFront, mod: true },
        press(']', { code: 'BracketRight', metaKey: true, shiftKey: true }),
        true,
      ),
    ).toBe(true);
    // Cyrillic letters stand where the brackets are.
    expect(matches(forward, press('ъ', { code: 'BracketRight' }), false)).toBe(true);
  });

  test('is written as people of each system read it', () => {
    expect(keysText({ key: 'z', mod: true, shift: true }, true)).toBe('⇧⌘Z');
    expect(keysText({ key: 'z', mod: true, shift: true }, false)).toBe('Ctrl+Shift+Z');
  });
});

describe('the keyboard gate', () => {
  test('lets nothing through while a word is being composed', () => {
    const { editor } = instance();

    expect(actionFor(editor, press('Enter', { isComposing: true }), onCanvas)).toBeUndefined();
    expect(actionFor(editor, press('Process', { keyCode: 229, code: 'KeyV' }), onCanvas)).toBeUndefined();
  });

  test('leaves keys to a text field that has the focus', () => {
    const { editor } = instance();
    const typing = { focus: 'typing', mac: false } as const;

    expect(actionFor(editor, press('v'), typing)).toBeUndefined();
    expect(actionFor(editor, press('Delete'), typing)).toBeUndefined();
    expect(actionFor(editor, press('z', { ctrlKey: true }), typing)).toBeUndefined();
  });

  test('leaves arrows and Tab to other controls, but not Delete', () => {
    const { editor } = instance();
    const elsewhere = { focus: 'elsewhere', mac: false } as const;

    expect(actionFor(editor, press('ArrowLeft'), elsewhere)).toBeUndefined();
    expect(actionFor(editor, press('Tab'), elsewhere)).toBeUndefined();
    expect(actionFor(editor, press('Delete'), elsewhere)?.id).toBe('delete-selection');
  });

  test('does not repeat an action that is not made to be repeated', () => {
    const { editor } = instance();

    expect(actionFor(editor, press('d', { ctrlKey: true, repeat: true }), onCanvas)).toBeUndefined();
    expect(actionFor(editor, press('ArrowLeft', { repeat: true }), onCanvas)?.id).toBe('nudge-left');
  });
});

test('no two actions that are enabled together have the same keys', () => {
  const taken = new Map<string, string>();
  for (const { id, keys } of allActions())
    for (const each of keys ?? []) {
      const text = keysText(each, false);
      // One action may have a key by its sign and by its place.
      expect({ text, by: taken.get(text) ?? id }).toEqual({ text, by: id });
      taken.set(text, id);
    }
});

test('every action has a name of its own and words in both languages', () => {
  const ids = allActions().map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  for (const { label } of allActions()) {
    expect(label.en).not.toBe('');
    expect(label.ja).not.toBe('');
  }
});

describe('by keyboard', () => {
  test('Tab walks through the diagram, what stands in a container after the container, and leaves at its end', () => {
    const canvas = instance();
    canvas.editor.session.setState({ selection: new Set() });
    const walked: string[] = [];

    for (let step = 0; step < 6; step++) {
      canvas.run('select-next');
      walked.push(...canvas.selectedNames);
    }

    expect(walked).toEqual(['Vpc', 'A', 'Web', 'App', 'App', 'App']);
    expect(actionFor(canvas.editor, press('Tab'), onCanvas)).toBeUndefined();
  });

  test('Escape goes outwards, one container at a time, then selects nothing', () => {
    const canvas = instance();
    const selected: (readonly string[])[] = [];

    for (let step = 0; step < 3; step++) {
      canvas.run('escape');
      selected.push(canvas.selectedNames);
    }

    expect(selected).toEqual([['A'], ['Vpc'], []]);
  });

  test('Alt with an arrow goes to the neighbour on that side', () => {
    const canvas = instance();
    canvas.editor.store.commit('placeResources', {
      places: { Web: { x: 16, y: 48 }, App: { x: 136, y: 52 } },
    });

    canvas.run('go-right');
    const right = [...canvas.selectedNames];
    canvas.run('go-left');

    expect(right).toEqual(['App']);
    expect(canvas.selectedNames).toEqual(['Web']);
  });

  test('Delete takes out what is selected and goes to its container', () => {
    const canvas = instance();

    canvas.run('delete-selection');

    expect([...canvas.document.resources.keys()]).not.toContain('Web');
    expect(canvas.selectedNames).toEqual(['A']);
  });

  test('arrows nudge by one step of the grid, with Shift by ten', () => {
    const canvas = instance();
    const { x } = canvas.get('Web');

    canvas.run('nudge-right');
    canvas.run('nudge-right-far');

    expect(canvas.get('Web').x).toBe(x + 8 + 80);
  });

  test('Select all takes what is around the selection first, then goes outwards', () => {
    const canvas = instance();

    canvas.run('select-all');
    const inside = [...canvas.selectedNames];
    canvas.run('select-all');

    expect(inside).toEqual(['Web', 'App']);
    expect(canvas.selectedNames).toEqual(['A']);
  });

  test('aligning puts left edges at the leftmost, as one step', async () => {
    const canvas = instance();
    canvas.editor.store.commit('placeResources', {
      places: { Web: { x: 16, y: 48 }, App: { x: 140, y: 148 } },
    });
    const before = canvas.document;
    canvas.editor.session.setState({ selection: new Set(['Web', 'App']) });

    await ran(canvas, 'align-left');

    expect(canvas.get('App').x).toBe(16);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
  });
});
