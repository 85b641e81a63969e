/**
 * A box around part of the diagram, and the groups of AWS's deck that are no resources of the network: cloud, account, Auto
 * Scaling group. It holds nothing: what stands in a VPC belongs to the VPC, whichever frames are drawn around it.
 */
import { defineKind, type Border } from '../../core/catalog/kind';
import type { Unknown } from '../../core/model/value';
import type { Words } from '../../lib/words';

interface FrameProps {
  readonly group: string | Unknown;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    frame: FrameProps;
  }
}

interface Group {
  readonly label: Words;
  readonly icon?: string;
  readonly border: Border;
}

const box = (
  colour: string,
  style: Border['style'] = 'solid',
  header: Border['header'] = 'left',
): Border => ({
  colour,
  style,
  header,
});

/** Colours, borders and headers of the groups: awslabs/aws-icons-for-plantuml, dist/Groups. */
const groups: Readonly<Record<string, Group>> = {
  plain: { label: { en: 'Frame', ja: 'フレーム' }, border: box('#7D8998') },
  cloud: {
    label: { en: 'AWS Cloud', ja: 'AWS クラウド' },
    icon: 'architecture-group/AWSCloudlogo',
    // Black, and white on a dark canvas.
    border: box('currentColor'),
  },
  account: {
    label: { en: 'AWS account', ja: 'AWS アカウント' },
    icon: 'architecture-group/AWSAccount',
    border: box('#E7157B'),
  },
  'auto-scaling': {
    label: { en: 'Auto Scaling group', ja: 'Auto Scaling グループ' },
    icon: 'architecture-group/AutoScalinggroup',
    border: box('#ED7100', 'dashed', 'centred'),
  },
  'data-center': {
    label: { en: 'Corporate data center', ja: '企業のデータセンター' },
    icon: 'architecture-group/Corporatedatacenter',
    border: box('#7D8998'),
  },
  generic: {
    label: { en: 'Generic group', ja: '汎用グループ' },
    border: box('#7D8998', 'dashed', 'centred'),
  },
};

export default defineKind({
  kind: 'frame',
  label: { en: 'Frame', ja: 'フレーム' },
  summary: { en: 'A box around part of the diagram', ja: '図の一部を囲む枠' },
  group: 'notes',
  rank: 4,
  icon: null,
  defaultName: 'Frame',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: {
    as: 'picture',
    draws: 'frame',
    size: { w: 320, h: 200 },
    minSize: { w: 64, h: 48 },
    isGroup: ({ group }) => typeof group === 'string' && group !== 'plain' && Object.hasOwn(groups, group),
    asGroup: { group: 'generic' },
  },
  fields: {
    group: {
      control: 'choice',
      label: { en: 'Drawn as', ja: '種類' },
      default: 'plain',
      options: () => Object.entries(groups).map(([value, { label }]) => ({ value, label })),
    },
  },
  presets: Object.entries(groups).flatMap(([group, { label, icon }]) =>
    group === 'plain'
      ? []
      : [{ label, name: label.en, props: { group }, ...(icon === undefined ? {} : { icon }) }],
  ),
  look: ({ props: { group } }) =>
    (typeof group === 'string' && Object.hasOwn(groups, group) ? groups[group] : undefined) ?? {
      border: box('#7D8998'),
    },
});
