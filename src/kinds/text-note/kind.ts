/** A note on the canvas. It says something to people and nothing to the network. */
import { defineKind } from '../../core/catalog/kind';

interface TextNoteProps {
  readonly text: string;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'text-note': TextNoteProps;
  }
}

export default defineKind({
  kind: 'text-note',
  label: { en: 'Text note', ja: 'テキストメモ' },
  summary: { en: 'Words on the canvas', ja: '図に書き込む説明文' },
  group: 'notes',
  icon: null,
  defaultName: 'Note',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: { as: 'note', size: { w: 200, h: 64 }, minSize: { w: 64, h: 28 } },
  fields: {
    text: {
      control: 'text',
      multiline: true,
      label: { en: 'Text', ja: 'テキスト' },
      default: '',
    },
  },
});
