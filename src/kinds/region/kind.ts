/** An AWS Region: the box around VPCs and Regional services. It does nothing to traffic; it names services and zones. */
import { defineKind } from '../../core/catalog/kind';
import { known, type Value } from '../../core/model/value';
import { regions } from '../../lib/regions';

interface RegionProps {
  readonly region: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    region: RegionProps;
  }
}

export default defineKind({
  kind: 'region',
  label: { en: 'Region', ja: 'リージョン' },
  summary: { en: 'Holds VPCs and the Regional services', ja: 'VPC とリージョンのサービスを収めます' },
  group: 'network',
  icon: 'architecture-group/Region',
  defaultName: 'Region',
  parents: ['canvas'],
  shape: {
    as: 'container',
    border: { colour: '#00A4A6', style: 'dotted', header: 'left' },
    size: { w: 960, h: 640 },
    minSize: { w: 240, h: 160 },
  },
  fields: {
    region: {
      control: 'choice',
      label: { en: 'Region', ja: 'リージョン' },
      default: 'ap-northeast-1',
      options: () =>
        regions.map(({ name, place }) => ({
          value: name,
          label: { en: `${name} (${place.en})`, ja: `${name} (${place.ja})` },
        })),
      check: (region) =>
        regions.some(({ name }) => name === region)
          ? undefined
          : {
              en: `“${region}” is not a Region that is known here`,
              ja: `「${region}」は登録されていないリージョンです`,
            },
    },
  },
  boxFor: (_, region) => ({ name: region, props: { region } }),
  look: ({ name, props }) => {
    const region = known(props.region) ?? '?';
    return region === name ? {} : { detail: region };
  },
  tidy: () => ({ column: '1', row: 1 }),
});
