import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { inVpc, vpcOf, zoneOf } from './shared/networks';
import { called, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'rds-subnets-one-zone',
  severity: 'error',
  summary: {
    en: 'An RDS database needs subnets in at least two Availability Zones',
    ja: 'RDS データベースには、2 つ以上のアベイラビリティーゾーンのサブネットが必要です',
  },
  why: {
    en: 'RDS refuses a DB subnet group that covers one zone only, even for a database that runs in a single one: it must be able to move. Name a subnet of another zone besides the one the database is drawn in.',
    ja: '単一ゾーンで動くデータベースであっても、DB サブネットグループが 1 つのゾーンだけの場合は作成できません。図で置いたサブネットのほかに、別のゾーンのサブネットを指定してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  ],
  check: forEachResource(function* (context, owner) {
    const workload = workloadOf(context, owner.id);
    if (workload === undefined) return;
    const { resource, subnets } = workload;
    if (!isKind(resource, 'rds-instance')) return;
    const zones = subnets.map((subnet) => zoneOf(context, subnet));
    const vpc = vpcOf(context, resource.id);
    if (vpc === undefined || subnets.length === 0) return;
    // What the template takes from elsewhere may stand for several subnets.
    if (subnets.some(({ provenance }) => provenance?.outside !== undefined)) return;
    // Where AWS chooses the zones of several subnets, they may well differ.
    if (subnets.length > 1 && zones.some((zone) => zone === undefined || zone === '')) return;
    if (new Set(zones).size > 1) return;
    const [zone] = zones;
    const other = inVpc(context, vpc.id, 'subnet').find((each) => {
      const own = zoneOf(context, each);
      return own !== undefined && own !== '' && own !== zone;
    });
    const name = called(context, resource.id);
    yield {
      on: [resource.id],
      field: 'subnets',
      message: {
        en: `${name} has subnets in one Availability Zone only${zone === undefined || zone === '' ? '' : ` (${zone})`}`,
        ja: `${name} のサブネットが 1 つのアベイラビリティーゾーン${zone === undefined || zone === '' ? '' : ` (${zone}) `}だけにあります`,
      },
      fixes:
        other === undefined
          ? []
          : [
              plan(
                `Add ${called(context, other.id)} to ${name}`,
                `${name} に ${called(context, other.id)} を追加`,
                call('setProps', {
                  id: resource.id,
                  props: { subnets: { ...resource.props.subnets, [other.id]: true } },
                }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('rds-instance', 'Db', { subnets: { C: true } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }, box('rds-instance', 'Db')),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
  },
});
