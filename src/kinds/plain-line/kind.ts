/** A plain arrow or line. Unlike the arrow of a flow it asks nothing of the network and is never judged. */
import { defineKind, type Corner } from '../../core/catalog/kind';
import type { Unknown } from '../../core/model/value';
import { verbatim } from '../../lib/words';

interface PlainLineProps {
  readonly label: string | Unknown;
  readonly heads: string | Unknown;
  readonly dashed: boolean | Unknown;
  readonly rightAngled: boolean | Unknown;
  /** The corner of its box at which it begins; it ends at the opposite one. */
  readonly from: string | Unknown;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'plain-line': PlainLineProps;
  }
}

/** The way it runs, by the corner at which it begins. */
const directions: Readonly<Record<Corner, string>> = { nw: '↘', ne: '↙', se: '↖', sw: '↗' };

export default defineKind({
  kind: 'plain-line',
  label: { en: 'Plain arrow', ja: '矢印 (図のみ)' },
  summary: { en: 'An arrow or line that is not checked', ja: '検証されない矢印や線' },
  group: 'notes',
  rank: 2,
  icon: null,
  defaultName: 'Line',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: {
    as: 'picture',
    draws: 'line',
    size: { w: 160, h: 0 },
    minSize: { w: 0, h: 0 },
    corner: 'from',
    angled: 'rightAngled',
    line: ({ from, heads, dashed, rightAngled }) => ({
      from: typeof from === 'string' && Object.hasOwn(directions, from) ? (from as Corner) : 'nw', // one of its keys
      rightAngled: rightAngled === true,
      dashed: dashed === true,
      heads: { start: heads === 'both', end: heads !== 'none' },
    }),
  },
  fields: {
    label: { control: 'text', label: { en: 'Label', ja: 'ラベル' }, default: '' },
    heads: {
      control: 'choice',
      label: { en: 'Arrowheads', ja: '矢じり' },
      default: 'end',
      options: () => [
        { value: 'end', label: { en: 'At the end', ja: '終点' } },
        { value: 'both', label: { en: 'At both ends', ja: '両端' } },
        { value: 'none', label: { en: 'None', ja: 'なし' } },
      ],
    },
    dashed: { control: 'toggle', label: { en: 'Dashed', ja: '破線' }, default: false },
    rightAngled: { control: 'toggle', label: { en: 'Right-angled', ja: '直角に折る' }, default: false },
    from: {
      control: 'choice',
      label: { en: 'Direction', ja: '向き' },
      default: 'nw',
      advanced: true,
      options: () => Object.entries(directions).map(([value, way]) => ({ value, label: verbatim(way) })),
    },
  },
});
