/** F2 renames what the cursor is on, with all references to it, in a panel of the editor. */
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, keymap, showPanel, type Panel } from '@codemirror/view';
import type { NamedThing } from '../../../core/cfn/rename/occurrences';
import { wordList } from '../../words';
import type { HelpSource } from './helpSource';

const words = wordList({
  label: { en: 'New name', ja: '新しい名前' },
  rename: { en: 'Rename', ja: '名前を変更' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  nothing: {
    en: 'Put the cursor on the name of a resource, a parameter, a condition or a mapping.',
    ja: 'リソース、パラメータ、条件、マッピングの名前にカーソルを置いてください。',
  },
});

type Asked = NamedThing | 'nothing';
const ask = StateEffect.define<Asked | null>();

export function renamingThings(source: HelpSource): Extension {
  const asked = StateField.define<Asked | null>({
    create: () => null,
    update(value, transaction) {
      for (const effect of transaction.effects) if (effect.is(ask)) return effect.value;
      return value;
    },
    provide: (field) =>
      showPanel.from(field, (value) => (value === null ? null : (view) => panelFor(view, value, source))),
  });
  return [
    asked,
    keymap.of([
      {
        key: 'F2',
        run(view) {
          if (view.state.readOnly) return false;
          void begin(view);
          return true;
        },
      },
    ]),
  ];
}

async function begin(view: EditorView): Promise<void> {
  const { nameAt } = await import('./renamingHelp');
  const thing = nameAt(view.state.doc.toString(), view.state.selection.main.head);
  view.dispatch({ effects: ask.of(thing ?? 'nothing') });
}

function panelFor(view: EditorView, asked: Asked, { say }: HelpSource): Panel {
  const dom = document.createElement('form');
  dom.className = 'cm-rename';
  const close = (): void => {
    view.dispatch({ effects: ask.of(null) });
    view.focus();
  };
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.className = 'cm-button';
  cancel.textContent = say(words.cancel);
  cancel.addEventListener('click', close);
  const told = document.createElement('span');
  told.setAttribute('role', 'alert');
  dom.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  if (asked === 'nothing') {
    told.textContent = say(words.nothing);
    dom.append(told, ' ', cancel);
    return { dom, top: true, mount: () => cancel.focus() };
  }
  const input = document.createElement('input');
  input.className = 'cm-textfield';
  input.value = asked.name;
  input.autocomplete = 'off';
  input.spellcheck = false;
  const label = document.createElement('label');
  label.append(`${say(words.label)} `, input);
  const button = document.createElement('button');
  button.type = 'submit';
  button.className = 'cm-button';
  button.textContent = say(words.rename);
  dom.append(label, ' ', button, ' ', cancel, ' ', told);
  dom.addEventListener('submit', (event) => {
    event.preventDefault();
    void import('./renamingHelp').then(({ renaming }) => {
      const found = renaming(view.state.doc.toString(), asked, input.value.trim());
      if ('refused' in found) {
        told.textContent = say(found.refused);
        return;
      }
      view.dispatch({
        changes: found.places.map(({ start, end }) => ({ from: start, to: end, insert: input.value.trim() })),
        userEvent: 'input.rename',
        effects: ask.of(null),
      });
      view.focus();
    });
  });
  return {
    dom,
    top: true,
    mount() {
      input.focus();
      input.select();
    },
  };
}
