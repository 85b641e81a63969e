/** Any icon of the AWS set as a plain picture: for what is not drawn as a resource, and says nothing to the network. */
import { defineKind } from '../../core/catalog/kind';

interface AwsIconProps {
  /** The file in the icon pack, without its ending: `resource/AmazonVPCNATGateway`. */
  readonly icon: string;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'aws-icon': AwsIconProps;
  }
}

export default defineKind({
  kind: 'aws-icon',
  label: { en: 'AWS icon', ja: 'AWS アイコン' },
  summary: { en: 'Any icon of the AWS set, as a picture', ja: 'AWS のアイコンを図として配置' },
  group: 'notes',
  rank: 5,
  icon: 'category/Compute',
  defaultName: 'Icon',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: { as: 'icon', size: { w: 112, h: 88 } },
  fields: {
    icon: {
      control: 'art',
      of: 'icon',
      label: { en: 'Icon', ja: 'アイコン' },
      default: 'category/Compute',
    },
  },
  // A file may hold any text here; only what can be the name of an icon is asked for.
  look: ({ props: { icon } }) => (typeof icon === 'string' && /^[a-z-]+\/\w+$/i.test(icon) ? { icon } : {}),
});
