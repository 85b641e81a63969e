import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { box, sketch } from '../../core/model/sketch';
import { registerActions } from '../../editor/actions';
import { testEditor } from '../../testing/testEditor';
import { shellActions } from '../shell/actions';
import { commandsFor, commandsNow, type Command } from './commandLines';
import { placesOf } from './places';
import { fitting } from './ranking';

// Test files share their modules: what is registered here is taken out again.
let stop: () => void;
beforeAll(() => {
  stop = registerActions(shellActions);
});
afterAll(() => stop());

const drawing = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Main',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'Alpha', { cidr: '10.0.1.0/24' }, box('instance', 'Web')),
        box('subnet', 'Beta', { cidr: '10.0.2.0/24' }),
      ),
    ),
  );

const ids = (commands: readonly Command[]): readonly string[] =>
  commands.map((each) => (each.is === 'action' ? each.action.id : each.place.name));

const found = (query: string, recent: readonly string[] = []) => {
  const { editor } = drawing();
  return commandsFor(commandsNow(editor), placesOf(editor), recent, query);
};

describe('the box of commands', () => {
  test('finds a command by its words in either language', () => {
    expect(ids(found('select all').actions)[0]).toBe('select-all');
    expect(ids(found('すべて選択').actions)[0]).toBe('select-all');
  });

  test('takes hiragana for katakana and full-width letters for half-width ones, as they come while composing', () => {
    expect(ids(found('ぐりっど').actions)).toContain('toggle-grid');
    expect(ids(found('ＧＲＩＤ').actions)).toContain('toggle-grid');
  });

  test('finds by words in any order and by first letters', () => {
    expect(ids(found('canvas find').actions)).toEqual(['find-on-canvas']);
    expect(ids(found('fcs').actions)).toContain('focus-mode');
  });

  test('offers only what can be done now', () => {
    const { editor } = drawing();

    const without = ids(commandsNow(editor));
    editor.session.setState({ selection: new Set(['Web']) });

    expect(without).not.toContain('cut');
    expect(ids(commandsNow(editor))).toContain('cut');
  });

  test('shows what was used last before everything else, and once', () => {
    const { recent, actions } = found('', ['toggle-grid', 'fit-all']);

    expect(ids(recent)).toEqual(['toggle-grid', 'fit-all']);
    expect(ids(actions)).not.toContain('toggle-grid');
  });

  test('among equals puts what was used last first', () => {
    expect(ids(found('zoom').actions).slice(0, 2)).toEqual(['zoom-in', 'zoom-out']);
    expect(ids(found('zoom', ['zoom-out']).actions).slice(0, 2)).toEqual(['zoom-out', 'zoom-in']);
  });

  test('leaves the steps of the keyboard out of the whole list, and still finds them by name', () => {
    expect(ids(found('').actions)).not.toContain('select-next');
    expect(ids(found('Next').actions)).toContain('select-next');
  });

  test('switches language and theme, each to what is not shown already', () => {
    const { editor } = drawing();
    expect(ids(found('dark').actions)).toEqual(['theme-dark']);
    expect(ids(found('日本語').actions)).toEqual(['language-ja']);
    expect(ids(found('english').actions)).toEqual([]);

    const japanese = commandsNow(editor).find(
      (each) => each.is === 'action' && each.action.id === 'language-ja',
    );
    if (japanese?.is === 'action') japanese.action.run(editor);

    expect(editor.session.getState().language).toBe('ja');
    expect(ids(commandsNow(editor))).toContain('language-en');
  });

  test('goes to resources by name', () => {
    expect(ids(found('alph').places)).toEqual(['Alpha']);
  });
});

describe('what is looked for on the canvas', () => {
  const hits = (query: string) => fitting(placesOf(drawing().editor), query).map(({ name }) => name);

  test('is found by name, by kind in both languages, by CIDR block', () => {
    expect(hits('web')).toEqual(['Web']);
    expect(hits('EC2')).toContain('Web');
    expect(hits('サブネット')).toEqual(['Alpha', 'Beta']);
    expect(hits('10.0.2.0/24')).toEqual(['Beta']);
  });

  test('puts the very name before what only contains it', () => {
    const { editor } = testEditor(sketch(box('vpc', 'WebVpc'), box('vpc', 'Web')));

    expect(fitting(placesOf(editor), 'web').map(({ name }) => name)).toEqual(['Web', 'WebVpc']);
  });

  test('is found by its logical ID in the template', () => {
    const { editor } = drawing();
    const { document } = editor.store;
    const web = document.resources.get('Web');
    if (web === undefined) throw new Error('Web is drawn');
    const known = new Map(document.resources).set('Web', {
      ...web,
      provenance: { template: 't', logicalId: 'FrontendInstanceB7' },
    });
    editor.store.replace({ ...document, resources: known });

    expect(fitting(placesOf(editor), 'frontendinst').map(({ name }) => name)).toEqual(['Web']);
  });
});
