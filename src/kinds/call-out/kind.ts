/**
 * A number that text elsewhere speaks of: a black disc with a bold white number, all of one size, as AWS's deck of
 * architecture icons has them. It says nothing to the network.
 */
import { defineKind } from '../../core/catalog/kind';
import type { Resource, ResourceId } from '../../core/model/document';

interface CallOutProps {
  readonly number: number;
  readonly text: string;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'call-out': CallOutProps;
  }
}

export default defineKind({
  kind: 'call-out',
  label: { en: 'Numbered call-out', ja: '番号' },
  summary: { en: 'A number that your text speaks of', ja: '説明文から参照する番号' },
  group: 'notes',
  rank: 3,
  icon: null,
  defaultName: 'CallOut',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: { as: 'picture', draws: 'number', size: { w: 28, h: 28 }, minSize: { w: 28, h: 28 } },
  fields: {
    number: { control: 'number', min: 1, max: 999, label: { en: 'Number', ja: '番号' }, default: 1 },
    text: {
      control: 'text',
      multiline: true,
      label: { en: 'What happens there', ja: '説明' },
      help: {
        en: 'Read out by screen readers and shown when the pointer rests on the number',
        ja: 'スクリーンリーダーで読み上げられ、番号にポインターを合わせると表示されます',
      },
      default: '',
    },
  },
  look: ({ props: { number } }) => ({ detail: typeof number === 'number' ? String(number) : '?' }),
  propose: ({ id }, around) => ({
    number: Math.min(999, 1 + Math.max(0, ...around.all('call-out').map((each) => numberOf(each, id)))),
  }),
});

/** None of the one that is asked for itself. */
function numberOf({ id, props: { number } }: Resource<'call-out'>, own: ResourceId): number {
  return id !== own && typeof number === 'number' ? number : 0;
}
