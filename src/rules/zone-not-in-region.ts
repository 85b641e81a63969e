import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { regions, zonesOf } from '../lib/regions';
import { verbatim } from '../lib/words';
import { called, calledAll, listed, plan, verb } from './shared/words';

export default defineRule({
  id: 'zone-not-in-region',
  severity: 'error',
  summary: {
    en: 'An Availability Zone must be one of its Region’s',
    ja: 'アベイラビリティーゾーンは、リージョンのものでなければなりません',
  },
  why: {
    en: 'A subnet cannot be created in a zone of another Region. This happens when a design moves to another Region with zone names written out. Choose a zone of this Region. Zone names vary between accounts: ignore this for a zone that your account has and the list lacks.',
    ja: '他のリージョンのゾーンにサブネットは作成できません。ゾーン名を書いたまま別のリージョンに移したときによく起こります。このリージョンのゾーンを選んでください。ゾーン名はアカウントによって異なるため、一覧になくても自分のアカウントにあるゾーンの場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html'],
  check: forEachOf(['availability-zone', 'subnet'], function* (context, each) {
    const zone = known(each.props.zone) ?? '';
    const around = context.around(each.id);
    const { region } = around;
    // A zone of a Region that the table does not have can be any.
    if (zone === '' || !regions.some(({ name }) => name === region)) return;
    if (each.kind === 'subnet' && around.ancestor('availability-zone') !== undefined) return;
    const zones = zonesOf(region);
    if (zone.startsWith(region) && (zones.includes(zone) || zone.length > region.length + 1)) return;
    const wrongLetter = zone.startsWith(region);
    const meant = zones.find((other) => other.at(-1) === zone.at(-1)) ?? zones[0];
    // A box that is called as its zone says nothing more than the subnets in it.
    const inside = context
      .all('subnet')
      .filter(({ parentId }) => parentId === each.id && each.name === zone)
      .map(({ id }) => id);
    const [name, is] =
      inside.length === 0
        ? [verbatim(called(context, each.id)), 'is']
        : [calledAll(context, inside), verb(inside, 'is', 'are')];
    const all = listed(zones);
    yield {
      on: [each.id, ...inside],
      field: 'zone',
      ...(wrongLetter ? { severity: 'warning' as const } : {}),
      message: {
        en: `${name.en} ${is} in ${zone}, which is not a zone of ${region} (${all.en})`,
        ja: `${name.ja} のゾーン ${zone} は、${region} のゾーン (${all.ja}) にありません`,
      },
      fixes:
        meant === undefined
          ? []
          : [
              plan(
                `Change it to ${meant}`,
                `${meant} に変更`,
                call('setProps', { id: each.id, props: { zone: meant } }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box('vpc', 'Vpc', {}, box('subnet', 'Subnet', { zone: 'ap-northeast-1c' })),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box('vpc', 'Vpc', {}, box('subnet', 'Subnet', { zone: 'us-east-1a' })),
        ),
      ),
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box('vpc', 'Vpc', {}, box('availability-zone', 'Zone', { zone: 'us-east-1a' })),
        ),
      ),
    ],
  },
});
