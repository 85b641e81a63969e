/** The tools in hand. */
import type { Editor } from '../editor';
import { loadSpacing } from '../loadedSpacing';
import { startPlacing } from '../place';
import { refusalToStart } from '../connect';
import { announce } from '../session';
import type { Action } from './action';
import { japanese } from '../../lib/japanese';

const isTool = (editor: Editor, tool: string): boolean => editor.session.getState().tool.tool === tool;

export const tools: readonly Action[] = [
  {
    id: 'tool-select',
    label: { en: 'Select', ja: '選択' },
    keys: [{ key: 'v' }],
    group: 'tools',
    checked: (editor) => isTool(editor, 'select'),
    enabled: () => true,
    run: ({ session }) => session.setState({ tool: { tool: 'select' }, gesture: null }),
  },
  {
    id: 'tool-hand',
    label: { en: 'Move the view', ja: '手のひら' },
    keys: [{ key: 'h' }],
    group: 'tools',
    checked: (editor) => isTool(editor, 'hand'),
    enabled: () => true,
    run: ({ session }) => session.setState({ tool: { tool: 'hand' }, gesture: null }),
  },
  {
    id: 'tool-connect',
    label: { en: 'Draw an arrow', ja: '矢印を引く' },
    keys: [{ key: 'c' }, { key: 'a' }],
    group: 'tools',
    checked: (editor) => isTool(editor, 'connect'),
    enabled: () => true,
    run: (editor) => {
      const { session, store } = editor;
      session.setState({ tool: { tool: 'connect' }, gesture: null });
      const [start] = session.getState().selection;
      const name = start === undefined ? undefined : store.document.resources.get(start)?.name;
      if (start !== undefined && name !== undefined && refusalToStart(editor, start) === undefined)
        announce(session, {
          en: `Arrow from ${name}: go to its other end and press Enter`,
          ja: japanese`${name}からの矢印: 終点に移動して Enter を押してください`,
        });
    },
  },
  {
    id: 'tool-space',
    label: { en: 'Make space', ja: '間隔の調整' },
    keys: [{ key: 's' }],
    group: 'tools',
    checked: (editor) => isTool(editor, 'space'),
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => {
      editor.session.setState({ tool: { tool: 'space' }, gesture: null });
      void loadSpacing().then((making) => making.sayHow(editor));
    },
  },
  {
    id: 'add-note',
    label: { en: 'Add a note', ja: 'メモを追加' },
    keys: [{ key: 't' }],
    group: 'tools',
    enabled: ({ catalog }) => [...catalog.kinds.values()].some(({ shape }) => shape.as === 'note'),
    run: (editor) => {
      for (const { kind, shape } of editor.catalog.kinds.values())
        if (shape.as === 'note') {
          startPlacing(editor, kind);
          return;
        }
    },
  },
];
