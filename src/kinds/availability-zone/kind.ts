/** An Availability Zone, as a box around the subnets in it. Each VPC draws its own; the name says which zone it is. */
import { defineKind } from '../../core/catalog/kind';
import { isKind } from '../../core/model/queries';
import { known, type Value } from '../../core/model/value';
import { zonesOf } from '../../lib/regions';
import { verbatim } from '../../lib/words';

interface ZoneProps {
  readonly zone: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'availability-zone': ZoneProps;
  }
}

export default defineKind({
  kind: 'availability-zone',
  label: { en: 'Availability Zone', ja: 'アベイラビリティーゾーン' },
  summary: { en: 'Holds the subnets of one zone', ja: '同じゾーンのサブネットを収めます' },
  group: 'network',
  icon: null,
  defaultName: 'Zone',
  parents: ['vpc'],
  isZonal: true,
  shape: {
    as: 'container',
    border: { colour: '#00A4A6', style: 'dashed', header: 'centred' },
    size: { w: 300, h: 360 },
    minSize: { w: 160, h: 120 },
  },
  fields: {
    zone: {
      control: 'choice',
      label: { en: 'Zone', ja: 'ゾーン' },
      default: '',
      options: (region) => [
        { value: '', label: { en: 'Not said', ja: '指定なし' } },
        ...zonesOf(region).map((zone) => ({ value: zone, label: verbatim(zone) })),
      ],
    },
  },
  propose: (box, around) => {
    const taken = around
      .all('availability-zone', around.ancestor('vpc')?.id)
      .filter(({ id }) => id !== box.id);
    const free = zonesOf(around.region).find((zone) => taken.every(({ props }) => props.zone !== zone));
    return free === undefined ? {} : { zone: free };
  },
  look: ({ name, props }) => {
    const zone = known(props.zone) ?? '?';
    return zone === '' || zone === name ? {} : { detail: zone };
  },
  boxFor: (resource) => {
    const zone = isKind(resource, 'subnet') ? known(resource.props.zone) : undefined;
    return zone === undefined || zone === '' ? undefined : { name: zone, props: { zone } };
  },
  tidy: ({ props }) => ({ column: typeof props.zone === 'string' ? props.zone : '~' }),
});
