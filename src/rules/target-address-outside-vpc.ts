import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { addressOf, blockOf, containsAddress } from '../lib/cidr';
import { isInVpc } from './shared/balancers';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

/** What may be registered besides addresses of the VPC. */
const allowed = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'].flatMap(
  (text) => blockOf(text) ?? [],
);

export default defineRule({
  id: 'target-address-outside-vpc',
  severity: 'error',
  summary: {
    en: 'A target outside the VPC must have a private address and name the zone “all”',
    ja: 'VPC の外のターゲットには、プライベートアドレスとアベイラビリティーゾーン「all」を指定します',
  },
  why: {
    en: 'For an address in one of the VPC’s subnets AWS finds the zone by itself. For one in a peered VPC or on premises the row must say it, and public addresses are rejected.',
    ja: 'VPC のサブネット内のアドレスについては、AWS がゾーンを自動で判断します。ピアリング先の VPC やオンプレミスのアドレスにはゾーンの指定が必要で、パブリックアドレスは登録できません。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  ],
  *check(context) {
    for (const group of context.all('target-group')) {
      const vpc = vpcOf(context, group.id);
      if (vpc === undefined || group.props.targetType !== 'ip') continue;
      for (const [row, { target, zone }] of Object.entries(group.props.targets)) {
        const address = typeof target === 'string' ? addressOf(target) : undefined;
        if (typeof target !== 'string' || address?.family !== 4) continue;
        if (isInVpc(context, vpc.id, target) !== false) continue;
        const name = called(context, group.id);
        const isPrivate = allowed.some((block) => containsAddress(block, address));
        if (isPrivate && (isUnknown(zone) || known(zone) !== '')) continue;
        yield {
          on: [group.id],
          field: `targets.${row}.${isPrivate ? 'zone' : 'target'}`,
          message: isPrivate
            ? {
                en: `The target ${target} of ${name} is in no subnet of ${called(context, vpc.id)}, and its row names no zone`,
                ja: `${name} のターゲット ${target} は ${called(context, vpc.id)} のどのサブネットにもなく、ゾーンも指定されていません`,
              }
            : {
                en: `The target ${target} of ${name} is a public address, which cannot be registered`,
                ja: `${name} のターゲット ${target} はパブリックアドレスのため、登録できません`,
              },
          fixes: isPrivate
            ? [
                plan(
                  `Name the zone all for ${target}`,
                  `${target} のゾーンに all を指定`,
                  call('setRow', { id: group.id, field: 'targets', row, values: { zone: 'all' } }),
                ),
              ]
            : [],
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targetType: 'ip',
            targets: { host: { target: '192.168.0.9', port: null, zone: 'all' } },
          }),
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targetType: 'ip',
            targets: { host: { target: '192.168.0.9', port: null, zone: '' } },
          }),
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targetType: 'ip',
            targets: { host: { target: '203.0.113.9', port: null, zone: 'all' } },
          }),
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        ),
      ),
    ],
  },
});
